/** Requests of people about their own data: a copy, or the end of the account. Answered by operators (L-12, L-13). */
import { type Selectable, sql } from 'kysely'
import type { Permission } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { DataRequest } from '#base/db/tables.generated.ts'
import { announce } from '#base/facts/fact.ts'
import type { Place } from '#base/http/cursor.ts'
import { problems } from '#base/http/problem.ts'
import { audit } from '../audit/audit.ts'
import type { IdentityOptions } from '../engine/options.ts'
import { dataRequested } from '../facts.ts'
import { closeAccount } from '../operators/suspensions.ts'

export type DataRequestRow = Selectable<DataRequest>
export type DataRequestKind = 'export' | 'delete'

const workingDays = 15

/** The moment `days` days later, Monday to Friday: what counts where nobody knows holidays. */
export function afterWorkingDays(from: Date, days: number): Date {
  const due = new Date(from)
  for (let left = days; left > 0; ) {
    due.setUTCDate(due.getUTCDate() + 1)
    if (due.getUTCDay() !== 0 && due.getUTCDay() !== 6) left--
  }
  return due
}

/** Files a request, due in fifteen working days; one that is open already is returned unchanged. */
export async function requestData(
  ctx: Ctx,
  accountId: Id,
  kind: DataRequestKind,
  addWorkingDays: NonNullable<IdentityOptions['addWorkingDays']> = async (_, from, days) =>
    afterWorkingDays(from, days),
): Promise<DataRequestRow> {
  const dueAt = await addWorkingDays(ctx, ctx.now, workingDays)
  return await transact(ctx, async (inner) => {
    const made = await inner.db
      .insertInto('data_request')
      .values({
        account_id: accountId,
        kind,
        requested_at: inner.now,
        due_at: dueAt,
      })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'kind']).where('state', '=', 'open').doNothing(),
      )
      .returningAll()
      .executeTakeFirst()
    if (made) {
      await announce(
        inner,
        dataRequested,
        { accountId, requestId: made.id, kind },
        { object: { kind: 'data_request', id: made.id } },
      )
      return made
    }
    return await inner.db
      .selectFrom('data_request')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('kind', '=', kind)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow()
  })
}

export const findOwnRequests = (ctx: Ctx, accountId: Id): Promise<DataRequestRow[]> =>
  ctx.db
    .selectFrom('data_request')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()

/** Requests of everyone: open ones by when they are due, answered ones newest first. Keyset-paged. */
export async function findRequests(
  ctx: Ctx,
  {
    open,
    after,
    limit,
  }: { readonly open: boolean; readonly after: Place | undefined; readonly limit: number },
) {
  const at = open ? sql`d.due_at` : sql`d.closed_at`
  const order = open ? sql`asc` : sql`desc`
  const { rows } = await sql<
    DataRequestRow & { name: string; email: string; handler: string | null; place: string }
  >`
    select d.*, account.name, account.email, handler.name as handler, ${at}::text as place
      from data_request as d
      join account on account.id = d.account_id
      left join account as handler on handler.id = d.handled_by
     where ${open ? sql`d.state = 'open'` : sql`d.state <> 'open'`}
       ${
         after
           ? sql`and (${at}, d.id) ${open ? sql`>` : sql`<`} (${after.value}::timestamptz, ${after.id}::bigint)`
           : sql``
       }
     order by ${at} ${order}, d.id ${order} limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: last.place, id: last.id } : null }
}

/** How many wait, and how many of them for longer than they may. */
export async function countOpenRequests(ctx: Ctx): Promise<{ open: number; overdue: number }> {
  const { rows } = await sql<{ open: string; overdue: string }>`
    select count(*) as open, count(*) filter (where due_at < ${ctx.now}) as overdue
      from data_request where state = 'open'`.execute(ctx.db)
  return { open: Number(rows[0]?.open), overdue: Number(rows[0]?.overdue) }
}

/**
 * Answers a request: done, or refused with a reason. A request to delete that is done closes the account.
 * Throws `not_found` when it is not open, `beyond_own_powers` for the account of somebody with more powers.
 */
export async function answerRequest(
  ctx: Ctx,
  id: Id,
  given: { readonly state: 'done' | 'refused'; readonly answer: string },
  declared: readonly Permission[],
): Promise<void> {
  await transact(ctx, async (inner) => {
    const row = await inner.db
      .updateTable('data_request')
      .set({
        state: given.state,
        answer: given.answer,
        closed_at: inner.now,
        handled_by: inner.actor.kind === 'account' ? inner.actor.accountId : null,
      })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .returning(['kind', 'account_id'])
      .executeTakeFirst()
    if (!row) throw problems.notFound()
    if (row.kind === 'delete' && given.state === 'done')
      await closeAccount(inner, row.account_id, given.answer.slice(0, 500), declared)
    await audit(inner, 'data_request.answered', { kind: 'data_request', id }, { ...row, state: given.state })
  })
}
