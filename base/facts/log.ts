/**
 * Reading the log. The order is (tx, seq): the number of the transaction that wrote the row, then the
 * row's own number. A reader takes rows only below `log_horizon()`, the oldest transaction still in
 * flight, so a transaction that takes its numbers early and commits late is never passed over.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import type { EventSource, LoggedEvent } from './consumer.ts'

/** A place in the log; rows up to and including it are behind the reader. */
export interface Position {
  readonly tx: string
  readonly seq: string
}

export const beginning: Position = { tx: '0', seq: '0' }

export interface Ahead {
  readonly events: readonly LoggedEvent[]
  /** The last row that was looked at, wanted or not; undefined when there was none. */
  readonly last: (Position & { readonly recordedAt: Date }) | undefined
  /** How many rows were looked at. */
  readonly rows: number
}

export interface Wanted {
  /** Most rows to look at. */
  readonly limit: number
  readonly names?: readonly string[]
  readonly sources?: readonly EventSource[]
}

/** Facts have an index of their own; only the literal condition lets PostgreSQL use it. */
export const areFactsOnly = (sources: readonly EventSource[] | undefined): boolean =>
  sources?.length === 1 && sources[0] === 'fact'

const onlyFacts = (sources: readonly EventSource[] | undefined) =>
  areFactsOnly(sources) ? sql`and source = 'fact'` : sql``

const columns = sql`seq, tx, name, source, actor, recorded_at as "recordedAt", occurred_at as "occurredAt",
  member_id as "memberId", group_id as "groupId", anonymous_id as "anonymousId", session_id as "sessionId",
  object_kind as "objectKind", object_id as "objectId", value, bot, staff, test, props, context`

type Row = LoggedEvent & { readonly wanted: boolean; readonly place: string }

/**
 * The next rows after `from`, complete ones only. Rows that are not wanted are counted but not carried.
 * Each partition gives its rows through its own (tx, seq) index, so months that lie behind cost one
 * descent each; no assumption about times is needed for it.
 */
export async function readAhead(db: Database | Tx, from: Position, wanted: Wanted): Promise<Ahead> {
  const next = sql`from event_log
     where (tx, seq) > (${from.tx}::xid8, ${from.seq}::bigint) and tx < log_horizon() ${onlyFacts(wanted.sources)}
     order by tx, seq limit ${wanted.limit}`
  const conditions = conditionsOf(wanted)
  if (conditions.length === 0) {
    const { rows } = await sql<LoggedEvent>`select ${columns} ${next}`.execute(db)
    return { events: rows, last: rows.at(-1), rows: rows.length }
  }
  const { rows } = await sql<Row>`
    with ahead as materialized (
      select *, ${sql.join(conditions, sql` and `)} as wanted, row_number() over (order by tx, seq) as place
        from (select * ${next}) as next)
    select ${columns}, wanted, place from ahead
     where wanted or place = (select max(place) from ahead)
     order by place`.execute(db)
  const last = rows.at(-1)
  return {
    events: rows.filter((row) => row.wanted),
    last,
    rows: last ? Number(last.place) : 0,
  }
}

/** What the index does not already answer. */
function conditionsOf({ names, sources }: Wanted): RawBuilder<unknown>[] {
  return [
    ...(names ? [sql`name = any(${names}::text[])`] : []),
    ...(sources && !areFactsOnly(sources) ? [sql`source = any(${sources}::text[])`] : []),
  ]
}

/** One row by its place, for a dead letter that is tried again. */
export async function findEvent(db: Database | Tx, at: Position): Promise<LoggedEvent | undefined> {
  const { rows } = await sql<LoggedEvent>`
    select ${columns} from event_log where tx = ${at.tx}::xid8 and seq = ${at.seq}::bigint`.execute(db)
  return rows[0]
}

/** True when there are rows after `from` that are not complete yet: some transaction is still in flight. */
export async function isHeldBack(
  db: Database | Tx,
  from: Position,
  sources?: readonly EventSource[],
): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from event_log
      where (tx, seq) > (${from.tx}::xid8, ${from.seq}::bigint) ${onlyFacts(sources)}) as held`.execute(db)
  return rows[0]?.held ?? false
}

/** The place just before everything that is not complete now: where a consumer starts that wants no history. */
export async function presentPosition(db: Database | Tx): Promise<Position> {
  const { rows } = await sql<{ tx: string }>`
    select greatest(log_horizon()::text::bigint - 1, 0)::text as tx`.execute(db)
  return { tx: rows[0]?.tx ?? '0', seq: '9223372036854775807' }
}
