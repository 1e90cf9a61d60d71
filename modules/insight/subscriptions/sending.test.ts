import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import { mailSendJob } from '#base/mail/send.ts'
import { mailSettings } from '#base/mail/settings.ts'
import { type MailTransport, openSmtp } from '#base/mail/transport.ts'
import type { Egress } from '#base/parts.ts'
import { armFailpoint } from '#base/testing/failpoint.ts'
import { openAudience } from '#modules/audience/api.ts'
import { expectProblem } from '#test/client.ts'
import { testCtx } from '#test/database.ts'
import { startTestProduct, type TestProduct } from '#test/product.ts'
import { startSmtp, type TestSmtp } from '#test/smtp.ts'
import { until } from '#test/warehouse.ts'
import type { InsightParts } from '../parts.ts'
import { claimReport } from '../reports/reports.ts'
import { sendRun, startDue } from './send.ts'

let smtp: TestSmtp
let transport: MailTransport
let product: TestProduct
let parts: InsightParts
const told: { url: string; body: string }[] = []
let chat: 'hears' | 'is away' = 'hears'

/** A moment by the clocks of 上海; the 16th of November 2026 is a Monday. */
const at = (day: number, hour: number, minute = 0) => new Date(Date.UTC(2026, 10, day, hour - 8, minute))
const ctx = (now: Date): Ctx => testCtx(product.database, { kind: 'system', name: 'schedule' }, now)
const run = { signal: new AbortController().signal, attempt: 1 }
const query = async (sql: string) => (await product.database.pool.query(sql)).rows

const egress: Egress = {
  request: async (url, { body } = {}) => {
    if (chat === 'is away') return { status: 503, headers: new Headers(), body: new Uint8Array() }
    told.push({ url, body: String(body) })
    return { status: 200, headers: new Headers(), body: new TextEncoder().encode('{"errcode":0}') }
  },
}

beforeAll(async () => {
  smtp = await startSmtp()
  transport = openSmtp(smtp.url)
  product = await startTestProduct({ env: { ROLES: 'web,sink' } })
  // Their invitations are none of the mails that are counted.
  for (const role of ['analyst', 'viewer'] as const) await product.operator(role)
  const declared = declaredBy(() => product.process.modules)
  const audience = openAudience(product.process.parts, declared)
  parts = { ...product.process.parts, egress, declared, audience }
  await until(async () => await audience.copies.fill(ctx(new Date())).catch(() => false), 30)
}, 60_000)
afterAll(async () => {
  await product?.close()
  transport?.close()
  await smtp?.close()
})
beforeEach(async () => {
  smtp.received.length = 0
  told.length = 0
  chat = 'hears'
  for (const table of ['subscription', 'letter_robot', 'robot_told', 'report', 'mail'])
    await product.database.pool.query(`delete from ${table}`)
})

const accountOf = async (role: 'owner' | 'analyst' | 'viewer'): Promise<string> =>
  (await (await product.operator(role)).get('/api/account')).body.id

async function subscribed(over: object = {}, since = at(1, 0)): Promise<string> {
  const made = await product.owner.post('/api/insight/subscriptions', {
    kind: 'report',
    thing: 'weekly',
    timing: { rhythm: 'daily', hour: 9 },
    readers: [await accountOf('owner'), await accountOf('analyst')],
    ...over,
  })
  expect(made.status, made.text).toBe(201)
  await product.database.pool.query('update subscription set since = $1 where id = $2', [since, made.body.id])
  return made.body.id
}

/** Sends whatever came due, and the mails that it queued, through real SMTP. Answers the mails. */
async function send(now: Date) {
  smtp.received.length = 0
  await startDue(ctx(now), parts)
  for (const { id } of await query('select id from subscription_run where ended_at is null order by id'))
    await sendRun(ctx(now), parts, id, run).catch(() => undefined)
  await deliver(now)
  return smtp.received
}

async function deliver(now: Date): Promise<void> {
  const settings = { ...mailSettings(product.process.parts), sends: true, transport: () => transport }
  const rows = await query(`update mail set state = 'queued' where state = 'kept' returning id`)
  for (const { id } of rows)
    await mailSendJob(settings).run(
      ctx(now),
      { mailId: id },
      { id: '0', requestedBy: 'test', ...run, progress: async () => undefined },
    )
}

