import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { transact } from '#base/context.ts'
import { type Listener, openListener } from '#base/live/listener.ts'
import type { JobNews } from '#base/live/message.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { once } from '../facts/once.ts'
import type { Jobs, Log } from '../parts.ts'
import { cancelJob, findJob, listJobs, queueDepths, retryJob } from './board.ts'
import { startBoss } from './boss.ts'
import { defineJob } from './job.ts'
import { declareQueues, jobQueue } from './queue.ts'
import { declareSchedule } from './schedule.ts'
import { type Working, workOff } from './work.ts'

const database = useDatabase()
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }
const label = { zh: '测试', en: 'A test' }

const ground: string[] = []
const grind = defineJob({
  name: 'test.grind',
  label,
  input: z.object({ lot: z.string() }),
  run: async (ctx, { lot }, run) =>
    await once(ctx, `grind ${run.id}`, async () => {
      ground.push(lot)
      return { lot }
    }),
})

let mended = false
const jam = defineJob({
  name: 'test.jam',
  label,
  input: z.object({}),
  retries: 0,
  run: async () => {
    if (!mended) throw new Error('the grinder is jammed')
    return 'mended'
  },
})

const steep = defineJob({
  name: 'test.steep',
  label,
  input: z.object({ steps: z.number() }),
  retries: 0,
  run: async (_, { steps }, run) => {
    for (let step = 1; step <= steps; step++) {
      await new Promise((done) => setTimeout(done, 20))
      if (run.signal.aborted) throw run.signal.reason
      await run.progress(step, steps, `step ${step}`)
    }
  },
})

const jobs = [grind, jam, steep]
const news: JobNews[] = []
let boss: PgBoss
let listener: Listener
let working: Working
let queue: Jobs

beforeAll(async () => {
  listener = openListener({ url: database().url })
  await listener.ready
  boss = await startBoss({ connection: database(), listener, supervises: true, log: quiet })
  await declareQueues(boss, jobs)
  queue = jobQueue(boss, () => jobs)
  working = await workOff({
    boss,
    connection: database(),
    listener,
    jobs,
    log: quiet,
    tell: async (_, one) => void news.push(one),
    pollSeconds: 4,
  })
})
afterAll(async () => {
  await working?.stop(2_000)
  await listener?.close()
})

const stateOf = async (id: string) => (await findJob(database().db, id))?.state

describe('a job', () => {
  test('is asked for in the transaction: undone with it, started at once after it', async () => {
    const undone = transact(testCtx(database()), async (ctx) => {
      await queue.enqueue(ctx, grind, { lot: 'undone' })
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    const asked = Date.now()
    const id = await transact(testCtx(database()), (ctx) => queue.enqueue(ctx, grind, { lot: 'done' }))
    await expect.poll(() => stateOf(id)).toBe('completed')
    expect(Date.now() - asked).toBeLessThan(3_500)
    expect(ground).toEqual(['done'])
    expect(await findJob(database().db, id)).toMatchObject({
      output: { lot: 'done' },
      requestedBy: 'system:test',
    })
  })

  test('with a key is asked for once', async () => {
    const ctx = testCtx(database())
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => queue.enqueue(ctx, grind, { lot: 'keyed' }, { key: 'week 47' })),
    )
    expect(new Set(ids).size).toBe(1)
    await expect.poll(() => stateOf(ids[0]!)).toBe('completed')
    expect(ground.filter((lot) => lot === 'keyed')).toHaveLength(1)
  })

  test('for later waits', async () => {
    const id = await queue.enqueue(
      testCtx(database()),
      grind,
      { lot: 'later' },
      { startAfter: new Date(Date.now() + 3_600_000) },
    )
    expect(await stateOf(id)).toBe('created')
    const depths = await queueDepths(database().db)
    expect(depths.find(({ name }) => name === 'test.grind')).toMatchObject({ waiting: 1, oldestSeconds: 0 })
    expect(await cancelJob(testCtx(database()), id)).toBe(true)
    expect(await stateOf(id)).toBe('cancelled')
  })

  test('that fails for good is kept with its reason, and runs again when sent back', async () => {
    const id = await queue.enqueue(testCtx(database()), jam, {})
    await expect.poll(() => stateOf(id)).toBe('failed')
    const [failed] = await listJobs(database().db, { state: 'failed', limit: 10 })
    expect(failed).toMatchObject({ id, output: { message: 'the grinder is jammed' } })
    mended = true
    expect(await retryJob(testCtx(database()), id)).toBe(true)
    await expect.poll(() => stateOf(id)).toBe('completed')
    expect(await retryJob(testCtx(database()), id)).toBe(false)
  })

  test('tells its progress, and its last word even when steps are quick', async () => {
    const id = await queue.enqueue(testCtx(database()), steep, { steps: 20 })
    await expect.poll(() => stateOf(id)).toBe('completed')
    expect(await findJob(database().db, id)).toMatchObject({ done: '20', total: '20', note: 'step 20' })
    const told = news.filter((one) => one.id === id)
    expect(told.at(-1)).toMatchObject({ state: 'completed' })
    expect(told.length).toBeLessThan(8)
  })

  test('that runs is told to stop when it is cancelled', async () => {
    const id = await queue.enqueue(testCtx(database()), steep, { steps: 10_000 })
    await expect.poll(() => stateOf(id)).toBe('active')
    const cancelled = Date.now()
    expect(await cancelJob(testCtx(database()), id)).toBe(true)
    await expect.poll(() => news.some((one) => one.id === id && one.state === 'failed')).toBe(true)
    expect(Date.now() - cancelled).toBeLessThan(3_000)
    expect(await stateOf(id)).toBe('cancelled')
  })

  test('is refused when its input is not what was declared', async () => {
    await expect(
      queue.enqueue(testCtx(database()), grind, { lot: 7 } as unknown as { lot: string }),
    ).rejects.toThrow()
    expect(await findJob(database().db, randomUUID())).toBeUndefined()
  })
})

