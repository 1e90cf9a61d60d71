import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import { readLag } from '#base/warehouse/sink/lag.ts'
import { openAudience } from '#modules/audience/api.ts'
import { expectProblem } from '#test/client.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { until } from '#test/warehouse.ts'
import type { InsightParts } from '../parts.ts'
import { causesSql } from './causes.ts'
import type { Evidence } from './evidence.ts'
import { lookAtAll } from './looking.ts'
import { presets } from './presets.ts'
import { raiseSignal } from './signals.ts'

const product = useProduct({ env: { ROLES: 'web,worker,sink' } })
const dayMs = 86_400_000
const now = new Date()
const ctx = (over: Partial<Ctx> = {}): Ctx => ({
  ...testCtx(product().database, { kind: 'system', name: 'test' }, now),
  ...over,
})
const run = { signal: new AbortController().signal, progress: async () => undefined }
let parts: InsightParts
let groupId: string
let members: string[]

const look = (over: Partial<Ctx> = {}) => lookAtAll(ctx(over), parts, run)

/** `daysAgo` of 1 is yesterday, the last whole day. */
const happens = (name: string, daysAgo: number, who: readonly string[], value: number | null = null) =>
  product().database.pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id, group_id, value)
     select $1, 'track', 'account:' || id, $2, id, $4, $5 from unnest($3::bigint[]) as id`,
    [name, new Date(now.getTime() - daysAgo * dayMs), who, groupId, value],
  )
const settled = () => until(async () => (await readLag(product().database.pool)).rows === 0)

beforeAll(async () => {
  const { database, process } = product()
  const declared = declaredBy(() => process.modules)
  parts = { ...process.parts, declared, audience: openAudience(process.parts, declared) }
  const made = await database.pool.query<{ id: string }>(
    `insert into member (token, nickname, joined_at)
     select 'alerts-' || n, '成员' || n, now() - interval '90 days' from generate_series(1, 60) as n returning id`,
  )
  members = made.rows.map(({ id }) => id)
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into community_group (slug, name, glyph, colour, kind, tier_id, visibility, created_at, created_by)
     select 'handdrip', '手冲研究所', '冲', 'clay', 'interest', id, 'public', now(), 'system:test'
       from group_tier where key = 'base' and group_id is null returning id`,
  )
  groupId = rows[0]!.id
  await database.pool.query(
    `insert into group_membership (group_id, member_id, number, role, joined_at, way, added_by)
     select $1, id, n, 'member', now() - interval '80 days', 'open', 'system:test'
       from unnest($2::bigint[]) with ordinality as m (id, n)`,
    [groupId, members],
  )
  await happens('group.joined', 80, members)
  // Who only reads along belongs to no share of its members.
  const strangers = await database.pool.query<{ id: string }>(
    `insert into member (token, nickname, joined_at)
     select 'stranger-' || n, '路人' || n, now() - interval '90 days' from generate_series(1, 9) as n returning id`,
  )
  await happens(
    'online_time',
    3,
    strangers.rows.map(({ id }) => id),
  )
  // Thirty came every week, twenty of them to the tasting, until the tastings stopped; now twelve come.
  for (let daysAgo = 63; daysAgo > 14; daysAgo -= 7) {
    await happens('page_view', daysAgo, members.slice(0, 30))
    await happens('tasting_joined', daysAgo, members.slice(0, 20))
  }
  await happens('page_view', 10, members.slice(0, 14))
  await happens('page_view', 3, members.slice(18, 30))
  await settled()
  // Copies of members are filled by the worker.
  await until(async () => {
    try {
      await parts.audience.requireFresh(ctx())
      return true
    } catch {
      return false
    }
  })
}, 120_000)

