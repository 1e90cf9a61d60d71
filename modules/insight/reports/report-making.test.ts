import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import { armFailpoint } from '#base/testing/failpoint.ts'
import { addToDay, type Day, startOfUnit } from '#base/time/calendar.ts'
import { isoDay } from '#base/time/format.ts'
import { openAudience } from '#modules/audience/api.ts'
import { seedCommunity } from '#modules/members/simulation/load.ts'
import { expectProblem } from '#test/client.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { until } from '#test/warehouse.ts'
import { liveInGroups } from '#test/world-course.ts'
import { settleSimulated } from '#test/world-groups.ts'
import type { InsightParts } from '../parts.ts'
import { makeReport } from './make.ts'
import { findChromium } from './pdf.ts'
import { claimReport, getReport } from './reports.ts'
import { sections } from './sections/sections.ts'

const product = useProduct({ env: { ROLES: 'web,worker,sink' } })
const now = new Date()
const today = isoDay(now, 'Asia/Shanghai')
/** The Monday of the latest whole week. */
const monday: Day = addToDay(startOfUnit(today, 'week'), -7, 'day')
const run = { signal: new AbortController().signal, progress: async () => undefined }
let parts: InsightParts
let groupId: string

const ctx = (): Ctx => testCtx(product().database, { kind: 'system', name: 'test' }, now)
const count = async (sql: string) => Number((await product().database.pool.query(sql)).rows[0].count)

async function made(body: object): Promise<string> {
  const asked = await product().owner.post('/api/insight/reports', body)
  expect(asked.status, asked.text).toBe(201)
  await until(
    async () =>
      (await count(
        `select count(*) from report where id = ${asked.body.id} and (made_at is not null or failed_at is not null)`,
      )) === 1,
    40,
  )
  return asked.body.id
}

beforeAll(async () => {
  const { database, process, owner } = product()
  const group = await owner.post('/api/groups', {
    name: '手冲研究所',
    slug: 'pour-over',
    kind: 'interest',
    summary: '一支豆、一组参数',
  })
  groupId = group.body.id
  await seedCommunity(database.pool, { members: 200, days: 60, seed: 11, now })
  await settleSimulated(database.pool)
  await liveInGroups(database.pool)
  const declared = declaredBy(() => process.modules)
  const audience = openAudience(process.parts, declared)
  parts = { ...process.parts, declared, audience }
  await until(async () => await audience.copies.fill(ctx()).catch(() => false), 30)
}, 90_000)

