/**
 * Background work: a job names a verb and ids. pg-boss keeps the queue in PostgreSQL, in the same
 * transaction as the change that asks for it. A handler may run twice after a crash, so it is
 * idempotent: `once(ctx, key, …)`, or work that can be repeated harmlessly.
 */
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import type { Message } from '../i18n/messages.ts'

export interface JobRun {
  readonly id: string
  /** 1 for the first. */
  readonly attempt: number
  /** Who asked for it, as the log names actors: `account:12`, `system:schedule`. */
  readonly requestedBy: string
  /** Aborted when the job is cancelled or the process stops; check it between steps. */
  readonly signal: AbortSignal
  /** Tells how far the work is, for the progress bar; `total` may be unknown. Cheap to call often. */
  progress(done: number, total?: number, note?: string): Promise<void>
}

export interface Job<Input extends z.ZodObject = z.ZodObject> {
  /** `members.import`: module and what it does. */
  readonly name: string
  readonly label: Message
  readonly input: Input
  /** Tries after the first; default 5, with exponential backoff. */
  readonly retries?: number
  /** Longest run in seconds; default 900. */
  readonly expireSeconds?: number
  /** Jobs of this name that one process runs at once; default 1. */
  readonly concurrency?: number
  /** Days that a finished or failed job and its result are kept; default 90. */
  readonly keepDays?: number
  /** What it returns is kept with the job and shown to operators: small, and no personal data. */
  readonly run: (ctx: Ctx, input: z.infer<Input>, run: JobRun) => Promise<unknown>
}

/** Any declared job, whatever its input. */
// biome-ignore lint/suspicious/noExplicitAny: jobs of different inputs live in one list
export type AnyJob = Job<any>

export const defineJob = <Input extends z.ZodObject>(job: Job<Input>): Job<Input> => job

/** Recurring work; all of it is listed in `apps/server/schedule.ts`. */
export interface Schedule {
  readonly job: string
  /** Five-field cron in `zone`. */
  readonly cron: string
  /** `community`: that of the community, also after it was changed. */
  readonly zone: string
  readonly input?: Record<string, unknown>
  /** Why it runs, for the schedule page. */
  readonly why: Message | string
}
