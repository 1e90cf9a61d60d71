import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addToDay, type Day, startOfUnit } from '#base/time/calendar.ts'
import { openClient, type WarehouseClient } from '#base/warehouse/client.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { identifiedBy, warehouseSchema } from '#base/warehouse/schema/schema.ts'
import { stitch } from '#base/warehouse/sink/stitch.ts'
import { testWarehouseUrl } from '#test/warehouse.ts'
import { type Counted, findActivity, findTotals } from './activity/activity.sql.ts'
import { type Unit, unitsWithin } from './shapes.ts'

interface Happened {
  readonly at: Date
  readonly name: string
  readonly member: number
  readonly browser: string
  readonly group: number
  readonly bot: boolean
  readonly staff: boolean
  readonly test: boolean
  readonly source: 'fact' | 'track'
  readonly actor: string
}

const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu']
/** Around both changes of the clocks in 2026, in both hemispheres, and a new year. */
const hot = ['2026-03-08T06:30:00Z', '2026-03-29T00:30:00Z', '2026-04-04T15:00:00Z', '2026-10-25T00:30:00Z', '2026-12-31T16:00:00Z'].map(Date.parse) // biome-ignore format: a list

const happened: fc.Arbitrary<Happened> = fc.record({
  at: fc
    .oneof(
      fc
        .tuple(fc.constantFrom(...hot), fc.integer({ min: -48 * 3600, max: 48 * 3600 }))
        .map(([base, off]) => base + off * 1000),
      fc.integer({ min: Date.parse('2026-03-01T00:00:00Z'), max: Date.parse('2026-05-20T00:00:00Z') }),
    )
    .map((time) => new Date(time)),
  name: fc.constantFrom('page.viewed', 'post.published', 'order.paid'),
  member: fc.integer({ min: 0, max: 12 }),
  browser: fc.constantFrom('', 'b1', 'b2', 'b3'),
  group: fc.integer({ min: 0, max: 2 }),
  bot: fc.constantFrom(false, false, false, true),
  staff: fc.constantFrom(false, false, false, true),
  test: fc.constantFrom(false, false, false, true),
  source: fc.constantFrom('track', 'track', 'fact'),
  actor: fc.constantFrom('anonymous', 'account:4', 'system:points', 'apiKey:2'),
})

const history = fc.record({
  zone: fc.constantFrom(...zones),
  batches: fc.array(fc.array(happened, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 4 }),
  /** Which browser was proved to be whose, in which batch. */
  proofs: fc.uniqueArray(
    fc.record({
      browser: fc.constantFrom('b1', 'b2'),
      member: fc.integer({ min: 1, max: 12 }),
      batch: fc.nat(3),
    }),
    { selector: (proof) => proof.browser },
  ),
  /** Batches that are sent again, as after a crash. */
  repeated: fc.array(fc.nat(3)),
  from: fc.integer({ min: 0, max: 60 }).map((days) => addToDay('2026-03-01', days, 'day')),
  length: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom<Unit[]>('day', 'week', 'month'),
})
type History = typeof history extends fc.Arbitrary<infer T> ? T : never

const dayIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  return (at: Date): Day => format.format(at)
}

/** A warehouse that took the history in batches, some of them twice. */
async function recorded(
  { zone, batches, proofs, repeated }: History,
  token = true,
): Promise<WarehouseClient> {
  const client = openClient(testWarehouseUrl())
  const place = { database: client.database }
  await client.command(createDatabase(place), {}, { database: false })
  for (const statement of createStatements(warehouseSchema({ timeZone: zone }), place))
    await client.command(statement)
  const columns = ['seq', 'occurred_at', 'name', 'source', 'actor', 'member_id', 'group_id', 'anonymous_id', 'bot', 'staff', 'test', 'props'] as const // biome-ignore format: a list
  let seq = 0
  for (const [number, batch] of batches.entries()) {
    const low = seq + 1
    const rows = [
      ...batch.map((event) => [event, '{}'] as const),
      ...proofs
        .filter((proof) => proof.batch === number)
        .map(
          ({ member, browser }) => [proofEvent(member), JSON.stringify({ anonymousId: browser })] as const,
        ),
    ]
    const text = rows
      .map(
        ([event, props]) =>
        [++seq, event.at.toISOString().slice(0, -1).replace('T', ' '), event.name, event.source, event.actor, event.member,
          event.group, event.browser, event.bot, event.staff, event.test, props].join('\t'), // biome-ignore format: a row
      )
      .join('\n')
    const id = randomUUID()
    for (let times = repeated.includes(number) ? 2 : 1; times > 0; times--) {
      const insert = {
        table: 'event',
        columns: [...columns] as [string, ...string[]],
        rows: Readable.from([`${text}\n`], { objectMode: false }),
      }
      await client.insert(token ? { ...insert, token: id } : insert)
      await stitch(client, {
        tx: '1',
        seq: String(seq),
        rows: rows.length,
        low: String(low),
        high: String(seq),
        reachedAt: new Date(),
      })
    }
  }
  return client
}

const proofEvent = (member: number): Happened => ({
  at: new Date('2026-04-01T12:00:00Z'),
  name: identifiedBy,
  member,
  browser: '',
  group: 0,
  bot: false,
  staff: false,
  test: false,
  source: 'fact',
  actor: 'account:1',
})

