/** Asking for jobs: in the transaction of the change that needs them, so that neither exists without the other. */
import { createHash } from 'node:crypto'
import { fromKysely, type PgBoss } from 'pg-boss'
import { describeActor } from '../access/actor.ts'
import type { Locale, Message } from '../i18n/messages.ts'
import type { Jobs } from '../parts.ts'
import { heartbeatSeconds } from './boss.ts'
import type { AnyJob } from './job.ts'

/** What a job carries besides its input. */
export interface Envelope {
  readonly input: Record<string, unknown>
  readonly requestedBy: string
  readonly requestId: string
  readonly locale: Locale
  /** For jobs of the schedule: why they run. */
  readonly why?: Message | string
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

/** `jobs` is asked for late: modules, which declare them, are made with this queue in hand. */
export function jobQueue(boss: PgBoss, jobs: () => readonly AnyJob[]): Jobs {
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
    find: (name) => jobs().find((job) => job.name === name),
    nextRun: (cron, zone, after) => boss.previewSchedule(cron, { tz: zone, from: after, count: 1 })[0],
  }
}

/** A key becomes the job's id, and the table's primary key does the rest. */
function idOfKey(name: string, key: string): string {
  const hash = createHash('sha256').update(`${name}\n${key}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
