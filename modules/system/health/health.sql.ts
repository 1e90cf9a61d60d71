/** What PostgreSQL says about itself. */
import { sql } from 'kysely'
import type { Database } from '#base/db/database.ts'

export interface PostgresHealth {
  readonly version: string
  readonly bytes: number
  readonly fsync: boolean
  readonly fullPageWrites: boolean
  readonly synchronousCommit: string
  readonly checksums: boolean
  readonly connections: number
  readonly maxConnections: number
  /** Age of the oldest open transaction that wrote, which holds back every consumer; 0 when there is none. */
  readonly oldestTransactionSeconds: number
  /** Whether the log has its partition for next month, and nothing in the one that catches the rest. */
  readonly logReady: boolean
}

export async function readPostgresHealth(db: Database): Promise<PostgresHealth> {
  const { rows } = await sql<PostgresHealth>`
    select current_setting('server_version') as version,
           pg_database_size(current_database())::float8 as bytes,
           current_setting('fsync')::bool as fsync,
           current_setting('full_page_writes')::bool as "fullPageWrites",
           current_setting('synchronous_commit') as "synchronousCommit",
           current_setting('data_checksums')::bool as checksums,
           (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
           current_setting('max_connections')::int as "maxConnections",
           coalesce(extract(epoch from now() - (select min(xact_start) from pg_stat_activity
             where backend_xid is not null and pid <> pg_backend_pid())), 0)::float8 as "oldestTransactionSeconds",
           to_regclass('event_log_' || to_char(now() + interval '1 month', 'YYYYMM')) is not null
             and not exists (select from event_log_default) as "logReady"`.execute(db)
  return rows[0]!
}

export interface TableSize {
  readonly name: string
  readonly bytes: number
  /** PostgreSQL's estimate. */
  readonly rows: number
}

/** The largest tables with their indexes; partitions count for their table. */
export async function readTableSizes(db: Database, limit: number): Promise<TableSize[]> {
  const { rows } = await sql<TableSize>`
    select coalesce(i.inhparent, c.oid)::regclass::text as name,
           sum(pg_total_relation_size(c.oid))::float8 as bytes,
           sum(greatest(c.reltuples, 0))::float8 as rows
      from pg_class c left join pg_inherits i on i.inhrelid = c.oid
     where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, to_regnamespace('pgboss'))
     group by 1 order by 2 desc limit ${limit}`.execute(db)
  return rows
}

export interface ProcessRow {
  readonly host: string
  readonly pid: number
  readonly roles: string[]
  readonly version: string
  readonly memory: string
  readonly startedAt: Date
  readonly beatAt: Date
  readonly silentSeconds: number
}

/** Processes that said anything within the last day, newest first. */
export async function readProcesses(db: Database): Promise<ProcessRow[]> {
  const { rows } = await sql<ProcessRow>`
    select host, pid, roles, version, memory, started_at as "startedAt", beat_at as "beatAt",
           extract(epoch from now() - beat_at)::float8 as "silentSeconds"
      from process_beat order by started_at desc`.execute(db)
  return rows
}
