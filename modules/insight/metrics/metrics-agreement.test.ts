import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import { addToDay, dayOf } from '#base/time/calendar.ts'
import { openAudience } from '#modules/audience/api.ts'
import { openAsking } from '#modules/insight/asking.ts'
import type { InsightParts } from '#modules/insight/parts.ts'
import type { Breakdown, Scope } from '#modules/insight/shapes.ts'
import { testCtx } from '#test/database.ts'
import { fieldsOf, someSegments, writeHistory } from '#test/histories.ts'
import {
  type Days,
  type LogRow,
  logRows,
  type Naive,
  naiveEvents,
  naivePeople,
  naiveReturning,
  naiveStock,
  type Sight,
  textOf,
} from '#test/metric-oracle.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { type Measured, type MeasureQuestion, measureAll, membersOf, type Point } from './measure.ts'
import type { EventsExpression, Expression, StockExpression } from './metric.ts'
import { earlierDay } from './spans.ts'

/** Days around a change of the clocks lie in the histories of the second world. */
const worlds = [
  { zone: 'Asia/Shanghai', now: new Date('2026-11-19T01:41:58.123Z'), seed: 20_261_119 },
  { zone: 'America/New_York', now: new Date('2026-11-19T04:59:59.999Z'), seed: 7 },
]
const members = 40
const asked = 36

const names = ['post.read', 'order.paid', 'check_in', 'comment.posted'] as const
const property = fc.record({
  property: fc.constantFrom('path', 'n', 'ok', 'value'),
  test: fc.oneof(
    fc.record({ op: fc.constantFrom('is', 'isNot', 'contains'), value: fc.constantFrom('/1', 'true', '3') }),
    fc.record({ op: fc.constantFrom('gt', 'lte', 'ne', 'eq'), value: fc.constantFrom(0, 1, 3, 0.1) }),
    fc.record({ op: fc.constantFrom('isKnown', 'isUnknown') }),
  ),
})
const happening = fc.record(
  {
    event: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom<string>(...names) },
      { weight: 2, arbitrary: fc.constantFrom('*', 'never_heard_of') },
    ),
    where: fc.array(property, { minLength: 1, maxLength: 2 }),
    group: fc.constantFrom('1', '2'),
  },
  { requiredKeys: ['event'] },
)
const plain = fc.constantFrom(...names, '*').map((event) => ({ event }))
const did = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 2, arbitrary: happening })
const counted = fc.oneof(
  fc.constant({ of: 'count' }),
  fc.constant({ of: 'members' }),
  fc.constant({ of: 'members' }),
  fc.record({ of: fc.constant('members'), atLeast: fc.integer({ min: 2, max: 3 }) }),
  fc.constant({ of: 'days' }),
  fc.record(
    { of: fc.constantFrom('sum', 'average', 'min', 'max'), property: fc.constantFrom('n', 'value', 'gone') },
    { requiredKeys: ['of'] },
  ),
  fc.record(
    {
      of: fc.constant('percentile'),
      p: fc.constantFrom(0, 50, 90, 100),
      property: fc.constantFrom('n', 'value'),
    },
    { requiredKeys: ['of', 'p'] },
  ),
)
const events = fc
  .record(
    {
      first: did,
      or: fc.array(did, { minLength: 1, maxLength: 2 }),
      counted,
      rolling: fc.constantFrom(1, 7, 30),
      by: fc.constant('anyone'),
      inside: fc.oneof(
        fc.constant(true),
        fc.constant({
          kind: 'stock',
          came: { event: 'check_in' },
          gone: [{ event: 'order.paid' }],
          at: 'start',
        }),
        fc.record({ kind: fc.constant('did'), event: fc.constantFrom(...names, '*') }),
      ),
    },
    { requiredKeys: ['first', 'counted'] },
  )
  .map(({ first, ...rest }) => ({ kind: 'events', ...first, ...rest }))
