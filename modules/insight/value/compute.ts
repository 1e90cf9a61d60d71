/**
 * Keeping what every buyer may be worth: fitted and worked out from the warehouse, range of ids by range, and only what
 * differs is written. Conditions see it in steps: a share in tens, an amount in one digit or two, and only when it
 * left its step by half a step more, so that most days most people have not changed; then a fact says so. Killed
 * anywhere, the next computation does the rest; an older one never overwrites a newer.
 */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announceMany } from '#base/facts/announce-many.ts'
import { announce } from '#base/facts/fact.ts'
import type { JobRun } from '#base/jobs/job.ts'
import type { Warehouse } from '#base/parts.ts'
import type { Day } from '#base/time/calendar.ts'
import { type Range, rangesOf } from '#modules/audience/api.ts'
import { valueChanged, valueComputed } from '../facts.ts'
import { type Fit, fitValue } from './fit.ts'
import { isFitted } from './model.ts'
import { historiesSql } from './purchases.sql.ts'
import { openValuation, type Worth } from './valuation.ts'

export interface Sizes {
  /** Members that the warehouse is asked for at once. */
  readonly asked: number
  /** Members of one transaction. */
  readonly written: number
}
const usual: Sizes = { asked: 250_000, written: 20_000 }

export interface Computed {
  readonly modelId: Id
  readonly outcome: Fit['outcome']
  readonly buyers: number
  readonly repeaters: number
}

