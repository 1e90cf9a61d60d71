/** Random members with random histories, and random conditions over them, for tests of agreement. */
import fc from 'fast-check'
import type pg from 'pg'
import type { FieldSource, FieldValue } from '#base/declarations/fields.ts'
import type {
  Condition,
  Definition,
  Happening,
  PropertyTest,
  Window,
} from '#modules/audience/conditions/condition.ts'
import type { SegmentSource } from '#modules/audience/conditions/segment-source.ts'

export interface HistoryOptions {
  readonly seed: number
  readonly now: Date
  readonly zone: string
  readonly members: number
}

const names = ['post.read', 'order.paid', 'check_in', 'comment.posted'] as const
const texts = ['上海', '杭州', "l'été", 'a\\b\t"c"', '山丘\n咖啡', '0', ' '] as const
const tags = ['周三杯测', '新人', "O'Brien", '手冲'] as const
const hour = 3_600_000

/** Deterministic random numbers; the quality does not matter, only that a seed is a history. */
function randomFrom(seed: number) {
  let state = seed >>> 0 || 1
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  return {
    next,
    below: (most: number) => Math.floor(next() * most),
    chance: (share: number) => next() < share,
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
  }
}

/**
 * Writes members, doubles, browsers and events into the log. Members have the ids 1 to `members`, a tenth more are
 * doubles of them. Moments lie close to now, on both sides of midnights, and often at the same microsecond.
 */
