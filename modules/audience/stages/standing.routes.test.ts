/** RFM and the life cycle as the console uses them: over HTTP, with a worker that computes and a sink that fills. */
import { beforeAll, describe, expect, test } from 'vitest'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { until } from '#test/warehouse.ts'
import { purchasePreset } from '../rfm/model.ts'
import { communityPreset } from './presets.ts'

const product = useProduct({ env: { ROLES: 'web,worker,sink' } })
const people: string[] = []
const day = (back: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - back * 86_400_000)

async function done(jobId: string): Promise<void> {
  await until(async () => {
    const { body } = await product().owner.get(`/api/jobs/${jobId}`)
    if (body.state === 'failed') throw new Error(body.error)
    return body.state === 'completed'
  }, 80)
}

beforeAll(async () => {
  const ctx = testCtx(product().database, { kind: 'system', name: 'test' }, new Date(Date.now() - 86_400_000))
  for (const nickname of ['阿澈', '韩小禾', '许木'])
    people.push(await joinCommunity(ctx, { accountId: null, nickname }))
  const [ache, xiaohe] = people
  const orders = [
    [ache, 2, 30_000],
    [ache, 20, 30_000],
    [ache, 40, 30_000],
    [xiaohe, 100, 500],
  ] as const
  for (const [member, back, fen] of orders)
    await product().database.pool.query(
      `insert into event_log (name, source, actor, occurred_at, recorded_at, member_id, value)
       values ('order.paid', 'track', 'account:1', now() - $2 * interval '1 day', now(), $1, $3)`,
      [member, back, fen],
    )
  await until(async () => {
    const { body } = await product().owner.get('/api/audience/rfm/purchase/picture')
    return body?.measured === 2
  }, 40)
})

describe('RFM', () => {
  test('S2-19 shows cut-offs and where everybody stands, and who is behind each number', async () => {
    const { body } = await product().owner.get('/api/audience/rfm/purchase/picture')
    expect(body).toMatchObject({ asOf: day(0), members: 3, measured: 2 })
    expect(body.cutOffs.recency.cut).toBe(30)
    expect(body.cells.map((cell: { tier: string; members: number }) => [cell.tier, cell.members])).toEqual([
      ['important_value', 1],
      ['general_retain', 1],
    ])
    const behind = await product().owner.get('/api/audience/rfm/purchase/members?tier=important_value')
    expect(behind.body.items.map((item: { member: { nickname: string } }) => item.member.nickname)).toEqual([
      '阿澈',
    ])
  })

  test('answers for any day that has been, and for none that has not', async () => {
    const then = await product().owner.get(`/api/audience/rfm/purchase/picture?asOf=${day(30)}`)
    expect(then.body.cells.map((cell: { tier: string }) => cell.tier).sort()).toEqual([
      'general_retain',
      'important_develop',
    ])
    const ahead = await product().owner.get(`/api/audience/rfm/purchase/picture?asOf=${day(-2)}`)
    expect([ahead.status, ahead.body.code]).toEqual([422, 'day_ahead'])
  })

  test('says who moved between two days', async () => {
    const { body } = await product().owner.get(`/api/audience/rfm/purchase/movement?from=${day(30)}`)
    expect(body.moves).toContainEqual({ from: 'important_develop', to: 'important_value', members: 1 })
    const reversed = await product().owner.get(`/api/audience/rfm/purchase/movement?from=${day(0)}`)
    expect(reversed.body.code).toBe('days_reversed')
  })

  test('S2-31 a draft is tried, kept, published and computed; the member’s page says where he stands and why', {
    timeout: 90_000,
  }, async () => {
    const { owner } = product()
    const definition = {
      ...purchasePreset,
      windowDays: 30,
      tiers: { important_develop: { name: '潜力客户' } },
    }
    const trial = await owner.post('/api/audience/rfm/purchase/trial', { definition })
    expect(trial.body.cells.map((cell: { tier: string }) => cell.tier)).toContain('important_develop')
    expect((await owner.put('/api/audience/rfm/purchase/draft', { definition })).status).toBe(204)
    const published = await owner.post('/api/audience/rfm/purchase/publication', { note: '只看近 30 天' })
    expect(published.body.number).toBe(2)
    await done(published.body.jobId)
    const { body } = await owner.get(`/api/members/${people[0]}/rfm`)
    expect(body.items[0]).toMatchObject({
      kind: 'purchase',
      tier: { key: 'important_develop', name: '潜力客户' },
      recency: { value: 2, cut: 30, high: true },
      frequency: { value: 2, cut: 3, high: false },
      amount: { value: 60_000, high: true },
      changes: [{ day: day(0), from: '未购买', to: '潜力客户' }],
    })
    const model = await owner.get('/api/audience/rfm/purchase')
    expect(model.body.inForce).toMatchObject({ number: 2, note: '只看近 30 天', by: '林晓' })
    expect(model.body.run).toMatchObject({ asOf: day(0), moved: 2 })
    expect(model.body.draft).toBeNull()
  })

  test('refuses a model that asks nothing, and says where', async () => {
    const definition = { ...purchasePreset, recency: { ...purchasePreset.recency, events: [] } }
    const refused = await product().owner.put('/api/audience/rfm/purchase/draft', { definition })
    expect(refused.status).toBe(422)
    expect(refused.body.fields[0].path).toBe('body.definition.recency.events')
  })

  test('who may only look may not change', async () => {
    const viewer = await product().operator('viewer')
    const { body } = await viewer.get('/api/audience/rfm/purchase')
    expect(body.can).toEqual({ edit: false, compute: false })
    expect((await viewer.post('/api/audience/rfm/purchase/runs')).status).toBe(403)
  })
})