/** The same figures, counted by hand. */
function naive({ zone, batches, proofs }: History) {
  const dayOf = dayIn(zone)
  const owner = new Map<string, number>(
    proofs.filter((proof) => proof.batch < batches.length).map((proof) => [proof.browser, proof.member]),
  )
  const events = [
    ...batches.flat(),
    ...proofs.filter((proof) => proof.batch < batches.length).map((proof) => proofEvent(proof.member)),
  ]
    .filter(
      ({ bot, staff, test, source, actor }) =>
        !(bot || staff || test) && !(source === 'fact' && /^(system|apiKey):/.test(actor)),
    )
    .map((event) => ({ day: dayOf(event.at), member: event.member || (owner.get(event.browser) ?? 0) }))
  const first = new Map<number, Day>()
  for (const { day, member } of events) if (member && !(first.get(member)! <= day)) first.set(member, day)
  const count = (from: Day, to: Day): Counted => {
    const within = events.filter(({ day }) => day >= from && day <= to)
    const members = new Set(within.map(({ member }) => member).filter(Boolean))
    const newcomers = [...members].filter((member) => first.get(member)! >= from).length
    return { actives: members.size, newcomers, events: within.length }
  }
  return { count }
}

/** Days, members and actives from `event` itself: no rollup, no bitmap. */
const plain = `
  WITH people AS (
    SELECT e.day AS day, if(e.member_id != 0, e.member_id, i.member_id) AS member
      FROM event AS e LEFT JOIN identity AS i ON e.anonymous_id = i.anonymous_id AND e.anonymous_id != '' WHERE e.person)
  SELECT uniqExactIf(member, member != 0) AS actives, count() AS events,
         (SELECT count() FROM (SELECT min(day) AS first FROM people WHERE member != 0 GROUP BY member)
           WHERE first BETWEEN {from:Date} AND {to:Date}) AS newcomers
    FROM people WHERE day BETWEEN {from:Date} AND {to:Date}`

async function plainly(client: WarehouseClient, from: Day, to: Day): Promise<Counted> {
  const [row] = await client.query<Record<keyof Counted, string>>(plain, { from, to })
  return { actives: Number(row?.actives), newcomers: Number(row?.newcomers), events: Number(row?.events) }
}

async function check(told: History): Promise<void> {
  const client = await recorded(told)
  try {
    const by = naive(told)
    const to = addToDay(told.from, told.length - 1, 'day')
    const first = addToDay(told.from, -told.length, 'day')
    const { current, previous } = await findTotals(client.query, { first, from: told.from, to })
    expect({ current, previous }).toEqual({
      current: by.count(told.from, to),
      previous: by.count(first, addToDay(told.from, -1, 'day')),
    })
    expect(current).toEqual(await plainly(client, told.from, to))

    const starts = unitsWithin(told.unit, told.from, to)
    const end = addToDay(addToDay(startOfUnit(to, told.unit), 1, told.unit), -1, 'day')
    const series = await findActivity(client.query, told.unit, { from: starts[0]!, to: end })
    const nothing = { actives: 0, newcomers: 0, events: 0 }
    expect(starts.map((start) => series.get(start) ?? nothing)).toEqual(
      starts.map((start, at) => by.count(start, starts[at + 1] ? addToDay(starts[at + 1]!, -1, 'day') : end)),
    )
  } finally {
    await client.command(`DROP DATABASE ${client.database} SYNC`, {}, { database: false })
    await client.close()
  }
}

describe('figures from the rollups', () => {
  test('equal the plain query and a count by hand, on any history', async () => {
    await fc.assert(fc.asyncProperty(history, check), { numRuns: 8, endOnFailure: true })
  }, 60_000)

  const one = (at: string, more: Partial<Happened> = {}): Happened => ({
    ...proofEvent(1),
    source: 'track',
    at: new Date(at),
    name: 'page.viewed',
    ...more,
  })
  const told = (more: Partial<History>): History => ({
    zone: 'Asia/Shanghai',
    batches: [],
    proofs: [],
    repeated: [],
    from: '2026-03-08',
    length: 3,
    unit: 'day',
    ...more,
  })

  test('put an event into the day its community lives in, on the day the clocks change too', async () => {
    // 2026-03-08 has 23 hours in New York: from 05:00Z to 04:00Z.
    const edge = [
      '2026-03-08T04:59:59.999Z',
      '2026-03-08T05:00:00Z',
      '2026-03-09T03:59:59.999Z',
      '2026-03-09T04:00:00Z',
    ]
    const story = told({
      zone: 'America/New_York',
      batches: [edge.map((at, member) => one(at, { member: member + 1 }))],
    })
    await check(story)
    expect(naive(story).count('2026-03-08', '2026-03-08').actives).toBe(2)
  })

  test('do not count a batch twice that was sent twice; without its token they would', async () => {
    const story = told({
      batches: [[one('2026-03-08T12:00:00Z'), one('2026-03-08T13:00:00Z')]],
      repeated: [0],
    })
    await check(story)
    const control = await recorded(story, false)
    const { current } = await findTotals(control.query, {
      first: '2026-03-05',
      from: '2026-03-08',
      to: '2026-03-10',
    })
    expect(current).toEqual({ actives: 1, newcomers: 1, events: 4 })
    await control.command(`DROP DATABASE ${control.database} SYNC`, {}, { database: false })
    await control.close()
  })

  test('T50 give a browser its member, for what it did before, beside and after the proof', async () => {
    const visit = (at: string) => one(at, { member: 0, browser: 'b1' })
    const story = told({
      batches: [
        [visit('2026-03-08T01:00:00Z')],
        [visit('2026-03-09T01:00:00Z')],
        [visit('2026-03-10T01:00:00Z')],
      ],
      proofs: [{ browser: 'b1', member: 7, batch: 1 }],
      repeated: [1, 2],
    })
    await check(story)
    expect(naive(story).count('2026-03-08', '2026-03-08')).toEqual({ actives: 1, newcomers: 1, events: 1 })
  })
})
