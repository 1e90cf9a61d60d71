/**
 * Keeping where everybody stands: computed in the warehouse, range of ids by range, and only what
 * differs is written, with a fact for everyone who moved. A range is one transaction; killed anywhere, the next
 * computation finds the rest to do.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announceMany } from '#base/facts/announce-many.ts'
import { announce } from '#base/facts/fact.ts'
import type { JobRun } from '#base/jobs/job.ts'
import { type Range, rangesOf } from '../ranges.ts'
import type { Kind, Tier } from './model.ts'
import { outside } from './model.ts'
import { findPicture, findStandings, type Placed } from './reading.ts'
import { rfmChanged, rfmComputed } from './rfm.facts.ts'
import type { Day, WarehouseQuery } from './rfm.sql.ts'
import { keepInForce, type RfmVersion } from './versions.ts'

/** Members of one step. */
const step = 20_000

export interface Computed {
  readonly asOf: Day
  readonly members: number
  readonly moved: number
}

/** Where everybody stands as of a day (never an earlier one than was computed already). */
export async function computeRfm(
  ctx: Ctx,
  query: WarehouseQuery,
  kind: Kind,
  wanted: Day,
  run: Pick<JobRun, 'signal' | 'progress'>,
  size = step,
): Promise<Computed> {
  const version = await keepInForce(ctx, kind)
  const asOf = await latest(ctx, kind, wanted)
  const { cutOffs, cells } = await findPicture(query, version.definition, asOf)
  const { count } = await ctx.db
    .selectFrom('member')
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  let done = 0
  for await (const range of rangesOf(ctx, size)) {
    run.signal.throwIfAborted()
    const placed = await findStandings(query, version.definition, asOf, cutOffs, range)
    await keep(ctx, kind, version, asOf, range, placed)
    done += size
    await run.progress(Math.min(done, Number(count)), Number(count))
  }
  return await transact(ctx, async (tx) => {
    const counts: Partial<Record<Tier, number>> = {}
    for (const cell of cells) counts[cell.tier] = (counts[cell.tier] ?? 0) + cell.members
    const { moved } = await tx.db
      .selectFrom('rfm_change')
      .select(sql<number>`count(*)::int`.as('moved'))
      .where('kind', '=', kind)
      .where('as_of', '=', sql<Date>`${asOf}::date`)
      .executeTakeFirstOrThrow()
    const values = {
      version_id: version.id,
      cut_offs: JSON.stringify(cutOffs),
      counts: JSON.stringify(counts),
      moved,
      computed_at: ctx.now,
    }
    await tx.db
      .insertInto('rfm_run')
      .values({ kind, as_of: asOf, ...values })
      .onConflict((conflict) => conflict.columns(['kind', 'as_of']).doUpdateSet(values))
      .execute()
    await announce(tx, rfmComputed, { kind, asOf, members: cutOffs.members, moved })
    return { asOf, members: cutOffs.members, moved }
  })
}

async function latest(ctx: Ctx, kind: Kind, wanted: Day): Promise<Day> {
  const { day } = await ctx.db
    .selectFrom('rfm_run')
    .select(sql<Day>`greatest(max(as_of), ${wanted}::date)::text`.as('day'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return day
}

async function keep(
  ctx: Ctx,
  kind: Kind,
  version: RfmVersion & { readonly id: Id },
  asOf: Day,
  [low, high]: Range,
  placed: readonly Placed[],
): Promise<void> {
  await transact(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`rfm:${kind}`}, 0))`.execute(tx.db)
    const { rows: moved } = await sql<{ id: Id; from: Tier | null; to: Tier | null }>`
      with now as (
        select given.member_id, tier, r, f, m, ${asOf}::date - recency as last_on, frequency, amount from unnest(${placed.map((each) => each.memberId)}::bigint[],
            ${placed.map((each) => each.tier)}::text[], ${placed.map((each) => each.r)}::smallint[],
            ${placed.map((each) => each.f)}::smallint[], ${placed.map((each) => each.m)}::smallint[],
            ${placed.map((each) => each.recency)}::integer[],
            ${placed.map((each) => each.frequency)}::bigint[], ${placed.map((each) => each.amount)}::bigint[])
          as given (member_id, tier, r, f, m, recency, frequency, amount)
          join member on member.id = given.member_id),
      before as (
        select member_id, tier from rfm_standing
         where kind = ${kind} and member_id between ${low}::bigint and ${high}::bigint),
      gone as (
        delete from rfm_standing where kind = ${kind} and member_id between ${low}::bigint and ${high}::bigint
           and not exists (select from now where now.member_id = rfm_standing.member_id)),
      kept as (
        insert into rfm_standing as old (kind, member_id, tier, r, f, m, last_on, frequency, amount, since, version_id)
        select ${kind}, member_id, tier, r, f, m, last_on, frequency, amount, ${asOf}::date, ${version.id}::bigint from now
        on conflict (kind, member_id) do update set
          tier = excluded.tier, r = excluded.r, f = excluded.f, m = excluded.m, last_on = excluded.last_on,
          frequency = excluded.frequency, amount = excluded.amount, version_id = excluded.version_id,
          since = case when old.tier = excluded.tier then old.since else excluded.since end
        where (old.tier, old.r, old.f, old.m, old.last_on, old.frequency, old.amount, old.version_id)
           is distinct from (excluded.tier, excluded.r, excluded.f, excluded.m, excluded.last_on,
                             excluded.frequency, excluded.amount, excluded.version_id)),
      moved as (
        select coalesce(now.member_id, before.member_id) as member_id, before.tier as from_tier, now.tier as to_tier
          from now full join before on before.member_id = now.member_id
         where now.tier is distinct from before.tier)
      insert into rfm_change (kind, member_id, as_of, from_tier, to_tier, version_id)
      select ${kind}, member_id, ${asOf}::date, from_tier, to_tier, ${version.id}::bigint from moved order by member_id
      returning member_id as id, from_tier as "from", to_tier as "to"`.execute(tx.db)
    const moves = Map.groupBy(moved, ({ from, to }) => `${from ?? outside} ${to ?? outside}`)
    for (const people of moves.values()) {
      const { from, to } = people[0]!
      const payload = { kind, from: from ?? outside, to: to ?? outside } as const
      await announceMany(
        tx,
        rfmChanged,
        payload,
        people.map(({ id }) => id),
      )
    }
  })
}
