/** Departments: who answers for what, and who belongs where (S0-51 … S0-53). */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import { audit } from '#modules/identity/api.ts'
import { departmentChanged } from '../facts.ts'
import { teamProblems } from '../problems.ts'
import { departmentFocus, departmentNames, isBuiltInDepartment } from '../team.messages.ts'
import { requireColleagues } from './colleagues.ts'

export const mostDepartments = 40

export interface Department {
  readonly id: Id
  readonly key: string
  /** Null: as the product calls it. */
  readonly name: string | null
  readonly focus: string | null
  readonly leadId: Id | null
}

/** What a department is called in the reader's language. */
export const departmentName = (row: { readonly key: string; readonly name: string | null }, locale: Locale) =>
  row.name ?? (isBuiltInDepartment(row.key) ? render(departmentNames[row.key], locale) : row.key)

export const focusOf = (row: { readonly key: string; readonly focus: string | null }, locale: Locale) =>
  row.focus ?? (isBuiltInDepartment(row.key) ? render(departmentFocus[row.key], locale) : '')

/** Departments in their order, with how many tasks are open and late. */
export const findDepartments = (ctx: Ctx) =>
  ctx.db
    .selectFrom('department as d')
    .leftJoin('account as a', 'a.id', 'd.lead_id')
    .select([
      'd.id',
      'd.key',
      'd.name',
      'd.focus',
      'd.lead_id as leadId',
      'a.name as leadName',
      sql<number>`(select count(*)::int from task t where t.department_id = d.id and t.closed_at is null)`.as(
        'open',
      ),
      sql<number>`(select count(*)::int from task t where t.department_id = d.id and t.closed_at is null and t.due_at < ${ctx.now})`.as(
        'late',
      ),
    ])
    .where('d.archived_at', 'is', null)
    .orderBy('d.position')
    .orderBy('d.id')
    .limit(mostDepartments)
    .execute()

/** Throws `department_not_found`. */
export async function getDepartment(ctx: Ctx, id: Id): Promise<Department> {
  const row = await ctx.db
    .selectFrom('department')
    .select(['id', 'key', 'name', 'focus', 'lead_id as leadId'])
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw teamProblems.departmentNotFound()
  return row
}

async function requireFreeName(ctx: Ctx, name: string, except: Id | null): Promise<void> {
  const taken = (await findDepartments(ctx)).some(
    (each) =>
      each.id !== except &&
      (['zh-CN', 'en'] as const).some(
        (locale) => departmentName(each, locale).toLowerCase() === name.toLowerCase(),
      ),
  )
  if (taken) throw teamProblems.departmentNameTaken({ values: { name } })
}

/** Changes to departments take turns, so that counting and naming hold. */
const takeTurns = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('departments', 0))`.execute(ctx.db)

/** Throws `department_name_taken`, `too_many_departments`, `owner_unknown`. */
export async function createDepartment(
  ctx: Ctx,
  given: { readonly name: string; readonly focus: string; readonly leadId: Id | null },
): Promise<Id> {
  return await transact(ctx, async (tx) => {
    await takeTurns(tx)
    await requireFreeName(tx, given.name, null)
    if ((await findDepartments(tx)).length >= mostDepartments)
      throw teamProblems.tooManyDepartments({ values: { limit: mostDepartments } })
    if (given.leadId) await requireColleagues(tx, [given.leadId])
    const { id } = await tx.db
      .insertInto('department')
      .values({
        // A name can be in any script; the key only has to be its own.
        key: sql<string>`'d-' || currval(pg_get_serial_sequence('department', 'id'))`,
        id: sql<string>`nextval(pg_get_serial_sequence('department', 'id'))`,
        name: given.name,
        focus: given.focus || null,
        lead_id: given.leadId,
        position: sql<number>`(select coalesce(max(position), 0) + 1 from department)`,
        created_at: tx.now,
        created_by: describeActor(tx.actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (given.leadId) await addPeople(tx, id, [given.leadId])
    await announce(tx, departmentChanged, { departmentId: id })
    await audit(tx, 'department.created', { kind: 'department', id }, { ...given })
    return id
  })
}

/** Renames, says what it is for, or gives it another lead. Throws as `createDepartment`, and `department_not_found`. */
export async function changeDepartment(
  ctx: Ctx,
  id: Id,
  change: { readonly name?: string; readonly focus?: string; readonly leadId?: Id | null },
): Promise<void> {
  await transact(ctx, async (tx) => {
    await takeTurns(tx)
    const before = await getDepartment(tx, id)
    if (change.name !== undefined) await requireFreeName(tx, change.name, id)
    if (change.leadId) {
      await requireColleagues(tx, [change.leadId])
      await addPeople(tx, id, [change.leadId])
    }
    await tx.db
      .updateTable('department')
      .set({
        name: change.name ?? before.name,
        focus: change.focus === undefined ? before.focus : change.focus || null,
        lead_id: change.leadId === undefined ? before.leadId : change.leadId,
      })
      .where('id', '=', id)
      .execute()
    await announce(tx, departmentChanged, { departmentId: id })
    await audit(tx, 'department.changed', { kind: 'department', id }, { before, change })
  })
}

/** Closes a department; its closed tasks keep it. Throws `department_busy` while tasks are open. */
export async function archiveDepartment(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    await takeTurns(tx)
    await getDepartment(tx, id)
    const { count } = await tx.db
      .selectFrom('task')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('department_id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (Number(count) > 0) throw teamProblems.departmentBusy({ values: { count: Number(count) } })
    await tx.db
      .updateTable('department')
      .set({ archived_at: tx.now, archived_by: describeActor(tx.actor) })
      .where('id', '=', id)
      .execute()
    await tx.db.deleteFrom('department_member').where('department_id', '=', id).execute()
    await announce(tx, departmentChanged, { departmentId: id })
    await audit(tx, 'department.archived', { kind: 'department', id })
  })
}

async function addPeople(ctx: Ctx, departmentId: Id, accountIds: readonly Id[]): Promise<void> {
  if (accountIds.length === 0) return
  await ctx.db
    .insertInto('department_member')
    .values(
      [...accountIds].sort().map((accountId) => ({
        department_id: departmentId,
        account_id: accountId,
        added_at: ctx.now,
        added_by: describeActor(ctx.actor),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Says who belongs to a department: exactly these. Throws `owner_unknown` for who is not on the team. */
export async function setDepartmentPeople(ctx: Ctx, id: Id, accountIds: readonly Id[]): Promise<void> {
  await transact(ctx, async (tx) => {
    await takeTurns(tx)
    const { leadId } = await getDepartment(tx, id)
    await requireColleagues(tx, accountIds)
    await tx.db
      .deleteFrom('department_member')
      .where('department_id', '=', id)
      .where('account_id', '<>', sql<string>`all(${[...accountIds]}::bigint[])`)
      .execute()
    await addPeople(tx, id, accountIds)
    if (leadId && !accountIds.includes(leadId))
      await tx.db.updateTable('department').set({ lead_id: null }).where('id', '=', id).execute()
    await announce(tx, departmentChanged, { departmentId: id })
    await audit(tx, 'department.people_set', { kind: 'department', id }, { people: accountIds })
  })
}

/** Takes somebody who left out of every department. */
export async function leaveDepartments(ctx: Ctx, accountId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const left = await tx.db
      .deleteFrom('department_member')
      .where('account_id', '=', accountId)
      .returning('department_id')
      .execute()
    await tx.db.updateTable('department').set({ lead_id: null }).where('lead_id', '=', accountId).execute()
    for (const { department_id } of left)
      await announce(tx, departmentChanged, { departmentId: department_id })
  })
}
