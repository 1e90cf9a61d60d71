/**
 * Keeping where everybody stands: computed in the warehouse, range of ids by range, and only what
 * differs is written, with a fact for everyone who moved. The warehouse reads all events for each range that it
 * is asked for, so it is asked for large ones; they are written in smaller ones, a transaction each. Killed
 * anywhere, the next computation finds the rest to do. Whoever begins later takes over: an earlier computation
 * that still runs stops before it writes again.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announceMany } from '#base/facts/announce-many.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import type { JobRun } from '#base/jobs/job.ts'
import { type Range, rangesOf } from '../ranges.ts'
import type { Kind, Tier } from './model.ts'
import { outside } from './model.ts'
import { findPicture, findStandings, type Picture, type Placed } from './reading.ts'
import { rfmChanged, rfmComputed } from './rfm.facts.ts'
import type { Day, WarehouseQuery } from './rfm.sql.ts'
import { keepInForce, type RfmVersion } from './versions.ts'

export interface Sizes {
  /** Members that the warehouse is asked for at once. */
  readonly asked: number
  /** Members of one transaction. */
  readonly written: number
}
const usual: Sizes = { asked: 250_000, written: 20_000 }

export interface Computed {
  readonly asOf: Day
  readonly members: number
  readonly moved: number
}

/**
 * Where everybody stands as of a day (never an earlier one than was computed already). Undefined when somebody
 * else took over.
 */
export async function computeRfm(
  ctx: Ctx,
  query: WarehouseQuery,
  kind: Kind,
  wanted: Day,
  run: Pick<JobRun, 'signal' | 'progress'>,
  { asked, written }: Sizes = usual,
): Promise<Computed | undefined> {
  const writer = randomUUID()
  await ctx.db.updateTable('rfm_writer').set({ run: writer }).where('kind', '=', kind).execute()
  const version = await keepInForce(ctx, kind)
  const asOf = await latest(ctx, kind, wanted)
  const picture = await findPicture(query, version.definition, asOf)
  if (picture.cutOffs.members === 0) await refuseToEmpty(ctx, kind, version.id)
  const { count } = await ctx.db
    .selectFrom('member')
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  let done = 0
  for await (const wide of rangesOf(ctx, asked)) {
    run.signal.throwIfAborted()
    const placed = await findStandings(query, version.definition, asOf, picture.cutOffs, wide)
    let from = 0
    for await (const range of rangesOf(ctx, written, wide)) {
      run.signal.throwIfAborted()
      let to = from
      while (to < placed.length && Number(placed[to]!.memberId) <= Number(range[1])) to++
      const kept = await keep(ctx, { kind, writer, version, asOf, range, placed: placed.slice(from, to) })
      if (!kept) return undefined
      from = to
      done += written
      await run.progress(Math.min(done, Number(count)), Number(count))
    }
  }
  return await conclude(ctx, { kind, writer, version, asOf }, picture)
}

/**
 * A warehouse that knows nobody while many stood somewhere by the same model has lost what they did; taking everybody's
 * tier away waits until a person has looked. Another model may well concern nobody. Throws `warehouse_unavailable`.
 */
async function refuseToEmpty(ctx: Ctx, kind: Kind, versionId: Id): Promise<void> {
  const standing = await ctx.db
    .selectFrom('rfm_standing')
    .select('member_id')
    .where('kind', '=', kind)
    .where('version_id', '=', versionId)
    .limit(1)
    .executeTakeFirst()
  if (standing) throw problems.warehouseUnavailable({ retryAfter: 600 })
}

/** Whether this computation still is the one that writes; the others wait until its transaction ends. */
async function mayWrite(ctx: Ctx, kind: Kind, writer: string): Promise<boolean> {
  const held = await ctx.db
    .selectFrom('rfm_writer')
    .select('kind')
    .where('kind', '=', kind)
    .where('run', '=', writer)
    .forUpdate()
    .executeTakeFirst()
  return held !== undefined
}

interface Writing {
  readonly kind: Kind
  readonly writer: string
  readonly version: RfmVersion & { readonly id: Id }
  readonly asOf: Day
}

async function conclude(
  ctx: Ctx,
  { kind, writer, version, asOf }: Writing,
  { cutOffs, cells }: Picture,
): Promise<Computed | undefined> {
  return await transact(ctx, async (tx) => {
    if (!(await mayWrite(tx, kind, writer))) return undefined
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
    await tx.db.updateTable('rfm_writer').set({ run: null }).where('kind', '=', kind).execute()
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

/** Writes one range; false when somebody else took over. */
async function keep(
  ctx: Ctx,
  {
    kind,
    writer,
    version,
    asOf,
    range: [low, high],
    placed,
  }: Writing & { readonly range: Range; readonly placed: readonly Placed[] },
): Promise<boolean> {
  return await transact(ctx, async (tx) => {
    if (!(await mayWrite(tx, kind, writer))) return false
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
    return true
  })
}
