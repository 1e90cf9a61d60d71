/** Forgets what tracking needs only for a while. Small steps, so that taking events never waits. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { defineJob, type JobRun } from '#base/jobs/job.ts'
import { labels } from '../tracking.messages.ts'

/**
 * 30 days that an event may be old, one that a clock may be ahead, one of grace: a repeat is either
 * recognised by its receipt or refused for its age.
 */
export const receiptDays = 32
const visitDays = 2
const step = 20_000

/** Removes receipts and ended visits. Returns how many rows went. */
export async function purgeReceipts(
  ctx: Ctx,
  run: Pick<JobRun, 'signal' | 'progress'>,
): Promise<{ receipts: number; visits: number }> {
  const removed = { receipts: 0, visits: 0 }
  for (const [kind, table, column, days] of [
    ['receipts', 'event_receipt', 'received_at', receiptDays],
    ['visits', 'visit', 'last_at', visitDays],
  ] as const) {
    const before = new Date(ctx.now.getTime() - days * 86_400_000)
    for (let went = step; went === step; ) {
      run.signal.throwIfAborted()
      const { numAffectedRows } = await sql`
        delete from ${sql.table(table)} where ctid = any(array(
          select ctid from ${sql.table(table)} where ${sql.ref(column)} < ${before} limit ${step}))`.execute(
        ctx.db,
      )
      went = Number(numAffectedRows ?? 0)
      removed[kind] += went
      await run.progress(removed.receipts + removed.visits)
    }
  }
  return removed
}

export const purgeJob = defineJob({
  name: 'tracking.purge',
  label: labels.purgeReceipts,
  input: z.object({}),
  run: (ctx, _input, run) => purgeReceipts(ctx, run),
})
