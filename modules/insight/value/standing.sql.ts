/** Where single buyers stand by the newest computation: tenths, and who is worth keeping and about to go. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { listedAtOnce } from '#modules/audience/api.ts'

/** A tenth of the buyers, or those whom it would be a pity to lose: less likely there than not, much at stake. */
export type Standing = { readonly decile: number } | { readonly going: true }

export interface Buyer {
  readonly memberId: Id
  readonly x: number
  readonly tx: number
  readonly t: number
  readonly spent: number
  readonly alive: number
  readonly purchases: number
  readonly revenue: number
  readonly atStake: number
}

/** Much at stake is what a tenth of all buyers have, at least. */
const muchAtStake = sql`(select greatest(1, percentile_disc(.9) within group (order by at_stake)) from value_standing)`

const among = (which: Standing): RawBuilder<unknown> =>
  'going' in which ? sql`alive < 0.5 and at_stake >= ${muchAtStake}` : sql`decile = ${which.decile}`
const orderOf = (which: Standing) => ('going' in which ? sql.ref('at_stake') : sql.ref('revenue'))

/** The most at stake first, or worth most first; after the last of a page. */
export async function findStanding(
  ctx: Ctx,
  which: Standing,
  {
    after,
    limit,
  }: { readonly after?: { readonly value: string; readonly id: Id } | undefined; readonly limit: number },
): Promise<Buyer[]> {
  const by = orderOf(which)
  const { rows } = await sql<Buyer>`
    select member_id as "memberId", x, tx, age as t, spent::float8 as spent, alive, purchases, revenue::float8 as revenue,
           at_stake::float8 as "atStake"
      from value_standing
     where ${among(which)} ${after ? sql`and (${by} < ${after.value}::bigint or (${by} = ${after.value}::bigint and member_id > ${after.id}::bigint))` : sql``}
     order by ${by} desc, member_id limit ${limit}`.execute(ctx.db)
  return rows
}

/** Everybody of them, so many at a time, ascending; in a transaction, in which nothing is computed anew meanwhile. */
export async function* pagesOfStanding(tx: Ctx, which: Standing): AsyncGenerator<Id[]> {
  await sql`lock table value_standing in share mode`.execute(tx.db)
  for (let after: Id | undefined = '0'; after !== undefined; ) {
    const { rows }: { rows: { id: Id }[] } = await sql<{ id: Id }>`
      select member_id as id from value_standing where ${among(which)} and member_id > ${after}::bigint
       order by member_id limit ${listedAtOnce}`.execute(tx.db)
    yield rows.map(({ id }) => id)
    after = rows.length === listedAtOnce ? rows.at(-1)!.id : undefined
  }
}

export interface Counted {
  readonly members: number
  readonly revenue: number
  readonly atStake: number
}

export async function countStanding(ctx: Ctx, which: Standing): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select count(*)::int as members, coalesce(sum(revenue), 0)::float8 as revenue,
           coalesce(sum(at_stake), 0)::float8 as "atStake"
      from value_standing where ${among(which)}`.execute(ctx.db)
  return rows[0]!
}

/** Tenths, best first; one without buyers is left out. */
export async function findDeciles(
  ctx: Ctx,
): Promise<(Counted & { readonly decile: number; readonly least: number })[]> {
  const { rows } = await sql<Counted & { readonly decile: number; readonly least: number }>`
    select decile::int, count(*)::int as members, sum(revenue)::float8 as revenue, sum(at_stake)::float8 as "atStake",
           min(revenue)::float8 as least
      from value_standing group by decile order by decile`.execute(ctx.db)
  return rows
}
