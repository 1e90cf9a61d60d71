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
import { raiseSignal } from '../alerts/signals.ts'
import type { InsightParts } from '../parts.ts'
import { reviewOn, stageOf } from './improvement.ts'
import { improvementsToReview } from './improvements.work.ts'
import { measureAllOpen } from './measuring.ts'

const product = useProduct({ env: { ROLES: 'web,worker,sink' } })
const dayMs = 86_400_000
const now = new Date()
const today = dayOf(now, 'Asia/Shanghai')
const ago = (days: number) => addToDay(today, -days, 'day')
const ctx = (at = now): Ctx => testCtx(product().database, { kind: 'system', name: 'test' }, at)
const run = { signal: new AbortController().signal, progress: async () => undefined }
let parts: InsightParts
let signalId: string

beforeAll(async () => {
  const { database, process, owner } = product()
  const declared = declaredBy(() => process.modules)
  parts = { ...process.parts, declared, audience: openAudience(process.parts, declared) }
  await database.pool.query(
    `insert into member (token, nickname, joined_at)
     select 'improve-' || n, '成员' || n, now() - interval '90 days' from generate_series(1, 100) as n`,
  )
  // About forty a day until thirty days ago, about sixty since; a little more at the end of each week.
  for (let daysAgo = 62; daysAgo >= 1; daysAgo--)
    await database.pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id)
       select 'post.published', 'fact', 'account:' || id, $1, id from (select id from member order by id limit $2) as few`,
      [
        new Date(now.getTime() - daysAgo * dayMs),
        (daysAgo > 30 ? 40 : 60) + (daysAgo % 7) + ((daysAgo * 7) % 5),
      ],
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
  const { body } = await owner.post('/api/insight/alerts', {
    name: '发帖的人少了',
    metric: 'creators',
    unit: 'week',
    test: { kind: 'threshold', side: 'below', line: 50 },
  })
  signalId = (await raiseSignal(
    ctx(),
    { rule: body.id, group: null, key: body.id },
    {
      bucket: ago(40),
      cooldown: 7,
      evidence: {
        metric: { key: 'creators', name: '发帖人数' },
        unit: 'members',
        kind: 'threshold',
        side: 'below',
        bucket: { from: ago(40), to: ago(34) },
        value: 44,
        against: 50,
        line: 50,
        base: null,
        series: [{ start: ago(40), value: 44, base: null }],
        causes: [],
      },
    },
  ))!
}, 120_000)

const judged = { metric: 'creators', days: 28, success: '每天多 10 人发帖' }
const draft = (more: object = {}) => ({
  name: '每周三晚上一起冲一杯',
  doing: '周三 20:00 开直播，跟着冲的人发图',
  found: { of: 'words', words: '来的人多，开口的人少' },
  ...judged,
  ...more,
})
const path = '/api/insight/improvements'

describe('S1-11 S1-68 from what was found to what is decided', () => {
  let id: string
  let next: string

  test('a signal proposes what it was raised by, and is kept as it was', async () => {
    const { owner } = product()
    const found = await owner.get(`/api/insight/improvement-finding?of=signal&id=${signalId}`)
    expect(found.body).toMatchObject({ metric: 'creators', scope: {}, evidence: { of: 'signal', value: 44 } })
    const made = await owner.post(path, draft({ found: { of: 'signal', id: signalId } }))
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({ stage: 'planned', round: 1, effect: null, signalId })
    expect(made.body.evidence).toEqual(found.body.evidence)
    id = made.body.id
    const ofSignal = await owner.get(`${path}?signal=${signalId}`)
    expect(ofSignal.body.items.map((each: { id: string }) => each.id)).toEqual([id])
  })

  test('its tasks are tasks of the team that know what they are about', async () => {
    const { owner } = product()
    const object = { kind: 'improvement', id, name: '一起冲一杯', path: `/plan/improvements/${id}` }
    await owner.post('/api/tasks', { title: '布置直播', object })
    const { body } = await owner.get(`/api/tasks?object=improvement:${id}`)
    expect(body.items).toMatchObject([{ title: '布置直播', object }])
  })

  test('what was never done is neither kept nor adjusted, and starts no later than today', async () => {
    const { owner } = product()
    const reason = '看看再说'
    expectProblem(
      await owner.post(`${path}/${id}/decide`, { verdict: 'kept', reason }),
      409,
      'improvement_not_started',
    )
    for (const on of [addToDay(today, 1, 'day'), ago(400)])
      expectProblem(await owner.post(`${path}/${id}/start`, { on }), 422, 'improvement_start')
  })

  test('started, how it is judged stays; the rest may change', async () => {
    const { owner } = product()
    const changed = await owner.patch(`${path}/${id}`, { days: 28, success: '每天多 12 人发帖' })
    expect(changed.body.success).toBe('每天多 12 人发帖')
    const started = await owner.post(`${path}/${id}/start`, { on: ago(30) })
    expect(started.body).toMatchObject({ startsOn: ago(30), reviewOn: ago(2), stage: 'review' })
    expectProblem(await owner.patch(`${path}/${id}`, { metric: 'posts' }), 409, 'improvement_is_running')
    expectProblem(await owner.post(`${path}/${id}/start`, {}), 409, 'improvement_is_running')
    expect((await owner.patch(`${path}/${id}`, { doing: '改到周五晚' })).status).toBe(200)
  })

  test('it is measured by the days around its start, and stands on Today with its interval', async () => {
    const { owner } = product()
    expect(await measureAllOpen(ctx(), parts, run)).toEqual({ measured: 1, failed: [] })
    const { body } = await owner.get(`${path}/${id}/effect`)
    expect(body.answer).toMatchObject({ verdict: 'better', ahead: 0 })
    expect(body.answer.difference).toBeGreaterThan(17)
    expect(body.answer.difference).toBeLessThan(23)
    const { effect } = (await owner.get(`${path}/${id}`)).body
    expect(effect).toEqual(body.measured)
    expect(effect.says).toMatch(/^变好了：每天多 .+（\+.+ 到 \+.+）$/)
    const { items, total } = await improvementsToReview.find(ctx(), { limit: 5 })
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({ key: `improvement:${id}`, note: { message: { zh: effect.says } } })
  })

  test('S4-54 adjusted by what was measured, it is decided with it, and its next round begins as it was', async () => {
    const { owner } = product()
    const decided = await owner.post(`${path}/${id}/decide`, {
      verdict: 'adjusted',
      reason: '有用，换个时间',
    })
    expect(decided.status, decided.text).toBe(200)
    expect(decided.body).toMatchObject({ stage: 'decided', effect: { verdict: 'better' } })
    next = decided.body.nextId
    const { body } = await owner.get(`${path}/${next}`)
    expect(body).toMatchObject({
      stage: 'planned',
      round: 2,
      followsId: id,
      doing: '改到周五晚',
      effect: null,
    })
    expect(body.evidence).toEqual(decided.body.evidence)
    expect(body.rounds.map((each: { id: string }) => each.id)).toEqual([id, next])
    expectProblem(await owner.patch(`${path}/${id}`, { name: '改名' }), 409, 'improvement_is_decided')
    expectProblem(
      await owner.post(`${path}/${id}/decide`, { verdict: 'kept', reason: '再定一次' }),
      409,
      'improvement_is_decided',
    )
    expect((await improvementsToReview.find(ctx(), { limit: 5 })).total).toBe(0)
    // What happens later does not change what was decided on.
    await measureAllOpen(ctx(), parts, run)
    expect((await owner.get(`${path}/${id}`)).body.effect).toEqual(decided.body.effect)
  })

  test('closing the signal may name what solved it', async () => {
    const { owner } = product()
    const close = `/api/insight/signals/${signalId}/close`
    const said = { outcome: 'handled', reason: '开口的人回来了' }
    expectProblem(await owner.post(close, { ...said, improvementId: '999' }), 404, 'improvement_not_found')
    expect((await owner.post(close, { ...said, improvementId: id })).body).toMatchObject({
      improvementId: id,
    })
  })

  test('a goal and a kept question begin one as well, with their figures', async () => {
    const { owner } = product()
    const question = {
      of: [{ metric: 'posts' }],
      range: { from: ago(20), to: ago(1) },
      unit: 'day',
      scope: {},
    }
    const kept = await owner.post('/api/insight/saved', {
      analysis: 'trend',
      name: '每天发帖',
      note: '',
      shared: true,
      question,
    })
    const made = await owner.post(path, draft({ found: { of: 'question', id: kept.body.id } }))
    expect(made.status, made.text).toBe(201)
    expect(made.body.evidence.series).toHaveLength(20)
    expect(made.body.evidence.says).toMatch(/：/)
    expect(made.body.evidence.path).toMatch(/^\/insight\/trends\?q=/)
    const goal = await owner.post('/api/insight/goals', {
      name: '发帖的人',
      why: '开口的人多了，内测才有反馈',
      metric: 'creators',
      days: 7,
      mode: 'absolute',
      amount: 90,
      startsOn: ago(20),
      dueOn: addToDay(today, 40, 'day'),
    })
    expect(goal.status, goal.text).toBe(201)
    const ofGoal = await owner.post(path, draft({ found: { of: 'goal', id: goal.body.id } }))
    expect(ofGoal.body.evidence.says).toMatch(/目标「发帖的人」/)
    expect(ofGoal.body.goalId).toBe(goal.body.id)
  })

  test('whoever adjusts one waits for nobody who writes in another, and names nobody in the log', async () => {
    const { owner, database } = product()
    const called = { kind: 'field', field: 'member.nickname', test: { op: 'is', value: '王小明' } }
    const whom = { who: { version: 1, who: called } }
    const [first, other] = [
      (await owner.post(path, draft({ name: '先定的' }))).body.id,
      (await owner.post(path, draft({ name: '后定的', whom }))).body.id,
    ]
    for (const each of [first, other])
      expect((await owner.post(`${path}/${each}/start`, { on: ago(20) })).status).toBe(200)
    const writing = await database.pool.connect()
    try {
      await writing.query('begin')
      await writing.query('update improvement set changed_at = changed_at where id = $1', [other])
      const decided = await owner.post(`${path}/${first}/decide`, { verdict: 'adjusted', reason: '换个时间' })
      expect(decided.status, decided.text).toBe(200)
    } finally {
      await writing.query('rollback')
      writing.release()
    }
    const { rows } = await database.pool.query(
      `select detail::text as told from audit_entry where action = 'insight.improvement_made'`,
    )
    expect(rows.some(({ told }) => told.includes('"condition": true'))).toBe(true)
    expect(rows.filter(({ told }) => told.includes('王小明'))).toEqual([])
  })

  test('asked twice with one key it is made once', async () => {
    const { owner } = product()
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const [one, again] = [
      await owner.post(path, draft({ name: '只做一次' }), { headers }),
      await owner.post(path, draft({ name: '只做一次' }), { headers }),
    ]
    expect(again.body.id).toBe(one.body.id)
  })

  test.each([
    [{ metric: 'none_such' }, 404, 'metric_not_found'],
    [{ ownerId: '999999' }, 422, 'owner_unknown'],
    [{ experimentId: '999999' }, 404, 'experiment_not_found'],
    [{ scope: { group: '999999' } }, 422, 'improvement_group_gone'],
    [{ against: { group: '999999' } }, 422, 'improvement_group_gone'],
    [{ found: { of: 'signal', id: '999999' } }, 404, 'signal_not_found'],
    [{ days: 20 }, 422, 'invalid_input'],
    [{ links: [{ name: '外面', path: '//example.com' }] }, 422, 'invalid_input'],
  ])('refuses %o', async (more, status, code) => {
    const { owner } = product()
    const answer = await owner.post(path, draft(more))
    expect(answer.status, answer.text).toBe(status)
    expect(answer.body.code).toBe(code)
  })

  test('what asks for something that is gone holds up no other, and who may only look may not decide', async () => {
    const { owner, database, operator } = product()
    const made = await owner.post(path, draft({ name: '条件没了' }))
    await owner.post(`${path}/${made.body.id}/start`, { on: ago(20) })
    await database.pool.query(
      `update improvement set scope = '{"who": {"version": 1, "who": {"kind": "segment", "segment": "999999"}}}' where id = $1`,
      [made.body.id],
    )
    const { failed } = await measureAllOpen(ctx(), parts, run)
    expect(failed).toEqual([`${made.body.id}: condition_invalid`])
    const dropped = await owner.post(`${path}/${made.body.id}/decide`, {
      verdict: 'dropped',
      reason: '没法测了',
    })
    expect(dropped.status, dropped.text).toBe(200)
    expect(dropped.body).toMatchObject({ stage: 'decided', verdict: 'dropped', effect: null })
    const viewer = await operator('viewer')
    expect((await viewer.get(`${path}/${next}`)).body.can).toEqual({
      edit: false,
      start: false,
      decide: false,
    })
    expect((await viewer.post(`${path}/${next}/start`, {})).status).toBe(403)
  })
})

test('an improvement waits, runs for its days, waits to be looked at, and is decided', () => {
  const of = { startsOn: '2026-10-01', days: 28, verdict: null }
  expect(reviewOn('2026-10-01', 28)).toBe('2026-10-29')
  expect(stageOf({ ...of, startsOn: null }, '2026-11-19')).toBe('planned')
  expect(stageOf(of, '2026-10-28')).toBe('running')
  expect(stageOf(of, '2026-10-29')).toBe('review')
  expect(stageOf({ ...of, verdict: 'kept' }, '2026-10-10')).toBe('decided')
})