describe('a subscription', () => {
  test('is sent to each reader at its hour, once for a day', async () => {
    await subscribed()
    expect(await send(at(17, 8, 59))).toHaveLength(2) // that of the day before
    expect(await send(at(17, 9))).toHaveLength(2)
    expect(await send(at(17, 9, 5))).toHaveLength(0)
    expect(await send(at(18, 9))).toHaveLength(2)
    const { mail, recipients } = smtp.received[0]!
    expect(recipients).toHaveLength(1)
    expect(mail.subject).toMatch(/^山丘咖啡周报 · /)
    // One report stands behind all of them.
    expect(await query(`select 1 from report where kind = 'weekly'`)).toHaveLength(1)
  })

  test('counts as sent what left: mail that an address had too much of waits, and one that was refused failed', async () => {
    const id = await subscribed()
    // It is full already: twenty went there within the hour.
    const [{ email }] = await query(`select email from account where id = ${await accountOf('analyst')}`)
    await query(`insert into mail (message_id, template, locale, recipient, state, created_at)
      select 'full-' || n, 'test.full', 'zh-CN', '${email}', 'sent', '${at(17, 8, 50).toISOString()}'
        from generate_series(1, 20) n`)
    expect(await send(at(17, 9))).toHaveLength(1)
    const last = async () => (await product.owner.get('/api/insight/subscriptions')).body.items[0].last
    expect(await last()).toMatchObject({ deliveries: 2, failed: 0, waiting: 1, problem: null })
    await query(
      `update mail set state = 'failed', content = null where key like 'subscription:%' and state = 'held'`,
    )
    expect(await last()).toMatchObject({
      deliveries: 2,
      failed: 1,
      waiting: 0,
      problem: expect.stringContaining('邮箱'),
    })
    await query(`delete from subscription where id = ${id}`)
  })

  test('of a report that could not be made is tried again, and says in the end what happened, to its owner too', async () => {
    await subscribed({ robots: [] })
    const now = at(17, 9)
    await startDue(ctx(now), parts)
    const [{ id }] = await query('select id from subscription_run')
    const { report } = await claimReport(ctx(now), { kind: 'weekly', day: '2026-11-15' })
    await query(
      `update report set failed_at = '${now.toISOString()}', problem = '问题太大' where id = ${report.id}`,
    )
    await expect(sendRun(ctx(now), parts, id, run)).rejects.toMatchObject({ code: 'report_failed' })
    expect(await query('select 1 from subscription_delivery')).toHaveLength(0)
    await sendRun(ctx(now), parts, id, { ...run, attempt: 21 })
    await deliver(now)
    const { items } = (await product.owner.get('/api/insight/subscriptions')).body
    expect(items[0].last).toMatchObject({ deliveries: 2, failed: 2, problem: '报告没有做出来：问题太大' })
    expect(smtp.received.map(({ mail }) => mail.subject)).toEqual([
      expect.stringMatching(/^订阅「周报」没有发成/),
    ])
    expect(smtp.received[0]!.mail.text).toContain('问题太大')
  })

  test('carries its pictures inside: parts, names, words for who sees none, and little weight', async () => {
    await subscribed()
    const [first] = await send(at(17, 9))
    const { mail } = first!
    expect(mail.attachments).toHaveLength(1)
    const [picture] = mail.attachments
    expect(picture).toMatchObject({ contentType: 'image/png', contentDisposition: 'inline', related: true })
    expect([...picture!.content.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    expect(picture!.size).toBeLessThan(60_000)
    // mailparser puts the picture where its name stood.
    expect(mail.html).toMatch(/<img src="data:image\/png;base64,[^"]+" alt="[^"]+" width="496" height="150"/)
    expect(mail.text).toContain('数据截至')
    expect(mail.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringContaining(`${product.url}/unsubscribe/letter/`) },
    })
  })

  test('two that look at the same time, and one that was killed while it sent, make no second mail', async () => {
    await subscribed()
    const now = at(17, 9)
    await Promise.all([1, 2, 3].map(() => startDue(ctx(now), parts)))
    const runs = await query('select id from subscription_run')
    expect(runs).toHaveLength(1)
    armFailpoint('insight.letter.queued:2:throw')
    await expect(sendRun(ctx(now), parts, runs[0]!.id, run)).rejects.toThrow()
    armFailpoint(undefined)
    // The first had it, the second not: his transaction went with the process.
    await Promise.all([1, 2].map(() => sendRun(ctx(now), parts, runs[0]!.id, run)))
    await deliver(now)
    expect(smtp.received.map(({ recipients }) => recipients[0]).sort()).toEqual([
      'analyst@example.com',
      'linxiao@example.com',
    ])
  })

  test('after a long stop only the latest is sent', async () => {
    await subscribed()
    await send(at(17, 9))
    expect(await send(at(25, 20))).toHaveLength(2)
    expect(
      (await query('select due_on::text from subscription_run order by id')).map((row) => row.due_on),
    ).toEqual(['2026-11-17', '2026-11-25'])
  })

  test('in another zone the same day is not sent again, and none is left out', async () => {
    await subscribed()
    await send(at(17, 9))
    const zone = async (name: string) =>
      await product.database.pool.query(`update community set time_zone = $1`, [name])
    await zone('America/New_York')
    // Nine in New York of the 17th is 22:00 in 上海: that day was sent.
    expect(await send(at(17, 23))).toHaveLength(0)
    expect(await send(at(18, 23))).toHaveLength(2)
    await zone('Asia/Shanghai')
    expect(await send(at(19, 9))).toHaveLength(2)
  })

  test('is not sent while it is paused, and what came due meanwhile is not made up for', async () => {
    const id = await subscribed()
    const pause = (paused: boolean) => product.owner.put(`/api/insight/subscriptions/${id}/pause`, { paused })
    expect((await pause(true)).body.nextAt).toBeNull()
    expect(await send(at(17, 9))).toHaveLength(0)
    expect((await pause(false)).status).toBe(200)
    await product.database.pool.query('update subscription set since = $1', [at(18, 12)])
    expect(await send(at(18, 13))).toHaveLength(0)
    expect(await send(at(19, 9))).toHaveLength(2)
  })

  test('is not sent to a reader who may not see figures any more, and says so', async () => {
    const id = await subscribed()
    await product.database.pool.query(
      `insert into account_suspension values ((select id from account where email = 'analyst@example.com'), 'test', 'system:test')`,
    )
    expect((await send(at(17, 9))).map(({ recipients }) => recipients[0])).toEqual(['linxiao@example.com'])
    const { last } = (await product.owner.get('/api/insight/subscriptions')).body.items.find(
      (each: { id: string }) => each.id === id,
    )
    expect(last).toMatchObject({ day: '2026-11-17', deliveries: 2, failed: 1, problem: '已无权查看，没有发' })
    await product.database.pool.query('delete from account_suspension')
  })

  test('is sent to who asks for one now, to nobody else, and takes nothing from the day', async () => {
    const id = await subscribed()
    const analyst = await product.operator('analyst')
    const asked = await analyst.post(`/api/insight/subscriptions/${id}/send-me`, {})
    expect(asked.status, asked.text).toBe(202)
    expect((await send(at(16, 8))).map(({ recipients }) => recipients[0]).sort()).toContain(
      'analyst@example.com',
    )
    expect(await send(at(17, 9))).toHaveLength(2)
  })
})

