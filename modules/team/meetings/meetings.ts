/** The weekly meeting of the departments (S0-54): called with what is open on its agenda, closed with tasks. */
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { meetingChanged } from '../facts.ts'
import { teamProblems } from '../problems.ts'
import { createTask } from '../tasks/tasks.ts'
import type { Matter } from './agenda.ts'

export const mostItems = 100

/** Calls a meeting with these matters on its agenda. */
export async function callMeeting(
  ctx: Ctx,
  given: { readonly title: string; readonly startsAt: Date },
  matters: readonly Matter[],
): Promise<Id> {
  return await transact(ctx, async (tx) => {
    const { id } = await tx.db
      .insertInto('meeting')
      .values({
        title: given.title,
        starts_at: given.startsAt,
        created_at: tx.now,
        created_by: describeActor(tx.actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await addMatters(tx, id, matters.slice(0, mostItems))
    await announce(tx, meetingChanged, { meetingId: id, change: 'called' })
    await audit(tx, 'meeting.called', { kind: 'meeting', id }, { title: given.title, items: matters.length })
    return id
  })
}

async function addMatters(ctx: Ctx, meetingId: Id, matters: readonly Matter[]): Promise<void> {
  if (matters.length === 0) return
  await ctx.db
    .insertInto('meeting_item')
    .values(
      matters.map((matter) => ({
        meeting_id: meetingId,
        department_id: matter.departmentId,
        origin: matter.origin,
        origin_key: matter.originKey,
        text: matter.text.slice(0, 300),
        path: matter.path,
        added_at: ctx.now,
        added_by: describeActor(ctx.actor),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const findMeetings = (ctx: Ctx, before: Id | undefined, limit: number) =>
  ctx.db
    .selectFrom('meeting as m')
    .selectAll('m')
    .select((eb) => [
      eb
        .selectFrom('meeting_item as i')
        .select((each) => each.fn.countAll<string>().as('n'))
        .whereRef('i.meeting_id', '=', 'm.id')
        .as('items'),
      eb
        .selectFrom('meeting_item as i')
        .select((each) => each.fn.countAll<string>().as('n'))
        .whereRef('i.meeting_id', '=', 'm.id')
        .where('i.task_id', 'is not', null)
        .as('tasks'),
    ])
    .$if(before !== undefined, (query) => query.where('m.id', '<', before as Id))
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute()

/** Throws `meeting_not_found`. */
export async function getMeeting(ctx: Ctx, id: Id) {
  const row = await ctx.db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw teamProblems.meetingNotFound()
  return row
}

export const findItems = (ctx: Ctx, meetingId: Id) =>
  ctx.db
    .selectFrom('meeting_item as i')
    .leftJoin('department as d', 'd.id', 'i.department_id')
    .leftJoin('task as t', 't.id', 'i.task_id')
    .select([
      'i.id',
      'i.origin',
      'i.text',
      'i.path',
      'i.decision',
      'i.department_id as departmentId',
      'd.key as departmentKey',
      'd.name as departmentName',
      'i.task_id as taskId',
      't.title as taskTitle',
      't.closed_at as taskClosedAt',
    ])
    .where('i.meeting_id', '=', meetingId)
    .orderBy('d.position', (column) => column.asc().nullsLast())
    .orderBy('i.id')
    .limit(mostItems)
    .execute()

/** The meeting under a lock, still open. Throws `meeting_not_found`, `meeting_closed`. */
async function lockMeeting(ctx: Ctx, id: Id): Promise<void> {
  const row = await ctx.db
    .selectFrom('meeting')
    .select('closed_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw teamProblems.meetingNotFound()
  if (row.closed_at) throw teamProblems.meetingClosed()
}

const noteChange = async (ctx: Ctx, id: Id, what: string): Promise<void> => {
  await announce(ctx, meetingChanged, { meetingId: id, change: 'changed' })
  await audit(ctx, 'meeting.changed', { kind: 'meeting', id }, { what })
}

/** Writes the minutes, moves or renames a meeting that is not closed. */
export async function changeMeeting(
  ctx: Ctx,
  id: Id,
  change: { readonly title?: string; readonly startsAt?: Date; readonly minutes?: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    await lockMeeting(tx, id)
    await tx.db
      .updateTable('meeting')
      .set({
        ...(change.title === undefined ? {} : { title: change.title }),
        ...(change.startsAt === undefined ? {} : { starts_at: change.startsAt }),
        ...(change.minutes === undefined ? {} : { minutes: change.minutes }),
        // At least one column, so that an empty change is no error of syntax.
        created_at: (eb) => eb.ref('created_at'),
      })
      .where('id', '=', id)
      .execute()
    await noteChange(tx, id, Object.keys(change).join(' '))
  })
}

/** Puts something on the agenda by hand. Throws `too_many_items`. */
export async function addItem(
  ctx: Ctx,
  meetingId: Id,
  given: { readonly text: string; readonly departmentId: Id | null },
): Promise<void> {
  await transact(ctx, async (tx) => {
    await lockMeeting(tx, meetingId)
    if ((await findItems(tx, meetingId)).length >= mostItems)
      throw teamProblems.tooManyItems({ values: { limit: mostItems } })
    await addMatters(tx, meetingId, [{ ...given, origin: 'hand', originKey: null, path: null }])
    await noteChange(tx, meetingId, 'items')
  })
}

/** Writes what was decided about an item. */
export async function decideItem(ctx: Ctx, meetingId: Id, itemId: Id, decision: string): Promise<void> {
  await transact(ctx, async (tx) => {
    await lockMeeting(tx, meetingId)
    const { numUpdatedRows } = await tx.db
      .updateTable('meeting_item')
      .set({ decision })
      .where('id', '=', itemId)
      .where('meeting_id', '=', meetingId)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw teamProblems.itemNotFound()
    await noteChange(tx, meetingId, 'decision')
  })
}

/** Turns an item into a task. Throws `item_has_task`, and as `createTask`. */
export async function makeTaskOf(
  ctx: Ctx,
  meetingId: Id,
  itemId: Id,
  given: { readonly title: string; readonly ownerId: Id | null; readonly dueAt: Date | null },
): Promise<Id> {
  return await transact(ctx, async (tx) => {
    await lockMeeting(tx, meetingId)
    const item = (await findItems(tx, meetingId)).find((each) => each.id === itemId)
    if (!item) throw teamProblems.itemNotFound()
    if (item.taskId) throw teamProblems.itemHasTask()
    const meeting = await getMeeting(tx, meetingId)
    const taskId = await createTask(tx, {
      ...given,
      departmentId: item.departmentId,
      detail: item.decision,
      object: { kind: 'meeting', id: meetingId, name: meeting.title, path: `/meetings/${meetingId}` },
    })
    await tx.db.updateTable('meeting_item').set({ task_id: taskId }).where('id', '=', itemId).execute()
    await noteChange(tx, meetingId, 'task')
    return taskId
  })
}

/** Closes a meeting: what was said stays as it is. */
export async function closeMeeting(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    await lockMeeting(tx, id)
    await tx.db
      .updateTable('meeting')
      .set({ closed_at: tx.now, closed_by: describeActor(tx.actor) })
      .where('id', '=', id)
      .execute()
    await announce(tx, meetingChanged, { meetingId: id, change: 'closed' })
    await audit(tx, 'meeting.closed', { kind: 'meeting', id })
  })
}