describe('T45 S1-71 an alert about every group', () => {
  test('S0-50 raises a signal with its evidence, once, and shows it on Today', async () => {
    const { owner } = product()
    const first = await look()
    expect(first.failed).toEqual([])
    const listed = await owner.get('/api/insight/signals')
    expect(listed.status, listed.text).toBe(200)
    const { body } = listed
    const signal = body.items.find((each: { groupId: string | null }) => each.groupId === groupId)
    expect(signal).toMatchObject({
      groupName: '手冲研究所',
      title: '手冲研究所 · 周活跃率 20%，低于预警线 30%',
      value: 0.2,
      line: 0.3,
      base: 60,
      kind: 'threshold',
      outcome: null,
      can: { take: true, close: true },
    })
    expect(signal.series.at(-1).value).toBe(0.2)
    // What fell at the same time: the tastings, and who came to them.
    const causes = new Map(signal.causes.map((cause: { event: string }) => [cause.event, cause]))
    expect(causes.get('tasting_joined')).toMatchObject({ before: 20, now: 0, moved: 20 })
    expect(causes.get('page_view')).toMatchObject({ before: 30, now: 12, moved: 18 })

    const again = await look()
    expect(again.raised).toBe(0)
    const today = await owner.get('/api/today')
    const item = today.body.items.find((each: { key: string }) => each.key === `signal:${signal.id}`)
    expect(item).toMatchObject({
      source: 'insight.signals',
      kind: 'signal',
      path: `/plan/signals/${signal.id}`,
    })
    expect(item.title).toContain('手冲研究所 · 周活跃率 20%')
  })

  test('is taken, closed with a reason, and quiet afterwards', async () => {
    const { owner } = product()
    const listed = await owner.get('/api/insight/signals')
    expect(listed.status, listed.text).toBe(200)
    const { body } = listed
    const { id } = body.items.find((each: { groupId: string | null }) => each.groupId === groupId)
    expect((await owner.put(`/api/insight/signals/${id}/taken`, { taken: true })).body.takenAt).not.toBeNull()
    expectProblem(
      await owner.post(`/api/insight/signals/${id}/close`, { outcome: 'handled', reason: '' }),
      422,
      'invalid_input',
    )
    const closed = await owner.post(`/api/insight/signals/${id}/close`, {
      outcome: 'handled',
      reason: '周三杯测下周恢复',
    })
    expect(closed.body).toMatchObject({ outcome: 'handled', can: { take: false, close: false } })
    expectProblem(
      await owner.post(`/api/insight/signals/${id}/close`, { outcome: 'handled', reason: '再来一次' }),
      409,
      'signal_is_closed',
    )
    expect((await look()).raised).toBe(0)
    // A day later it is another bucket, but still the quiet week; ten days later it is told again.
    expect((await look({ now: new Date(now.getTime() + dayMs) })).raised).toBe(0)
    const later = await owner.get(`/api/insight/signals?open=false&group=${groupId}`)
    expect(later.body.items).toHaveLength(1)
  })

  test('asks its query about causes in a way that ClickHouse can plan', async () => {
    const params = {
      group: groupId,
      side: 'below',
      now_from: '2026-01-01',
      now_to: '2026-01-07',
      then_from: '2025-12-04',
      then_to: '2025-12-10',
      fewest: 5,
      most: 5,
    }
    const explain = (statement: string) => parts.warehouse.query(`EXPLAIN PIPELINE ${statement}`, params)
    expect((await explain(causesSql)).length).toBeGreaterThan(0)
    await expect(explain(causesSql.replaceAll('members', 'nobody'))).rejects.toThrow(/nobody/)
  })
})

