/**
 * The one door to ClickHouse, embedded or not: `@clickhouse/client` and nothing else. A warehouse that
 * is away never stops anything: what needs it says so at once, and looks again a little later each time.
 */
import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import {
  ClickHouseError,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
} from '@clickhouse/client'
import { Problem, problems } from '../http/problem.ts'

export interface QueryOptions {
  /** Aborting it cancels the query on the server. */
  readonly signal?: AbortSignal
  /** Default 30. */
  readonly maxSeconds?: number
  /** More rows than this are an error, never cut off silently; default 100,000. */
  readonly maxRows?: number
  /** Memory that the query may take; default what the server allows. */
  readonly maxMemoryMiB?: number
}

export interface InsertOptions {
  readonly table: string
  readonly columns: readonly [string, ...string[]]
  /** The same token is taken once. */
  readonly token?: string
  /** Rows in ClickHouse's TabSeparated form, as bytes; or objects, for few. */
  readonly rows: Readable | readonly object[]
}

export interface WarehouseClient {
  readonly database: string
  /** Rows of a query with bound parameters (`{from:Date}`). Nothing it does changes anything. */
  query<Row>(sql: string, params?: Record<string, unknown>, options?: QueryOptions): Promise<Row[]>
  /** Adds rows as one block: all of them or, when it throws, none (or all: repeat with the same token). */
  insert(insert: InsertOptions): Promise<void>
  /** A statement without an answer. */
  command(
    sql: string,
    params?: Record<string, unknown>,
    options?: { readonly database?: false },
  ): Promise<void>
  /** Why the last attempt to reach the server failed; undefined when it succeeded. */
  readonly failure: string | undefined
  close(): Promise<void>
}

/** Longest time during which nobody tries a server that did not answer. */
const slowestRetryMs = 5_000

export function openClient(url: string): WarehouseClient {
  const at = new URL(url)
  const database = decodeURIComponent(at.pathname.replace(/^\//, '')) || 'default'
  const server = new URL(at)
  server.pathname = ''
  const common = {
    url: server.origin,
    username: decodeURIComponent(at.username) || 'default',
    password: decodeURIComponent(at.password),
    application: 'juluo',
    request_timeout: 330_000,
    max_open_connections: 16,
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: { date_time_output_format: 'iso', output_format_json_quote_64bit_integers: 1 },
  } as const
  const client = createClient({ ...common, database })
  const beside = createClient(common)
  let failure: string | undefined
  let failures = 0
  let quietUntil = 0

  async function reach<T>(work: () => Promise<T>): Promise<T> {
    if (Date.now() < quietUntil) throw problems.warehouseUnavailable({ retryAfter: 1 })
    try {
      const result = await work()
      failure = undefined
      failures = 0
      return result
    } catch (error) {
      const problem = explain(error)
      if (isUnreachable(error)) {
        failure = (error as Error).message || 'It does not answer'
        quietUntil = Date.now() + Math.min(100 * 2 ** failures++, slowestRetryMs)
      }
      throw problem
    }
  }

  return {
    database,
    get failure() {
      return failure
    },
    query: <Row>(
      sql: string,
      params: Record<string, unknown> = {},
      { signal, maxSeconds = 30, maxRows = 100_000, maxMemoryMiB }: QueryOptions = {},
    ) =>
      reach(async () => {
        const late = AbortSignal.timeout((maxSeconds + 2) * 1000)
        try {
          const answer = await client.query({
            query: sql,
            query_params: params,
            format: 'JSONEachRow',
            abort_signal: signal ? AbortSignal.any([signal, late]) : late,
            clickhouse_settings: {
              max_execution_time: maxSeconds,
              max_result_rows: String(maxRows),
              result_overflow_mode: 'throw',
              cancel_http_readonly_queries_on_client_close: 1,
              ...(maxMemoryMiB ? { max_memory_usage: String(maxMemoryMiB * 1024 * 1024) } : {}),
              readonly: '2',
            },
          })
          return await answer.json<Row>()
        } catch (error) {
          if (late.aborted) throw problems.timeout({ cause: error })
          throw error
        }
      }),
    // Without a token of the caller's, one of our own: equal blocks would count as repetitions otherwise.
    insert: ({ table, columns, token = randomUUID(), rows }) =>
      reach(async () => {
        await client.insert({
          table,
          columns: [...columns] as [string, ...string[]],
          ...('pipe' in rows
            ? { values: rows, format: 'TabSeparated' as const }
            : { values: rows, format: 'JSONEachRow' as const }),
          clickhouse_settings: { ...oneBlock, ...once(token) },
        })
      }),
    command: (sql, params = {}, options = {}) =>
      reach(async () => {
        await (options.database === false ? beside : client).command({
          query: sql,
          query_params: params,
          clickhouse_settings: asWritten(),
        })
      }),
    close: async () => {
      await Promise.all([client.close(), beside.close()])
    },
  }
}

/**
 * One block per insert: a body that breaks off leaves nothing, and a token stands for all rows, in the
 * table and in what its rollups make of them.
 */
const oneBlock: ClickHouseSettings = {
  input_format_parallel_parsing: 0,
  max_insert_block_size: '4000000',
  min_insert_block_size_rows: '4000000',
  min_insert_block_size_bytes: '4294967296',
  async_insert: 0,
  distributed_foreground_insert: 1,
}

/**
 * `INSERT … SELECT` adds what it says each time: one that looks like an earlier one (the same difference on the same
 * day) is no repetition of it. On a cluster it is there when the statement ends, for who reads it next.
 */
const asWritten = (): ClickHouseSettings => ({
  insert_deduplication_token: randomUUID(),
  distributed_foreground_insert: 1,
})

const once = (token: string): ClickHouseSettings => ({
  insert_deduplicate: 1,
  insert_deduplication_token: token,
  deduplicate_blocks_in_dependent_materialized_views: 1,
})

/** True when no answer came: the server is away, starting, or the line broke. */
function isUnreachable(error: unknown): boolean {
  return !(error instanceof ClickHouseError) && !(error instanceof Problem) && !isAbort(error)
}

const isAbort = (error: unknown) =>
  error instanceof Error && (error.name === 'AbortError' || /aborted a request/.test(error.message))

/** What went wrong, as a problem where the caller can do something about it. */
function explain(error: unknown): unknown {
  if (isUnreachable(error)) return problems.warehouseUnavailable({ cause: error, retryAfter: 5 })
  if (!(error instanceof ClickHouseError)) return error
  switch (error.code) {
    case '159': // TIMEOUT_EXCEEDED
    case '394': // QUERY_WAS_CANCELLED
      return problems.timeout({ cause: error })
    case '241': // MEMORY_LIMIT_EXCEEDED
    case '396': // TOO_MANY_ROWS_OR_BYTES
      return problems.tooMuch({ cause: error })
    case '60': // UNKNOWN_TABLE: the sink has not made the tables yet, or makes them anew
    case '81': // UNKNOWN_DATABASE
    case '202': // TOO_MANY_SIMULTANEOUS_QUERIES
    case '516': // AUTHENTICATION_FAILED
      return problems.warehouseUnavailable({ cause: error, retryAfter: 5 })
    default:
      return error
  }
}
