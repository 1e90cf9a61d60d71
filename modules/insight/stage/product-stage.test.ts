import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import { addToDay, dayOf } from '#base/time/calendar.ts'
import { readLag } from '#base/warehouse/sink/lag.ts'
import { openAudience } from '#modules/audience/api.ts'
import { expectProblem } from '#test/client.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { until } from '#test/warehouse.ts'
import type { InsightParts } from '../parts.ts'
import { lookAtStages } from './looks.ts'

const product = useProduct({ env: { ROLES: 'web,worker,sink' } })
const dayMs = 86_400_000
const now = new Date()
const today = dayOf(now, 'Asia/Shanghai')
const ctx = (): Ctx => testCtx(product().database, { kind: 'system', name: 'test' }, now)
const run = { signal: new AbortController().signal, progress: async () => undefined }
let parts: InsightParts

beforeAll(async () => {
  const { database, process } = product()
  const declared = declaredBy(() => process.modules)
  parts = { ...process.parts, declared, audience: openAudience(process.parts, declared) }
  const { pool } = database
  // 80 who came in the earlier ninety days and 160 in the later ones; all of them write every fourteenth day since.
  await pool.query(
    `insert into member (token, nickname, joined_at)
     select 'stage-' || n, '成员' || n, $1::timestamptz - make_interval(days => case when n <= 80 then 95 + n else (n - 80) / 2 + 2 end)
       from generate_series(1, 240) as n`,
    [now],
  )
  await pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id)
     select 'member.joined', 'fact', 'system:test', joined_at, id from member where token like 'stage-%'`,
  )
  await pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id)
     select 'post.published', 'fact', 'account:' || id, at, id
       from member, generate_series(joined_at, $1::timestamptz - interval '1 day', interval '14 days') as at
      where token like 'stage-%'`,
    [now],
  )
  // The community opened with three who left it at once.
  await pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id)
     select 'page_view', 'fact', 'account:' || id, $1, id from member where token like 'stage-%' order by id limit 3`,
    [new Date(now.getTime() - 200 * dayMs)],
  )
  await until(async () => (await readLag(database.pool)).rows === 0)
  await until(async () => {
    try {
      await parts.audience.requireFresh(ctx())
      return true
    } catch {
      return false
    }
  })
}, 120_000)

const path = '/api/insight/product-stage'
interface Sent {
  readonly metric: string
  readonly now: number
  readonly before: number
}

describe('S2-69 the stage of the product', () => {
  test('is suggested from figures, each of which opens as many people', async () => {
    const { owner } = product()
    const { status, text, body } = await owner.get(path)
    expect(status, text).toBe(200)
    expect(body.chosen).toBe(null)
    const { suggestion } = body
    expect(suggestion).toMatchObject({ suggested: 'growth', silent: null, year: null })
    expect(suggestion.days).toEqual({ from: addToDay(today, -90, 'day'), to: addToDay(today, -1, 'day') })
    const sent = (metric: string): Sent => suggestion.signs.find((each: Sent) => each.metric === metric)
    expect(sent('new_members')).toMatchObject({ now: 160, before: 80, change: 1, way: 'up' })
    expect(sent('buyers')).toMatchObject({ now: 0, before: 0, way: 'unknown' })
    expect(suggestion.says).toContain('新增成员 +100%')
    const question = {
      of: suggestion.signs.map(({ metric }: Sent) => ({ metric })),
      range: suggestion.days,
      unit: 'month',
      compare: 'previous',
    }
    for (const [series, each] of suggestion.signs.entries())
      for (const before of [false, true]) {
        const people = await owner.post('/api/insight/trend/people', { question, cell: { series, before } })
        expect(people.status, people.text).toBe(200)
        expect(people.body.total).toBe(before ? each.before : each.now)
      }
  })

  test('is chosen by a person with a reason, and every choice is kept', async () => {
    const { owner } = product()
    const first = await owner.post(path, { stage: 'growth', why: '每周都有人自己找来', after: null })
    expect(first.status, first.text).toBe(201)
    expect(first.body).toMatchObject({ name: '成长期', against: null })
    expectProblem(
      await owner.post(path, { stage: 'maturity', why: '没看到别人刚定过', after: null }),
      409,
      'stage_chosen_meanwhile',
    )
    expectProblem(
      await owner.post(path, { stage: 'growth', why: ' ', after: first.body.id }),
      422,
      'invalid_input',
    )
    const second = await owner.post(path, {
      stage: 'maturity',
      why: '新客慢下来了，守住复购',
      after: first.body.id,
    })
    expect(second.status, second.text).toBe(201)
    const history = await owner.get(`${path}/history?limit=1`)
    expect(history.body.items.map(({ why }: { why: string }) => why)).toEqual(['新客慢下来了，守住复购'])
    const rest = await owner.get(`${path}/history?limit=1&cursor=${history.body.next}`)
    expect(rest.body).toMatchObject({ items: [{ why: '每周都有人自己找来', stage: 'growth' }], next: null })
  })

  test('only who may edit figures chooses it', async () => {
    const viewer = await product().operator('viewer')
    const { body } = await viewer.get(path)
    expect(body.can).toEqual({ choose: false })
    expectProblem(
      await viewer.post(path, { stage: 'decline', why: '随手一试', after: null }),
      403,
      'forbidden',
    )
  })

  test('changes which targets are offered first, and says what is set up for it', async () => {
    const { owner } = product()
    const templates = await owner.get('/api/insight/goal-templates')
    expect(templates.body.items.slice(0, 3).map(({ id }: { id: string }) => id)).toEqual([
      'S1-03',
      'S0-07',
      'S1-08',
    ])
    const plan = async () => (await owner.get(`${path}/plan?stage=maturity`)).body
    const before = await plan()
    expect(before.goals[0]).toMatchObject({ template: 'S1-03', done: null })
    expect(before.dashboards[0]).toMatchObject({ template: 'health', done: null })
    expect(before.alerts.find(({ make }: { make: unknown }) => make)).toMatchObject({
      done: false,
      make: { metric: 'repurchase_rate' },
    })
    const [goal, alert, board, question] = [
      await owner.post('/api/insight/goals', {
        name: '周活跃率',
        why: '守住老成员，才守得住复购',
        metric: 'weekly_active_rate',
        days: 7,
        mode: 'absolute',
        amount: 0.6,
        startsOn: today,
        dueOn: addToDay(today, 90, 'day'),
      }),
      await owner.post('/api/insight/alerts', {
        name: before.alerts[1].name,
        ...before.alerts[1].make,
      }),
      await owner.post('/api/insight/dashboards', { name: '每周一看', template: 'health', shared: true }),
      await owner.post('/api/insight/saved', {
        analysis: before.analyses[0].analysis,
        question: before.analyses[0].question,
        name: before.analyses[0].name,
        note: '',
        shared: true,
      }),
    ]
    for (const made of [goal, alert, board, question]) expect(made.status, made.text).toBe(201)
    const after = await plan()
    expect(after.goals[0].done).toBe(goal.body.id)
    expect(after.alerts[1]).toMatchObject({ done: true, make: null })
    expect(after.dashboards[0].done).toBe(board.body.id)
    expect(after.analyses[0].done).toBe(question.body.id)
    await owner.put(`/api/insight/alerts/${alert.body.id}/pause`, { paused: true })
    expect((await plan()).alerts[1]).toMatchObject({ done: false, paused: alert.body.id, make: null })
  })

  test('figures that say something else for four weeks are work, until somebody decides with a reason', async () => {
    const { owner, database } = product()
    const waiting = async () =>
      (await owner.get('/api/today')).body.items.filter((each: { key: string }) =>
        each.key.includes('product_stage:'),
      )
    expect((await lookAtStages(ctx(), parts, run)).looked).toBe(8)
    expect((await lookAtStages(ctx(), parts, run)).looked).toBe(0)
    // Chosen today: nothing was said since.
    expect(await waiting()).toEqual([])
    await database.pool.query(`update product_stage set chosen_at = chosen_at - interval '60 days'`)
    await database.pool.query(`update product_stage_look set suggested = 'growth'`)
    const [item] = await waiting()
    expect(item).toMatchObject({ path: '/plan/stage' })
    expect(item.title).toBe('数据连续 8 周像成长期，定的还是成熟期')
    expect(item.note).toMatch(/^近 \d+ 天对比前 \d+ 天：新增成员 /)
    const seen = (await owner.get(path)).body
    expect(seen.differing).toMatchObject({ suggested: 'growth', weeks: 8 })
    const kept = await owner.post(path, {
      stage: 'maturity',
      why: '增长来自一次导入，不是真的',
      after: seen.chosen.id,
    })
    expect(kept.body).toMatchObject({ stage: 'maturity', against: 'growth' })
    expect(await waiting()).toEqual([])
    // Not again about the same for a while.
    await database.pool.query(`update product_stage set chosen_at = chosen_at - interval '60 days'`)
    expect(await waiting()).toEqual([])
    await database.pool.query(`update product_stage set chosen_at = chosen_at - interval '31 days'`)
    expect(await waiting()).toHaveLength(1)
  })
})
