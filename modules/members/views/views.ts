/** Saved views: a list as one operator likes to see it. Everybody's own. */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { memberProblems } from '../problems.ts'

export interface SavedView {
  readonly id: Id
  readonly list: string
  readonly name: string
  /** What the list's address carries: filters, sort, columns. */
  readonly query: Readonly<Record<string, string>>
}

export const mostViews = 50

export const findViews = async (ctx: Ctx, accountId: Id, list: string): Promise<SavedView[]> =>
  (
    await ctx.db
      .selectFrom('saved_view')
      .select(['id', 'list', 'name', 'query'])
      .where('account_id', '=', accountId)
      .where('list', '=', list)
      .orderBy('id')
      .execute()
  ).map((row) => ({ ...row, query: row.query as Record<string, string> }))

/** Keeps a view. Throws when the name is taken, or there are too many. */
export async function saveView(ctx: Ctx, accountId: Id, view: Omit<SavedView, 'id'>): Promise<SavedView> {
  return await transact(ctx, async (tx) => {
    // The account's row is the lock that makes counting and adding one step.
    await tx.db.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
    if ((await findViews(tx, accountId, view.list)).length >= mostViews)
      throw memberProblems.tooManyViews({ values: { limit: mostViews } })
    const made = await tx.db
      .insertInto('saved_view')
      .values({
        account_id: accountId,
        list: view.list,
        name: view.name,
        query: JSON.stringify(view.query),
        created_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['account_id', 'list', 'name']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw memberProblems.viewNameTaken({ values: { name: view.name } })
    return { ...view, id: made.id }
  })
}

/** Removes one's own view. Throws `view_not_found`, also for somebody else's. */
export async function removeView(ctx: Ctx, accountId: Id, id: Id): Promise<void> {
  const gone = await ctx.db
    .deleteFrom('saved_view')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw memberProblems.viewNotFound()
}
