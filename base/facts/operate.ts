/** What operators do to consumers and dead letters, and how they see them. */
import { sql } from 'kysely'
import { describeActor } from '../access/actor.ts'
import { afterCommit, type Ctx } from '../context.ts'
import type { Database, Tx } from '../db/database.ts'
import { wakeFollowers } from './wake.ts'

/** Rows are counted up to here; beyond it "more" is enough to know. */
export const lagCountLimit = 100_000

export interface ConsumerState {
  readonly name: string
  readonly tx: string
  readonly seq: string
  /** Rows of the log for it that it has not passed, at most `lagCountLimit`. */
  readonly lagRows: number
  /** Age of the oldest of those rows; 0 when there is none. */
  readonly lagSeconds: number
  readonly failures: number
  readonly lastError: string | null
  readonly lastErrorAt: Date | null
  readonly retryAt: Date | null
  readonly advancedAt: Date
  readonly deadLetters: number
  readonly pausedBy: string | null
  readonly pausedAt: Date | null
  readonly pauseReason: string | null
}

/** How every consumer stands, by name. */
export async function listConsumers(db: Database | Tx): Promise<ConsumerState[]> {
  const { rows } = await sql<ConsumerState>`
    select c.name, c.tx, c.seq, c.failures, c.last_error as "lastError", c.last_error_at as "lastErrorAt",
           c.retry_at as "retryAt", c.advanced_at as "advancedAt",
           p.paused_by as "pausedBy", p.paused_at as "pausedAt", p.reason as "pauseReason",
           (select count(*)::int from consumer_dead_letter d
             where d.consumer = c.name and d.resolution is null) as "deadLetters",
           case when c.facts_only
             then (select count(*)::int from (select from event_log e
                    where (e.tx, e.seq) > (c.tx, c.seq) and e.source = 'fact' limit ${lagCountLimit}) as behind)
             else (select count(*)::int from (select from event_log e
                    where (e.tx, e.seq) > (c.tx, c.seq) limit ${lagCountLimit}) as behind)
           end as "lagRows",
           coalesce(extract(epoch from now() - case when c.facts_only
             then (select e.recorded_at from event_log e
                    where (e.tx, e.seq) > (c.tx, c.seq) and e.source = 'fact' order by e.tx, e.seq limit 1)
             else (select e.recorded_at from event_log e
                    where (e.tx, e.seq) > (c.tx, c.seq) order by e.tx, e.seq limit 1)
           end), 0)::float8 as "lagSeconds"
      from consumer_cursor c left join consumer_pause p on p.consumer = c.name
     order by c.name`.execute(db)
  return rows.map((row) => ({ ...row, lagSeconds: Math.max(0, row.lagSeconds) }))
}

/** Stops a consumer after the event in hand, in every process. */
export async function pauseConsumer(
  ctx: Ctx,
  name: string,
  reason: string,
): Promise<'paused' | 'unchanged' | 'unknown'> {
  const known = await ctx.db
    .selectFrom('consumer_cursor')
    .select('name')
    .where('name', '=', name)
    .executeTakeFirst()
  if (!known) return 'unknown'
  const paused = await ctx.db
    .insertInto('consumer_pause')
    .values({ consumer: name, paused_by: describeActor(ctx.actor), paused_at: ctx.now, reason })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return paused.numInsertedOrUpdatedRows === 1n ? 'paused' : 'unchanged'
}

/** Lets it go on from where it stopped. False when it was not paused. */
export async function resumeConsumer(ctx: Ctx, name: string): Promise<boolean> {
  const gone = await ctx.db.deleteFrom('consumer_pause').where('consumer', '=', name).executeTakeFirst()
  afterCommit(ctx, wakeFollowers)
  return gone.numDeletedRows === 1n
}

/** Sends an open dead letter back to its consumer. False when it is settled or unknown. */
export async function redriveDeadLetter(ctx: Ctx, id: string): Promise<boolean> {
  const sent = await ctx.db
    .updateTable('consumer_dead_letter')
    // The database's clock tells this request from the one before, which may just be failing.
    .set({ redrive_at: sql`clock_timestamp()`, redrive_by: describeActor(ctx.actor) })
    .where('id', '=', id)
    .where('resolution', 'is', null)
    .executeTakeFirst()
  afterCommit(ctx, wakeFollowers)
  return sent.numUpdatedRows === 1n
}

/** Gives up on an open dead letter; its effect will not happen. False when it is settled or unknown. */
export async function discardDeadLetter(ctx: Ctx, id: string): Promise<boolean> {
  const gone = await ctx.db
    .updateTable('consumer_dead_letter')
    .set({ resolution: 'discarded', resolved_at: ctx.now, resolved_by: describeActor(ctx.actor) })
    .where('id', '=', id)
    .where('resolution', 'is', null)
    .executeTakeFirst()
  return gone.numUpdatedRows === 1n
}
