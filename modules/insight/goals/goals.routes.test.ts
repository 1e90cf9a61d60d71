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
import { loadMetrics } from '../metrics/find-metric.ts'
import type { InsightParts } from '../parts.ts'
import { setGoal } from './goals.ts'
import { readGoals } from './readings.ts'
import { goalTemplates } from './templates.ts'

const product = useProduct({ env: { ROLES: 'web,worker,sink' } })
const dayMs = 86_400_000
const now = new Date()
const today = dayOf(now, 'Asia/Shanghai')
const ago = (days: number) => addToDay(today, -days, 'day')
const ctx = (): Ctx => testCtx(product().database, { kind: 'system', name: 'test' }, now)
const run = { signal: new AbortController().signal, progress: async () => undefined }
let parts: InsightParts

beforeAll(async () => {
  const { database, process } = product()
  const declared = declaredBy(() => process.modules)
  parts = { ...process.parts, declared, audience: openAudience(process.parts, declared) }
  await database.pool.query(
    `insert into member (token, nickname, joined_at)
     select 'goals-' || n, '成员' || n, now() - interval '90 days' from generate_series(1, 100) as n`,
  )
  // Forty a week until thirty days ago, sixty since.
  for (let daysAgo = 70; daysAgo >= 1; daysAgo--)
    await database.pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id)
       select 'post.published', 'fact', 'account:' || id, $1, id from (select id from member order by id limit $2) as few`,
      [new Date(now.getTime() - daysAgo * dayMs), daysAgo > 30 ? 40 : 60],
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

const draft = {
  metric: 'weekly_actives',
  days: 7,
  mode: 'relative',
  amount: 0.5,
  startsOn: ago(30),
  dueOn: addToDay(ago(30), 90, 'day'),
}
const goal = { ...draft, name: '周活跃成员', why: '内测要招得满，先要有人来' }

describe('T44 goals over HTTP', () => {
  test('a goal is checked against its history before it is set', async () => {
    const { status, text, body } = await product().owner.post('/api/insight/goals/check', draft)
    expect(status, text).toBe(200)
    expect(body).toMatchObject({ baseline: 40, target: 60, better: 'more', unit: 'members' })
    expect(body.smart.find((each: { letter: string }) => each.letter === 'relevant')).toMatchObject({
      verdict: 'no',
    })
    expect(body.history.length).toBeGreaterThan(150)
  })

  test('is set with its baseline frozen, read day by day, and ahead of its pace', async () => {
    const { owner } = product()
    const made = await owner.post('/api/insight/goals', goal)
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({ baseline: 40, target: 60, standing: { pace: 'unknown' } })
    await readGoals(ctx(), parts, run, made.body.id)
    const { body } = await owner.get(`/api/insight/goals/${made.body.id}`)
    expect(body.standing).toMatchObject({ day: ago(1), value: 60, pace: 'ahead', reached: true })
    expect(body.readings.at(-1)).toEqual({ day: ago(1), value: 60 })
    expect(body.readings[0].day).toBe(ago(30))
    expect(body.pace).toHaveLength(body.readings.length)
    const signals = await owner.get('/api/insight/signals')
    expect(signals.body.items.filter((each: { goalId: string }) => each.goalId === made.body.id)).toEqual([])
    // Reading again changes nothing.
    await readGoals(ctx(), parts, run, made.body.id)
    expect((await owner.get(`/api/insight/goals/${made.body.id}`)).body.readings).toEqual(body.readings)
  })

  test('what is counted since the start is behind when nothing more comes, and raises a signal once', async () => {
    const { owner } = product()
    const made = await owner.post('/api/insight/goals', {
      ...goal,
      name: '发言总量',
      metric: 'messages',
      days: null,
      mode: 'absolute',
      amount: 12_000,
    })
    expect(made.status, made.text).toBe(201)
    await readGoals(ctx(), parts, run, made.body.id)
    const { body } = await owner.get(`/api/insight/goals/${made.body.id}`)
    expect(body.standing).toMatchObject({ pace: 'behind', value: 30 * 60 })
    await readGoals(ctx(), parts, run, made.body.id)
    const { body: list } = await owner.get('/api/insight/signals?open=false')
    const signals = list.items.filter((each: { goalId: string }) => each.goalId === made.body.id)
    expect(signals).toHaveLength(1)
    expect(signals[0].title).toBe('目标「发言总量」落后：发言量 1,800，按节奏应到 3,956')
    const closed = await owner.post(`/api/insight/goals/${made.body.id}/close`, {
      outcome: 'dropped',
      lesson: '数发言量没有意义，改看回答率',
    })
    expect(closed.body).toMatchObject({ outcome: 'dropped', can: { edit: false } })
    expect((await owner.get(`/api/insight/signals/${signals[0].id}`)).body.outcome).toBe('handled')
    expectProblem(
      await owner.patch(`/api/insight/goals/${made.body.id}`, { name: '改名' }),
      409,
      'goal_is_closed',
    )
    expect((await owner.get('/api/insight/goals?closed=true')).body.items).toHaveLength(1)
  })

  test('one that cannot be read any more holds up no other, and one that was ended meanwhile raises nothing', async () => {
    const { owner, database } = product()
    const behind = { ...goal, metric: 'messages', days: null, mode: 'absolute', amount: 12_000 }
    const dueIn = async (days: number, name: string): Promise<string> => {
      const made = await owner.post('/api/insight/goals', {
        ...behind,
        name,
        dueOn: addToDay(ago(30), days, 'day'),
      })
      expect(made.status, made.text).toBe(201)
      return made.body.id
    }
    const [broken, read, ended] = [
      await dueIn(85, '坏了'),
      await dueIn(86, '照读'),
      await dueIn(87, '结束了'),
    ]
    await database.pool.query(
      `update goal set scope = '{"who": {"version": 1, "who": {"kind": "segment", "segment": "999999"}}}' where id = $1`,
      [broken],
    )
    const { failed } = await readGoals(ctx(), parts, {
      ...run,
      // After the first of them, before the last.
      progress: async () =>
        void (await database.pool.query(
          `update goal set closed_at = now(), closed_by = 'system:test', outcome = 'dropped'
              where id = $1 and closed_at is null`,
          [ended],
        )),
    })
    expect(failed).toEqual([`${broken}: condition_invalid`])
    const { body } = await owner.get('/api/insight/signals?open=false')
    const raised = body.items.map((each: { goalId: string }) => each.goalId)
    expect(raised).toContain(read)
    expect(raised).not.toContain(ended)
  })

  test('what comes late is read again, exactly where it changes a figure, however long ago; tables made anew are read whole', async () => {
    const { database } = product()
    const made = await setGoal(ctx(), {
      ...draft,
      mode: 'relative',
      name: '晚到的也算',
      why: '导入的历史也要算进来',
      scope: {},
      better: 'more',
      baselineFrom: ago(37),
      baselineTo: ago(31),
      baseline: 40,
      target: 60,
      ownerId: null,
    })
    let hours = 0
    /** Days that were read by one more run. */
    const again = async () => {
      const later = new Date(now.getTime() + ++hours * 1_000)
      expect((await readGoals({ ...ctx(), now: later }, parts, run, made.id)).failed).toEqual([])
      const { rows } = await database.pool.query<{ day: string; value: number }>(
        `select day::text, value from goal_reading where goal_id = $1 and read_at = $2 order by day`,
        [made.id, later],
      )
      return rows
    }
    const all = (await again()).length
    expect(all).toBe(182 + 30)
    expect(await again()).toEqual([])
    // An import brings what somebody did sixteen days ago whom nobody saw in that week.
    await database.pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id)
       select 'post.published', 'import', 'account:' || id, $1, id from member order by id desc limit 1`,
      [new Date(now.getTime() - 16 * dayMs)],
    )
    await until(async () => (await readLag(database.pool)).rows === 0)
    expect(await again()).toEqual([16, 15, 14, 13, 12, 11, 10].map((days) => ({ day: ago(days), value: 61 })))
    expect(await again()).toEqual([])
    await database.pool.query(
      `update goal set read_state = jsonb_set(read_state, '{generation}', '"another"') where id = $1`,
      [made.id],
    )
    expect(await again()).toHaveLength(all)
  })

  test.each([
    [{ ...goal, why: '' }, 422, 'invalid_input'],
    [{ ...goal, metric: 'none_such' }, 404, 'metric_not_found'],
    [{ ...goal, amount: -0.5 }, 422, 'goal_not_smart'],
    [{ ...goal, dueOn: ago(28) }, 422, 'invalid_input'],
    [{ ...goal, ownerId: '999999' }, 422, 'owner_unknown'],
  ])('refuses %o', async (body, status, code) => {
    const answer = await product().owner.post('/api/insight/goals', body)
    expect(answer.status, answer.text).toBe(status)
    expect(answer.body.code).toBe(code)
  })

  test('S0-06 S0-07 S1-02 S1-45 S1-67 every target of the trade is of a metric that there is', async () => {
    const known = await loadMetrics(ctx())
    for (const { metric } of goalTemplates) expect([...known.keys()], metric).toContain(metric)
    const { body } = await product().owner.get('/api/insight/goal-templates')
    expect(body.items).toHaveLength(goalTemplates.length)
  })
})