/** Fits, keeps the fit, and where it says something also what it says of everybody. */
export async function computeValue(
  ctx: Ctx,
  query: Warehouse['query'],
  { asOf, discountPerYear }: { readonly asOf: Day; readonly discountPerYear: number },
  run: Pick<JobRun, 'signal' | 'progress'>,
  { asked, written }: Sizes = usual,
): Promise<Computed> {
  const fit = await fitValue(query, asOf, discountPerYear)
  run.signal.throwIfAborted()
  const { id } = await ctx.db
    .insertInto('value_model')
    .values({
      as_of: asOf,
      made_at: ctx.now,
      made_by: describeActor(ctx.actor),
      outcome: fit.outcome,
      buyers: fit.buyers,
      repeaters: fit.repeaters,
      definition: JSON.stringify(fit.definition),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const done: Computed = { modelId: id, outcome: fit.outcome, buyers: fit.buyers, repeaters: fit.repeaters }
  if (fit.outcome === 'fitted' && isFitted(fit.definition)) {
    const worthOf = openValuation(fit.definition)
    let at = 0
    for await (const wide of rangesOf(ctx, asked)) {
      const buyers = await findBuyers(query, asOf, wide)
      const valued = buyers.map((buyer) => ({ ...buyer, ...worthOf(buyer) }))
      let from = 0
      for await (const range of rangesOf(ctx, written, wide)) {
        run.signal.throwIfAborted()
        let to = from
        while (to < valued.length && Number(valued[to]!.memberId) <= Number(range[1])) to++
        await keep(ctx, id, range, valued.slice(from, to))
        from = to
        at += written
        await run.progress(at)
      }
    }
    await markDeciles(ctx, written, run)
  }
  await announce(ctx, valueComputed, { outcome: fit.outcome, asOf })
  return done
}

interface Buyer {
  readonly memberId: Id
  readonly x: number
  readonly tx: number
  readonly t: number
  readonly spent: number
}

async function findBuyers(query: Warehouse['query'], asOf: Day, range: Range): Promise<Buyer[]> {
  const { sql: text, params } = historiesSql(asOf, { range })
  const rows = await query<{ m: Id; x: string; tx: string; t: string; spent: string }>(text, params, {
    maxSeconds: 120,
    maxRows: 1_000_000,
  })
  return rows
    .map(({ m, x, tx, t, spent }) => ({
      memberId: m,
      x: Number(x),
      tx: Number(tx),
      t: Number(t),
      spent: Number(spent),
    }))
    .sort((one, other) => Number(one.memberId) - Number(other.memberId))
}

/** A share in tens of percent. */
const inTens = (share: number) => Math.round(share * 10) * 10
/** An amount in one digit, two below a hundred of its largest: 12 300 is 12 000. */
export function inDigits(amount: number): number {
  if (amount < 100) return 0
  const unit = 10 ** (Math.floor(Math.log10(amount)) - 1)
  return Math.round(amount / unit) * unit
}

/** Writes one range, and tells of those whose value moved enough to matter. */
async function keep(
  ctx: Ctx,
  modelId: Id,
  [low, high]: Range,
  valued: readonly (Buyer & Worth)[],
): Promise<void> {
  const column = <T>(of: (each: Buyer & Worth) => T) => valued.map(of)
  const revenue = (each: Worth) => Math.round(each.revenue)
  await transact(ctx, async (tx) => {
    const { rows } = await sql<{ id: Id; alive: number | null }>`
      with now as (
        select given.* from unnest(${column((each) => each.memberId)}::bigint[], ${column((each) => each.x)}::integer[],
            ${column((each) => each.tx)}::integer[], ${column((each) => each.t)}::integer[],
            ${column((each) => each.spent)}::bigint[], ${column((each) => each.alive)}::double precision[],
            ${column((each) => each.purchases)}::double precision[], ${column(revenue)}::bigint[],
            ${column((each) => Math.round((each.revenue / Math.max(each.alive, 1e-9)) * (1 - each.alive)))}::bigint[],
            ${column((each) => inTens(each.alive))}::smallint[], ${column((each) => inDigits(each.revenue))}::bigint[])
          as given (member_id, x, tx, t, spent, alive, purchases, revenue, at_stake, seen_alive, seen_revenue)
          join member on member.id = given.member_id),
      before as (
        select member_id, seen_alive, seen_revenue from value_standing
         where member_id between ${low}::bigint and ${high}::bigint and model_id <= ${modelId}::bigint),
      gone as (
        delete from value_standing where member_id in (
          select member_id from before where not exists (select from now where now.member_id = before.member_id))
        returning member_id),
      kept as (
        insert into value_standing as old (member_id, model_id, x, tx, age, spent, alive, purchases, revenue, at_stake,
          decile, seen_alive, seen_revenue)
        select member_id, ${modelId}::bigint, x, tx, t, spent, alive, purchases, revenue, at_stake, 10, seen_alive,
          seen_revenue from now
        on conflict (member_id) do update set model_id = excluded.model_id, x = excluded.x, tx = excluded.tx,
          age = excluded.age, spent = excluded.spent, alive = excluded.alive, purchases = excluded.purchases,
          revenue = excluded.revenue, at_stake = excluded.at_stake,
          seen_alive = case when abs(excluded.alive * 100 - old.seen_alive) > 7.5 then excluded.seen_alive
            else old.seen_alive end,
          seen_revenue = case when abs(excluded.revenue - old.seen_revenue) > 0.15 * greatest(excluded.revenue, old.seen_revenue, 1000)
            then excluded.seen_revenue else old.seen_revenue end
        where old.model_id <= excluded.model_id
        returning member_id, seen_alive, seen_revenue)
      select kept.member_id as id, kept.seen_alive::int as alive from kept left join before on before.member_id = kept.member_id
       where (before.seen_alive, before.seen_revenue) is distinct from (kept.seen_alive, kept.seen_revenue)
      union all select member_id, null from gone
      order by 1`.execute(tx.db)
    for (const [alive, people] of Map.groupBy(rows, (row) => row.alive))
      await announceMany(
        tx,
        valueChanged,
        { alive },
        people.map(({ id }) => id),
      )
  })
}

/** Tenths of all buyers by what they may spend; who is worth the same stands in the same. */
async function markDeciles(ctx: Ctx, size: number, run: Pick<JobRun, 'signal'>): Promise<void> {
  const { bounds } = await ctx.db
    .selectFrom('value_standing')
    .select(
      sql<
        number[] | null
      >`percentile_disc(array[.1,.2,.3,.4,.5,.6,.7,.8,.9]) within group (order by revenue)::float8[]`.as(
        'bounds',
      ),
    )
    .executeTakeFirstOrThrow()
  if (!bounds) return
  for await (const [low, high] of rangesOf(ctx, size)) {
    run.signal.throwIfAborted()
    await sql`
      update value_standing set decile = mark.decile
        from (select member_id, 10 - width_bucket(revenue::float8, ${bounds}::float8[]) as decile from value_standing
               where member_id between ${low}::bigint and ${high}::bigint) as mark
       where mark.member_id = value_standing.member_id and value_standing.decile <> mark.decile`.execute(
      ctx.db,
    )
  }
}
