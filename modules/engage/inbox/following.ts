/** Following the log: every event that a source waits for becomes notices, few at once, many by a job. */
import { z } from 'zod'
import { type Ctx, transact } from '#base/context.ts'
import type { BatchConsumer, LoggedEvent } from '#base/facts/consumer.ts'
import { findEvent } from '#base/facts/log.ts'
import { type AnyJob, defineJob, type JobRun } from '#base/jobs/job.ts'
import { engageTexts as texts } from '../engage.messages.ts'
import type { EngageParts } from '../parts.ts'
import { tellPiece } from './telling.ts'

const place = z.object({ tx: z.string(), seq: z.string(), source: z.string() })
type FanOutParts = Pick<EngageParts, 'live' | 'jobs' | 'sources'>

/** Tells all that the first piece left out: followers of a large board. Resumable, and cancelled for good. */
export const fanOutJob = (parts: FanOutParts, pushJob: AnyJob) =>
  defineJob({
    name: 'engage.fan_out',
    label: texts.fanOutJob,
    input: place,
    expireSeconds: 3_600,
    concurrency: 2,
    run: async (ctx, at, run) => await tellRest(ctx, parts, pushJob, at, run),
  })

async function tellRest(
  ctx: Ctx,
  parts: FanOutParts,
  pushJob: AnyJob,
  at: z.infer<typeof place>,
  run: JobRun,
): Promise<{ told: number }> {
  const event = await findEvent(ctx.db, at)
  const source = event && parts.sources.on(event.name).find((each) => each.name === at.source)
  let told = 0
  // An event past its time or a source of an older version: there is nobody left to tell of it.
  let done = !source
  while (!done && source) {
    if (run.signal.aborted) {
      if (isCancelled(run)) await giveUp(ctx, at)
      run.signal.throwIfAborted()
    }
    const now = { ...ctx, now: new Date() }
    const piece = await transact(now, async (tx) => {
      const piece = await tellPiece(tx, parts, source, event)
      if (piece.pushes) await parts.jobs.enqueue(tx, pushJob, {}, { key: `${at.seq}:${piece.told}` })
      return piece
    })
    ;({ done, told } = piece)
    await run.progress(told)
  }
  return { told }
}

const isCancelled = ({ signal }: JobRun): boolean =>
  signal.reason instanceof Error && signal.reason.message === 'cancelled'

const giveUp = async (ctx: Ctx, { tx, seq, source }: z.infer<typeof place>): Promise<void> =>
  void (await ctx.db
    .updateTable('notice_fanout')
    .set({ done_at: ctx.now })
    .where('tx', '=', tx)
    .where('seq', '=', seq)
    .where('source', '=', source)
    .where('done_at', 'is', null)
    .execute())

/** What happened before members could be told of it tells nobody; imports and the demo neither. */
export const noticesConsumer = (
  parts: FanOutParts,
  { fanOut, push }: { readonly fanOut: ReturnType<typeof fanOutJob>; readonly push: AnyJob },
): BatchConsumer => ({
  name: 'notices',
  kind: 'batch',
  from: 'now',
  batchSize: 200,
  sources: ['fact'],
  take: async (ctx, events) => {
    for (const event of events) await tellOf(ctx, parts, { fanOut, push }, event)
  },
})

async function tellOf(
  ctx: Ctx,
  parts: FanOutParts,
  jobs: { readonly fanOut: ReturnType<typeof fanOutJob>; readonly push: AnyJob },
  event: LoggedEvent,
): Promise<void> {
  for (const source of parts.sources.on(event.name))
    await transact(ctx, async (tx) => {
      const piece = await tellPiece(tx, parts, source, event)
      const at = { tx: event.tx, seq: event.seq, source: source.name }
      const key = `${at.tx}:${at.seq}:${at.source}`
      if (!piece.done) await parts.jobs.enqueue(tx, jobs.fanOut, at, { key })
      if (piece.pushes) await parts.jobs.enqueue(tx, jobs.push, {}, { key })
    })
}

/** Asks again for what broke off and was not taken up for ten minutes: a job that failed for good. */
export async function resumeFanOuts(ctx: Ctx, { jobs }: FanOutParts, fanOut: AnyJob): Promise<number> {
  const open = await ctx.db
    .selectFrom('notice_fanout')
    .select(['tx', 'seq', 'source'])
    .where('done_at', 'is', null)
    .where('begun_at', '<', new Date(ctx.now.getTime() - 600_000))
    .orderBy('begun_at')
    .limit(100)
    .execute()
  const hour = Math.floor(ctx.now.getTime() / 3_600_000)
  for (const at of open)
    await jobs.enqueue(ctx, fanOut, at, { key: `${at.tx}:${at.seq}:${at.source}:${hour}` })
  return open.length
}
