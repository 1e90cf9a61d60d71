/** One group whose rule breaks off does not stop the others: it is kept at the rule, and the job says so at its end. */
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import type { JobRun } from '#base/jobs/job.ts'
import { courseProblems } from '../course.problems.ts'

/** Why the last run of a rule broke off; null once one went through. */
export interface Failure {
  readonly at: Date
  /** The code of a problem, or `unexpected`. */
  readonly code: string
}

export const failureOf = (at: Date | null, code: string | null): Failure | null =>
  at && code ? { at, code } : null

export const failureAnswer = z
  .object({ at: z.iso.datetime(), code: z.string() })
  .describe('Why the last run broke off: the code of a problem, or `unexpected`')
export const presentFailure = (failure: Failure | null): z.input<typeof failureAnswer> | null =>
  failure && { at: failure.at.toISOString(), code: failure.code }

const codeOf = (error: unknown): string => (error instanceof Problem ? error.code : 'unexpected')

/**
 * Runs `each` for every place (a group, or the community for null). What throws is handed to `keep`, and the
 * next one has its turn. Throws `rules_failed` at the end when any did.
 */
export async function runEach<Place extends Id | null>(
  ctx: Ctx,
  places: readonly Place[],
  run: Pick<JobRun, 'signal' | 'progress'>,
  each: (place: Place) => Promise<void>,
  keep: (ctx: Ctx, place: Place, code: string) => Promise<void>,
): Promise<void> {
  const errors: unknown[] = []
  for (const [at, place] of places.entries()) {
    run.signal.throwIfAborted()
    try {
      await each(place)
    } catch (error) {
      run.signal.throwIfAborted()
      errors.push(error)
      await keep(ctx, place, codeOf(error))
    }
    await run.progress(at + 1, places.length)
  }
  if (errors.length > 0)
    throw courseProblems.rulesFailed({
      values: { failed: errors.length, total: places.length },
      cause: errors[0],
    })
}
