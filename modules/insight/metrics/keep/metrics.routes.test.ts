import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RequestInfo } from '#base/http/request.ts'
import type { AnyRoute } from '#base/http/route.ts'
import { analysisRoutes } from '#modules/insight/analysis.ts'
import { metricsParts } from '#modules/insight/metrics/parts.ts'
import { trend } from '#modules/insight/metrics/trend/trend.analysis.ts'
import { testCtx } from '#test/database.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'

const now = new Date('2026-11-19T02:00:00Z')

describe('metrics over HTTP', () => {
  let warehouse: Awaited<ReturnType<typeof makeTestWarehouse>>
  let world: InsightWorld
  let routes: readonly AnyRoute[]

  beforeAll(async () => {
    warehouse = await makeTestWarehouse()
    await warehouse.database.pool.query(
      `insert into member (id, token, nickname, joined_at) select n, 'm' || n, '成员' || n, now() from generate_series(1, 5) as n`,
    )
    await warehouse.database.pool.query(
      `insert into event_log (name, source, actor, member_id, group_id, occurred_at, staff)
       select 'member.joined', 'fact', 'account:9', n, null::bigint, '2026-09-01T02:00Z'::timestamptz, true from generate_series(1, 4) as n
       union all select 'group.joined', 'fact', 'account:9', n, 7, '2026-09-02T02:00Z', true from generate_series(1, 3) as n
       union all select 'group.left', 'fact', 'account:9', 3, 7, '2026-11-12T02:00Z', true
       union all select 'post.read', 'import', 'account:2', 1, 7, '2026-11-18T02:00Z', false
       union all select 'post.read', 'track', 'anonymous', 2, 7, '2026-11-10T02:00Z', false`,
    )
    warehouse.startSink()
    await warehouse.settled()
    world = await openInsightWorld(warehouse, { now })
    routes = [...metricsParts(world.parts).routes, ...analysisRoutes(world.parts, trend)]
  })
  afterAll(() => warehouse?.end())

  async function ask(
    method: string,
    path: string,
    { key, query = {}, body }: { key?: string; query?: object; body?: object } = {},
    // biome-ignore lint/suspicious/noExplicitAny: answers of different shapes, checked by the schema of their route
  ): Promise<any> {
    const route = routes.find((each) => each.method === method && each.path === path)!
    const answer = await route.handle(testCtx(warehouse.database, { kind: 'system', name: 'test' }, now), {
      params: key === undefined ? undefined : { key },
      query: route.query?.parse(query),
      body: body === undefined ? undefined : route.body?.parse(body),
      request: { signal: new AbortController().signal } as RequestInfo,
    })
    return route.answer.parse(answer)
  }

  test('list the catalogue with 口径, where the data comes from, and what has none yet', async () => {
    const { items, lagSeconds } = await ask('get', '/api/insight/metrics')
    const of = (key: string) => items.find((each: { key: string }) => each.key === key)
    expect(lagSeconds).toBe(0)
    expect(of('reads')).toMatchObject({
      name: '阅读量',
      says: expect.stringContaining('的次数'),
      family: 'content',
      version: 0,
      ids: ['S0-42'],
      sources: ['import', 'track'],
      lastDay: '2026-11-18',
    })
    expect(of('renewal_rate')).toMatchObject({ sources: [], lastDay: null })
    const found = await ask('get', '/api/insight/metrics', { query: { q: 'S1-03' } })
    expect(found.items.map((each: { key: string }) => each.key)).toEqual([
      'weekly_actives',
      'weekly_active_rate',
    ])
  })

  test('S1-03 the weekly active rate divides by members who came by whatever hand, of a group by its own', async () => {
    const figures = async (scope: object) => {
      const { items } = await ask('post', '/api/insight/metrics/figures', {
        body: {
          metrics: ['weekly_active_rate', 'members_total', 'leave_rate'],
          range: { from: '2026-11-09', to: '2026-11-18' },
          unit: 'week',
          scope,
        },
      })
      return items.map((each: { value: number; over: number; under: number }) => [
        each.value,
        each.over,
        each.under,
      ])
    }
    expect(await figures({})).toEqual([
      [1 / 4, 1, 4],
      [4, null, null],
      [1 / 3, 1, 3],
    ])
    expect(await figures({ group: '7' })).toEqual([
      [1 / 2, 1, 2],
      [2, null, null],
      [1 / 3, 1, 3],
    ])
  })

  test('make, change and put away metrics of one’s own; an older look at one is refused', async () => {
    const how = {
      kind: 'ratio',
      over: { kind: 'metric', metric: 'reads' },
      under: { kind: 'metric', metric: 'active_members' },
    }
    const body = {
      name: '人均阅读',
      formula: '阅读量 ÷ 活跃成员',
      unit: 'number',
      definition: { version: 1, how },
    }
    const made = await ask('post', '/api/insight/metrics', { body })
    expect(made).toMatchObject({
      key: expect.stringMatching(/^own_\d+$/),
      version: 1,
      family: null,
      says: '「阅读量」 ÷ 「活跃成员」',
    })
    await expect(ask('post', '/api/insight/metrics', { body })).rejects.toThrow(/metric_name_taken/)

    const path = '/api/insight/metrics/{key}'
    const changed = await ask('patch', path, { key: made.key, body: { version: 1, name: '人均阅读数' } })
    expect(changed).toMatchObject({ name: '人均阅读数', version: 2 })
    await expect(ask('patch', path, { key: made.key, body: { version: 1, name: '旧的' } })).rejects.toThrow(
      /metric_changed_meanwhile/,
    )
    expect(
      (await ask('get', path, { key: made.key })).versions.map((each: { name: string }) => each.name),
    ).toEqual(['人均阅读数', '人均阅读'])

    const circle = { version: 1, how: { kind: 'metric', metric: made.key } }
    await expect(
      ask('patch', path, { key: made.key, body: { version: 2, definition: circle } }),
    ).rejects.toMatchObject({
      code: 'metric_invalid',
      options: {
        fields: [
          { path: expect.stringContaining('body.definition'), message: expect.stringContaining('一圈') },
        ],
      },
    })

    await ask('put', `${path}/archived`, { key: made.key, body: { archived: true } })
    expect((await ask('get', '/api/insight/metrics', { query: { family: 'own' } })).items).toEqual([])
    expect((await ask('get', '/api/insight/metrics', { query: { archived: 'true' } })).items.length).toBe(1)
  })

  test('change one of the catalogue: everybody who asks it by its key gets the new meaning', async () => {
    const path = '/api/insight/metrics/{key}'
    const definition = { version: 1, how: { kind: 'events', event: 'post.read', counted: { of: 'members' } } }
    const changed = await ask('patch', path, {
      key: 'readers',
      body: { version: 0, definition, name: '读者' },
    })
    expect(changed).toMatchObject({ key: 'readers', name: '读者', version: 1, family: 'content' })
  })

  test('preview a definition in words and figures, and refuse a formula where it breaks', async () => {
    const how = (formula: string) => ({
      kind: 'formula',
      formula,
      of: { a: { kind: 'metric', metric: 'reads' }, b: { kind: 'time', unit: 'day' } },
    })
    const preview = (formula: string) =>
      ask('post', '/api/insight/metrics/preview', {
        body: {
          definition: { version: 1, how: how(formula) },
          range: { from: '2026-11-09', to: '2026-11-18' },
          unit: 'week',
        },
      })
    expect(await preview('a / b')).toMatchObject({ value: 0.2, says: 'a / b（a = 「阅读量」、b = 天数）' })
    await expect(preview('a / (b')).rejects.toMatchObject({
      code: 'metric_invalid',
      options: { fields: [{ path: 'how.formula', message: expect.stringContaining('第 5 个字符') }] },
    })
    await expect(preview('a / c')).rejects.toMatchObject({
      options: { fields: [{ message: expect.stringContaining('用了 c') }] },
    })
  })

  test('T38 a trend compares, cuts, divides per member and works series out together', async () => {
    const question = {
      of: [{ metric: 'reads' }, { metric: 'active_members', name: '活跃' }],
      range: { from: '2026-11-09', to: '2026-11-18' },
      unit: 'week',
      compare: 'previous',
      formula: 'a / b',
      breakdown: { by: 'group' },
    }
    const { answer, says } = await ask('post', '/api/insight/trend', { body: { question } })
    expect(says).toBe('2026-11-09 至 2026-11-18，按周看「阅读量」、「活跃」，与上一期对比')
    expect(
      answer.series.map(
        (each: { letter: string; part: { label: string } | null; total: { value: number } }) => [
          each.letter,
          each.part?.label ?? null,
          each.total.value,
        ],
      ),
    ).toEqual([
      ['a', null, 2],
      ['a', '7', 2],
      ['b', null, 2],
      ['b', '7', 2],
      ['=', null, 1],
      ['=', '7', 1],
    ])
    expect(answer.series[0].points.map((each: { value: number }) => each.value)).toEqual([1, 1])
    expect(answer.series[0].before.total.value).toBe(0)

    const people = await ask('post', '/api/insight/trend/people', {
      body: { question, cell: { series: 1, start: '2026-11-16', part: 'v7' } },
    }).catch((error: unknown) => error)
    // Who they are is read by `findPeople`, which needs files: the ids are what matters here.
    expect(String(people)).not.toMatch(/condition_invalid|metric_/)
    const piled = {
      ...question,
      formula: undefined,
      breakdown: undefined,
      compare: undefined,
      cumulative: true,
    }
    const { answer: all } = await ask('post', '/api/insight/trend', { body: { question: piled } })
    expect(all.series[0].points.map((each: { value: number }) => each.value)).toEqual([1, 2])
    const per = { ...piled, cumulative: undefined, per: 'member' }
    const { answer: each } = await ask('post', '/api/insight/trend', { body: { question: per } })
    expect(each.series[0].total).toMatchObject({ value: 0.5, over: 2, under: 4 })
  })
})