describe('S0-49 a report', () => {
  test('of a week is made once, by a job, with what there is; its figures stay', async () => {
    const { owner, database } = product()
    const id = await made({ kind: 'weekly' })
    const { body } = await owner.get(`/api/insight/reports/${id}`)
    expect(body).toMatchObject({
      kind: 'weekly',
      state: 'ready',
      from: monday,
      to: addToDay(monday, 6, 'day'),
      version: 1,
      zone: 'Asia/Shanghai',
    })
    expect(body.title).toMatch(/^山丘咖啡周报 · /)
    expect(body.made).toMatch(/生成 · 数据截至 .+ · 第 1 版 · 日期按 Asia\/Shanghai/)
    expect(body.sections.map(({ name }: { name: string }) => name)).toEqual(Object.keys(sections))
    const [overview] = body.sections
    expect(overview.title.zh).toMatch(/^本周活跃成员 \d+ 人，比上周[多少] \d+ 人|一样/)
    const actives = overview.parts[0].items[0]
    // The same figure asked of the metric.
    const measured = await owner.post('/api/insight/trend', {
      question: {
        of: [{ metric: 'active_members' }],
        range: { from: body.from, to: body.to },
        unit: 'week',
      },
    })
    expect(measured.status, measured.text).toBe(200)
    expect(JSON.stringify(measured.body)).toContain(String(actives.value))
    expect(actives.value).toBeGreaterThan(0)

    // Asked for again it is the same one; what happens later does not change it.
    await database.pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id)
       select 'page_view', 'track', 'account:' || id, $1::timestamptz, id from member`,
      [`${addToDay(monday, 2, 'day')}T04:00:00Z`],
    )
    const again = await owner.post('/api/insight/reports', {
      kind: 'weekly',
      day: addToDay(monday, 3, 'day'),
    })
    expect(again.body.id).toBe(id)
    expect((await owner.get(`/api/insight/reports/${id}`)).body.sections).toEqual(body.sections)
  })

  test('made again is another version, which keeps what was written; the one before stays as it was', async () => {
    const { owner } = product()
    const first = await made({ kind: 'weekly' })
    const { status } = await owner.put(`/api/insight/reports/${first}/notes`, {
      version: 0,
      summary: '杯测停了三周',
      nextSteps: '周三恢复杯测',
    })
    expect(status).toBe(200)
    const second = await made({ kind: 'weekly', again: true })
    expect(second).not.toBe(first)
    const { body } = await owner.get(`/api/insight/reports/${second}`)
    expect(body).toMatchObject({ version: 2, summary: '杯测停了三周', nextSteps: '周三恢复杯测' })
    expect(body.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1])
    expect((await owner.get(`/api/insight/reports/${first}`)).body.version).toBe(1)
    // The list shows the newest of each.
    const listed = (await owner.get('/api/insight/reports?kind=weekly')).body.items
    expect(listed.map((each: { id: string }) => each.id)).toEqual([second])
    expect(listed[0].says).toBe(body.says)
  })

  test('of a month, of a day and of one group say their own days', async () => {
    const { owner } = product()
    const firstOfMonth = startOfUnit(addToDay(startOfUnit(today, 'month'), -1, 'day'), 'month')
    const month = (await owner.get(`/api/insight/reports/${await made({ kind: 'monthly' })}`)).body
    expect(month).toMatchObject({
      from: firstOfMonth,
      to: addToDay(addToDay(firstOfMonth, 1, 'month'), -1, 'day'),
    })
    expect(month.sections[0].title.zh).toMatch(/^本月/)
    const day = (await owner.get(`/api/insight/reports/${await made({ kind: 'daily', group: groupId })}`))
      .body
    expect(day).toMatchObject({
      from: addToDay(today, -1, 'day'),
      to: addToDay(today, -1, 'day'),
      groupName: '手冲研究所',
    })
    expect(day.title).toMatch(/^手冲研究所日报/)
    expect(day.sections[0].title.zh).toMatch(/^当天/)
    expect(day.sections[0].title.en).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test('of a time that is not over, of no such group or of no day is refused', async () => {
    const { owner } = product()
    expectProblem(
      await owner.post('/api/insight/reports', { kind: 'daily', day: today }),
      422,
      'report_too_early',
    )
    expectProblem(
      await owner.post('/api/insight/reports', { kind: 'weekly', day: addToDay(today, 40, 'day') }),
      422,
      'report_too_early',
    )
    expectProblem(
      await owner.post('/api/insight/reports', { kind: 'weekly', group: '999999' }),
      404,
      'report_group_gone',
    )
    expect((await owner.post('/api/insight/reports', { kind: 'yearly' })).status).toBe(422)
    const viewer = await product().operator('viewer')
    expectProblem(await viewer.post('/api/insight/reports', { kind: 'weekly' }), 403, 'forbidden')
  })

  test('that failed is tried again for who asks, and not once for each reader of a letter', async () => {
    const wish = { kind: 'weekly', day: addToDay(monday, -28, 'day') } as const
    const { report } = await claimReport(ctx(), wish)
    await product().database.pool.query(`update report set failed_at = $2, problem = 'x' where id = $1`, [
      report.id,
      now,
    ])
    expect(await claimReport(ctx(), { ...wish, patient: true })).toMatchObject({
      report: { id: report.id, version: 1 },
      fresh: false,
    })
    const later = { ...ctx(), now: new Date(now.getTime() + 3_700_000) }
    expect(await claimReport(later, { ...wish, patient: true })).toMatchObject({ report: { version: 2 } })
  })

  test('asked for by two at once is one', async () => {
    const wish = { kind: 'weekly' as const, day: addToDay(monday, -7, 'day') }
    const claimed = await Promise.all([1, 2, 3].map(() => claimReport(ctx(), wish)))
    expect(new Set(claimed.map(({ report }) => report.id)).size).toBe(1)
    expect(claimed.filter(({ fresh }) => fresh)).toHaveLength(1)
  })

  test('goes on behind the last part when its job was killed, and works no part out twice', async () => {
    const { report } = await claimReport(ctx(), { kind: 'weekly', day: addToDay(monday, -14, 'day') })
    // Nobody else makes it meanwhile.
    const parted = () => count(`select count(*) from report_section where report_id = ${report.id}`)
    armFailpoint('insight.report.section:3:throw')
    await expect(makeReport(ctx(), parts, report.id, run)).rejects.toThrow()
    armFailpoint(undefined)
    expect(await parted()).toBe(3)
    const kept = `select max(made_at) from report_section where report_id = ${report.id} and name = 'overview'`
    const [before] = (await product().database.pool.query(kept)).rows
    const later = { ...ctx(), now: new Date(now.getTime() + 60_000) }
    // Two go on at the same time.
    await Promise.all([makeReport(later, parts, report.id, run), makeReport(later, parts, report.id, run)])
    expect((await getReport(ctx(), report.id)).madeAt).not.toBeNull()
    expect((await product().database.pool.query(kept)).rows[0]).toEqual(before)
    expect(await parted()).toBe(Object.keys(sections).length)
    expect(
      await count(`select count(*) from event_log where name = 'report.made' and object_id = ${report.id}`),
    ).toBe(1)
  })

  test('holds what its template says, in that order', async () => {
    const { owner } = product()
    const wanted = ['signals', 'overview']
    const changed = await owner.put('/api/insight/report-templates/daily', { sections: wanted })
    expect(changed.status, changed.text).toBe(200)
    const id = await made({ kind: 'daily', day: addToDay(today, -3, 'day') })
    const { sections: parted } = (await owner.get(`/api/insight/reports/${id}`)).body
    expect(parted.map(({ name }: { name: string }) => name)).toEqual(wanted)
    expect(
      (await owner.put('/api/insight/report-templates/daily', { sections: ['overview', 'overview'] })).status,
    ).toBe(422)
    expect((await owner.put('/api/insight/report-templates/daily', { sections: [] })).status).toBe(422)
  })
})

describe('what operators write into it', () => {
  test('is refused over what somebody else wrote meanwhile', async () => {
    const { owner } = product()
    const id = await made({ kind: 'weekly', day: addToDay(monday, -21, 'day') })
    const write = (version: number, summary: string) =>
      owner.put(`/api/insight/reports/${id}/notes`, { version, summary, nextSteps: '' })
    expect((await write(0, '甲写的')).body).toEqual({ version: 1 })
    expectProblem(await write(0, '乙写的'), 409, 'report_written_meanwhile')
    expect((await write(1, '乙看过再写的')).body).toEqual({ version: 2 })
    const { body } = await owner.get(`/api/insight/reports/${id}`)
    expect(body).toMatchObject({ summary: '乙看过再写的', notesVersion: 2, notesByName: '林晓' })
    // The log of what operators did says that somebody wrote, not each draft.
    const { rows } = await product().database.pool.query(
      `select detail from audit_entry where action = 'report.written' and object_id = $1 order by id`,
      [id],
    )
    expect(rows.map(({ detail }) => detail)).toEqual([
      { version: 1, summary: 3, nextSteps: 0 },
      { version: 2, summary: 6, nextSteps: 0 },
    ])
  })
})

describe('as a file', () => {
  test('Markdown comes as a download, in the language of the reader', async () => {
    const { owner } = product()
    const id = await made({ kind: 'weekly' })
    const { text, headers, status } = await owner.get(`/api/insight/reports/${id}/markdown`)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="report-weekly-\d{4}-\d\d-\d\d-v\d\.md"$/,
    )
    expect(text).toMatch(/^# 山丘咖啡周报/)
    expect(text).toContain('## [概览](<')
  })

  test('the page to print fetches nothing and runs nothing', async () => {
    const { owner } = product()
    const id = await made({ kind: 'weekly' })
    const { text, headers } = await owner.get(`/api/insight/reports/${id}/print`)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(text).toContain('<svg')
    expect(text).not.toMatch(/<script|<img|<link|\ssrc=/)
  })

  test('PDF is made by the Chromium of the machine, with pages and text', async () => {
    const chromium = await findChromium({})
    if (!chromium) return void process.stdout.write('There is no Chromium here: no PDF is tried\n')
    const { owner, url } = product()
    const id = await made({ kind: 'weekly' })
    const { headers } = await owner.get('/api/insight/reports')
    expect(headers.get('content-type')).toContain('json')
    const cookie = await signIn(url)
    const answer = await fetch(`${url}/api/insight/reports/${id}/pdf`, { headers: { cookie } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const pdf = Buffer.from(await answer.arrayBuffer())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect((pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length).toBeGreaterThan(1)
    const text = await textOf(pdf)
    if (text !== undefined) expect(text).toContain('DAU')
  }, 60_000)

  test('without Chromium it says what to install', async () => {
    expect(await findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toBeUndefined()
  })
})

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'linxiao@example.com', password: 'Kāfēi-42-handdrip' }),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Text of a PDF by poppler, where it is installed. */
async function textOf(pdf: Buffer): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-text-'))
  try {
    await writeFile(join(folder, 'a.pdf'), pdf)
    await promisify(execFile)('pdftotext', [join(folder, 'a.pdf'), join(folder, 'a.txt')])
    return await readFile(join(folder, 'a.txt'), 'utf8')
  } catch {
    return undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
