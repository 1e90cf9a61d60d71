import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { registerConsumers } from '#base/facts/cursor.ts'
import { listConsumers } from '#base/facts/operate.ts'
import { findJob, listJobs } from '#base/jobs/board.ts'
import { startBoss } from '#base/jobs/boss.ts'
import { defineJob } from '#base/jobs/job.ts'
import { declareQueues, jobQueue } from '#base/jobs/queue.ts'
import type { Log } from '#base/parts.ts'
import { verifyVerb } from '#base/testing/verify-verb.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { discardDeadLetter, pauseConsumer, redriveDeadLetter, resumeConsumer } from './consumers/consumers.ts'
import { listDeadLetters } from './consumers/dead-letters.sql.ts'
import { systemFacts } from './facts.ts'
import { cancelJob, retryJob } from './jobs/jobs.ts'

const database = useDatabase()
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }
const job = defineJob({
  name: 'till.count',
  label: { zh: '盘点', en: 'Count the till' },
  input: z.object({}),
  run: async () => undefined,
})

let jobId: string
let stop = async () => {}
beforeAll(async () => {
  const { db } = database()
  await registerConsumers(database(), [{ name: 'till', kind: 'effects', effects: [] }])
  await sql`insert into consumer_dead_letter (consumer, effect, tx, seq, event_name, reason, attempts)
    values ('till', 'a', '5', 1, 'cup.sold', 'jammed', 6), ('till', 'b', '5', 2, 'cup.sold', 'jammed', 6)`.execute(
    db,
  )
  const boss = await startBoss({ connection: database(), supervises: false, log: quiet })
  await declareQueues(boss, [job])
  jobId = await jobQueue(boss, () => [job]).enqueue(testCtx(database()), job, {})
  stop = () => boss.stop({ close: false, graceful: false })
})
afterAll(() => stop())

/** The reads of the machine room's screens, by query key. Lag moves by itself and is left out. */
const reads = [
  {
    key: ['system', 'consumers'],
    read: async ({ db }: Ctx) =>
      (await listConsumers(db)).map(({ name, deadLetters, pausedBy }) => ({ name, deadLetters, pausedBy })),
  },
  {
    key: ['system', 'dead-letters'],
    read: ({ db }: Ctx) => listDeadLetters(db, { open: true, limit: 10 }),
  },
  { key: ['jobs'], read: ({ db }: Ctx) => listJobs(db, { limit: 10 }) },
]

const verifying = (verb: (ctx: Ctx) => Promise<unknown>, idempotent = false) =>
  verifyVerb({
    connection: database(),
    ctx: testCtx(database()),
    verb,
    facts: systemFacts,
    reads,
    idempotent,
  })

const letterOf = async (effect: string) =>
  (await listDeadLetters(database().db, { open: true, limit: 10 })).find((row) => row.effect === effect)!.id

describe('every verb of the machine room is atomic, announces what it declares and touches what it changes', () => {
  test('pauseConsumer, resumeConsumer', async () => {
    const paused = await verifying((ctx) => pauseConsumer(ctx, 'till', 'counting'), true)
    expect(paused.announced).toEqual(['consumer.paused'])
    const resumed = await verifying((ctx) => resumeConsumer(ctx, 'till'), true)
    expect(resumed.announced).toEqual(['consumer.resumed'])
  })

  test('cancelJob, retryJob', async () => {
    const get = async () => (await findJob(database().db, jobId))!
    const cancelled = await verifying(async (ctx) => cancelJob(ctx, await get()))
    expect(cancelled.announced).toEqual(['job.cancelled'])
    const retried = await verifying(async (ctx) => retryJob(ctx, await get()))
    expect(retried.announced).toEqual(['job.retried'])
  })

  test('redriveDeadLetter, discardDeadLetter', async () => {
    const [a, b] = [await letterOf('a'), await letterOf('b')]
    const redriven = await verifying((ctx) => redriveDeadLetter(ctx, a))
    expect(redriven.announced).toEqual(['dead_letter.redriven'])
    const discarded = await verifying((ctx) => discardDeadLetter(ctx, b))
    expect(discarded.announced).toEqual(['dead_letter.discarded'])
  })
})
