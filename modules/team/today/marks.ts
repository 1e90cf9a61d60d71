/** What operators do with items of Today: put off, dismiss until it changes, take. The items are nowhere stored. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Hidden } from './queue.ts'

/** An item by where it comes from. */
export interface ItemRef {
  readonly source: string
  readonly key: string
}

const nameOf = ({ source, key }: ItemRef): string => `${source} ${key}`

/** What this operator does not want to see now; read at once, so that sources need not know. */
export async function findHidden(ctx: Ctx, accountId: Id): Promise<Hidden> {
  const rows = await ctx.db
    .selectFrom('work_mark')
    .select(['source', 'key', 'until', 'seen_as'])
    .where('account_id', '=', accountId)
    .where((where) => where.or([where('until', '>', ctx.now), where('seen_as', 'is not', null)]))
    .orderBy('made_at', 'desc')
    .limit(2_000)
    .execute()
  const marks = new Map(rows.map((row) => [nameOf(row), row]))
  return (source, key, looks) => {
    const mark = marks.get(nameOf({ source, key }))
    return mark !== undefined && (mark.until !== null || mark.seen_as === looks)
  }
}

export interface Taker {
  readonly id: Id
  readonly name: string
  readonly at: Date
}

/** Who took which of these items, by `takerKey`. */
export async function findTakers(ctx: Ctx, items: readonly ItemRef[]): Promise<ReadonlyMap<string, Taker>> {
  if (items.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('work_taken as t')
    .innerJoin('account as a', 'a.id', 't.account_id')
    .select(['t.source', 't.key', 't.taken_at as at', 'a.id', 'a.name'])
    .where(
      sql<boolean>`(t.source, t.key) in (select * from unnest(${items.map((item) => item.source)}::text[],
        ${items.map((item) => item.key)}::text[]))`,
    )
    .execute()
  return new Map(rows.map((row) => [nameOf(row), row]))
}
export const takerKey = nameOf

/** Puts items off until a moment. */
export const snooze = (ctx: Ctx, accountId: Id, items: readonly ItemRef[], until: Date): Promise<void> =>
  mark(
    ctx,
    accountId,
    items.map((item) => ({ ...item, until, seen_as: null })),
  )

/** Takes items out of sight until they look different. */
export const dismiss = (
  ctx: Ctx,
  accountId: Id,
  items: readonly (ItemRef & { readonly looks: string })[],
): Promise<void> =>
  mark(
    ctx,
    accountId,
    items.map(({ source, key, looks }) => ({ source, key, until: null, seen_as: looks })),
  )

async function mark(
  ctx: Ctx,
  accountId: Id,
  rows: readonly (ItemRef & { readonly until: Date | null; readonly seen_as: string | null })[],
): Promise<void> {
  if (rows.length === 0) return
  await ctx.db
    .insertInto('work_mark')
    .values(rows.map((row) => ({ ...row, account_id: accountId, made_at: ctx.now })))
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'source', 'key']).doUpdateSet((row) => ({
        until: row.ref('excluded.until'),
        seen_as: row.ref('excluded.seen_as'),
        made_at: row.ref('excluded.made_at'),
      })),
    )
    .execute()
}

/** Shows items again. */
export async function restore(ctx: Ctx, accountId: Id, items: readonly ItemRef[]): Promise<void> {
  await ctx.db
    .deleteFrom('work_mark')
    .where('account_id', '=', accountId)
    .where(sql<boolean>`(source, key) in ${pairs(items)}`)
    .execute()
}

/** Takes items that nobody has; what somebody else took stays with them. Returns how many are one's own now. */
export async function take(ctx: Ctx, accountId: Id, items: readonly ItemRef[]): Promise<number> {
  if (items.length === 0) return 0
  return await transact(ctx, async (tx) => {
    const sorted = items.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    await tx.db
      .insertInto('work_taken')
      .values(sorted.map(({ source, key }) => ({ source, key, account_id: accountId, taken_at: tx.now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { count } = await tx.db
      .selectFrom('work_taken')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('account_id', '=', accountId)
      .where(sql<boolean>`(source, key) in ${pairs(items)}`)
      .executeTakeFirstOrThrow()
    return Number(count)
  })
}

/** Gives back what one took. */
export async function release(ctx: Ctx, accountId: Id, items: readonly ItemRef[]): Promise<void> {
  await ctx.db
    .deleteFrom('work_taken')
    .where('account_id', '=', accountId)
    .where(sql<boolean>`(source, key) in ${pairs(items)}`)
    .execute()
}

const pairs = (items: readonly ItemRef[]) =>
  sql`(select * from unnest(${items.map((item) => item.source)}::text[], ${items.map((item) => item.key)}::text[]))`

const keptDays = 90

/** Forgets marks of things that are long gone. */
export async function sweepMarks(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000)
  const marks = await ctx.db.deleteFrom('work_mark').where('made_at', '<', before).executeTakeFirst()
  const taken = await ctx.db.deleteFrom('work_taken').where('taken_at', '<', before).executeTakeFirst()
  return Number(marks.numDeletedRows + taken.numDeletedRows)
}