describe('a chat', () => {
  const robot = {
    name: '运营群',
    robot: { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=SECRET' },
  }
  async function withRobot(): Promise<string> {
    const { body } = await product.owner.post('/api/insight/letter-robots', robot)
    return await subscribed({ readers: [], robots: [body.id] })
  }

  test('is told once, in short, with the way to the whole; its address is never shown', async () => {
    await withRobot()
    await send(at(17, 9))
    expect(told).toHaveLength(1)
    expect(told[0]!.body).toContain('山丘咖啡周报')
    expect(told[0]!.body).toContain(`${product.url}/console/plan/reports/`)
    await send(at(17, 9, 5))
    expect(told).toHaveLength(1)
    const { text } = await product.owner.get('/api/insight/letter-robots')
    expect(text).toContain('运营群')
    expect(text).not.toContain('SECRET')
    expect(JSON.stringify(await query('select * from letter_robot'))).not.toContain('SECRET')
  })

  test('that is away is told later, and holds nobody up', async () => {
    const id = await withRobot()
    chat = 'is away'
    await send(at(17, 9))
    expect(told).toHaveLength(0)
    chat = 'hears'
    await send(at(17, 9, 5))
    expect(told).toHaveLength(1)
    expect(
      await query(`select 1 from subscription_run where subscription_id = ${id} and ended_at is not null`),
    ).toHaveLength(1)
  })
})

test('somebody else’s own dashboard is sent nowhere by who cannot see it, not even by changing where it goes', async () => {
  const { owner } = product
  const dashboard = await owner.post('/api/insight/dashboards', { name: '我自己的', shared: false })
  const id = await subscribed({ kind: 'dashboard', thing: dashboard.body.id })
  const admin = await product.operator('operator')
  const { body: robot } = await admin.post('/api/insight/letter-robots', {
    name: '别的群',
    robot: { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=OTHER' },
  })
  expect(robot.id).toBeTruthy()
  const wish = { timing: { rhythm: 'daily', hour: 9 }, readers: [], robots: [robot.id] }
  expectProblem(await admin.put(`/api/insight/subscriptions/${id}`, wish), 404, 'dashboard_not_found')
  expectProblem(
    await admin.post('/api/insight/subscriptions', { kind: 'dashboard', thing: dashboard.body.id, ...wish }),
    404,
    'dashboard_not_found',
  )
  await send(at(17, 9))
  expect(told).toEqual([])
  // The control: once it is shared, they may.
  await owner.put(`/api/insight/dashboards/${dashboard.body.id}`, { version: 1, shared: true })
  expect((await admin.put(`/api/insight/subscriptions/${id}`, wish)).status).toBe(200)
})

describe('stopping it from a mail', () => {
  const link = async (): Promise<string> => {
    await subscribed()
    await send(at(17, 9))
    const { mail } = smtp.received.find(({ recipients }) => recipients[0] === 'analyst@example.com')!
    return (mail.headers.get('list') as unknown as { unsubscribe: { url: string } }).unsubscribe.url
  }

  test('RFC 8058: one POST without signing in stops it for that reader alone; opening the link changes nothing', async () => {
    const url = await link()
    const opened = await fetch(url)
    expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('<button')])
    expect(await send(at(18, 9))).toHaveLength(2)
    const posted = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect([posted.status, await posted.text()]).toEqual([200, expect.stringContaining('已退订')])
    expect((await send(at(19, 9))).map(({ recipients }) => recipients[0])).toEqual(['linxiao@example.com'])
    // Others who change the hour do not bring him back; he does.
    const [{ id, readers }] = (await product.owner.get('/api/insight/subscriptions')).body.items
    expect(readers.filter(({ stopped }: { stopped: boolean }) => stopped)).toHaveLength(1)
    await product.owner.put(`/api/insight/subscriptions/${id}`, {
      timing: { rhythm: 'daily', hour: 8 },
      readers: readers.map((reader: { id: string }) => reader.id),
    })
    await product.database.pool.query('update subscription set since = $1', [at(1, 0)])
    expect(await send(at(20, 8))).toHaveLength(1)
    const analyst = await product.operator('analyst')
    await analyst.post(`/api/insight/subscriptions/${id}/read-again`, {})
    expect(await send(at(21, 8))).toHaveLength(2)
  })

  test('a link that was made up or changed opens nothing', async () => {
    const url = await link()
    for (const wrong of [
      `${url.slice(0, -2)}${url.endsWith('AA') ? 'BB' : 'AA'}`,
      `${product.url}/unsubscribe/letter/${'A'.repeat(60)}`,
    ])
      expect((await fetch(wrong, { method: 'POST' })).status).toBe(404)
  })
})

