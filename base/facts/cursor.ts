/** Where each consumer stands: durable, one row each, moved only by whoever read what it replaces. */
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Connection, Database, Tx } from '../db/database.ts'
import { type Consumer, type LoggedEvent, sourcesOf } from './consumer.ts'
import { areFactsOnly, beginning, type Position, presentPosition } from './log.ts'

export interface Cursor extends Position {
  readonly paused: boolean
  /** Whether dead letters wait to be tried again. */
  readonly redrives: boolean
  /** Milliseconds until it may try again; 0 when it need not wait. */
  readonly waitMs: number
}

/** Names registration among advisory locks. */
const lockKey = 7_105_803

/**
 * Gives new consumers a cursor. Known ones keep theirs, also while they are not part of the product.
 * In an installation that has no consumer yet nothing is history: whatever was announced while its
 * processes started is for them, so effects start at the beginning there.
 */
export async function registerConsumers(
  { db }: Pick<Connection, 'db'>,
  consumers: readonly Consumer[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx)
    const known = await tx.selectFrom('consumer_cursor').select('name').execute()
    const names = new Set(known.map(({ name }) => name))
    const present = await presentPosition(tx)
    for (const consumer of consumers.filter(({ name }) => !names.has(name))) {
      const usual = consumer.kind === 'batch' || known.length === 0 ? 'beginning' : 'now'
      const start = (consumer.from ?? usual) === 'now' ? present : beginning
      await tx
        .insertInto('consumer_cursor')
        .values({ name: consumer.name, ...start, facts_only: areFactsOnly(sourcesOf(consumer)) })
        .execute()
    }
    // A new version of a consumer may want other rows.
    for (const consumer of consumers)
      await tx
        .updateTable('consumer_cursor')
        .set({ facts_only: areFactsOnly(sourcesOf(consumer)) })
        .where('name', '=', consumer.name)
        .where('facts_only', '!=', areFactsOnly(sourcesOf(consumer)))
        .execute()
  })
}

export async function readCursor(db: Database, name: string): Promise<Cursor> {
  return await db
    .selectFrom('consumer_cursor')
    .leftJoin('consumer_pause', 'consumer_pause.consumer', 'consumer_cursor.name')
    .select((select) => [
      'tx',
      'seq',
      select('consumer_pause.consumer', 'is not', null).$castTo<boolean>().as('paused'),
      sql<boolean>`exists (select from consumer_dead_letter d where d.consumer = consumer_cursor.name
        and d.resolution is null and d.redrive_at is not null)`.as('redrives'),
      sql<number>`greatest(0, coalesce(extract(epoch from retry_at - now()) * 1000, 0))::float8`.as('waitMs'),
    ])
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
}

/** Moves the cursor from where it was read. False when somebody else moved it meanwhile. */
export async function advanceCursor(
  db: Database | Tx,
  name: string,
  from: Position,
  to: Position & { readonly recordedAt: Date },
): Promise<boolean> {
  const moved = await sql`
    update consumer_cursor
       set tx = ${to.tx}::xid8, seq = ${to.seq}::bigint, reached_at = ${to.recordedAt}, advanced_at = now(),
           failing_seq = null, failures = 0, retry_at = null
     where name = ${name} and (tx, seq) = (${from.tx}::xid8, ${from.seq}::bigint)`.execute(db)
  return moved.numAffectedRows === 1n
}

/** Counts one more failed try of an event. Resolves to how many there are now. */
export async function countFailure(
  db: Database,
  name: string,
  failure: { readonly seq: string; readonly reason: string; readonly retryInMs: (attempt: number) => number },
): Promise<number> {
  const { failures } = await db
    .updateTable('consumer_cursor')
    .set({
      failures: sql<number>`case when failing_seq = ${failure.seq}::bigint then failures + 1 else 1 end`,
      failing_seq: failure.seq,
      last_error: failure.reason,
      last_error_at: sql`now()`,
    })
    .where('name', '=', name)
    .returning('failures')
    .executeTakeFirstOrThrow()
  await waitToRetry(db, name, failure.retryInMs(failures))
  return failures
}

/** Notes why it waits, without counting a try: what it needs is away. */
export async function noteTrouble(db: Database, name: string, reason: string, ms: number): Promise<void> {
  await db
    .updateTable('consumer_cursor')
    .set({ last_error: reason, last_error_at: sql`now()` })
    .where('name', '=', name)
    .execute()
  await waitToRetry(db, name, ms)
}

async function waitToRetry(db: Database, name: string, ms: number): Promise<void> {
  await sql`update consumer_cursor set retry_at = now() + make_interval(secs => ${ms / 1000}::float8)
             where name = ${name}`.execute(db)
}

/** Puts an event aside for good tries: the reason is kept, the consumer goes on behind it. */
export async function bury(
  ctx: Ctx & { readonly db: Tx },
  letter: {
    readonly consumer: string
    readonly effect: string
    readonly event: LoggedEvent
    readonly reason: string
    readonly attempts: number
  },
): Promise<void> {
  const { consumer, effect, event } = letter
  await ctx.db
    .insertInto('consumer_dead_letter')
    .values({
      consumer,
      effect,
      tx: event.tx,
      seq: event.seq,
      event_name: event.name,
      reason: letter.reason,
      attempts: letter.attempts,
    })
    .onConflict((conflict) => conflict.columns(['consumer', 'effect', 'seq']).doNothing())
    .execute()
  await ctx.db
    .updateTable('consumer_cursor')
    .set({ failing_seq: null, failures: 0, retry_at: null })
    .where('name', '=', consumer)
    .execute()
}
