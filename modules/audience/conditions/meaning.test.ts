import { beforeAll, describe, expect, test } from 'vitest'
import type { FieldValue } from '#base/declarations/fields.ts'
import { testCtx } from '#test/database.ts'
import { useWarehouse } from '#test/warehouse.ts'
import type { Audience } from '../audience.ts'
import { openAudience } from '../open-audience.ts'
import type { Condition, Window } from './condition.ts'

const world = useWarehouse()
// 09:41 of 19 November in Shanghai.
const now = new Date('2026-11-19T01:41:58Z')
let audience: Audience

/** 1 阿澈 · 2 韩小禾 · 3 许木 · 4 唐果 · 5 a double of 4 · 6 nobody in particular. */
const members = 6
const browser = 'browser-of-xumu'

interface Event {
  readonly name: string
  readonly at: string
  readonly member?: number
  readonly anonymous?: string
  readonly value?: number
  readonly props?: Record<string, unknown>
  readonly staff?: boolean
  readonly actor?: string
  readonly source?: string
}

const events: readonly Event[] = [
  // The last moment of 20 October and the first of 21 October: today is the thirtieth day from then.
  { name: 'post.read', at: '2026-10-20T15:59:59.999Z', member: 1 },
  { name: 'post.read', at: '2026-10-20T16:00:00Z', member: 2 },
  { name: 'order.paid', at: '2026-11-18T01:41:58Z', member: 1, value: 8_800, props: { shop: '线上', items: 2 } },
  { name: 'order.paid', at: '2026-11-18T01:41:58.001Z', member: 2, value: 1_200, props: { shop: '上海店', items: 1.5 } },
  // Of the same moment, in the order of the log: first joined, then applied.
  { name: 'group_joined', at: '2026-11-10T02:00:00Z', member: 1 },
  { name: 'quiz_passed', at: '2026-11-10T02:00:00Z', member: 1 },
  { name: 'quiz_passed', at: '2026-11-10T02:00:00Z', member: 2 },
  { name: 'group_joined', at: '2026-11-10T02:00:00Z', member: 2 },
  // Exactly a day later, and a moment more than a day.
  { name: 'group_joined', at: '2026-11-01T02:00:00Z', member: 3 },
  { name: 'quiz_passed', at: '2026-11-02T02:00:00Z', member: 3 },
  { name: 'group_joined', at: '2026-11-01T02:00:00Z', member: 4 },
  { name: 'quiz_passed', at: '2026-11-02T02:00:00.001Z', member: 4 },
  // Before 许木 signed in, and after; his browser proved to be his.
  { name: 'post.read', at: '2026-11-15T02:00:00Z', anonymous: browser },
  { name: 'post.read', at: '2026-11-16T02:00:00Z', anonymous: browser },
  { name: 'post.read', at: '2026-11-16T02:00:00Z', anonymous: 'of nobody' },
  { name: 'visitor.identified', at: '2026-11-16T03:00:00Z', member: 3, source: 'fact', props: { anonymousId: browser, proof: 'session' } },
  { name: 'post.read', at: '2026-11-17T02:00:00Z', member: 3 },
  // 唐果 once by herself, twice as her double.
  { name: 'check_in', at: '2026-11-12T02:00:00Z', member: 4 },
  { name: 'check_in', at: '2026-11-13T02:00:00Z', member: 5 },
  { name: 'check_in', at: '2026-11-13T03:00:00Z', member: 5 },
  // Not what people did.
  { name: 'check_in', at: '2026-11-12T02:00:00Z', member: 6, staff: true },
  { name: 'check_in', at: '2026-11-12T02:00:00Z', member: 6, source: 'fact', actor: 'system:members' },
  // Tomorrow, by a clock that is ahead.
  { name: 'check_in', at: '2026-11-19T16:00:00Z', member: 6 },
] // biome-ignore format: a table

const values: Record<string, Record<string, FieldValue>> = {
  1: { city: '上海', joined: Date.parse('2026-10-20T16:00:00Z'), born: '1990-11-19' },
  2: { city: '杭州', joined: Date.parse('2026-10-20T15:59:59Z'), born: '2000-02-29', score: 3 },
  3: { city: '', born: '1988-11-26', score: 0 },
}
const section = { zh: '资料', en: 'Profile' }
const source = {
  name: 'test',
  describe: async () => [
    { key: 'city', label: '城市', type: 'choice' as const, section },
    { key: 'joined', label: '加入时间', type: 'date' as const, section },
    { key: 'born', label: '生日', type: 'day' as const, section },
    { key: 'score', label: '评分', type: 'number' as const, section },
  ],
  read: async (_ctx: unknown, ids: readonly string[]) => new Map(ids.map((id) => [id, values[id] ?? {}])),
}