test('what cannot be sent is refused: nobody to send to, strangers, unknown things, too odd times', async () => {
  const { owner } = product
  const viewer = await product.operator('viewer')
  const wish = { kind: 'report', thing: 'weekly', timing: { rhythm: 'weekly', weekday: 1, hour: 9 } }
  const me = await accountOf('owner')
  const post = (body: object) => owner.post('/api/insight/subscriptions', body)
  expectProblem(await post(wish), 422, 'nobody_to_send_to')
  expectProblem(await post({ ...wish, readers: ['999999'] }), 422, 'reader_may_not')
  expectProblem(await post({ ...wish, robots: ['999999'] }), 404, 'robot_not_found')
  expectProblem(await post({ ...wish, thing: 'yearly', readers: [me] }), 404, 'thing_not_sendable')
  expectProblem(await post({ ...wish, thing: 'weekly:999999', readers: [me] }), 404, 'thing_not_sendable')
  expect((await post({ ...wish, timing: { rhythm: 'weekly', hour: 9 }, readers: [me] })).status).toBe(422)
  expect((await post({ ...wish, timing: { rhythm: 'daily', hour: 24 }, readers: [me] })).status).toBe(422)
  expectProblem(await viewer.post('/api/insight/subscriptions', { ...wish, readers: [me] }), 403, 'forbidden')
  expectProblem(
    await owner.post('/api/insight/letter-robots', {
      name: 'x',
      robot: { kind: 'wecom', url: 'https://evil.example/' },
    }),
    422,
    'invalid_input',
  )
})

test('a report is shared with colleagues now, in the name of who shares it', async () => {
  const id = await subscribed()
  await send(at(17, 9))
  expect(id).toBeTruthy()
  const [{ id: report }] = await query('select id from report')
  smtp.received.length = 0
  const shared = await product.owner.post(`/api/insight/reports/${report}/share`, {
    readers: [await accountOf('analyst')],
  })
  expect(shared.status, shared.text).toBe(204)
  await deliver(at(17, 10))
  expect(smtp.received).toHaveLength(1)
  expect(smtp.received[0]!.mail.text).toContain('林晓 分享给你')
  expectProblem(
    await product.owner.post(`/api/insight/reports/${report}/share`, {}),
    422,
    'nobody_to_send_to',
  )
})
