/** A list comes in through the real door, the real queue and the real files. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { JobRun } from '#base/jobs/job.ts'
import { writeXlsx } from '#base/text/xlsx-write.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { until } from '#test/warehouse.ts'
import { openVault } from '../vault.ts'
import { peopleLists, purgeJob } from './importing.ts'

const home = mkdtempSync(join(tmpdir(), 'juluo-imports-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const quietRun: JobRun = {
  id: 'test',
  attempt: 1,
  requestedBy: 'system:test',
  signal: new AbortController().signal,
  progress: async () => undefined,
}
const product = useProduct({ env: { ROLES: 'web,worker', JULUO_DATA: home } })

const lines = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\r\n')

async function upload(raw: string | Uint8Array, name = '老客名单.csv') {
  const reply = await product().owner.post(`/api/imports?name=${encodeURIComponent(name)}`, undefined, {
    raw,
    headers: { 'content-type': 'application/octet-stream' },
  })
  expect(reply.status, reply.text).toBe(201)
  return reply.body
}

const see = async (id: string) => (await product().owner.get(`/api/imports/${id}`)).body

async function settled(id: string, states: readonly string[]) {
  await until(async () => states.includes((await see(id)).state), 12)
  return await see(id)
}

async function check(list: { id: string; plan: object }, plan: object = {}) {
  const reply = await product().owner.post(`/api/imports/${list.id}/check`, { ...list.plan, ...plan })
  expect(reply.status, reply.text).toBe(202)
  return await settled(list.id, ['checked', 'failed'])
}

async function run(id: string) {
  const reply = await product().owner.post(`/api/imports/${id}/run`, undefined, {
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(reply.status, reply.text).toBe(202)
  return await settled(id, ['done', 'failed'])
}

const counts = async () => {
  const { rows } = await product().database.pool.query<{ members: string; contacts: string }>(
    'select (select count(*) from member) as members, (select count(*) from member_contact) as contacts',
  )
  return rows[0]!
}

const heading = ['姓名', '手机号', '邮箱', '城市', '标签', '注册时间']
const people = [
  ['小满', '13812340001', 'xm@example.com', '成都', '手冲', '2025-03-01'],
  ['舟舟', '138 1234 0002', '', '上海', '手冲、常客', '2025/3/2'],
  ['', '13812340003', '', '杭州', '', ''],
  ['坏号码', '1381234', '', '杭州', '', ''],
  ['小满二号', '13812340001', '', '', '', ''],
  ['宋知意', '', 'song@example.com', '北京', '意式', '2024年12月1日'],
]

describe('T30 S3-15 a list of members', () => {
  test('is guessed, tried without a trace, imported, and every row is accounted for', async () => {
    const list = await upload(lines([heading, ...people]))
    expect(list.plan.columns).toEqual(['nickname', 'phone', 'email', 'city', 'tags', 'joinedAt'])
    expect([list.encoding, list.separator, list.state]).toEqual(['utf-8', ',', 'draft'])

    const before = await counts()
    const checked = await check(list, { origin: 'CRM 导出', tags: ['老客'] })
    expect(checked.checked).toEqual({ rows: 6, created: 4, updated: 0, unchanged: 0, failed: 1, repeated: 1 })
    expect(await counts()).toEqual(before)

    const done = await run(list.id)
    expect(done.outcome).toEqual(checked.checked)
    expect(done.state).toBe('done')
    const { rows } = await product().database.pool.query(
      `select nickname, city, joined_at, channel, array(select name from member_tag join tag on tag.id = tag_id where member_id = member.id order by name) as tags
         from member where exists (select from member_contact where member_id = member.id and source = 'import' and source_id = $1) order by id`,
      [list.id],
    )
    expect(rows).toMatchObject([
      { nickname: '小满', city: '成都', tags: ['手冲', '老客'], joined_at: new Date('2025-02-28T16:00:00Z') },
      { nickname: '舟舟', tags: ['常客', '手冲', '老客'], channel: 'import' },
      { nickname: expect.stringMatching(/^新成员/), city: '杭州' },
      { nickname: '宋知意', tags: ['意式', '老客'] },
    ])
    const errors = (await product().owner.get(`/api/imports/${list.id}/errors`)).body.items
    expect(errors).toEqual([
      { row: 5, cells: expect.any(Array), reasons: [{ column: 1, message: '手机号不正确' }] },
      { row: 6, cells: expect.any(Array), reasons: [{ column: null, message: '与第 2 行是同一个人' }] },
    ])
  })

  test('whose refused rows were corrected in their file comes in again, and what is there already stays', async () => {
    const list = await upload(
      lines([heading, ['=许木', '12', '', '广州', '', ''], ['@青野', '13812340009', '', '', '', '']]),
    )
    await check(list)
    const done = await run(list.id)
    expect(done.outcome).toMatchObject({ created: 1, failed: 1 })
    const file = await product().owner.get(done.errorFileUrl)
    expect(file.text).toContain('原行号,未导入原因')
    // Nothing that a spreadsheet would run, and readable again all the same.
    expect(file.text).toContain("'=许木")
    const again = await upload(file.text.replace(',12,', ',13812340012,'), 'errors.csv')
    expect(again.plan.columns).toEqual(['nickname', 'phone', 'email', 'city', 'tags', 'joinedAt', null, null])
    await check(again)
    expect((await run(again.id)).outcome).toMatchObject({ rows: 1, created: 1, failed: 0 })
    const { rows } = await product().database.pool.query(
      `select nickname from member where nickname = '=许木'`,
    )
    expect(rows).toHaveLength(1)
  })

  test('the file of refused rows goes with the one that takes its place, and with its import', async () => {
    const { owner } = product()
    const list = await upload(lines([heading, ['黎川', '12', '', '', '', '']]))
    const first = (await check(list)).errorFileUrl
    const second = (await check(list)).errorFileUrl
    expect(second).not.toBe(first)
    expect([(await owner.get(first)).status, (await owner.get(second)).status]).toEqual([404, 200])
    expect((await owner.delete(`/api/imports/${list.id}`)).status).toBe(204)
    expect((await owner.get(second)).status).toBe(404)
  })

  test('finds people again by any key, adds what is new, and leaves alone what they said themselves', async () => {
    const member = await product().member('阿澈')
    await member.patch('/api/member', { city: '上海', bio: '' })
    const address = (await member.get('/api/account')).body.email
    const list = await upload(
      lines([
        ['昵称', '邮箱', '手机', '城市', '简介'],
        ['改名', address, '13812340020', '北京', '老客'],
        ['小满', 'xm@example.com', '', '成都', ''],
      ]),
    )
    await check(list)
    expect((await see(list.id)).checked).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
    await run(list.id)
    expect((await member.get('/api/member')).body).toMatchObject({
      nickname: '阿澈',
      city: '上海',
      bio: '老客',
    })
    const twice = await upload(
      lines([
        ['昵称', '邮箱', '手机', '城市', '简介'],
        ['改名', address, '13812340020', '北京', '老客'],
      ]),
    )
    await check(twice)
    expect((await run(twice.id)).outcome).toMatchObject({ updated: 0, unchanged: 1 })
  })

  test('whose keys belong to two members is refused, and the two are offered as doubles', async () => {
    const list = await upload(
      lines([
        ['昵称', '手机', '邮箱'],
        ['两人', '13812340002', 'song@example.com'],
      ]),
    )
    await check(list)
    const { items } = (await product().owner.get(`/api/imports/${list.id}/errors`)).body
    expect(items[0].reasons[0].message).toContain('分属 2 位成员')
    const { rows } = await product().database.pool.query(
      'select reason from member_double where import_id = $1',
      [list.id],
    )
    expect(rows).toHaveLength(1)
  })

  test('is taken back: new people go, others have what they had, who did something stays', async () => {
    const list = await upload(
      lines([
        ['昵称', '手机', '城市', '标签'],
        ['过客甲', '13812340031', '', '过客'],
        ['过客乙', '13812340032', '', '过客'],
        ['舟舟', '13812340002', '苏州', '过客'],
      ]),
    )
    await check(list)
    await run(list.id)
    const {
      rows: [second],
    } = await product().database.pool.query<{ id: string }>(`select id from member where nickname = '过客乙'`)
    await product().owner.post('/api/members/tags', { ids: [second!.id], add: ['认识'] })
    expect((await product().owner.post(`/api/imports/${list.id}/undo`)).status).toBe(202)
    await settled(list.id, ['undone'])
    const { rows } = await product().database.pool.query(
      `select nickname, city from member where nickname in ('过客甲', '过客乙', '舟舟') order by nickname`,
    )
    expect(rows).toEqual([
      { nickname: '舟舟', city: '上海' },
      { nickname: '过客乙', city: '' },
    ])
    const { rows: tags } = await product().database.pool.query(
      `select nickname from member join member_tag on member_id = member.id join tag on tag.id = tag_id where tag.name = '过客'`,
    )
    expect(tags).toEqual([{ nickname: '过客乙' }])
  })
})

describe('files as people have them', () => {
  test('GB18030 is read', async () => {
    const name = Buffer.from('b1e0c2ebbcd7', 'hex')
    const list = await upload(
      Buffer.concat([Buffer.from('name,phone\r\n'), name, Buffer.from(',13812350002\r\n')]),
    )
    expect([list.encoding, list.samples]).toEqual(['gb18030', [['编码甲', '13812350002']]])
  })
  test('UTF-16 with its mark, tabs between the cells', async () => {
    const list = await upload(Buffer.from('\uFEFF昵称\t手机号\n编码甲\t13812350001', 'utf16le'), 'list.txt')
    expect([list.encoding, list.separator, list.plan.columns]).toEqual([
      'utf-16le',
      '\t',
      ['nickname', 'phone'],
    ])
  })
  test('a workbook is read, checked and imported like text', async () => {
    const bytes = await new Response(
      writeXlsx(
        '成员',
        [{ heading: '昵称' }, { heading: '手机号' }, { heading: '加入时间' }],
        [
          ['工作簿甲', 13812360001, new Date('2025-06-01')],
          ['工作簿乙', '13812360002', '2025-06-02 09:30'],
        ],
      ),
    ).arrayBuffer()
    const list = await upload(new Uint8Array(bytes), '名单.xlsx')
    expect([list.format, list.plan.columns]).toEqual(['xlsx', ['nickname', 'phone', 'joinedAt']])
    await check(list)
    expect((await run(list.id)).outcome).toMatchObject({ created: 2, failed: 0 })
    const { rows: joined } = await product().database.pool.query(
      `select joined_at from member where nickname like '工作簿%' order by nickname desc`,
    )
    expect(joined).toEqual([
      { joined_at: new Date('2025-05-31T16:00:00Z') },
      { joined_at: new Date('2025-06-02T01:30:00Z') },
    ])
  })
  test('that are no list are refused, and nothing stays of them', async () => {
    for (const [raw, name, status] of [
      ['13812340001,小满\r\n13812340002,舟舟', 'a.csv', 422],
      [Buffer.from('PK\x03\x04garbage'), 'a.xlsx', 422],
      ['', 'a.csv', 422],
    ] as const) {
      const reply = await product().owner.post(`/api/imports?name=${name}`, undefined, {
        raw,
        headers: { 'content-type': 'application/octet-stream' },
      })
      expect([name, reply.status >= 400 && reply.status < 500, status], reply.text).toEqual([
        name,
        true,
        status,
      ])
    }
  })
  test('with a quote that never ends fail in words, not in the log', async () => {
    const list = await upload(
      `昵称,手机\r\n小满,13812370001\r\n${'x'.repeat(10)}\r\n"open,${'y\r\n'.repeat(100_000)}`,
    )
    await product().owner.post(`/api/imports/${list.id}/check`, list.plan)
    expect(await settled(list.id, ['failed'])).toMatchObject({ trouble: 'quotes' })
  })
})

test('L-13 nothing but numbers is left of a list thirty days after its end', async () => {
  const list = await upload(
    lines([heading, ['旧客', '13812380001', '', '', '', ''], ['坏', '1', '', '', '', '']]),
  )
  await check(list)
  await run(list.id)
  const { pool } = product().database
  const left = async () =>
    (
      await pool.query(
        `select file_id is null and error_file_id is null and samples = '[]' as gone, outcome->>'created' as created,
                (select count(*) from member_import_change where import_id = $1) as changes,
                (select count(*) from member_import_error where import_id = $1) as errors
           from member_import where id = $1`,
        [list.id],
      )
    ).rows[0]
  const ctx = { ...testCtx(product().database), now: new Date() }
  const { files, secrets } = product().process.parts
  const job = purgeJob(peopleLists(openVault(secrets)), files)
  const purge = () => job.run(ctx, {}, quietRun)
  await purge()
  expect(await left()).toEqual({ gone: false, created: '1', changes: '1', errors: '1' })
  await pool.query(`update member_import set finished_at = now() - interval '31 days' where id = $1`, [
    list.id,
  ])
  await purge()
  expect(await left()).toEqual({ gone: true, created: '1', changes: '0', errors: '0' })
  expect((await see(list.id)).can).toEqual({
    check: false,
    run: false,
    stop: false,
    undo: false,
    discard: false,
  })
})