beforeAll(async () => {
  const { pool } = world().database
  await pool.query(
    `insert into member (id, token, nickname, joined_at) select n, 'm' || n, 'm' || n, $2 from generate_series(1, $1) as n`,
    [members, now],
  )
  await pool.query('update member set merged_into = 4 where id = 5')
  await pool.query(
    `insert into identity_link (anonymous_id, member_id, linked_at, proof) values ($1, 3, $2, 'session')`,
    [browser, now],
  )
  for (const event of events)
    await pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, anonymous_id, value, props, staff)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        event.name,
        event.source ?? 'track',
        event.actor ?? 'anonymous',
        event.at,
        event.member ?? null,
        event.anonymous ?? null,
        event.value ?? null,
        event.props ?? {},
        event.staff ?? false,
      ],
    )
  world().startSink()
  await world().settled()
  audience = openAudience(
    { warehouse: world().warehouse },
    { facts: () => [], fields: () => [source] },
    { find: async () => new Map() },
  )
  expect(await audience.copies.fill(testCtx(world().database, undefined, now))).toBe(true)
})

/** Who fits, from the warehouse; PostgreSQL must say the same. */
async function who(condition: Condition, at = now): Promise<number[]> {
  const ctx = testCtx(world().database, undefined, at)
  const definition = { version: 1, who: condition } as const
  const set = await audience.page(ctx, definition, { limit: 100 })
  const all = Array.from({ length: members }, (_, n) => String(n + 1))
  expect([...(await audience.matching(ctx, definition, all))]).toEqual(set)
  return set.map(Number)
}

const did = (event: string, window?: Window): Condition => ({
  kind: 'event',
  event,
  ...(window ? { window } : {}),
  measure: { of: 'count', op: 'gte', value: 1 },
})

describe('days and hours', () => {
  test('the last 30 days are today and the 29 days before it, by the clocks of the community', async () => {
    expect(await who(did('post.read', { last: { amount: 30, unit: 'days' } }))).toEqual([2, 3])
    expect(await who(did('post.read', { last: { amount: 31, unit: 'days' } }))).toEqual([1, 2, 3])
    expect(await who(did('post.read', { from: '2026-10-20', to: '2026-10-20' }))).toEqual([1])
  })
  test('hours are exact', async () => {
    expect(await who(did('order.paid', { last: { amount: 24, unit: 'hours' } }))).toEqual([2])
    expect(await who(did('order.paid', { last: { amount: 25, unit: 'hours' } }))).toEqual([1, 2])
  })
  test('nothing of tomorrow counts today', async () => {
    expect(await who(did('check_in'))).toEqual([4])
    expect(await who(did('check_in'), new Date('2026-11-20T01:00:00Z'))).toEqual([4, 6])
  })
  test('a moment lies in the day of the community', async () => {
    expect(await who({ kind: 'field', field: 'joined', test: { op: 'inLast', value: 30 } })).toEqual([1])
    expect(await who({ kind: 'field', field: 'joined', test: { op: 'beforeLast', value: 30 } })).toEqual([2])
    expect(
      await who({ kind: 'field', field: 'joined', test: { op: 'before', value: '2026-10-21' } }),
    ).toEqual([2])
  })
  test('birthdays come round; who was born on 29 February celebrates on the 28th', async () => {
    const soon = (value: number): Condition => ({
      kind: 'field',
      field: 'born',
      test: { op: 'anniversaryInNext', value },
    })
    expect(await who(soon(0))).toEqual([1])
    expect(await who(soon(7))).toEqual([1, 3])
    expect(await who(soon(0), new Date('2027-02-28T01:00:00Z'))).toEqual([2])
    expect(await who(soon(0), new Date('2028-02-28T01:00:00Z'))).toEqual([])
  })
})

describe('what is not known', () => {
  test('passes no test but those that say what is not so', async () => {
    const score = (test: Extract<Condition, { kind: 'field' }>['test']) =>
      who({ kind: 'field', field: 'score', test })
    expect(await score({ op: 'lt', value: 3 })).toEqual([3])
    expect(await score({ op: 'ne', value: 3 })).toEqual([1, 3, 4, 6])
    expect(await score({ op: 'isUnknown' })).toEqual([1, 4, 6])
    expect(await who({ kind: 'field', field: 'city', test: { op: 'isKnown' } })).toEqual([1, 2])
    expect(await who({ kind: 'field', field: 'city', test: { op: 'isNoneOf', value: ['上海'] } })).toEqual([
      2, 3, 4, 6,
    ])
  })
  test('never has no last time, and no days since', async () => {
    const quiet: Condition = {
      kind: 'event',
      event: 'post.read',
      measure: { of: 'daysSince', op: 'gte', value: 0 },
    }
    expect(await who(quiet)).toEqual([1, 2, 3])
  })
  test('nothing spent is nothing, and less than something', async () => {
    const spent = (op: 'lt' | 'gte', value: number, property?: string): Condition => ({
      kind: 'event',
      event: 'order.paid',
      measure: { of: 'sum', op, value, ...(property ? { property } : {}) },
    })
    expect(await who(spent('lt', 5_000))).toEqual([2, 3, 4, 6])
    expect(await who(spent('gte', 1_200))).toEqual([1, 2])
    expect(await who(spent('gte', 1.5, 'items'))).toEqual([1, 2])
    expect(await who(spent('gte', 1.500001, 'items'))).toEqual([1])
  })
})

