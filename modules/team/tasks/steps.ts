/** What hangs on a task: its checklist and what is said about it. */
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { audit } from '#modules/identity/api.ts'
import { taskChanged } from '../facts.ts'
import { teamProblems } from '../problems.ts'
import { mostSteps, note } from './records.ts'
import { canComment } from './task.ts'
import { accessTask, findSteps } from './tasks.sql.ts'
import { lockTask } from './tasks.ts'

const changed = async (ctx: Ctx, taskId: Id, what: string): Promise<void> => {
  await announce(ctx, taskChanged, { taskId, fields: [what] }, { object: { kind: 'task', id: taskId } })
  await audit(ctx, 'task.changed', { kind: 'task', id: taskId }, { fields: [what] })
}

/** Adds a step. Throws `too_many_steps`, `task_closed`. */
export async function addStep(ctx: Ctx, taskId: Id, text: string): Promise<Id> {
  return await transact(ctx, async (tx) => {
    const task = await lockTask(tx, taskId)
    if (task.closedAt) throw teamProblems.taskClosed()
    if (task.steps >= mostSteps) throw teamProblems.tooManySteps({ values: { limit: mostSteps } })
    const { id } = await tx.db
      .insertInto('task_step')
      .values({ task_id: taskId, text })
      .returning('id')
      .executeTakeFirstOrThrow()
    await changed(tx, taskId, 'steps')
    return id
  })
}

/** Ticks a step off, takes the tick back, or says it better. */
export async function changeStep(
  ctx: Ctx,
  taskId: Id,
  stepId: Id,
  change: { readonly done?: boolean; readonly text?: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const task = await lockTask(tx, taskId)
    if (task.closedAt) throw teamProblems.taskClosed()
    const step = (await findSteps(tx, taskId)).find((each) => each.id === stepId)
    if (!step) throw problems.notFound()
    const done = change.done ?? step.doneAt !== null
    await tx.db
      .updateTable('task_step')
      .set({
        text: change.text ?? step.text,
        done_at: done ? (step.doneAt ?? tx.now) : null,
        ...(done === (step.doneAt !== null) ? {} : { done_by: done ? describeActor(tx.actor) : null }),
      })
      .where('id', '=', stepId)
      .execute()
    await changed(tx, taskId, 'steps')
  })
}

export async function removeStep(ctx: Ctx, taskId: Id, stepId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const task = await lockTask(tx, taskId)
    if (task.closedAt) throw teamProblems.taskClosed()
    const gone = await tx.db
      .deleteFrom('task_step')
      .where('id', '=', stepId)
      .where('task_id', '=', taskId)
      .returning('id')
      .executeTakeFirst()
    if (!gone) throw problems.notFound()
    await changed(tx, taskId, 'steps')
  })
}

/** Says something about a task, open or closed. */
export async function commentOnTask(ctx: Ctx, taskId: Id, body: string): Promise<void> {
  await transact(ctx, async (tx) => {
    if (!canComment(tx.actor, await accessTask(tx, taskId))) throw problems.forbidden()
    await note(tx, taskId, 'comment', { body })
    await changed(tx, taskId, 'comments')
  })
}
