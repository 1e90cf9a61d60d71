/** Steering background jobs. */
import { may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import * as board from '#base/jobs/board.ts'
import { audit } from '#modules/identity/api.ts'
import { jobCancelled, jobRetried } from '../facts.ts'
import { systemProblems } from '../problems.ts'
import { canCancelJob, canRetryJob, canSeeJob } from './jobs.policy.ts'

/** A job that the actor may see. Throws `problems.notFound`. */
export async function accessJob(ctx: Ctx, id: string): Promise<board.JobRow> {
  const job = await board.findJob(ctx.db, id)
  if (!job || !canSeeJob(ctx.actor, job)) throw problems.notFound()
  return job
}

/** Ends a job that waits or runs; its handler is told to stop. */
export async function cancelJob(ctx: Ctx, job: board.JobRow): Promise<void> {
  await transact(ctx, async (ctx) => {
    if (!(await board.cancelJob(ctx, job.id))) throw systemProblems.jobOver()
    await note(ctx, jobCancelled, job)
  })
}

/** Sends a failed or cancelled job back, with one more try. */
export async function retryJob(ctx: Ctx, job: board.JobRow): Promise<void> {
  await transact(ctx, async (ctx) => {
    if (!(await board.retryJob(ctx, job.id))) throw systemProblems.jobNotFailed()
    await note(ctx, jobRetried, job)
  })
}

/** Refuses what the actor may see but not steer. */
export function demandSteering(ctx: Ctx, job: board.JobRow, action: 'cancel' | 'retry'): void {
  const over = action === 'cancel' ? systemProblems.jobOver : systemProblems.jobNotFailed
  const can = action === 'cancel' ? canCancelJob : canRetryJob
  if (can(ctx.actor, job)) return
  // Whoever could steer it in another state is told why not now; others, that it is not theirs.
  if (canCancelJob(ctx.actor, { ...job, state: 'active' })) throw over()
  throw problems.forbidden()
}

async function note(ctx: Ctx, fact: typeof jobCancelled, { id, name }: board.JobRow): Promise<void> {
  await announce(ctx, fact, { jobId: id, name })
  const byStaff = may(ctx.actor, 'system.operate') || (ctx.actor.kind === 'account' && ctx.actor.operator)
  if (byStaff) await audit(ctx, fact.name, { kind: 'job', id }, { name })
}
