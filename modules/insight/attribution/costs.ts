/** What was spent on channels: entered by hand or pasted, spread evenly over its days. Money in minor units. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { daysBetween } from '#base/time/calendar.ts'
import { audit } from '#modules/identity/api.ts'
import { insightProblems } from '../problems.ts'
import type { Days } from '../shapes.ts'

export type Purpose = 'winning' | 'keeping'

export interface NewCost {
  readonly channel: string
  readonly firstDay: string
  readonly lastDay: string
  readonly amount: number
  readonly purpose: Purpose
  readonly note: string
}

export interface Cost extends NewCost {
  readonly id: Id
  readonly enteredAt: Date
  readonly enteredBy: string
}

const costs = (ctx: Ctx) =>
  ctx.db
    .selectFrom('channel_cost')
    .select(({ cast }) => [
      'id',
      'channel',
      cast<string>('first_day', 'text').as('firstDay'),
      cast<string>('last_day', 'text').as('lastDay'),
      cast<number>('amount', 'float8').as('amount'),
      'purpose',
      'note',
      'entered_at as enteredAt',
      'entered_by as enteredBy',
    ])

const asCost = (row: Omit<Cost, 'purpose'> & { purpose: string }): Cost => ({
  ...row,
  purpose: row.purpose === 'keeping' ? 'keeping' : 'winning',
})

/** The latest entered first, below the id `before`; one more than `limit`. */
export async function findCosts(
  ctx: Ctx,
  { before, limit }: { readonly before: Id | undefined; readonly limit: number },
): Promise<Cost[]> {
  let found = costs(ctx)
  if (before) found = found.where('id', '<', before)
  const rows = await found
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(asCost)
}

/** Enters all of them or none. */
export async function enterCosts(ctx: Ctx, entered: readonly NewCost[]): Promise<Cost[]> {
  return await transact(ctx, async (tx) => {
    const rows = await tx.db
      .insertInto('channel_cost')
      .values(
        entered.map(({ channel, firstDay, lastDay, amount, purpose, note }) => ({
          channel,
          first_day: firstDay,
          last_day: lastDay,
          amount: String(amount),
          purpose,
          note,
          entered_at: tx.now,
          entered_by: describeActor(tx.actor),
        })),
      )
      .returning('id')
      .execute()
    const ids = rows.map(({ id }) => id)
    await audit(tx, 'channel_cost.entered', undefined, { ids, costs: entered })
    const found = await costs(tx).where('id', 'in', ids).orderBy('id').execute()
    return found.map(asCost)
  })
}

/** Throws `cost_not_found`. */
export async function removeCost(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const found = await costs(tx).where('id', '=', id).executeTakeFirst()
    if (!found) throw insightProblems.costNotFound()
    await tx.db.deleteFrom('channel_cost').where('id', '=', id).execute()
    const { id: _, ...was } = found
    await audit(tx, 'channel_cost.removed', { kind: 'channel_cost', id }, was)
  })
}

export interface Spent {
  readonly channel: string
  readonly purpose: Purpose
  /** The part that falls on the days asked for. */
  readonly amount: number
}

/** What was spent on some days, by channel and purpose. */
export async function spentOn(ctx: Ctx, { from, to }: Days): Promise<Spent[]> {
  const rows = await costs(ctx)
    .where('last_day', '>=', sql<Date>`${from}::date`)
    .where('first_day', '<=', sql<Date>`${to}::date`)
    .execute()
  const sums = new Map<string, Spent>()
  for (const row of rows.map(asCost)) {
    const first = row.firstDay > from ? row.firstDay : from
    const last = row.lastDay < to ? row.lastDay : to
    const share = (daysBetween(first, last) + 1) / (daysBetween(row.firstDay, row.lastDay) + 1)
    const key = `${row.purpose} ${row.channel}`
    sums.set(key, {
      channel: row.channel,
      purpose: row.purpose,
      amount: (sums.get(key)?.amount ?? 0) + row.amount * share,
    })
  }
  return [...sums.values()]
}
