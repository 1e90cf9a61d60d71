/**
 * Working: takes jobs of the declared queues and runs their handlers. A worker says every few seconds
 * that it lives; when it falls silent the job goes to another one. At a stop, jobs in hand get a
 * moment to finish and are then handed back.
 */
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import type { Ctx } from '../context.ts'
import type { Connection } from '../db/database.ts'
import { Problem } from '../http/problem.ts'
import type { Listener } from '../live/listener.ts'
import type { JobNews } from '../live/message.ts'
import type { Log } from '../parts.ts'
import { declareFailpoints } from '../testing/failpoint.ts'
import type { AnyJob } from './job.ts'
import { reporterOf } from './progress.ts'
import type { Envelope } from './queue.ts'

const failpoint = declareFailpoints('jobs.run.begun', 'jobs.run.ran')

/** The channel on which a cancelled job's id is told to whoever runs it. */
export const cancelChannel = 'job_cancelled'

export interface WorkOptions {
  readonly boss: PgBoss
  readonly connection: Connection
  readonly listener: Listener
  readonly jobs: readonly AnyJob[]
  readonly log: Log
  /** Tells those who watch that a job moved. */
  readonly tell: (ctx: Ctx, news: JobNews) => Promise<void>
  /** How often to look without having been woken, in seconds; default 2. */
  readonly pollSeconds?: number
}

export interface Working {
  /** Takes no more jobs; those in hand may finish for `graceMs` (default 8000), then they are handed back. */
  stop(graceMs?: number): Promise<void>
}

export async function workOff(options: WorkOptions): Promise<Working> {
  const { boss, connection, listener, jobs, log, tell, pollSeconds = 2 } = options
  const running = new Map<string, AbortController>()
  const unlisten = listener.listen(cancelChannel, (id) => running.get(id)?.abort(new Error('cancelled')))

  for (const job of jobs) for (let each = 0; each < (job.concurrency ?? 1); each++) await addWorker(job)

  async function addWorker(job: AnyJob): Promise<void> {
    const id = await boss.work(
      job.name,
      {
        includeMetadata: true,
        pollingIntervalSeconds: pollSeconds,
        // Deferred jobs and retries come without a notification.
        notifyPollingIntervalSeconds: pollSeconds,
        heartbeatRefreshSeconds: 3,
      },
      async ([taken]: JobWithMetadata<Envelope>[]) => {
        // Where one job was there may be another: look again at once, not at the next poll.
        boss.notifyWorker(id)
        return taken ? await runOne(job, taken) : undefined
      },
    )
  }

  async function runOne(job: AnyJob, taken: JobWithMetadata<Envelope>): Promise<unknown> {
    const { id, data: envelope } = taken
    const cancelled = new AbortController()
    running.set(id, cancelled)
    const reporter = reporterOf(connection, { id, name: job.name, requestedBy: envelope.requestedBy }, tell)
    const ctx: Ctx = {
      actor: { kind: 'system', name: job.name },
      db: connection.db,
      now: new Date(),
      locale: envelope.locale,
      requestId: envelope.requestId,
    }
    const news = { id, name: job.name, requestedBy: envelope.requestedBy }
    try {
      await failpoint('jobs.run.begun')
      const result = await job.run(ctx, job.input.parse(envelope.input), {
        id,
        attempt: taken.retryCount + 1,
        requestedBy: envelope.requestedBy,
        signal: AbortSignal.any([taken.signal, cancelled.signal]),
        progress: reporter.report,
      })
      await failpoint('jobs.run.ran')
      await reporter.finish()
      await tell(ctx, { ...news, state: 'completed' })
      return result ?? null
    } catch (error) {
      const told = { job: job.name, id, attempt: taken.retryCount + 1 }
      // Something that it needs is away for the moment: it is tried again, and a trace would tell nothing.
      if (error instanceof Problem && error.kind.status === 503)
        log.info({ ...told, code: error.code }, 'a job waits')
      else log.warn({ ...told, error }, 'a job failed')
      await tell(ctx, { ...news, state: 'failed' }).catch(() => undefined)
      throw error
    } finally {
      running.delete(id)
    }
  }

  return {
    async stop(graceMs = 8_000) {
      unlisten()
      const late = setTimeout(() => {
        for (const controller of running.values()) controller.abort(new Error('the process stops'))
      }, graceMs / 2)
      await boss.stop({ graceful: true, timeout: graceMs, close: false })
      clearTimeout(late)
    },
  }
}
