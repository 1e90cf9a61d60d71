/**
 * Figures of insight against the queries that somebody would write by hand for the same answers, in the same
 * warehouse through the same door; they must be equal. `BENCH_INSIGHT_EVENTS` (default 3 million, about a minute; a
 * member per 100 events) says how much: 100 million events of a million members take some five minutes and 6 GB.
 * The bars are for 100 million; with few events a statement costs more than what it reads.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { addToDay, type Day } from '#base/time/calendar.ts'
import { openClient, type WarehouseClient } from '#base/warehouse/client.ts'
import { startEmbeddedWarehouse } from '#base/warehouse/embedded/embedded.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import type { Asking } from '#modules/insight/asking.ts'
import { type Benchmark, compare, type Line } from './bench.ts'
import { funnelCases } from './insight-funnels.ts'
import { metricCases } from './insight-metrics.ts'
import { overviewCases } from './insight-overview.ts'
import { pathsCases } from './insight-paths.ts'

export const events = Number(process.env.BENCH_INSIGHT_EVENTS ?? 3_000_000)
export const members = Math.min(1_000_000, Math.ceil(events / 100))
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
/** Only the cases with this in their names. */
const only = process.env.BENCH_INSIGHT_ONLY ?? ''
const days = 182

/** A Monday, 26 weeks of which follow; the last day is today, and over but for a second. */
export const from: Day = '2026-05-04'
export const today = addToDay(from, days - 1, 'day')

/** An analysis, and the same answer by hand; both in the same form, in the same order. */
export interface InsightCase {
  readonly name: string
  readonly ours: (bench: InsightBench) => Promise<unknown>
  readonly byHand: (bench: InsightBench) => Promise<unknown>
  /** What limit ÷ ours has to be: 20 for rollups, 1 ÷ 1.3 for the best query there is. */
  readonly bar: number
  /** Milliseconds that ours may take, whatever the other takes. */
  readonly most?: number
}

export interface InsightBench {
  readonly client: WarehouseClient
  /** Enough of it to ask the warehouse: there is no PostgreSQL here, so no conditions on fields. */
  readonly asking: Asking
}

/** Every area adds its own. */
export const cases: readonly InsightCase[] = [...metricCases, ...overviewCases, ...funnelCases, ...pathsCases]

/** One day: a few do much, most do little; every fiftieth event is a robot's, every hundredth is the staff's. */
const fillDay = `
  INSERT INTO event (seq, recorded_at, occurred_at, name, source, actor, member_id, group_id, session_id, object_id, value, bot, staff, props)
  SELECT {start:UInt64} + number AS n, at, at,
         ['page_view','page_view','page_view','post.read','post.read','reaction.given','comment.posted','post.published','check_in','order.paid'][cityHash64(n, 'e') % 10 + 1] AS what,
         'track', 'anonymous', 1 + floor(pow(cityHash64(n, 'm') / 18446744073709551616, 3) * {members:UInt64}),
         cityHash64(n, 'g') % 20, toString(n % 100000), n, if(what = 'order.paid', cityHash64(n, 'v') % 30000, NULL),
         n % 50 = 0, n % 100 = 7,
         concat('{"path":"/posts/', toString(n % 1000), if(what = 'comment.posted',
           concat('","postId":"', toString(n - cityHash64(n, 'p') % 20), '","authorId":"', toString(1 + cityHash64(n, 'a') % {members:UInt64})), ''), '"}')
    FROM (SELECT number, toDateTime64({day:Date}, 6, 'Asia/Shanghai') + number % 86400 AS at FROM numbers({count:UInt64}))`

/** Everybody joined on one of the days, as many on each. */
const fillJoined = `
  INSERT INTO event (seq, recorded_at, occurred_at, name, source, actor, member_id, props)
  SELECT {start:UInt64} + number, at, at, 'member.joined', 'track', 'anonymous', 1 + number, '{}'
    FROM (SELECT number, toDateTime64({day:Date}, 6, 'Asia/Shanghai') + toIntervalDay(number % {days:UInt32}) + number % 86400 AS at FROM numbers({members:UInt64}))`

/** Six of ten completed their profiles within three days. */
const fillProfiles = `
  INSERT INTO event (seq, recorded_at, occurred_at, name, source, actor, member_id, props)
  SELECT {start:UInt64} + number, at, at, 'profile_completed', 'track', 'anonymous', 1 + number, '{}'
    FROM (SELECT number, toDateTime64({day:Date}, 6, 'Asia/Shanghai') + toIntervalDay(number % {days:UInt32}) + number % 86400 + toIntervalHour(cityHash64(number, 'p') % 72) AS at
            FROM numbers({members:UInt64}) WHERE cityHash64(number, 'c') % 10 < 6)`

export async function fill(client: WarehouseClient): Promise<void> {
  const place = { database: client.database }
  await client.command(createDatabase(place), {}, { database: false })
  for (const statement of createStatements(warehouseSchema({ timeZone: 'Asia/Shanghai' }), place))
    await client.command(statement)
  for (let day = 0; day < days; day++) {
    const start = Math.round((events / days) * day)
    const count = Math.round((events / days) * (day + 1)) - start
    await client.command(fillDay, { start, count, members, day: addToDay(from, day, 'day') })
  }
  await client.command(fillJoined, { start: events, members, days, day: from })
  await client.command(fillProfiles, { start: events + members, members, days, day: from })
  // The rollups as they are when they had time to merge; the events merge by themselves meanwhile.
  for (const table of ['event_day', 'active_day']) await client.command(`OPTIMIZE TABLE ${table} FINAL`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const patience = { maxSeconds: 300, maxRows: 1_000_000 }

function benchOf(client: WarehouseClient): InsightBench {
  const query = <Row>(sql: string, params: Record<string, unknown> = {}) =>
    client.query<Row>(sql, params, patience)
  const now = new Date(`${today}T15:59:59Z`)
  const asking = {
    ctx: { now, locale: 'en' },
    clock: { now, zone: 'Asia/Shanghai', today },
    parts: { declared: { facts: () => [], fields: () => [] } },
    query,
    once: query,
  }
  return { client, asking: asking as unknown as Asking }
}

export const insight: Benchmark = {
  name: 'insight',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-insight-'))
    const engine = await startEmbeddedWarehouse({
      dir: join(home, 'clickhouse'),
      logFile: join(home, 'log'),
      password: 'bench',
      memoryMiB: 8192,
    })
    const client = openClient(engine.url)
    try {
      const seconds = (await timed(() => fill(client))) / 1000
      console.log(
        `${events.toLocaleString('en')} events of ${members.toLocaleString('en')} members made in ${seconds.toFixed(0)} s`,
      )
      const bench = benchOf(client)
      const lines: Line[] = []
      for (const { name, ours, byHand, bar, most } of cases.filter(({ name }) => name.includes(only))) {
        const [answer, expected] = [await ours(bench), await byHand(bench)]
        if (!isDeepStrictEqual(answer, expected)) throw new Error(`${name}: the answers differ`)
        lines.push(
          await compare(
            { name, unit: 'ms', better: 'less', bar },
            { ours: () => timed(() => ours(bench)), limit: () => timed(() => byHand(bench)) },
            rounds,
          ),
        )
        if (most !== undefined)
          lines.push(
            await compare(
              { name: `${name}, against ${most / 1000} s`, unit: 'ms', better: 'less', bar: 1 },
              { ours: () => timed(() => ours(bench)), limit: async () => most },
              rounds,
            ),
          )
      }
      return lines
    } finally {
      await client.close()
      await engine.stop()
      rmSync(home, { recursive: true, force: true })
    }
  },
}
