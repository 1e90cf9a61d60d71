/** Orders as files, out and in: what a spreadsheet would run stands as text, and comes back as it was. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { useProduct } from '#test/product.ts'
import { until } from '#test/warehouse.ts'

const home = mkdtempSync(join(tmpdir(), 'juluo-order-files-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const product = useProduct({ env: { ROLES: 'web,worker', JULUO_DATA: home } })

const source = async (key: string) =>
  (await product().owner.post('/api/order-sources', { key, name: '有赞店' })).body
const linesOf = (text: string) => text.trim().split('\r\n')
/** A cell that a spreadsheet would run: it begins with a sign that does so. */
const runs = /(^|,)"?[=+\-@\t\r]/

test('the file of the list holds what is shown, and nothing in it runs', async () => {
  const { owner } = product()
  const shop = await source('out')
  for (let n = 0; n < 4; n++)
    await owner.post('/api/orders', {
      source: 'out',
      order: {
        id: `L${n}`,
        status: n % 2 ? 'completed' : 'paid',
        totalMinor: 12_850,
        placedAt: `2026-10-0${n + 1}T02:00:00Z`,
        customer: { name: '=cmd|calc' },
        items: [{ sku: `S${n}`, name: '@SUM(1)', quantity: 1, unitMinor: 1_000 }],
      },
    })
  const filter = { sourceId: shop.id, status: ['completed'] }
  const asked = await owner.post('/api/orders/export', { filter })
  expect(asked.status, asked.text).toBe(202)
  let url = ''
  await until(async () => {
    const job = (await owner.get(`/api/jobs/${asked.body.jobId}`)).body
    url = job.result?.url ?? ''
    return job.state === 'completed'
  })
  const [heading, ...lines] = linesOf((await owner.get(url)).text)
  expect(heading).toContain('订单号')
  expect(lines.map((line) => line.split(',')[0])).toEqual(['L3', 'L1'])
  for (const line of lines) {
    expect(line).toContain("'=cmd|calc")
    expect(line).toContain("'@SUM(1)")
    expect(line).toContain('128.50')
    expect(line).not.toMatch(runs)
  }
  expect('E1,=cmd|calc').toMatch(runs)
})

test('a list comes in by its steps: guess, preview, check, correct the refused rows, import', async () => {
  const { owner, database } = product()
  const shop = await source('in')
  const upload = async (name: string, raw: string) => {
    const reply = await owner.post(
      `/api/order-lists?${new URLSearchParams({ name, sourceId: shop.id })}`,
      undefined,
      { raw, headers: { 'content-type': 'application/octet-stream' } },
    )
    expect(reply.status, reply.text).toBe(201)
    return reply.body
  }
  const reach = async (id: string, state: string) => {
    let list: { checked: object; outcome: object; errorFileUrl: string | null } | undefined
    await until(async () => {
      const { body } = await owner.get(`/api/order-lists/${id}`)
      list = body
      return body.state === state
    })
    return list!
  }
  const first = await upload(
    '有赞 11 月.csv',
    [
      '订单号,订单金额,下单时间,收货人,商品名称,数量',
      'E1,128.00,2026-11-10 10:00,林小满,耶加雪菲,2',
      'E1,,,,滤纸,1',
      'E2,六十八,2026-11-10 11:00,=cmd|calc,挂耳,1',
      'E3,68.00,2026-11-10 12:00,舟舟,挂耳,1',
    ].join('\r\n'),
  )
  expect(first.plan.columns).toEqual(['number', 'total', 'placedAt', 'name', 'item', 'quantity'])
  const preview = await owner.post(`/api/order-lists/${first.id}/preview`, first.plan, {
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(preview.body.items).toMatchObject([
    {
      row: 2,
      rows: 2,
      number: 'E1',
      customer: '林小满',
      status: 'placed',
      totalMinor: 12_800,
      items: ['耶加雪菲 × 2', '滤纸'],
    },
    { row: 4, number: 'E2', status: null, reasons: [{ column: 1, message: '金额不正确，请写成 68.00' }] },
    { row: 5, number: 'E3', totalMinor: 6_800, reasons: [] },
  ])
  // As the console asks, with a key: what stands in the list is kept nowhere besides.
  const kept = await database.pool.query(`select body from idempotent_answer where body like '%林小满%'`)
  expect(kept.rows).toEqual([])
  const wrong = await owner.post(`/api/order-lists/${first.id}/preview`, {
    ...first.plan,
    columns: ['number', 'total', null, null, null, null],
  })
  expect(wrong.status).toBe(422)
  expect(wrong.body.code).toBe('list_columns_wrong')

  await owner.post(`/api/order-lists/${first.id}/check`, first.plan)
  const checked = await reach(first.id, 'checked')
  expect(checked.checked).toMatchObject({ rows: 4, created: 2, lines: 1, failed: 1 })
  expect((await owner.get('/api/orders', { query: { sourceId: shop.id } })).body.items).toEqual([])
  const [heading, refused, ...rest] = linesOf((await owner.get(checked.errorFileUrl!)).text)
  expect(rest).toEqual([])
  expect(heading).toBe('订单号,订单金额,下单时间,收货人,商品名称,数量,原行号,未导入原因')
  expect(refused).toContain("'=cmd|calc")
  expect(refused).not.toMatch(runs)

  await owner.post(`/api/order-lists/${first.id}/run`, undefined, {
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const { outcome } = await reach(first.id, 'done')
  expect(outcome).toMatchObject({ created: 2, failed: 1 })

  // The file of refused rows, corrected, comes in again; the name is what the shop wrote.
  const second = await upload('改好的.csv', `${heading}\r\n${refused!.replace('六十八', '68.00')}`)
  await owner.post(`/api/order-lists/${second.id}/check`, second.plan)
  await reach(second.id, 'checked')
  await owner.post(`/api/order-lists/${second.id}/run`, undefined, {
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  await reach(second.id, 'done')
  const { rows } = await database.pool.query(
    `select o.external_id as number, c.name from shop_order o left join order_customer c on c.id = o.customer_id
      where o.source_id = $1 order by o.external_id`,
    [shop.id],
  )
  expect(rows).toEqual([
    { number: 'E1', name: '林小满' },
    { number: 'E2', name: '=cmd|calc' },
    { number: 'E3', name: '舟舟' },
  ])
})