describe('the life cycle', () => {
  test('S2-26…30 is computed on demand; stages, flow, people and the reasons of one member agree', async () => {
    const { owner } = product()
    const [model] = (await owner.get('/api/audience/lifecycle')).body.items
    expect(model).toMatchObject({ name: '全体成员', number: 1, run: null })
    expect(model.stages.map((stage: { name: string }) => stage.name)).toEqual([
      '导入期',
      '成长期',
      '成熟期',
      '休眠期',
      '流失期',
    ])
    const path = `/api/audience/lifecycle/${model.id}`
    await done((await owner.post(`${path}/runs`)).body.jobId)
    const detail = (await owner.get(path)).body
    const counts: Record<string, number> = detail.run.counts
    expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(3)
    for (const [stage, members] of Object.entries(counts)) {
      const { body } = await owner.get(`${path}/members?stage=${stage}`)
      expect(body.items).toHaveLength(members)
    }
    const { flow } = (await owner.get(`${path}/flow?after=${day(7)}`)).body
    expect(flow.every((each: { from: unknown }) => each.from === null)).toBe(true)
    const { body } = await owner.get(`/api/members/${people[1]}/lifecycle`)
    const [life] = body.items
    expect(life.changes).toEqual([{ day: day(0), from: null, to: life.stage.key }])
    const here = life.around.find((each: { here: boolean }) => each.here)
    expect(here.met).toBe(true)
    expect(here.reasons[0].says).not.toBe('')
    expect((await owner.get('/api/members/999999/lifecycle')).status).toBe(404)
  })

  test('a condition that cannot be asked is refused where it stands', async () => {
    const { owner } = product()
    const [model] = (await owner.get('/api/audience/lifecycle')).body.items
    const definition = structuredClone(communityPreset)
    const [, growth] = definition.stages
    growth!.when = { version: 1, who: { kind: 'field', field: 'no.such_field', test: { op: 'isKnown' } } }
    const refused = await owner.put(`/api/audience/lifecycle/${model.id}/draft`, { definition })
    expect(refused.status).toBe(422)
    expect(refused.body.fields[0].path).toMatch(/^body\.definition\.stages\.1\.when/)
  })

  test('every rule set to begin with can be asked and tried', async () => {
    const { owner } = product()
    const [model] = (await owner.get('/api/audience/lifecycle')).body.items
    const presets = (await owner.get('/api/audience/lifecycle-presets')).body.items
    expect(presets).toHaveLength(4)
    for (const { definition, key } of presets) {
      const tried = await owner.post(`/api/audience/lifecycle/${model.id}/trial`, { definition })
      expect([key, tried.status, tried.body.members]).toEqual([key, 200, 3])
    }
  })
})
