/**
 * A dashboard of twelve tiles over a filled warehouse (`BENCH_INSIGHT_EVENTS`, default 3 million events): how many
 * queries it sends, at most twelve; how long it takes when nothing is known, when it is opened again, and when
 * something came meanwhile, so that what it changes is asked again.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemCtx } from '#base/context.ts'
import { openDatabase } from '#base/db/database.ts'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import type { Warehouse } from '#base/parts.ts'
import { startEmbeddedWarehouse } from '#base/warehouse/embedded/embedded.ts'
import { prepareWarehouse } from '#base/warehouse/sink/prepare.ts'
import { openWarehouse } from '#base/warehouse/warehouse.ts'
import { openAudience } from '#modules/audience/api.ts'
import { openAsking } from '#modules/insight/asking.ts'
import { answerTiles, isFailed } from '#modules/insight/dashboards/answers.ts'
import { tileContent } from '#modules/insight/dashboards/dashboard.ts'
import type { InsightParts } from '#modules/insight/parts.ts'
import { type Benchmark, type Line, median } from './bench.ts'
import { events, fill, today } from './insight.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const range = { last: 9, unit: 'week' as const }
const metric = (key: string, more: object = {}) => ({
  kind: 'metric',
  metric: key,
  range,
  unit: 'week',
  ...more,
})
const analysis = (name: string, question: object) => ({ kind: 'analysis', analysis: name, question })
const contents = [
  ...['weekly_actives', 'posts', 'reads', 'creators', 'interactions', 'orders', 'revenue', 'newcomers'].map(
    (key) => metric(key, { compare: 'previous' }),
  ),
  metric('posts', { breakdown: { by: 'group' } }),
  analysis('retention', { range, start: { event: 'member.joined' }, again: { event: '*' }, unit: 'week' }),
  analysis('lifecycle', { range, unit: 'week' }),
  analysis('stickiness', { range }),
].map((content) => tileContent.parse(content))

/** One event of somebody, now: an opened dashboard has to notice it. */
const something = `
  INSERT INTO event (seq, recorded_at, occurred_at, name, source, actor, member_id, group_id, props)
  SELECT {seq:UInt64}, at, at, 'post.read', 'track', 'anonymous', 7, 1, '{}' FROM (SELECT toDateTime64({at:String}, 6, 'UTC') AS at)`

export const dashboard: Benchmark = {
  name: 'dashboard',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-dashboard-'))
    makePrivateDir(home)
    const [postgres, engine] = await Promise.all([
      startEmbeddedPostgres({ dir: join(home, 'postgres'), logFile: join(home, 'log'), password: 'bench' }),
      startEmbeddedWarehouse({
        dir: join(home, 'clickhouse'),
        logFile: join(home, 'log'),
        password: 'bench',
        memoryMiB: 8192,
      }),
    ])
    const { pool, db, close } = openDatabase({ url: postgres.url, max: 6 })
    const { client, ...opened } = openWarehouse({ url: engine.url, pool })
    try {
      await migrate(postgres.url, 'migrations/postgres')
      await prepareWarehouse({ pool, warehouse: client, timeZone: 'Asia/Shanghai' })
      await fill(client)
      let queries = 0
      /** A door that knows nothing yet, as that of a process that just started. */
      const newDoor = (): Warehouse => ({
        ...opened,
        query: (sql, params, options) => {
          queries++
          return client.query(sql, params, options)
        },
      })
      const declared = { facts: () => [], fields: () => [] }
      const begin = Date.parse(`${today}T10:00:00Z`)
      let minutes = 0
      const open = async (warehouse: Warehouse) => {
        const ctx = { ...systemCtx(db, 'bench'), now: new Date(begin + 60_000 * minutes++) }
        const parts = { warehouse, declared, audience: openAudience({ warehouse }, declared) }
        queries = 0
        const began = performance.now()
        const answers = await answerTiles(
          await openAsking(ctx, parts as unknown as InsightParts, undefined, 300),
          contents.map((content, at) => ({ id: String(at), content })),
        )
        const took = performance.now() - began
        const failed = answers.find(isFailed)
        if (failed) throw failed.problem
        return { took, queries }
      }
      const found = { cold: [], again: [], changed: [] } as Record<
        'cold' | 'again' | 'changed',
        { took: number; queries: number }[]
      >
      for (let round = 0; round < rounds; round++) {
        const door = newDoor()
        found.cold.push(await open(door))
        found.again.push(await open(door))
        const at = new Date(begin).toISOString().replace('T', ' ').replace('Z', '')
        await client.command(something, { seq: 9_000_000_000 + round, at })
        found.changed.push(await open(door))
      }
      const took = (of: keyof typeof found) => median(found[of].map((each) => each.took))
      const asked = (of: keyof typeof found) => Math.max(...found[of].map((each) => each.queries))
      const line = (of: keyof typeof found, what: string, bar: number): Line => ({
        name: `Dashboard of ${contents.length} tiles ${what}, of ${events.toLocaleString('en')} events, against a cold one`,
        ours: took(of),
        limit: took('cold'),
        unit: 'ms',
        better: 'less',
        bar,
        note: `${asked(of)} queries at most, cold ${asked('cold')}`,
      })
      return [
        {
          name: `Dashboard of ${contents.length} tiles: queries when nothing is known`,
          ours: asked('cold'),
          limit: 12,
          unit: 'queries',
          better: 'less',
          bar: 1,
          note: `${took('cold').toFixed(0)} ms`,
        },
        line('again', 'opened again', 2),
        line('changed', 'opened again after something came', 1),
      ]
    } finally {
      await client.close()
      await close()
      await Promise.all([engine.stop(), postgres.stop()])
      rmSync(postgres.dir, { recursive: true, force: true })
      rmSync(home, { recursive: true, force: true })
    }
  },
}
