/** 获粉计划: how many fans a channel is to win in a month, for how much, by what and by whom. Money in minor units. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { addToDay, type Day } from '#base/time/calendar.ts'
import { audit } from '#modules/identity/api.ts'
import { findColleagues, requireColleagues } from '#modules/team/api.ts'
import { mostChannels } from '../attribution/channels.ts'
import { channelPlanned } from '../facts.ts'
import { insightProblems } from '../problems.ts'

export interface PlanEntry {
  readonly channel: string
  readonly fans: number
  readonly budget: number
  readonly measures: string
  readonly ownerId: Id | null
}

export interface PlanLine extends PlanEntry {
  readonly id: Id
  readonly month: Day
  readonly ownerName: string | null
}

const plans = (ctx: Ctx) =>
  ctx.db
    .selectFrom('channel_plan as p')
    .leftJoin('account as a', 'a.id', 'p.owner_id')
    .select(({ cast }) => [
      'p.id',
      'p.channel',
      cast<string>('p.month', 'text').as('month'),
      'p.fans',
      cast<number>('p.budget', 'float8').as('budget'),
      'p.measures',
      'p.owner_id as ownerId',
      'a.name as ownerName',
    ])

/** The plan of a month (`month`: its first day), the largest first; every channel once. */
export const findPlan = (ctx: Ctx, month: Day): Promise<PlanLine[]> =>
  plans(ctx)
    .where('p.month', '=', sql<Date>`${month}::date`)
    .orderBy('p.fans', 'desc')
    .orderBy('p.id')
    .limit(mostChannels)
    .execute()

async function write(tx: Ctx, month: Day, entries: readonly PlanEntry[], replace: boolean): Promise<number> {
  // In one order, so that two who plan the same channels at once wait for each other and not in a ring.
  const inOrder = entries.toSorted((one, other) => (one.channel < other.channel ? -1 : 1))
  const rows = tx.db.insertInto('channel_plan').values(
    inOrder.map(({ channel, fans, budget, measures, ownerId }) => ({
      channel,
      month: sql<Date>`${month}::date`,
      fans,
      budget: String(budget),
      measures,
      owner_id: ownerId,
      planned_at: tx.now,
      planned_by: describeActor(tx.actor),
    })),
  )
  const written = await rows
    .onConflict((conflict) => {
      const same = conflict.columns(['month', 'channel'])
      return replace
        ? same.doUpdateSet(({ ref }) => ({
            fans: ref('excluded.fans'),
            budget: ref('excluded.budget'),
            measures: ref('excluded.measures'),
            owner_id: ref('excluded.owner_id'),
            planned_at: ref('excluded.planned_at'),
            planned_by: ref('excluded.planned_by'),
          }))
        : same.doNothing()
    })
    .returning('id')
    .execute()
  const { count } = await tx.db
    .selectFrom('channel_plan')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('month', '=', sql<Date>`${month}::date`)
    .executeTakeFirstOrThrow()
  if (count > mostChannels) throw insightProblems.tooManyChannels({ values: { most: mostChannels } })
  return written.length
}

/** Plans some channels for a month: what was planned for them before is replaced. Throws `owner_unknown`, `too_many_channels`. */
export async function planMonth(ctx: Ctx, month: Day, entries: readonly PlanEntry[]): Promise<void> {
  await transact(ctx, async (tx) => {
    await requireColleagues(
      tx,
      entries.flatMap(({ ownerId }) => ownerId ?? []),
    )
    await write(tx, month, entries, true)
    await announce(tx, channelPlanned, { how: 'planned', month })
    await audit(tx, 'channel_plan.planned', undefined, { month, entries })
  })
}

/**
 * Plans a month as the month before it; what is planned for it already stays, and who left the team answers for
 * nothing. Throws `nothing_to_copy`.
 */
export async function copyPlan(ctx: Ctx, month: Day): Promise<number> {
  return await transact(ctx, async (tx) => {
    const before = addToDay(month, -1, 'month')
    const entries = await findPlan(tx, before)
    if (entries.length === 0) throw insightProblems.nothingToCopy({ values: { month: before.slice(0, 7) } })
    const there = new Set((await findColleagues(tx)).map(({ id }) => id))
    const copied = await write(
      tx,
      month,
      entries.map((entry) => ({
        ...entry,
        ownerId: entry.ownerId && there.has(entry.ownerId) ? entry.ownerId : null,
      })),
      false,
    )
    await announce(tx, channelPlanned, { how: 'copied', month })
    await audit(tx, 'channel_plan.copied', undefined, { month, from: before, copied })
    return copied
  })
}

/** Throws `plan_not_found`. */
export async function removePlan(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const was = await plans(tx).where('p.id', '=', id).executeTakeFirst()
    if (!was) throw insightProblems.planNotFound()
    await tx.db.deleteFrom('channel_plan').where('id', '=', id).execute()
    await announce(tx, channelPlanned, { how: 'removed', month: was.month })
    await audit(tx, 'channel_plan.removed', { kind: 'channel_plan', id }, was)
  })
}
