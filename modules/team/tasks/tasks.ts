/** Tasks: making, changing, closing and reopening them. Each change is a line of the task's own history. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { audit } from '#modules/identity/api.ts'
import { accountOf } from '../acting.ts'
import { taskChanged, taskClosed, taskReopened } from '../facts.ts'
import { requireColleagues } from '../people/colleagues.ts'
import { getDepartment } from '../people/departments.ts'
import { teamProblems } from '../problems.ts'
import { insertTask, note, type TaskInput } from './records.ts'
import { beginSeries } from './series.ts'
import { canAssign, canEditTask, type Task } from './task.ts'
import { accessTask } from './tasks.sql.ts'

export const deepestTree = 4

/**
 * Makes a task, and with `repeat` a series of which it is the first. Throws `owner_unknown`,
 * `department_not_found`, `task_not_found` for the parent, `tree_too_deep`, `rule_invalid`, `rule_needs_due`.
 */
export async function createTask(ctx: Ctx, given: TaskInput): Promise<Id> {
  const me = accountOf(ctx)
  const ownerId = given.ownerId === undefined ? me : given.ownerId
  if (ownerId !== me && !canAssign(ctx.actor)) throw problems.forbidden()
  return await transact(ctx, async (tx) => {
    if (ownerId) await requireColleagues(tx, [ownerId])
    if (given.departmentId) await getDepartment(tx, given.departmentId)
    if (given.parentId) await requireShallow(tx, await accessTask(tx, given.parentId))
    const series = given.repeat
      ? await beginSeries(tx, { ...given, ownerId, dueAt: given.dueAt ?? null, ...given.repeat })
      : undefined
    const id = await insertTask(tx, { ...given, ownerId, seriesId: series ?? null })
    await audit(tx, 'task.created', { kind: 'task', id }, { title: given.title, owner: ownerId })
    return id
  })
}

async function requireShallow(ctx: Ctx, parent: Task): Promise<void> {
  const { rows } = await sql<{ depth: number }>`
    with recursive up (id, parent_id, depth) as (
      select id, parent_id, 1 from task where id = ${parent.id}
      union all
      select t.id, t.parent_id, up.depth + 1 from task t join up on t.id = up.parent_id where up.depth < 20)
    select max(depth)::int as depth from up`.execute(ctx.db)
  if ((rows[0]?.depth ?? 1) >= deepestTree) throw teamProblems.treeTooDeep({ values: { limit: deepestTree } })
}

/** The task under a lock, for whoever may change it. Throws `task_not_found`, `forbidden`. */
export async function lockTask(ctx: Ctx, id: Id): Promise<Task> {
  await ctx.db.selectFrom('task').select('id').where('id', '=', id).forUpdate().execute()
  const task = await accessTask(ctx, id)
  if (!canEditTask(ctx.actor, task)) throw problems.forbidden()
  return task
}

export type TaskChange = Pick<
  Partial<TaskInput>,
  'title' | 'detail' | 'ownerId' | 'departmentId' | 'dueAt' | 'urgent' | 'checkHow'
>

/** Changes an open task. Says nothing and does nothing when all is as it was. Throws `task_closed` and as `createTask`. */
export async function changeTask(ctx: Ctx, id: Id, change: TaskChange): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await lockTask(tx, id)
    if (before.closedAt) throw teamProblems.taskClosed()
    const fields = (Object.keys(change) as (keyof TaskChange)[]).filter((field) => {
      const value = change[field]
      if (value === undefined) return false
      const was = before[field]
      return value instanceof Date || was instanceof Date
        ? (value instanceof Date ? value.getTime() : null) !== (was instanceof Date ? was.getTime() : null)
        : value !== was
    })
    if (fields.length === 0) return
    if (fields.includes('ownerId') && change.ownerId !== accountOf(tx) && !canAssign(tx.actor))
      throw problems.forbidden()
    if (fields.includes('ownerId') && change.ownerId) await requireColleagues(tx, [change.ownerId])
    if (fields.includes('departmentId') && change.departmentId) await getDepartment(tx, change.departmentId)
    await tx.db
      .updateTable('task')
      .set({
        title: change.title ?? before.title,
        detail: change.detail ?? before.detail,
        owner_id: change.ownerId === undefined ? before.ownerId : change.ownerId,
        department_id: change.departmentId === undefined ? before.departmentId : change.departmentId,
        due_at: change.dueAt === undefined ? before.dueAt : change.dueAt,
        urgent: change.urgent ?? before.urgent,
        check_how: change.checkHow ?? before.checkHow,
      })
      .where('id', '=', id)
      .execute()
    if (fields.includes('ownerId'))
      await note(tx, id, 'owner', { from: before.ownerId, to: change.ownerId ?? null })
    if (fields.includes('dueAt'))
      await note(tx, id, 'due', {
        from: before.dueAt?.toISOString() ?? null,
        to: change.dueAt?.toISOString() ?? null,
      })
    const rest = fields.filter((field) => field !== 'ownerId' && field !== 'dueAt')
    if (rest.length > 0) await note(tx, id, 'changed', { fields: rest.join(' ') })
    await announce(tx, taskChanged, { taskId: id, fields }, { object: { kind: 'task', id } })
    await audit(tx, 'task.changed', { kind: 'task', id }, { fields, owner: change.ownerId })
  })
}

/**
 * Ends a task. Done needs its parts closed, and, where the task says how to check, what was found.
 * Throws `task_closed`, `children_open`, `proof_needed`.
 */
export async function closeTask(
  ctx: Ctx,
  id: Id,
  { outcome, note: said }: { readonly outcome: 'done' | 'dropped'; readonly note: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const task = await lockTask(tx, id)
    if (task.closedAt) throw teamProblems.taskClosed()
    if (outcome === 'done') {
      const open = task.parts - task.partsDone
      if (open > 0) throw teamProblems.childrenOpen({ values: { count: open } })
      if (task.checkHow && !said) throw teamProblems.proofNeeded({ values: { check: task.checkHow } })
    }
    await tx.db
      .updateTable('task')
      .set({ closed_at: tx.now, closed_by: describeActor(tx.actor), outcome, outcome_note: said || null })
      .where('id', '=', id)
      .execute()
    await note(tx, id, 'closed', { outcome, body: said })
    const late = task.dueAt !== null && task.dueAt < tx.now
    await announce(tx, taskClosed, { taskId: id, outcome, late }, { object: { kind: 'task', id } })
    await audit(tx, 'task.closed', { kind: 'task', id }, { outcome })
  })
}

/** Throws `task_open`. */
export async function reopenTask(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const task = await lockTask(tx, id)
    if (!task.closedAt) throw teamProblems.taskOpen()
    await tx.db
      .updateTable('task')
      .set({ closed_at: null, closed_by: null, outcome: null, outcome_note: null, reminded_for: null })
      .where('id', '=', id)
      .execute()
    await note(tx, id, 'reopened')
    await announce(tx, taskReopened, { taskId: id }, { object: { kind: 'task', id } })
    await audit(tx, 'task.reopened', { kind: 'task', id })
  })
}
