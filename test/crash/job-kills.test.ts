/** Background jobs under kill −9 of their worker. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemCtx } from '#base/context.ts'
import { listJobs, queueDepths } from '#base/jobs/board.ts'
import { startBoss } from '#base/jobs/boss.ts'
import { declareQueues, jobQueue } from '#base/jobs/queue.ts'
import type { Jobs, Log } from '#base/parts.ts'
import { crashJobs, keyed, keyless, poison } from './crash-jobs.ts'
import { type DurablePostgres, seeded, startDurablePostgres, startVictim } from './durable.ts'

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }

let postgres: DurablePostgres
let queue: Jobs
let stopQueue: () => Promise<void>

beforeAll(async () => {
  postgres = await startDurablePostgres()
  await sql`create table crash_effect (kind text not null, number bigint not null)`.execute(
    postgres.connection.db,
  )
  const boss = await startBoss({ connection: postgres.connection, supervises: false, log: quiet })
  await declareQueues(boss, crashJobs)
  queue = jobQueue(boss, () => crashJobs)
  stopQueue = () => boss.stop({ close: false, graceful: false })
})
afterAll(async () => {
  await stopQueue?.()
  await postgres?.close()
})

const jobsOfEach = 100
const kills = 3

describe('G14: kill −9 of the worker', () => {
  test('finishes every job within 30 s of the last kill, doubles no effect; without a key some double (control)', async () => {
    const { db } = postgres.connection
    const ctx = systemCtx(db, 'test')
    for (let number = 1; number <= jobsOfEach; number++) {
      await queue.enqueue(ctx, keyed, { number })
      await queue.enqueue(ctx, keyless, { number })
    }
    const bad = await queue.enqueue(ctx, poison, { number: 1 })

    const seed = Number(process.env.SEED ?? Date.now() % 100_000)
    console.warn(`kills with SEED=${seed}`)
    const random = seeded(seed)
    const passage = () => 5 + Math.floor(random() * 20)
    for (let kill = 0; kill < kills; kill++) {
      // Right after the handler's effect, before the queue knows: the worst moment.
      const victim = await startVictim('jobs-victim.ts', {
        DATABASE_URL: postgres.url,
        JULUO_FAILPOINT: `jobs.run.ran:${passage()}:kill`,
      })
      expect(await victim.ended).toBe('SIGKILL')
    }
    const lastKill = performance.now()
    const worker = await startVictim('jobs-victim.ts', { DATABASE_URL: postgres.url })
    const unfinished = async () =>
      (await queueDepths(db)).reduce((sum, { waiting, active }) => sum + waiting + active, 0)
    await expect.poll(unfinished, { timeout: 30_000, interval: 200 }).toBe(0)
    console.warn(`all done ${((performance.now() - lastKill) / 1000).toFixed(1)} s after the last kill`)
    await worker.kill()

    const { rows } = await sql<{ kind: string; numbers: number; times: number }>`
      select kind, count(distinct number)::int as numbers, count(*)::int as times
        from crash_effect group by kind order by kind`.execute(db)
    expect(rows[0]).toEqual({ kind: 'keyed', numbers: jobsOfEach, times: jobsOfEach })
    expect(rows[1]).toMatchObject({ kind: 'keyless', numbers: jobsOfEach })
    expect(rows[1]!.times).toBeGreaterThan(jobsOfEach)
    // G15, short: poison is put aside with its reason, and held up nobody.
    expect(await listJobs(db, { state: 'failed', limit: 10 })).toMatchObject([
      { id: bad, output: { message: 'job 1 is poison' } },
    ])
  })
})
