/** The rows of a task and of its history, for verbs that have checked what they write. */
import { describeActor, type Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { accountOf } from '../acting.ts'
import { taskCreated } from '../facts.ts'

export const mostSteps = 30

export interface LinkedObject {
  readonly kind: string
  readonly id: Id
  readonly name: string
  /** Below `/console`. */
  readonly path: string
}

export interface TaskInput {
  readonly title: string
  readonly detail?: string
  readonly ownerId?: Id | null
  readonly departmentId?: Id | null
  readonly parentId?: Id | null
  readonly dueAt?: Date | null
  readonly urgent?: boolean
  /** How one will see that it is solved. */
  readonly checkHow?: string
  readonly object?: LinkedObject | null
  readonly steps?: readonly string[]
  readonly repeat?: { readonly rule: string; readonly leadDays: number }
}

/** The row, its steps, its first line of history and the fact; for verbs that have checked the rest. */
export async function insertTask(
  ctx: Ctx,
  given: Omit<TaskInput, 'ownerId' | 'repeat'> & {
    readonly ownerId: Id | null
    readonly seriesId: Id | null
    /** Which time of the series; its due moment when left out. */
    readonly seriesTime?: Date
  },
): Promise<Id> {
  const { object } = given
  const { id } = await ctx.db
    .insertInto('task')
    .values({
      title: given.title,
      detail: given.detail ?? '',
      owner_id: given.ownerId,
      department_id: given.departmentId ?? null,
      parent_id: given.parentId ?? null,
      series_id: given.seriesId,
      series_time: given.seriesId === null ? null : (given.seriesTime ?? given.dueAt ?? null),
      due_at: given.dueAt ?? null,
      urgent: given.urgent ?? false,
      check_how: given.checkHow ?? '',
      object_kind: object?.kind ?? null,
      object_id: object?.id ?? null,
      object_name: object?.name ?? null,
      object_path: object?.path ?? null,
      created_at: ctx.now,
      created_by: describeActor(ctx.actor),
      created_by_id: accountOf(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const steps = (given.steps ?? []).slice(0, mostSteps)
  if (steps.length > 0)
    await ctx.db
      .insertInto('task_step')
      .values(steps.map((text) => ({ task_id: id, text })))
      .execute()
  await note(ctx, id, 'made')
  await announce(
    ctx,
    taskCreated,
    { taskId: id, repeats: given.seriesId !== null },
    { object: { kind: 'task', id } },
  )
  return id
}

export type EntryKind = 'comment' | 'made' | 'owner' | 'due' | 'changed' | 'closed' | 'reopened'

/** A line of the task's history. */
export async function note(
  ctx: Ctx,
  taskId: Id,
  kind: EntryKind,
  { body = '', ...detail }: Readonly<Record<string, string | null>> = {},
): Promise<void> {
  await ctx.db
    .insertInto('task_entry')
    .values({
      task_id: taskId,
      kind,
      body: body ?? '',
      detail: JSON.stringify(detail),
      author_id: accountOf(ctx),
      at: ctx.now,
    })
    .execute()
}