describe('behaviour', () => {
  test('what a browser did before its owner signed in counts as his, of others it counts for nobody', async () => {
    const viewed = (op: 'eq' | 'gte', value: number, where?: []): Condition => ({
      kind: 'event',
      event: 'post.read',
      ...(where ? { where } : {}),
      measure: { of: 'count', op, value },
    })
    expect(await who(viewed('eq', 3))).toEqual([3])
    expect(await who(viewed('gte', 1))).toEqual([1, 2, 3])
  })
  test('what a merged double did counts for the member that remains, and the double is nobody', async () => {
    const often: Condition = {
      kind: 'event',
      event: 'check_in',
      measure: { of: 'count', op: 'eq', value: 3 },
    }
    expect(await who(often)).toEqual([4])
    expect(
      await who({ kind: 'event', event: 'check_in', measure: { of: 'days', op: 'eq', value: 2 } }),
    ).toEqual([4])
    expect(await who({ kind: 'all', of: [] })).toEqual([1, 2, 3, 4, 6])
  })
  test('properties are compared as what they are', async () => {
    const paid = (
      property: string,
      test: { op: 'is'; value: string } | { op: 'gt'; value: number },
    ): Condition => ({
      kind: 'event',
      event: 'order.paid',
      where: [{ property, test }],
      measure: { of: 'count', op: 'gte', value: 1 },
    })
    expect(await who(paid('shop', { op: 'is', value: '上海店' }))).toEqual([2])
    expect(await who(paid('items', { op: 'is', value: '2' }))).toEqual([1])
    expect(await who(paid('items', { op: 'gt', value: 1.4 }))).toEqual([1, 2])
    expect(await who(paid('shop', { op: 'gt', value: 0 }))).toEqual([])
  })
  test('steps come in their order, the last within the limit of the first', async () => {
    const course = (unit: 'hours' | 'days', amount: number): Condition => ({
      kind: 'sequence',
      steps: [{ event: 'group_joined' }, { event: 'quiz_passed' }],
      within: { amount, unit },
    })
    // 韩小禾 passed before he joined, in the same moment.
    expect(await who(course('days', 1))).toEqual([1, 3])
    expect(await who(course('hours', 25))).toEqual([1, 3, 4])
  })
})

describe('what is gone', () => {
  const gone: Condition[] = [
    { kind: 'field', field: 'archived', test: { op: 'isUnknown' } },
    { kind: 'not', of: { kind: 'field', field: 'archived', test: { op: 'is', value: '上海' } } },
    { kind: 'not', of: { kind: 'segment', segment: '404' } },
  ]
  test.each(gone)(
    'is refused to whoever acts on the answer, and fits nobody by its absence: %j',
    async (who) => {
      const ctx = testCtx(world().database, undefined, now)
      const definition = { version: 1, who: { kind: 'any', of: [did('check_in'), who] } } as const
      const acting: Record<string, () => Promise<unknown>> = {
        matches: () => audience.matches(ctx, definition, '1'),
        matching: () => audience.matching(ctx, definition, ['1', '2']),
        explain: () => audience.explain(ctx, definition, '1'),
        explainAll: () => audience.explainAll(ctx, definition, ['1']),
        count: () => audience.count(ctx, definition),
        sample: () => audience.sample(ctx, definition, 3),
        sql: () => audience.sql(ctx, definition),
        page: () => audience.page(ctx, definition, { limit: 3 }),
        members: async () => {
          for await (const ids of audience.members(ctx, definition)) return ids
        },
      }
      for (const [name, act] of Object.entries(acting))
        await expect(act(), name).rejects.toMatchObject({
          code: 'condition_invalid',
          options: { fields: [{ path: expect.stringMatching(/^who\.of\.1\.(of\.)?(field|segment)$/) }] },
        })
      // Whoever edits it still sees the rest of it.
      expect((await audience.preview(ctx, definition)).members).toBeGreaterThan(0)
    },
  )
})