const when = fc.oneof(
  fc.constantFrom('bucket', 'before', 'ever'),
  fc.tuple(fc.nat(20), fc.nat(20)).map(([from, to]) => ({ from: from + to, to })),
  fc.nat(20).map((to) => ({ to })),
)
const people = fc
  .array(fc.record({ did, when, not: fc.boolean(), by: fc.constant('anyone') }, { requiredKeys: ['did'] }), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((parts) => fc.record({ parts: fc.constant(parts), inside: fc.boolean() }))
  .map(({ parts, inside }) => ({
    kind: 'people',
    ...(inside ? { inside } : {}),
    who: parts.map(({ did: each, not, ...rest }, at) => ({
      ...each,
      ...rest,
      ...(at > 0 && not ? { not } : {}),
    })),
  }))
const stock = fc
  .record(
    { came: did, gone: fc.array(did, { maxLength: 2 }), at: fc.constantFrom('start', 'end') },
    { requiredKeys: ['came', 'gone'] },
  )
  .map((rest) => ({ kind: 'stock', ...rest }))
const returning = fc
  .record(
    {
      first: did,
      again: did,
      after: fc.integer({ min: 1, max: 4 }),
      unit: fc.constantFrom('day', 'week', 'month'),
      newcomers: fc.boolean(),
      how: fc.constantFrom('exact', 'orLater'),
    },
    { requiredKeys: ['first', 'again', 'after', 'unit'] },
  )
  .map((rest) => ({ kind: 'returning', ...rest }))
const leaf = fc.oneof(
  { weight: 5, arbitrary: events },
  { weight: 2, arbitrary: people },
  { weight: 1, arbitrary: stock },
  { weight: 2, arbitrary: returning },
) as fc.Arbitrary<Expression>

const scope = fc.record(
  {
    group: fc.constantFrom('1', '2'),
    who: fc.constantFrom(
      { version: 1, who: { kind: 'field', field: 't.vip', test: { op: 'isTrue' } } },
      {
        version: 1,
        who: { kind: 'event', event: 'check_in', measure: { of: 'count', op: 'gte', value: 2 } },
      },
      { version: 1, who: { kind: 'segment', segment: '2' } },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Scope>
const breakdown = fc.constantFrom<Breakdown>(
  { by: 'property', property: 'path' },
  { by: 'property', property: 'ok' },
  { by: 'group' },
  { by: 'time', part: 'weekday' },
  { by: 'time', part: 'hour' },
  { by: 'field', field: 't.tags' },
  { by: 'field', field: 't.channel' },
  { by: 'segments', segments: ['1', '2'] },
)

describe.each(worlds)('figures by days of $zone', ({ zone, now, seed }) => {
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let rows: LogRow[]
  let parts: InsightParts
  const options = { seed, now, zone, members }
  const today = dayOf(now, zone)
  const ctx = () => testCtx(world.database, { kind: 'system', name: 'test' }, now)
  const declared = { facts: () => [], fields: () => [fieldsOf(options)] }

  beforeAll(async () => {
    world = await makeTestWarehouse()
    await writeHistory(world.database.pool, options)
    await joinGroups()
    world.startSink({ timeZone: async () => zone })
    await world.settled()
    const audience = openAudience({ warehouse: world.warehouse }, declared, someSegments)
    parts = { warehouse: world.warehouse, audience, declared } as unknown as InsightParts
    expect(await audience.copies.fill(ctx())).toBe(true)
    rows = await logRows(world.database.pool, zone)
  })
  afterAll(() => world?.end())

  /** Members come to the community and the two groups and leave them again, some several times. */
  const joinGroups = () =>
    world.database.pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, group_id)
       select case when g = 0 then 'member.' else 'group.' end || case when step % 2 = 1 then 'joined' else 'left' end, 'fact', 'system:groups',
              $1::timestamptz - make_interval(hours => (1500 - step * (150 + (n * 7 + g * 13) % 230))), n, nullif(g, 0)
         from generate_series(1, $2::int) as n, generate_series(0, 2) as g,
              lateral generate_series(1, (n * (g + 2)) % 5) as step`,
      [now, members],
    )

  const ids = Array.from({ length: members }, (_, at) => String(at + 1))
  /** Doubles and whoever is no member. */
  const gone = new Set(Array.from({ length: 10 }, (_, at) => String(members + at + 1)))

  async function whoOf({ who }: Scope): Promise<ReadonlySet<Id> | undefined> {
    return who ? await parts.audience.matching(ctx(), who, ids) : undefined
  }

  /** Which values a member has, as the breakdown names them. */
  async function valuesOf(cut: Breakdown): Promise<(member: string) => readonly string[]> {
    if (cut.by === 'segments') {
      const sets = await Promise.all(
        cut.segments.map(
          async (segment) =>
            [
              segment,
              await parts.audience.matching(ctx(), { version: 1, who: { kind: 'segment', segment } }, ids),
            ] as const,
        ),
      )
      return (member) => sets.filter(([, its]) => its.has(member)).map(([segment]) => segment)
    }
    if (cut.by !== 'field') return () => []
    const values = await fieldsOf(options).read(ctx(), ids)
    return (member) => {
      const value = values.get(member)?.[cut.field]
      return (Array.isArray(value) ? value : [value]).filter(
        (each) => typeof each === 'string' && each !== '',
      )
    }
  }

  function naive(expression: Expression, sight: Sight, span: Days): Naive {
    if (span.from > span.to) return { value: 0, members: new Set() }
    switch (expression.kind) {
      case 'events':
        return naiveEvents(sight, expression, span)
      case 'people':
        return naivePeople(sight, expression, span)
      case 'stock':
        return naiveStock(sight, expression, span)
      case 'returning':
        return naiveReturning(sight, expression, span)
      default:
        throw new Error(`No naive ${expression.kind}`)
    }
  }

  /** The sight on one value of a breakdown; the values that stand by themselves are those of the answer. */
  async function sightOf(key: string, cut: Breakdown, tops: readonly string[], sight: Sight): Promise<Sight> {
    const matches = (values: readonly string[]) => {
      if (key === 'u') return values.length === 0 || values.every((each) => each === '')
      const keys = values.filter(Boolean).map((each) => (tops.includes(each) ? `v${each}` : 'r'))
      return keys.includes(key)
    }
    if (cut.by === 'property') return { ...sight, row: (row) => matches([textOf(row, cut.property) ?? '']) }
    if (cut.by === 'time')
      return { ...sight, row: (row) => matches([cut.part === 'hour' ? row.hour : row.weekday]) }
    if (cut.by === 'group') return { ...sight, byGroup: true, row: (row) => matches([row.group ?? '']) }
    const of = await valuesOf(cut)
    return { ...sight, member: (member) => matches(of(member)) }
  }

  const near = (actual: number | null | undefined, wanted: number | null | undefined) =>
    actual === wanted ||
    (typeof actual === 'number' &&
      typeof wanted === 'number' &&
      Math.abs(actual - wanted) <= 1e-9 * Math.max(1, Math.abs(actual), Math.abs(wanted)))

  function compare(point: Pick<Point, 'value' | 'over' | 'under'>, wanted: Naive, what: string): void {
    if (!near(point.value, wanted.value)) expect(point.value, what).toBe(wanted.value)
    if (wanted.under !== undefined && !near(point.under, wanted.under))
      expect(point.under, what).toBe(wanted.under)
  }

  const days = fc
    .tuple(fc.integer({ min: -72, max: 3 }), fc.integer({ min: 0, max: 40 }))
    .map(([from, length]) => ({
      from: addToDay(today, from, 'day'),
      to: addToDay(today, from + length, 'day'),
    }))
  const question = fc.record(
    { days, unit: fc.constantFrom('day', 'week', 'month', 'range'), scope, breakdown },
    { requiredKeys: ['days', 'unit'] },
  ) as fc.Arbitrary<MeasureQuestion & { days: Days }>

  const asks = (from: number) =>
    fc.sample(fc.record({ how: leaf, question }), { numRuns: asked, seed: seed + from }).map((each) => ({
      ...each,
      ref: { version: 1 as const, how: each.how },
    }))

  const bucket = (point: Point): Days => ({ from: point.start, to: point.to })

  async function check(
    { how, question: its }: { how: Expression; question: MeasureQuestion & { days: Days } },
    measured: Measured,
  ): Promise<number> {
    let told = 0
    const who = await whoOf(its.scope ?? {})
    const sight: Sight = { rows, today, group: its.scope?.group, who, gone }
    const whole = { from: its.days.from, to: earlierDay(its.days.to, today) }
    const what = JSON.stringify({ how, its })
    const each = (at: Sight, points: readonly Point[], total: Measured['total'], label: string) => {
      for (const point of points) {
        compare(point, naive(how, at, bucket(point)), `${label} ${point.start} ${what}`)
        if (point.value) told++
      }
      compare(total, naive(how, at, whole), `${label} total ${what}`)
    }
    if (whole.from <= whole.to) each(sight, measured.points, measured.total, 'all')
    if (!its.breakdown || whole.from > whole.to) return told
    const tops = measured.series!.filter(({ key }) => key.startsWith('v')).map(({ key }) => key.slice(1))
    expect(tops.length).toBeLessThanOrEqual(its.breakdown.by === 'time' ? 24 : 12)
    for (const series of measured.series!)
      each(await sightOf(series.key, its.breakdown, tops, sight), series.points, series.total, series.key)
    return told
  }

  test('equal a count by hand, whatever is asked, first and when they are remembered', async () => {
    const some = asks(0)
    const asking = await openAsking(ctx(), parts, undefined, 60)
    let told = 0
    const answers = await measureAll(asking, some)
    for (const [at, answer] of answers.entries()) told += await check(some[at]!, answer)
    // Figures that are all nothing prove little.
    expect(told).toBeGreaterThan(asked)
    expect(await measureAll(asking, some)).toEqual(answers)
  }, 120_000)

  test('are of exactly the members behind them', async () => {
    const asking = await openAsking(ctx(), parts, undefined, 60)
    let found = 0
    for (const { how, ref, question: its } of asks(1).slice(0, 24)) {
      const who = await whoOf(its.scope ?? {})
      const sight: Sight = { rows, today, group: its.scope?.group, who, gone }
      const whole = { from: its.days.from, to: earlierDay(its.days.to, today) }
      const { sql, params } = await membersOf(asking, ref, { scope: its.scope ?? {}, days: its.days })
      const behind = await asking.query<{ member_id: string }>(sql, params)
      const wanted = whole.from > whole.to ? [] : [...naive(how, sight, whole).members]
      const order = (list: string[]) => list.sort((one, other) => Number(one) - Number(other))
      expect(order(behind.map((row) => row.member_id)), JSON.stringify({ how, its })).toEqual(order(wanted))
      found += wanted.length
    }
    expect(found).toBeGreaterThan(20)
  }, 120_000)

  test('the comparison notices figures that mean something else', async () => {
    const some = asks(2).filter(({ how }) => how.kind === 'events' || how.kind === 'stock')
    const asking = await openAsking(ctx(), parts, undefined, 60)
    let wrong = 0
    for (const [at, answer] of (await measureAll(asking, some)).entries()) {
      const { how, ...rest } = some[at]!
      const other = {
        ...how,
        ...(how.kind === 'events'
          ? { event: 'check_in', or: [] }
          : { came: { event: 'post.read' }, gone: [] }),
      } as EventsExpression | StockExpression
      await check({ ...rest, how: other }, answer).catch(() => wrong++)
    }
    expect(wrong).toBeGreaterThan(3)
  }, 60_000)
})