describe('alerts over HTTP', () => {
  const draft = {
    name: '发言少了',
    metric: 'messages',
    unit: 'week',
    test: { kind: 'threshold', side: 'below', line: 5 },
  }
  test('S1-69 S1-70 S1-71 S1-72 S1-73 those of the product are there, named in the reader’s language, and stay', async () => {
    const { owner } = product()
    const { body } = await owner.get('/api/insight/alerts')
    const preset = body.items.filter((each: { preset: string | null }) => each.preset !== null)
    expect(preset.map((each: { preset: string }) => each.preset).sort()).toEqual(
      presets.map(({ key }) => key).sort(),
    )
    const weekly = preset.find((each: { preset: string }) => each.preset === 'S1-71')
    expect(weekly).toMatchObject({
      name: '社群周活跃率低于红线',
      says: '任一社群最近一天低于该社群的健康红线时提醒',
    })
    expectProblem(await owner.delete(`/api/insight/alerts/${weekly.id}`), 409, 'alert_is_preset')
    expect(
      (await owner.put(`/api/insight/alerts/${weekly.id}/pause`, { paused: true })).body.pausedAt,
    ).not.toBeNull()
    expect(
      (await owner.put(`/api/insight/alerts/${weekly.id}/pause`, { paused: false })).body.pausedAt,
    ).toBeNull()
  })

  test('an alert is tried on the past, made, changed, snoozed, told by a robot, and removed', async () => {
    const { owner } = product()
    const { name: _, ...asked } = draft
    const tried = await owner.post('/api/insight/alerts/preview', asked)
    expect(tried.status, tried.text).toBe(200)
    expect(tried.body.things[0].raised.length).toBeGreaterThan(0)
    const made = await owner.post('/api/insight/alerts', draft)
    expect(made.status, made.text).toBe(201)
    const path = `/api/insight/alerts/${made.body.id}`
    const robot = { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=SECRET-KEY' }
    const told = await owner.put(`${path}/robot`, { robot })
    expect(told.body.robotKind).toBe('wecom')
    expect(told.text).not.toContain('SECRET-KEY')
    const { rows } = await product().database.pool.query('select robot from alert_rule where id = $1', [
      made.body.id,
    ])
    expect(rows[0].robot).not.toContain('SECRET')
    expect(told.body.robotProblem).toBeNull()
    // What the chat will not have is said beside the rule, until it takes a message or another robot is connected.
    const signal = await raiseSignal(
      ctx(),
      { rule: made.body.id, group: null, key: 'x' },
      { bucket: '2026-11-18', cooldown: 0, evidence: {} as Evidence },
    )
    const answer = async (state: string, problem: string | null) => {
      await product().database.pool.query(
        `insert into robot_told (key, kind, state, problem, at) values ($1, 'wecom', $2, $3, now())
         on conflict (key) do update set state = excluded.state, problem = excluded.problem, at = excluded.at`,
        [`signal:${signal}`, state, problem],
      )
      const { items } = (await owner.get('/api/insight/alerts')).body
      return items.find(({ id }: { id: string }) => id === made.body.id).robotProblem
    }
    expect(await answer('refused', '93000 invalid webhook url')).toBe('93000 invalid webhook url')
    expect(await answer('told', null)).toBeNull()
    expect(await answer('waiting', 'HTTP 503')).toBe('HTTP 503')
    expect((await owner.put(`${path}/robot`, { robot })).body.robotProblem).toBeNull()
    expect((await owner.put(`${path}/snooze`, { days: 3 })).body.snoozedUntil).not.toBeNull()
    expect((await owner.put(path, { ...draft, name: '发言太少' })).body.name).toBe('发言太少')
    expect((await owner.delete(path)).status).toBe(204)
    expectProblem(await owner.delete(path), 404, 'alert_not_found')
  })

  test('one that is removed or paused while all are looked at raises nothing and holds up no other', async () => {
    const { owner, database } = product()
    const make = async (name: string): Promise<string> =>
      (await owner.post('/api/insight/alerts', { ...draft, name })).body.id
    const [removed, paused, kept] = [await make('删掉'), await make('暂停'), await make('留着')]
    const { failed } = await lookAtAll(ctx(), parts, {
      ...run,
      progress: async () => {
        await database.pool.query('delete from alert_rule where id = $1', [removed])
        await database.pool.query(
          `update alert_rule set paused_at = now(), paused_by = 'system:test' where id = $1`,
          [paused],
        )
      },
    })
    expect(failed).toEqual([])
    const { rows } = await database.pool.query(
      'select rule_id from signal where rule_id = any($1::bigint[])',
      [[removed, paused, kept]],
    )
    expect(rows).toEqual([{ rule_id: kept }])
    await owner.delete(`/api/insight/alerts/${paused}`)
    await owner.delete(`/api/insight/alerts/${kept}`)
  })

  test.each([
    [{ ...draft, metric: 'no_such_metric' }, 'metric_not_found'],
    [{ ...draft, test: { kind: 'threshold', side: 'below', line: 'health' } }, 'invalid_input'],
    [{ ...draft, eachGroup: true, scope: { group: '1' } }, 'invalid_input'],
    [{ ...draft, test: { kind: 'change', side: 'below', by: 0, against: 'previous' } }, 'invalid_input'],
    [{ ...draft, eachGroup: true, test: { kind: 'topic', times: 2 } }, 'invalid_input'],
    [{ ...draft, name: '' }, 'invalid_input'],
  ])('refuses %o', async (body, code) => {
    const answer = await product().owner.post('/api/insight/alerts', body)
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
    expect(answer.body.code).toBe(code)
  })
})
