/**
 * The engine in this process: chdb over one folder. Every request gets a connection of its own (150 µs),
 * so that settings and parameters of one never reach another, and is found again by `log_comment`
 * when it has to be cancelled (chdb chooses query ids itself).
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type RawInsertFormat, Session } from 'chdb'
import { configXml } from './settings.ts'
import { quote, setStatement } from './sql.ts'

export interface EngineOptions {
  readonly dir: string
  readonly memoryMiB: number
}

/** What a request asks the engine to run. */
export interface Statement {
  readonly sql: string
  readonly database: string
  readonly settings: Readonly<Record<string, string>>
  /** Values of `{name:Type}` as HTTP carries them: text in ClickHouse's escaped form. */
  readonly params: Readonly<Record<string, string>>
  readonly format: string
  /** Names the statement, for cancelling. */
  readonly id: string
}

export interface Ran {
  readonly bytes: Uint8Array
  readonly readRows: number
  readonly readBytes: number
  readonly seconds: number
}

/** Formats whose rows stand alone, so that a result may be sent in pieces as it is made. */
const streamed = new Set([
  'JSONEachRow',
  'JSONStringsEachRow',
  'JSONCompactEachRow',
  'JSONCompactStringsEachRow',
  'TabSeparated',
  'TSV',
  'CSV',
])
/** Formats that go into the engine straight from memory; others pass through a file. */
const direct = new Set(['JSONEachRow', 'JSONCompactEachRow', 'TabSeparated', 'TSV', 'CSV', 'CSVWithNames'])
const insertForm =
  /^\s*INSERT\s+INTO\s+(?:TABLE\s+)?((?:`?\w+`?\.)?`?\w+`?)\s*(?:\(([^()]*)\))?\s+FORMAT\s+(\w+)\s*;?\s*$/i

export type Engine = ReturnType<typeof openEngine>

export function openEngine({ dir, memoryMiB }: EngineOptions) {
  mkdirSync(dir, { recursive: true })
  const config = `${dir}.config.xml`
  writeFileSync(config, configXml(memoryMiB), { mode: 0o600 })
  const spool = join(dirname(dir), 'clickhouse.spool')
  rmSync(spool, { recursive: true, force: true })
  // The folder belongs to the engine for as long as one connection is open.
  const keeper = new Session(dir, { connectionArgs: [`--config-file=${config}`] })
  const version = keeper.query('SELECT version()', 'TabSeparatedRaw').trim()

  /** Settings that every statement starts from. */
  const limits = {
    max_memory_usage: String(Math.floor(memoryMiB * 0.7) * 1024 * 1024),
    max_bytes_before_external_group_by: String(Math.floor(memoryMiB * 0.35) * 1024 * 1024),
    max_bytes_before_external_sort: String(Math.floor(memoryMiB * 0.35) * 1024 * 1024),
  }

  const connect = (statement: Statement): Session => {
    const session = new Session(dir)
    try {
      for (const line of preamble(statement)) session.query(line)
      return session
    } catch (error) {
      session.close()
      throw error
    }
  }

  const preamble = ({ database, settings, params, id }: Statement): string[] => {
    // `readonly` comes last: it forbids the settings after it.
    const { readonly, ...others } = settings
    return [
      ...(database ? [`USE ${quote.name(database)}`] : []),
      setStatement({ ...limits, ...others, log_comment: id }),
      ...Object.entries(params).map(([name, value]) => `SET param_${name} = ${quote.text(value)}`),
      ...(readonly ? [setStatement({ readonly })] : []),
    ]
  }

  return {
    version,

    /** Runs a statement and returns the whole result. */
    async run(statement: Statement): Promise<Ran> {
      const session = connect(statement)
      try {
        const result = await session.queryAsync(statement.sql, { format: statement.format })
        return {
          bytes: result.bytes(),
          readRows: result.rowsRead,
          readBytes: result.bytesRead,
          seconds: result.elapsed,
        }
      } finally {
        session.close()
      }
    },

    mayStream: ({ sql, format }: Statement) => /^[\s(]*(?:SELECT|WITH)\b/i.test(sql) && streamed.has(format),

    /** Runs a query and yields its result piece by piece. Leaving the loop cancels it. */
    async *stream(statement: Statement): AsyncGenerator<Uint8Array> {
      const session = connect(statement)
      try {
        for await (const piece of session.queryStream(statement.sql, { format: statement.format }))
          if (piece.numBytes > 0) yield piece.raw()
      } finally {
        session.close()
      }
    },

    /** Runs `INSERT … FORMAT …` with its rows. Returns how many rows were written, materialised views included. */
    async insert(statement: Statement, rows: Buffer): Promise<number> {
      const session = connect(statement)
      const [, table, columns, format] = insertForm.exec(statement.sql) ?? []
      try {
        if (table && format && direct.has(format)) {
          const { rowsWritten } = await session.insert({
            table: table.replaceAll('`', ''),
            ...(columns
              ? { columns: columns.split(',').map((column) => column.trim().replaceAll('`', '')) }
              : {}),
            values: rows,
            format: format as RawInsertFormat,
          })
          return rowsWritten
        }
        mkdirSync(spool, { recursive: true, mode: 0o700 })
        const file = join(spool, randomUUID())
        writeFileSync(file, rows, { mode: 0o600 })
        try {
          const at = statement.sql.search(/\s(?:FORMAT|SETTINGS)\s+\w+[^()]*$/i)
          if (at < 0)
            throw new Error('Code: 62. DB::Exception: INSERT with a body needs FORMAT. (SYNTAX_ERROR)')
          const sql = `${statement.sql.slice(0, at)} FROM INFILE ${quote.text(file)}${statement.sql.slice(at)}`
          return (await session.queryAsync(sql)).rowsRead
        } finally {
          rmSync(file, { force: true })
        }
      } finally {
        session.close()
      }
    },

    /** Asks the engine to stop a statement; it ends soon with QUERY_WAS_CANCELLED. */
    async cancel(id: string): Promise<void> {
      await keeper.queryAsync(`KILL QUERY WHERE Settings['log_comment'] = ${quote.text(id)} ASYNC`)
    },

    /** Reads every table once: throws when the folder holds something the engine cannot load. */
    probe(): void {
      const tables = keeper.query(
        `SELECT concat('\`', database, '\`.\`', name, '\`') FROM system.tables
          WHERE engine LIKE '%MergeTree' AND database NOT IN ('system', 'INFORMATION_SCHEMA', 'information_schema')`,
        'TabSeparatedRaw',
      )
      for (const table of tables.split('\n').filter(Boolean)) keeper.query(`SELECT count() FROM ${table}`)
    },

    /** Gives memory back to the system; for quiet times. */
    async trim(): Promise<void> {
      await keeper.queryAsync('SYSTEM CLEAR MARK CACHE')
      await keeper.queryAsync('SYSTEM JEMALLOC PURGE')
    },

    close(): void {
      keeper.close()
    },
  }
}
