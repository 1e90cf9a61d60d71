import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { systemCtx } from '#base/context.ts'
import { getImport } from '#base/imports/import.ts'
import { readTextRows } from '#base/imports/read-file.ts'
import { findErrors, sayReason } from '#base/imports/refused.ts'
import { walkImport } from '#base/imports/walk.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { armFailpoint } from '#base/testing/failpoint.ts'
import { addContact, joinCommunity, openVault } from '#modules/members/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { addSource } from '../sources.ts'
import { momentReader, readAmount, readStatus } from './cells.ts'
import { guessColumns } from './guess.ts'
import { orderLists } from './importing.ts'
import { checkPlan } from './plan.ts'

const database = useDatabase()
const vault = openVault(deriveSecrets(Buffer.alloc(32, 7).toString('base64url')))
const kind = orderLists(vault)
const ctx = () => testCtx(database(), { kind: 'system', name: 'test' }, new Date('2026-11-20T04:00:00Z'))

const header = [
  '订单编号',
  '订单状态',
  '应付金额(元)',
  '实付金额',
  '退款金额',
  '下单时间',
  '付款时间',
  '收货人',
  '手机号*',
  '货号',
  '商品名称',
  '数量',
  '单价',
  '备注',
]
const good = (n: number, more: Partial<Record<number, string>> = {}) => {
  const cells = [
    `T${n}`,
    '交易成功',
    '128.00',
    '¥128',
    '',
    '2026/11/10 10:00',
    '2026-11-10 10:03:00',
    '林小满',
    '138 1234 0001',
    'YJ-227',
    '耶加雪菲, 227g',
    '2',
    '64',
    '=HYPERLINK("x")',
  ]
  for (const [at, text] of Object.entries(more)) cells[Number(at)] = text!
  return cells
}
const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')

let made = 0
async function prepare(state: 'checking' | 'running' = 'running') {
  const source = await addSource(ctx(), { key: `list-${made++}`, name: '淘宝店', currency: 'CNY' })
  const columns = guessColumns(header)
  const { rows } = await sql<{ id: string }>`
    insert into order_list (source_id, file_name, format, encoding, separator, header, plan, state, created_at)
    values (${source.id}, 'orders.csv', 'csv', 'utf-8', ',', ${header}, ${JSON.stringify({ columns, amounts: 'major' })}, ${state}, now())
    returning id`.execute(database().db)
  return { id: rows[0]!.id, source }
}
const walk = async (id: string, bytes: Uint8Array | string, mode: 'check' | 'run' = 'run') =>
  await walkImport(
    systemCtx(database().db, 'test'),
    kind,
    await getImport(ctx(), kind, id),
    readTextRows([Buffer.from(bytes)] as never, ','),
    {
      mode,
      signal: new AbortController().signal,
      progress: async () => undefined,
    },
  )
const ordersOf = async (sourceId: string) =>
  (
    await sql<{ number: string; status: string; total: string; lines: string }>`
    select external_id as number, status, total_minor as total, (select count(*) from shop_order_item i where i.order_id = o.id) as lines
      from shop_order o where source_id = ${sourceId} order by id`.execute(database().db)
  ).rows

test('columns are known by what shops call them', () => {
  expect(guessColumns(header)).toEqual([
    'number',
    'status',
    'total',
    'paid',
    'refunded',
    'placedAt',
    'paidAt',
    'name',
    'phone',
    'sku',
    'item',
    'quantity',
    'unit',
    null,
  ])
  expect(() => checkPlan(['a', 'b'], { columns: ['number', 'total'], amounts: 'major' })).toThrow()
})

