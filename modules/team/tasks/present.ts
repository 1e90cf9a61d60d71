/** Tasks as JSON. */
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { id, moment } from '#base/http/schemas.ts'
import { departmentName } from '../people/departments.ts'
import { canAssign, canComment, canEditTask, type Task } from './task.ts'

export const personAnswer = z.object({ id, name: z.string() })

export const taskAnswer = z.object({
  id,
  title: z.string(),
  owner: personAnswer.extend({ gone: z.boolean() }).nullable(),
  department: z.object({ id, name: z.string() }).nullable(),
  parentId: id.nullable(),
  repeats: z.boolean(),
  dueAt: moment.nullable(),
  late: z.boolean(),
  urgent: z.boolean(),
  object: z.object({ kind: z.string(), id, name: z.string(), path: z.string().nullable() }).nullable(),
  createdAt: moment,
  createdBy: personAnswer.nullable(),
  closed: z.object({ at: moment, outcome: z.enum(['done', 'dropped']), note: z.string() }).nullable(),
  steps: z.object({ done: z.int(), total: z.int() }),
  /** Tasks that it was broken down into. */
  parts: z.object({ done: z.int(), total: z.int() }),
  can: z.object({
    edit: z.boolean(),
    assign: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    comment: z.boolean(),
  }),
})

export const taskPageAnswer = taskAnswer.extend({
  detail: z.string(),
  /** How one will see that it is solved. */
  checkHow: z.string(),
  parent: z.object({ id, title: z.string() }).nullable(),
  series: z
    .object({ rule: z.string(), leadDays: z.int(), nextAt: moment.nullable(), ended: z.boolean() })
    .nullable(),
  checklist: z.array(z.object({ id, text: z.string(), done: z.boolean() })),
  tree: z.array(taskAnswer),
  entries: z.array(
    z.object({
      id,
      kind: z.enum(['comment', 'made', 'owner', 'due', 'changed', 'closed', 'reopened']),
      body: z.string(),
      /** From and to: names of people, or times. */
      from: z.string().nullable(),
      to: z.string().nullable(),
      author: personAnswer.nullable(),
      at: moment,
    }),
  ),
})

export function presentTask(ctx: Ctx, task: Task): z.input<typeof taskAnswer> {
  const edit = canEditTask(ctx.actor, task)
  const open = task.closedAt === null
  return {
    id: task.id,
    title: task.title,
    owner: task.ownerId ? { id: task.ownerId, name: task.ownerName ?? '', gone: task.ownerGone } : null,
    department:
      task.departmentId && task.departmentKey
        ? {
            id: task.departmentId,
            name: departmentName({ key: task.departmentKey, name: task.departmentName }, ctx.locale),
          }
        : null,
    parentId: task.parentId,
    repeats: task.seriesId !== null,
    dueAt: task.dueAt?.toISOString() ?? null,
    late: open && task.dueAt !== null && task.dueAt < ctx.now,
    urgent: task.urgent,
    object:
      task.objectKind && task.objectId
        ? { kind: task.objectKind, id: task.objectId, name: task.objectName ?? '', path: task.objectPath }
        : null,
    createdAt: task.createdAt.toISOString(),
    createdBy: task.createdById ? { id: task.createdById, name: task.createdByName ?? '' } : null,
    closed:
      task.closedAt && task.outcome
        ? { at: task.closedAt.toISOString(), outcome: task.outcome, note: task.outcomeNote ?? '' }
        : null,
    steps: { done: task.stepsDone, total: task.steps },
    parts: { done: task.partsDone, total: task.parts },
    can: {
      edit: edit && open,
      assign: edit && open && canAssign(ctx.actor),
      close: edit && open,
      reopen: edit && !open,
      comment: canComment(ctx.actor, task),
    },
  }
}
