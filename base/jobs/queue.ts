/** Asking for jobs: in the transaction of the change that needs them, so that neither exists without the other. */
import { createHash } from 'node:crypto'
import { fromKysely, type PgBoss } from 'pg-boss'
import type { z } from 'zod'
import { describeActor } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import type { Locale } from '../i18n/messages.ts'
import type { Jobs } from '../parts.ts'
import { heartbeatSeconds } from './boss.ts'
import type { AnyJob, Job } from './job.ts'

export interface EnqueueOptions {
  /** The same key of the same job asks once, for as long as the job is kept. */
  readonly key?: string
  readonly startAfter?: Date
  /** Higher goes first; default 0. */
  readonly priority?: number
}

/** What a job carries besides its input. */
export interface Envelope {
  readonly input: Record<string, unknown>
  readonly requestedBy: string
  readonly requestId: string
  readonly locale: Locale
}

export interface JobQueue extends Jobs {
  enqueue<Input extends z.ZodObject>(
    ctx: Ctx,
    job: Job<Input>,
    input: z.input<Input>,
    options?: EnqueueOptions,
  ): Promise<string>
}

const day = 86_400

/** Makes or updates the queue of each declared job. Any process may do it, also several at once. */
export async function declareQueues(boss: PgBoss, jobs: readonly AnyJob[]): Promise<void> {
  const names = new Set<string>()
  for (const job of jobs) {
    if (names.has(job.name)) throw new Error(`Two jobs are called "${job.name}"`)
    names.add(job.name)
    const options = {
      retryLimit: job.retries ?? 5,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: job.expireSeconds ?? 900,
      heartbeatSeconds,
      // Waiting jobs do not vanish: the longest that pg-boss takes is kept for what is deferred.
      retentionSeconds: 365 * day,
      deleteAfterSeconds: (job.keepDays ?? 90) * day,
      notify: true,
    }
    await boss.createQueue(job.name, options)
    await boss.updateQueue(job.name, options)
  }
}

export function jobQueue(boss: PgBoss): JobQueue {
  return {
    async enqueue(ctx, job, input, { key, startAfter, priority } = {}) {
      const envelope: Envelope = {
        input: job.input.parse(input),
        requestedBy: describeActor(ctx.actor),
        requestId: ctx.requestId,
        locale: ctx.locale,
      }
      const id = key === undefined ? crypto.randomUUID() : idOfKey(job.name, key)
      await boss.send(job.name, envelope, {
        id,
        db: fromKysely(ctx.db),
        ...(startAfter ? { startAfter } : {}),
        ...(priority === undefined ? {} : { priority }),
      })
      return id
    },
  }
}

/** A key becomes the job's id, and the table's primary key does the rest. */
function idOfKey(name: string, key: string): string {
  const hash = createHash('sha256').update(`${name}\n${key}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