test.each([
  ['¥1,280.50', 128_050],
  ['1280.5元', 128_050],
  ['１２８０', 128_000],
  ['0', 0],
  ['68.000', 6_800],
  ['68.005', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['', undefined],
  ['9007199254740993', undefined],
  ['0x10', undefined],
])('an amount %s is %s', (text, minor) => expect(readAmount(text, 2)).toBe(minor))

test('moments are those of the community’s zone, also where clocks change', () => {
  const shanghai = momentReader('Asia/Shanghai')
  expect(shanghai('2026-11-10 10:03:07')).toBe(Date.parse('2026-11-10T02:03:07Z'))
  expect(shanghai('2026年11月10日 10:03')).toBe(Date.parse('2026-11-10T02:03:00Z'))
  expect(shanghai('2026/11/10')).toBe(Date.parse('2026-11-09T16:00:00Z'))
  expect(shanghai('2026-11-10T10:03:00+09:00')).toBe(Date.parse('2026-11-10T01:03:00Z'))
  for (const wrong of ['2026-02-30', '2026-11-10 25:00', '11/10/2026', 'gestern'])
    expect(shanghai(wrong)).toBeUndefined()
  const berlin = momentReader('Europe/Berlin')
  expect(berlin('2026-03-29 01:30:00')).toBe(Date.parse('2026-03-29T00:30:00Z'))
  expect(berlin('2026-03-29 03:30:00')).toBe(Date.parse('2026-03-29T01:30:00Z'))
  expect(readStatus('交易成功')).toBe('completed')
  expect(readStatus('???')).toBeUndefined()
})

test('a list comes in with reasons by row, and the same file again changes nothing', async () => {
  const { id, source } = await prepare()
  const memberId = await joinCommunity(ctx(), { accountId: null, nickname: '林小满' })
  await addContact(ctx(), vault, memberId, { kind: 'phone', value: '13812340001' }, { source: 'operator' })
  const file = csv([
    header,
    good(1),
    good(1, { 9: 'MH-10', 10: '挂耳', 11: '1', 12: '39' }),
    good(2, { 2: '一百' }),
    good(3, { 1: '在路上' }),
    good(4, { 4: '28.00' }),
    good(5, { 5: '2026-13-01' }),
    good(6, { 4: '200' }),
    good(1),
    good(7, { 0: '' }),
    good(8, { 1: '已退款' }),
  ])
  const dry = await walk((await prepare('checking')).id, file, 'check')
  expect(dry.tally).toEqual({ rows: 10, created: 3, updated: 0, unchanged: 0, older: 0, lines: 1, failed: 6 })
  const { tally } = await walk(id, file)
  expect(tally).toEqual(dry.tally)
  expect(await ordersOf(source.id)).toEqual([
    { number: 'T1', status: 'completed', total: '12800', lines: '2' },
    { number: 'T4', status: 'partly_refunded', total: '12800', lines: '1' },
    { number: 'T8', status: 'refunded', total: '12800', lines: '1' },
  ])
  const errors = await findErrors(ctx(), kind, id, { after: 0, limit: 50 })
  expect(errors.map(({ row, reasons }) => [row, sayReason(kind, reasons[0]!, 'zh-CN')])).toEqual([
    [4, '金额不正确，请写成 68.00'],
    [5, '不认识的订单状态'],
    [7, '时间无法识别，请写成 2026-11-22 10:05:00'],
    [8, '退款合计超过实付金额'],
    [9, '同一订单号在前面出现过；一笔订单的多行请放在一起'],
    [10, '缺少订单号'],
  ])
  const log = async () =>
    (
      await sql`select name, value, source, occurred_at from event_log where member_id = ${memberId} and name like 'order.%' order by seq`.execute(
        database().db,
      )
    ).rows
  const told = await log()
  expect(told).toHaveLength(8)
  expect(new Set(told.map((each) => (each as { source: string }).source))).toEqual(new Set(['import']))

  const before = JSON.stringify(
    (await sql`select * from shop_order where source_id = ${source.id} order by id`.execute(database().db))
      .rows,
  )
  const again = await sql<{ id: string }>`
    insert into order_list (source_id, file_name, format, encoding, separator, header, plan, state, created_at)
    select source_id, file_name, format, encoding, separator, header, plan, 'running', now() from order_list where id = ${id} returning id`.execute(
    database().db,
  )
  expect((await walk(again.rows[0]!.id, file)).tally).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 3,
    failed: 6,
  })
  expect(
    JSON.stringify(
      (await sql`select * from shop_order where source_id = ${source.id} order by id`.execute(database().db))
        .rows,
    ),
  ).toBe(before)
  expect(await log()).toEqual(told)
})

test('a file as Excel in China saves it (GB18030) is read', async () => {
  const { id, source } = await prepare()
  // Only the name of the product is Chinese here: 耶加雪菲 in GB18030. The heading is known already.
  const plain = csv([header.map(() => 'x'), good(1, { 1: 'completed', 3: '128', 7: 'L', 10: 'NAME' })])
  const [before, after] = plain.split('NAME').map((part) => Buffer.from(part))
  const bytes = Buffer.concat([before!, Buffer.from('d2aebcd3d1a9b7c6', 'hex'), after!])
  expect((await walk(id, bytes)).tally).toMatchObject({ created: 1, failed: 0 })
  const { rows } = await sql<{ name: string }>`
    select i.name from shop_order_item i join shop_order o on o.id = i.order_id where o.source_id = ${source.id}`.execute(
    database().db,
  )
  expect(rows).toEqual([{ name: '耶加雪菲' }])
})

test('killed after a batch was kept, it goes on behind it and does nothing twice', async () => {
  const { id, source } = await prepare()
  const file = csv([header, ...Array.from({ length: 4_500 }, (_, n) => good(n))])
  armFailpoint('imports.batch.kept:throw')
  await expect(walk(id, file)).rejects.toThrow()
  expect((await getImport(ctx(), kind, id)).place).toBe(2_001)
  armFailpoint('imports.batch.written:throw')
  await expect(walk(id, file)).rejects.toThrow()
  armFailpoint(undefined)
  expect((await getImport(ctx(), kind, id)).place).toBe(2_001)
  expect((await walk(id, file)).tally).toMatchObject({ rows: 4_500, created: 4_500, unchanged: 0 })
  expect(await ordersOf(source.id)).toHaveLength(4_500)
})