export async function writeHistory(
  pool: pg.Pool,
  { seed, now, zone, members }: HistoryOptions,
): Promise<void> {
  const random = randomFrom(seed)
  const doubles = Math.ceil(members / 10)
  await pool.query(`insert into community (name, time_zone, founded_at) values ('山丘咖啡', $1, $2)`, [
    zone,
    now,
  ])
  await pool.query(
    `insert into member (id, token, nickname, joined_at) select n, 'm' || n, '成员' || n, $2 from generate_series(1, $1) as n`,
    [members + doubles, now],
  )
  for (let n = 1; n <= doubles; n++)
    await pool.query('update member set merged_into = $2 where id = $1', [
      members + n,
      1 + random.below(members),
    ])
  // Midnights of the community, as PostgreSQL's calendar has them.
  const { rows: midnights } = await pool.query<{ at: Date }>(
    `select (day::date::timestamp at time zone $2) as at
       from generate_series(($1::timestamptz at time zone $2)::date - 70, ($1::timestamptz at time zone $2)::date + 1, interval '1 day') as day`,
    [now, zone],
  )
  const moments: string[] = []
  for (let n = 0; n < 400; n++) {
    const midnight = random.pick(midnights).at.getTime()
    const micros = random.pick(['000', '001', '999'])
    const at = random.pick([
      midnight,
      midnight - 1,
      midnight + random.below(24) * hour,
      now.getTime() - random.below(80) * hour,
      now.getTime(),
      now.getTime() + random.below(30) * hour,
    ])
    moments.push(new Date(at).toISOString().replace('Z', `${micros}Z`))
  }
  const value = () => random.pick([null, 0, 1, 1, 3, 1990, -5, 12_345, 9_007_199_254_740_991])
  const props = () => {
    const made: Record<string, unknown> = {}
    for (const key of ['path', 'n', 'ok'])
      if (random.chance(0.7))
        made[key] = random.pick([
          '/1', '/2', '', 'true', '3', 3, 3.5, 0, -1, 0.1, 9e18, -1e-9, true, false, null, [1], { a: 1 }, "it's \"so\"\\",
        ]) // biome-ignore format: a list
    return JSON.stringify(made)
  }
  const rows: unknown[][] = []
  const write = (memberId: number | null, anonymousId: string | null) =>
    rows.push([
      random.pick(names),
      random.pick(['track', 'track', 'track', 'fact', 'import']),
      random.pick(['anonymous', 'account:7', 'account:7', 'system:members', 'apiKey:3']),
      random.pick(moments),
      memberId,
      random.pick([null, 1, 2]),
      anonymousId,
      value(),
      random.chance(0.04),
      random.chance(0.04),
      random.chance(0.04),
      props(),
    ])
  for (let id = 1; id <= members + doubles; id++) {
    const many = random.pick([0, 1, 3, 10, 40])
    for (let n = 0; n < many; n++) write(id, random.chance(0.2) ? `browser-${random.below(30)}` : null)
  }
  const linked = new Map<string, number>()
  for (let n = 0; n < 40; n++) {
    const browser = `browser-${n}`
    const many = random.below(12)
    for (let each = 0; each < many; each++) write(null, browser)
    if (random.chance(0.6)) linked.set(browser, 1 + random.below(members + doubles))
  }
  // In an order that is not that of time: the log has what comes when it comes.
  rows.sort(() => random.next() - 0.5)
  const proofs = [...linked].map(([anonymousId, memberId]) => [
    'visitor.identified', 'fact', 'account:7', now.toISOString(), memberId, null, null, null, false, false, false,
    JSON.stringify({ anonymousId, proof: 'session' }),
  ]) // biome-ignore format: one row of the log
  for (const [at, proof] of proofs.entries())
    rows.splice(Math.floor((rows.length * at) / proofs.length), 0, proof)
  await pool.query(
    `insert into identity_link (anonymous_id, member_id, linked_at, proof)
     select *, now(), 'session' from unnest($1::text[], $2::bigint[])`,
    [[...linked.keys()], [...linked.values()]],
  )
  const columns = Array.from({ length: 12 }, (_, at) => rows.map((row) => row[at]))
  await pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id, group_id, anonymous_id, value, bot, staff, test, props)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::bigint[], $6::bigint[], $7::text[],
                          $8::bigint[], $9::boolean[], $10::boolean[], $11::boolean[], $12::jsonb[])`,
    columns,
  )
}

const section = { zh: '测试', en: 'Test' }

/** Fields of every type, whose values follow from the seed. */
export function fieldsOf({ seed, now, members }: HistoryOptions): FieldSource {
  const random = randomFrom(seed + 1)
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  const values = new Map<string, Record<string, FieldValue>>()
  for (let id = 1; id <= members; id++) {
    const some: Record<string, FieldValue> = {}
    const maybe = (key: string, value: () => FieldValue) => {
      if (random.chance(0.75)) some[key] = value()
    }
    maybe('t.city', () => random.pick([...texts, '']))
    maybe('t.channel', () => random.pick(texts))
    maybe('t.tags', () => tags.filter(() => random.chance(0.4)))
    maybe('t.score', () => random.pick([0, 1, 2.5, -3, 0.1, 100, 1e15, null]))
    maybe('t.spent', () => random.pick([0, 1990, 250_000, -100]))
    maybe(
      't.joined_at',
      () => now.getTime() + random.pick([0, -1, 1, 24, -24, -240, 200]) * hour * random.below(9),
    )
    maybe('t.born', () =>
      random.pick([
        '1990-02-29',
        '2000-12-31',
        day(now.getTime() + random.below(20) * 24 * hour),
        day(now.getTime()),
        'soon',
      ]),
    )
    maybe('t.vip', () => random.pick([true, false, null]))
    maybe('t.since:1', () => now.getTime() - random.below(60) * 24 * hour)
    maybe('t.since:2', () => now.getTime() - random.below(60) * 24 * hour)
    // Not of the type that was declared.
    maybe('t.odd', () => random.pick(['7', 7]))
    values.set(String(id), some)
  }
  const field = (
    key: string,
    type: 'text' | 'choice' | 'choices' | 'number' | 'money' | 'date' | 'day' | 'flag',
  ) => ({
    key: `t.${key}`,
    label: key,
    type,
    section,
  })
  return {
    name: 'test',
    describe: async () => [
      field('city', 'text'),
      field('channel', 'choice'),
      field('tags', 'choices'),
      field('score', 'number'),
      field('odd', 'number'),
      field('spent', 'money'),
      field('joined_at', 'date'),
      field('born', 'day'),
      field('vip', 'flag'),
      { ...field('since', 'date'), of: { label: section, options: [{ value: '1', label: '一' }] } },
    ],
    read: async (_ctx, memberIds) => new Map(memberIds.map((id) => [id, values.get(id) ?? {}])),
  }
}

const comparison = fc.constantFrom('eq', 'ne', 'gt', 'gte', 'lt', 'lte')
const anyText = fc.constantFrom(...texts, ...tags, '上', 'nobody')
const someTexts = fc.uniqueArray(anyText, { minLength: 1, maxLength: 3 })

/** Conditions about the days around `now`. */
export function conditionsAt(now: Date): fc.Arbitrary<Condition> {
  const day = fc
    .integer({ min: -75, max: 20 })
    .map((days) => new Date(now.getTime() + days * 24 * hour).toISOString().slice(0, 10))
  const timeTest = fc.oneof(
    fc.record({ op: fc.constantFrom('onOrAfter', 'before'), value: day }),
    fc.record({
      op: fc.constantFrom('inLast', 'beforeLast', 'inNext'),
      value: fc.integer({ min: 1, max: 40 }),
    }),
  )
  const test = {
    text: fc.oneof(
      fc.record({
        op: fc.constantFrom('is', 'isNot', 'contains', 'notContains', 'startsWith'),
        value: anyText,
      }),
      fc.record({ op: fc.constantFrom('isOneOf', 'isNoneOf'), value: someTexts }),
    ),
    list: fc.record({ op: fc.constantFrom('hasAnyOf', 'hasAllOf', 'hasNoneOf'), value: someTexts }),
    number: fc.oneof(
      fc.record({ op: comparison, value: fc.constantFrom(0, 1, 2.5, 0.1, -3, 1990, 250_000, 1e15) }),
      fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 2_000 })).map(([low, more]) => ({
        op: 'between' as const,
        value: [low, low + more] as [number, number],
      })),
    ),
    flag: fc.record({ op: fc.constantFrom('isTrue', 'isFalse') }),
    known: fc.record({ op: fc.constantFrom('isKnown', 'isUnknown') }),
    anniversary: fc.record({
      op: fc.constant('anniversaryInNext'),
      value: fc.constantFrom(0, 1, 7, 120, 366),
    }),
  }
  const asked = (field: string, tests: fc.Arbitrary<unknown>, of?: fc.Arbitrary<string>) =>
    fc
      .record({
        test: fc.oneof({ weight: 6, arbitrary: tests }, { weight: 1, arbitrary: test.known }),
        ...(of ? { of } : {}),
      })
      .map((one) => ({ kind: 'field', field, ...one }) as Condition)
  const field = fc.oneof(
    asked('t.city', test.text),
    asked('t.channel', test.text),
    asked('t.tags', test.list),
    asked('t.score', test.number),
    asked('t.odd', test.number),
    asked('t.spent', test.number),
    asked('t.joined_at', timeTest),
    asked('t.born', fc.oneof(timeTest, test.anniversary)),
    asked('t.vip', test.flag),
    asked('t.since', timeTest, fc.constantFrom('1', '2')),
  )

  const propertyText = fc.constantFrom('/1', '/2', '', 'true', '3', '3.5', 'it\'s "so"\\', 'null')
  const property: fc.Arbitrary<PropertyTest> = fc.record({
    property: fc.constantFrom('path', 'n', 'ok', 'value', 'gone'),
    test: fc.oneof(
      fc.record({ op: fc.constantFrom('is', 'isNot', 'contains'), value: propertyText }),
      fc.record({
        op: fc.constantFrom('isOneOf', 'isNoneOf'),
        value: fc.uniqueArray(propertyText, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ op: comparison, value: fc.constantFrom(0, 1, 3, 3.5, 0.1, 12_345) }),
      fc.record({ op: fc.constantFrom('isKnown', 'isUnknown') }),
    ),
  }) as fc.Arbitrary<PropertyTest>
  const happening: fc.Arbitrary<Happening> = fc.record(
    {
      event: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...names) },
        { weight: 1, arbitrary: fc.constantFrom('*', 'never_heard_of') },
      ),
      where: fc.array(property, { minLength: 1, maxLength: 2 }),
      group: fc.constantFrom('1', '2', '3'),
    },
    { requiredKeys: ['event'] },
  )
  const plain: fc.Arbitrary<Happening> = happening.map(({ event, group }) =>
    group ? { event, group } : { event },
  )
  const span = fc.oneof(
    fc.record({ amount: fc.integer({ min: 1, max: 72 }), unit: fc.constant('hours' as const) }),
    fc.record({ amount: fc.integer({ min: 1, max: 70 }), unit: fc.constant('days' as const) }),
  )
  const window: fc.Arbitrary<Window> = fc.oneof(
    fc.record({ last: span }),
    fc
      .tuple(day, day)
      .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one })),
    fc.record({ from: day }),
    fc.record({ to: day }),
  )
  const measure = fc.oneof(
    fc.record({
      of: fc.constantFrom('count', 'days', 'daysSince'),
      op: comparison,
      value: fc.constantFrom(0, 0, 1, 1, 2, 3, 8, 20),
    }),
    fc.record(
      {
        of: fc.constant('sum'),
        op: comparison,
        value: fc.constantFrom(0, 1, 3.6, 1990, 20_000, -5),
        property: fc.constantFrom('n', 'value', 'path', 'gone'),
      },
      { requiredKeys: ['of', 'op', 'value'] },
    ),
    fc.record({ of: fc.constantFrom('first', 'last'), test: timeTest }),
  )
  const event = fc
    .record(
      {
        happening: fc.oneof({ weight: 2, arbitrary: plain }, { weight: 1, arbitrary: happening }),
        window,
        measure,
      },
      { requiredKeys: ['happening', 'measure'] },
    )
    .map(({ happening: what, ...rest }) => ({ kind: 'event', ...what, ...rest }) as Condition)
  const sequence = fc
    .record(
      { steps: fc.array(happening, { minLength: 2, maxLength: 4 }), within: span, window },
      { requiredKeys: ['steps', 'within'] },
    )
    .map((rest) => ({ kind: 'sequence', ...rest }) as Condition)
  const segment = fc.constantFrom('1', '2').map((id): Condition => ({ kind: 'segment', segment: id }))

  const { node } = fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 3, arbitrary: field },
      { weight: 5, arbitrary: event },
      { weight: 1, arbitrary: sequence },
      { weight: 1, arbitrary: segment },
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constantFrom('all' as const, 'any' as const),
          of: fc.array(tie('node'), { maxLength: 4 }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('not' as const), of: tie('node') }) },
    ),
  }))
  return node
}

const segments: ReadonlyMap<string, { readonly name: string; readonly definition: Definition }> = new Map([
  [
    '1',
    {
      name: '常客',
      definition: {
        version: 1,
        who: { kind: 'event', event: 'check_in', measure: { of: 'count', op: 'gte', value: 2 } },
      },
    },
  ],
  [
    '2',
    {
      name: '有地方的常客',
      definition: {
        version: 1,
        who: {
          kind: 'all',
          of: [
            { kind: 'segment', segment: '1' },
            { kind: 'field', field: 't.city', test: { op: 'isKnown' } },
          ],
        },
      },
    },
  ],
])

/** Two segments, one of which asks for the other; there is no third. */
export const someSegments: SegmentSource = {
  find: async (_ctx, ids) =>
    new Map(ids.flatMap((id) => (segments.has(id) ? [[id, segments.get(id)!] as const] : []))),
}
