/**
 * The log's order rests on PostgreSQL's transaction numbers, and those restart in a new cluster. After
 * a restore by dump the log holds rows with higher numbers than the new cluster hands out: new rows
 * would sort before every cursor and never be seen, old ones would wait for the horizon for ever. The
 * guard notices this at boot and adds an offset to all numbers from now on, in the column's default
 * and in `log_horizon()`, so that the order simply goes on. It must run before anything announces.
 */
import { sql } from 'kysely'
import type { Connection, Tx } from '../db/database.ts'

export type Epoch = 'first' | 'same' | 'moved' | 'repaired'

/** Names this guard among advisory locks. */
const lockKey = 7_105_802

/**
 * Checks, and repairs when needed. Resolves to what it found: the `first` boot, the `same` cluster,
 * a log that `moved` to a cluster whose numbers are high enough, or one that was `repaired`.
 */
export async function guardLogEpoch({ db }: Connection): Promise<Epoch> {
  return await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx)
    const known = await tx.selectFrom('log_epoch').selectAll().orderBy('id', 'desc').executeTakeFirst()
    const here = await present(tx)
    const offset = BigInt(known?.tx_offset ?? 0)
    const highest = BigInt(here.highest)
    if (highest >= BigInt(here.next) + offset) {
      await shift(tx, here.cluster, highest + 1n)
      return 'repaired'
    }
    if (known?.system_identifier === here.cluster) return 'same'
    await remember(tx, here.cluster, offset)
    return known ? 'moved' : 'first'
  })
}

async function present(tx: Tx): Promise<{ cluster: string; next: string; highest: string }> {
  const { rows } = await sql<{ cluster: string; next: string; highest: string }>`
    select (select system_identifier::text from pg_control_system()) as cluster,
           pg_snapshot_xmax(pg_current_snapshot())::text as next,
           greatest(
             (select tx from event_log order by tx desc, seq desc limit 1),
             (select max(tx::text::bigint)::text::xid8 from consumer_cursor),
             '0'::xid8)::text as highest`.execute(tx)
  return rows[0]!
}

async function shift(tx: Tx, cluster: string, offset: bigint): Promise<void> {
  const plus = sql.lit(offset.toString())
  await sql`set local lock_timeout = '5s'`.execute(tx)
  await sql`alter table event_log alter column tx
    set default (((pg_current_xact_id()::text)::bigint + ${plus}::bigint)::text)::xid8`.execute(tx)
  await sql`create or replace function log_horizon() returns xid8 language sql stable as
    ${sql.lit(`select ((pg_snapshot_xmin(pg_current_snapshot())::text)::bigint + ${offset})::text::xid8`)}`.execute(
    tx,
  )
  await remember(tx, cluster, offset)
}

async function remember(tx: Tx, cluster: string, offset: bigint): Promise<void> {
  await tx
    .insertInto('log_epoch')
    .values({ system_identifier: cluster, tx_offset: offset.toString() })
    .execute()
}
