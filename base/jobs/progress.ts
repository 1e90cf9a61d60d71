/** How far a job is: one row per job, written at most a few times a second, told to who watches. */
import { systemCtx } from '../context.ts'
import type { Connection } from '../db/database.ts'
import type { JobNews } from '../live/message.ts'

/** Shortest time between two writes for one job. */
const settleMs = 250

export interface Reporter {
  report(done: number, total?: number, note?: string): Promise<void>
  /** Writes what was held back. */
  finish(): Promise<void>
}

/** Reports for one run of one job. `tell` sends the news over the live channel. */
export function reporterOf(
  { db }: Connection,
  job: { readonly id: string; readonly name: string; readonly requestedBy: string },
  tell: (ctx: ReturnType<typeof systemCtx>, news: JobNews) => Promise<void>,
): Reporter {
  let written = 0
  let held: (() => Promise<void>) | undefined

  async function write(done: number, total: number | undefined, note: string | undefined) {
    written = performance.now()
    held = undefined
    const progress = { done, total: total ?? null, note: note ?? null }
    await db
      .insertInto('job_progress')
      .values({ job_id: job.id, name: job.name, ...progress })
      .onConflict((conflict) =>
        conflict.column('job_id').doUpdateSet({ ...progress, updated_at: new Date() }),
      )
      .execute()
    await tell(systemCtx(db, 'jobs'), {
      id: job.id,
      name: job.name,
      state: 'active',
      ...progress,
      requestedBy: job.requestedBy,
    })
  }

  return {
    async report(done, total, note) {
      if (performance.now() - written >= settleMs) await write(done, total, note)
      else held = () => write(done, total, note)
    },
    async finish() {
      await held?.()
    },
  }
}
