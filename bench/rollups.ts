/**
 * Answers from rollups against the plain query over the same events, in the same warehouse, through
 * the same door; they must be equal. `BENCH_EVENTS` (default 100 million, two minutes; a member per 100 events)
 * says how much; the bar is for 100 million.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { addToDay, type Day, startOfUnit } from '#base/time/calendar.ts'
import { openClient, type WarehouseClient } from '#base/warehouse/client.ts'
import { startEmbeddedWarehouse } from '#base/warehouse/embedded/embedded.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import { findActivity } from '#modules/insight/activity/activity.sql.ts'
import { type Benchmark, compare, type Line } from './bench.ts'

export const events = Number(process.env.BENCH_EVENTS ?? 100_000_000)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
export const members = Math.min(1_000_000, Math.ceil(events / 100))
const days = 182
/** A Monday, 26 weeks of which follow. */
const from: Day = '2026-05-04'
export const to = addToDay(from, days - 1, 'day')

/** One day: a few do much, most do little; every fiftieth event is a robot's, every hundredth is the staff's. */
const fillDay = `
  INSERT INTO event (seq, recorded_at, occurred_at, name, source, actor, member_id, group_id, session_id, bot, staff, props)
  SELECT {start:UInt64} + number AS n, at, at,
         ['page.viewed','page.viewed','page.viewed','post.read','post.liked','comment.written','order.placed','app.opened'][n % 8 + 1],
         'track', 'anonymous', 1 + floor(pow(cityHash64(n, 'm') / 18446744073709551616, 3) * {members:UInt64}),
         cityHash64(n, 'g') % 20, toString(n % 100000), n % 50 = 0, n % 100 = 7, concat('{"path":"/posts/', toString(n % 1000), '"}')
    FROM (SELECT number, toDateTime64({day:Date}, 6, 'Asia/Shanghai') + number % 86400 AS at FROM numbers({count:UInt64}))`

/** Makes the tables and `events` events of `members` members from `from` to `to`. */
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
  // The rollups as they are when they had time to merge; the events merge by themselves meanwhile.
  for (const table of ['event_day', 'active_day']) await client.command(`OPTIMIZE TABLE ${table} FINAL`)
}

/** The plain query: every event is read. */
const plainActives = (start: string) => `
  SELECT ${start} AS start, uniqExact(member_id) AS actives FROM event
   WHERE person AND member_id != 0 AND day BETWEEN {from:Date} AND {to:Date} GROUP BY start ORDER BY start`

const patience = { maxSeconds: 300, maxRows: 100_000 }

/** Answers as the product finds them, and as the plain query does, in the same form. */
function questions(client: WarehouseClient) {
  const actives = (unit: 'day' | 'week' | 'month', start: string) => ({
    name: `${{ day: 'Daily', week: 'Weekly', month: 'Monthly' }[unit]} actives from rollups`,
    ours: async () => {
      const range = { from: startOfUnit(from, unit), to }
      const found = await findActivity(client.query, unit, range, patience)
      return [...found].map(([day, counted]) => [day, counted.actives]).sort()
    },
    plain: async () => {
      const rows = await client.query<{ start: Day; actives: string }>(
        plainActives(start),
        { from, to },
        patience,
      )
      return rows.map((row) => [row.start, Number(row.actives)])
    },
  })
  return [actives('day', 'day'), actives('week', 'toMonday(day)'), actives('month', 'toStartOfMonth(day)')]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export const rollups: Benchmark = {
  name: 'rollups',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-rollups-'))
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
      const lines: Line[] = []
      for (const { name, ours, plain } of questions(client)) {
        const [answer, expected] = [await ours(), await plain()]
        if (answer.length === 0 || !isDeepStrictEqual(answer, expected))
          throw new Error(`${name}: the rollups answer otherwise than the plain query`)
        lines.push(
          await compare(
            { name: `${name}, ${answer.length} figures equal`, unit: 'ms', better: 'less', bar: 20 },
            { ours: () => timed(ours), limit: () => timed(plain) },
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
