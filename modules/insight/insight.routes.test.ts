import { beforeAll, describe, expect, test } from 'vitest'
import type { RequestInfo } from '#base/http/request.ts'
import type { AnyRoute } from '#base/http/route.ts'
import { testCtx } from '#test/database.ts'
import { useWarehouse } from '#test/warehouse.ts'
import { activityRoute } from './activity/activity.routes.ts'

const world = useWarehouse()
const now = new Date('2026-11-19T01:41:58Z')

/** Asks a route as the server does: parsed query in, checked answer out. */
async function ask(path: string, query: Record<string, unknown>): Promise<Record<string, never>> {
  const { warehouse } = world()
  const routes: readonly AnyRoute[] = [activityRoute(warehouse)]
  const route = routes.find((each) => each.path === path)!
  const request = { signal: new AbortController().signal } as RequestInfo
  const answer = await route.handle(testCtx(world().database, undefined, now), {
    params: undefined,
    query: route.query.parse(query),
    body: undefined,
    request,
  })
  return route.answer.parse(answer)
}

beforeAll(async () => {
  await world().database.pool.query(
    `insert into event_log (name, source, actor, member_id, occurred_at, staff, bot)
     values ('page.viewed', 'track', 'anonymous', 1, '2026-11-02 02:00+00', false, false),
            ('page.viewed', 'track', 'anonymous', 1, '2026-11-10 02:00+00', false, false),
            ('page.viewed', 'track', 'anonymous', 2, '2026-11-10 15:59+00', false, false),
            ('page.viewed', 'track', 'anonymous', 3, '2026-11-10 16:00+00', false, false),
            ('page.viewed', 'track', 'anonymous', 8, '2026-11-10 16:00+00', true, false),
            ('page.viewed', 'track', 'anonymous', 9, '2026-11-10 16:00+00', false, true)`,
  )
  world().startSink()
  await world().settled()
})

describe('GET /api/insight/activity', () => {
  test('answers a point per unit, the total, and the same length of time before', async () => {
    expect(await ask('/api/insight/activity', { from: '2026-11-10', to: '2026-11-11' })).toMatchObject({
      unit: 'day',
      series: [
        { start: '2026-11-10', actives: 2, newcomers: 1, events: 2 },
        { start: '2026-11-11', actives: 1, newcomers: 1, events: 1 },
      ],
      total: { from: '2026-11-10', to: '2026-11-11', actives: 3, newcomers: 2, events: 3 },
      previous: { from: '2026-11-08', to: '2026-11-09', actives: 0, newcomers: 0, events: 0 },
      lagSeconds: 0,
    })
  })
  test('shows a unit that the range cuts whole', async () => {
    const { series } = await ask('/api/insight/activity', {
      from: '2026-11-04',
      to: '2026-11-10',
      unit: 'week',
    })
    expect(series).toEqual([
      { start: '2026-11-02', actives: 1, newcomers: 1, events: 1 },
      { start: '2026-11-09', actives: 3, newcomers: 2, events: 3 },
    ])
  })
  test.each([
    [{ from: '2026-11-10', to: '2026-11-09' }, 'must not lie before'],
    [{ from: '2020-11-10', to: '2026-11-09', unit: 'month' }, 'three years'],
    [{ from: '2025-01-01', to: '2026-11-09', unit: 'day' }, 'choose weeks'],
    [{ from: '2026-02-30', to: '2026-03-09' }, 'Invalid'],
  ])('refuses %o', async (query, reason) => {
    await expect(ask('/api/insight/activity', query)).rejects.toThrow(reason)
  })
})

test('a warehouse that is away answers 503 at once, and the answer says when it was complete', async () => {
  const { openWarehouse } = await import('#base/warehouse/warehouse.ts')
  const away = openWarehouse({ url: 'http://juluo:x@127.0.0.1:9/juluo', pool: world().database.pool })
  const began = Date.now()
  await expect(away.query('SELECT 1')).rejects.toMatchObject({ code: 'warehouse_unavailable' })
  expect(await away.status()).toMatchObject({ state: 'missing', lagSeconds: 0 })
  expect(Date.now() - began).toBeLessThan(1_000)
  await away.close()
})