test('a job is found by its id through the index, however many there are', async () => {
  const { db } = database()
  await sql`insert into pgboss.job (name, data, state, completed_on)
    select 'test.grind', '{"requestedBy":"system:test"}', 'completed', now() from generate_series(1, 20000)`.execute(
    db,
  )
  await sql`analyze pgboss.job_common`.execute(db)
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain select * from pgboss.job j
     where j.name = any(array(select name from pgboss.queue)) and j.id = ${randomUUID()}::uuid`.execute(db)
  expect(rows.map((row) => row['QUERY PLAN']).join()).toContain('Index Scan using job_common_pkey')
})

describe('the schedule', () => {
  const nightly = {
    job: 'test.grind',
    cron: '0 4 * * *',
    zone: 'Asia/Shanghai',
    input: { lot: 'night' },
    why: 'x',
  }

  test('is exactly what is declared', async () => {
    await declareSchedule(boss, [nightly], jobs, 'Asia/Tokyo')
    await declareSchedule(boss, [{ ...nightly, cron: '30 4 * * *' }], jobs, 'Asia/Tokyo')
    expect((await boss.getSchedules()).map(({ cron, timezone }) => ({ cron, timezone }))).toEqual([
      { cron: '30 4 * * *', timezone: 'Asia/Shanghai' },
    ])
    expect(queue.nextRun('30 4 * * *', 'Asia/Shanghai', new Date('2026-11-22T00:00:00Z'))).toEqual(
      new Date('2026-11-22T20:30:00Z'),
    )
    await declareSchedule(boss, [], jobs, 'Asia/Tokyo')
    expect(await boss.getSchedules()).toEqual([])
  })

  test('follows the clock of the community where that is asked for', async () => {
    const theirs = { ...nightly, zone: 'community' }
    await declareSchedule(boss, [theirs], jobs, 'Asia/Tokyo')
    await declareSchedule(boss, [theirs], jobs, 'Europe/Berlin')
    expect((await boss.getSchedules()).map(({ timezone }) => timezone)).toEqual(['Europe/Berlin'])
    await declareSchedule(boss, [], jobs, 'Europe/Berlin')
  })

  test('refuses a job that nobody declares', async () => {
    await expect(
      declareSchedule(boss, [{ ...nightly, job: 'test.nobody' }], jobs, 'Asia/Tokyo'),
    ).rejects.toThrow(/test.nobody/)
  })
})

describe('a stop', () => {
  test('hands running jobs back', async () => {
    const id = await queue.enqueue(testCtx(database()), steep, { steps: 10_000 }, { priority: 1 })
    await sql`update pgboss.job set retry_limit = 3 where id = ${id}::uuid`.execute(database().db)
    await expect.poll(() => stateOf(id)).toBe('active')
    await working.stop(1_000)
    await expect.poll(() => stateOf(id)).toBe('retry')
  })
})
