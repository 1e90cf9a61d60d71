/**
 * RFM of a million members, as the screens ask for it: cut-offs and the cube (one answer), and movement
 * between two days. Against three seconds, and against a query written by hand for the same question.
 * `BENCH_MEMBERS` (default one million) has five orders and fifteen other events each.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClient, type WarehouseClient } from '#base/warehouse/client.ts'
import { startEmbeddedWarehouse } from '#base/warehouse/embedded/embedded.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import { purchasePreset, type RfmDefinition } from '#modules/audience/rfm/model.ts'
import { findMoves, findPicture } from '#modules/audience/rfm/reading.ts'
import { type Benchmark, compare, type Line } from './bench.ts'

const members = Number(process.env.BENCH_MEMBERS ?? 1_000_000)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const asOf = '2026-11-19'
const days = 365

/** Twenty events a member over a year, five of them orders; some members order a lot, most a little. */
const fillMonth = `
  INSERT INTO event (seq, recorded_at, occurred_at, name, source, actor, member_id, value, props)
  SELECT {start:UInt64} + number AS n, at, at,
         ['order.paid','page_view','post.read','check_in'][n % 4 + 1], 'track', 'account:1',
         1 + floor(pow(cityHash64(n, 'm') / 18446744073709551616, 1.6) * {members:UInt64}),
         if(n % 4 = 0, 900 + cityHash64(n, 'v') % 30000, NULL), '{}'
    FROM (SELECT number, toDateTime64({day:Date}, 6, 'Asia/Shanghai') + toIntervalSecond(cityHash64(number, 'at') % 2628000) AS at
            FROM numbers({count:UInt64}))`

async function fill(client: WarehouseClient): Promise<void> {
  const place = { database: client.database }
  await client.command(createDatabase(place), {}, { database: false })
  for (const statement of createStatements(warehouseSchema({ timeZone: 'Asia/Shanghai' }), place))
    await client.command(statement)
  const count = Math.ceil((members * 20) / 12)
  for (let month = 0; month < 12; month++)
    await client.command(fillMonth, {
      start: month * count,
      count,
      members,
      day: new Date(Date.parse(`${asOf}T00:00:00Z`) - (days - month * 30) * 86_400_000)
        .toISOString()
        .slice(0, 10),
    })
}

const quintile = { mode: 'quintile', from: 4 } as const
const definition: RfmDefinition = {
  ...purchasePreset,
  windowDays: days,
  recency: { ...purchasePreset.recency, cut: quintile },
  frequency: { ...purchasePreset.frequency, cut: quintile },
  amount: { ...purchasePreset.amount, cut: quintile },
}

/** The same question as somebody would write it down: values, fifths, cells, in one go. */
const byHand = `
  WITH happened AS (
    SELECT member_id, dateDiff('day', max(day), {to:Date}) AS recency,
           countIf(day > {to:Date} - {days:UInt32}) AS frequency,
           sumIf(ifNull(value, 0), day > {to:Date} - {days:UInt32}) AS amount
      FROM event WHERE name = 'order.paid' AND person AND member_id != 0 AND day <= {to:Date} GROUP BY member_id),
  (SELECT (quantilesExactInclusive(0.2, 0.4, 0.6, 0.8)(recency), quantilesExactInclusive(0.2, 0.4, 0.6, 0.8)(frequency),
           quantilesExactInclusive(0.2, 0.4, 0.6, 0.8)(amount)) FROM happened) AS bounds
  SELECT 5 - arrayCount(x -> recency > x, bounds.1) AS r, 1 + arrayCount(x -> frequency > x, bounds.2) AS f,
         1 + arrayCount(x -> amount > x, bounds.3) AS m, count() AS members, sum(amount) AS total
    FROM happened GROUP BY r, f, m ORDER BY r, f, m`

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export const rfm: Benchmark = {
  name: 'rfm',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-rfm-'))
    const engine = await startEmbeddedWarehouse({
      dir: join(home, 'clickhouse'),
      logFile: join(home, 'log'),
      password: 'bench',
      memoryMiB: 4096,
    })
    const client = openClient(engine.url)
    try {
      await fill(client)
      const ours = () => findPicture(client.query, definition, asOf)
      const hand = () =>
        client.query<{ r: string; f: string; m: string; members: string }>(byHand, { to: asOf, days })
      const [picture, expected] = [await ours(), await hand()]
      const key = (cell: { r: unknown; f: unknown; m: unknown; members: unknown }) =>
        `${cell.r} ${cell.f} ${cell.m} ${cell.members}`
      const cells = picture.cells.map(key).sort()
      if (cells.length === 0 || cells.join() !== expected.map(key).sort().join())
        throw new Error('RFM answers otherwise than the query written by hand')
      console.log(
        `${picture.cutOffs.members.toLocaleString('en')} buyers of ${members.toLocaleString('en')} members, ${cells.length} cells equal`,
      )
      const lines: Line[] = [
        await compare(
          { name: 'RFM: cut-offs and cube, against 3 s', unit: 'ms', better: 'less', bar: 1 },
          { ours: () => timed(ours), limit: async () => 3_000 },
          rounds,
        ),
        await compare(
          { name: 'RFM against a query written by hand', unit: 'ms', better: 'less', bar: 0.4 },
          { ours: () => timed(ours), limit: () => timed(hand) },
          rounds,
        ),
        await compare(
          { name: 'RFM: movement between two days, against 6 s', unit: 'ms', better: 'less', bar: 1 },
          {
            ours: () => timed(() => findMoves(client.query, definition, '2026-10-20', asOf)),
            limit: async () => 6_000,
          },
          rounds,
        ),
      ]
      return lines
    } finally {
      await client.close()
      await engine.stop()
      rmSync(home, { recursive: true, force: true })
    }
  },
}
