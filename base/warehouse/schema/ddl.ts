/** Statements that make and unmake the tables, for one server or, from the same definitions, for a cluster. */
import { createHash } from 'node:crypto'
import type { Rollup, Schema, Table } from './table.ts'

export interface Place {
  readonly database: string
  /** Tables become Replicated, under a Distributed one of the plain name. */
  readonly cluster?: string
}

/** Insert tokens that a table remembers; one batch is on its way at a time, so few would do. */
const window = 1000

const name = (text: string) => {
  if (!/^\w+$/.test(text)) throw new Error(`"${text}" is no name for a table or database`)
  return `\`${text}\``
}
/** ` ON CLUSTER …` where there is one. */
export const onCluster = ({ cluster }: Place) => (cluster ? ` ON CLUSTER ${name(cluster)}` : '')
/** Where the rows of a table are: on a cluster, behind the Distributed table. */
export const stored = (table: string, place: Place) => (place.cluster ? `${table}_local` : table)
const qualified = (table: string, place: Place) => `${name(place.database)}.${name(table)}`

export function createDatabase(place: Place): string {
  return `CREATE DATABASE IF NOT EXISTS ${name(place.database)}${onCluster(place)}`
}

/** All statements that make the tables, in order; each may be repeated. */
export function createStatements(schema: Schema, place: Place): string[] {
  return [
    ...schema.tables.flatMap((table) => createTable(table, place)),
    ...schema.rollups.map((rollup) => createRollup(rollup, place)),
  ]
}

/** The reverse. `warehouse_state` goes first: without it nobody takes what is left for whole. */
export function dropStatements(schema: Schema, place: Place): string[] {
  const drop = (table: string) => `DROP TABLE IF EXISTS ${qualified(table, place)}${onCluster(place)} SYNC`
  const tables = schema.tables.map((table) => table.name).reverse()
  return [
    ...schema.rollups.map((rollup) => drop(rollup.name)),
    ...tables.flatMap((table) => (place.cluster ? [drop(table), drop(stored(table, place))] : [drop(table)])),
  ]
}

/** Changes with every definition, so that tables made from older ones are known. */
export function fingerprint(schema: Schema, place: Place): string {
  return createHash('sha256').update(createStatements(schema, place).join(';\n')).digest('hex').slice(0, 32)
}

function createTable(table: Table, place: Place): string[] {
  const lines = [
    ...Object.entries(table.columns).map(([column, type]) => `${name(column)} ${type}`),
    ...Object.entries(table.indexes ?? {}).map(([index, what]) => `INDEX ${name(index)} ${what}`),
  ]
  const local = `CREATE TABLE IF NOT EXISTS ${qualified(stored(table.name, place), place)}${onCluster(place)}
(
  ${lines.join(',\n  ')}
)
ENGINE = ${engineOf(table, place)}${table.partitionBy ? `\nPARTITION BY ${table.partitionBy}` : ''}
ORDER BY (${table.orderBy.map(name).join(', ')})
SETTINGS ${Object.entries(table.settings ?? {})
    .map(([setting, value]) => `${setting} = ${value}, `)
    .join(
      '',
    )}${place.cluster ? 'replicated_deduplication_window' : 'non_replicated_deduplication_window'} = ${window}`
  if (!place.cluster) return [local]
  return [
    local,
    `CREATE TABLE IF NOT EXISTS ${qualified(table.name, place)}${onCluster(place)}
AS ${qualified(stored(table.name, place), place)}
ENGINE = Distributed(${name(place.cluster)}, ${name(place.database)}, ${name(stored(table.name, place))}, ${table.shardBy})`,
  ]
}

function engineOf({ engine }: Table, { cluster }: Place): string {
  const version = engine.kind === 'ReplacingMergeTree' ? [name(engine.version)] : []
  // {uuid}: tables that are dropped and made again never meet the remains of the old ones.
  const replica = cluster ? [`'/clickhouse/tables/{uuid}/{shard}'`, `'{replica}'`] : []
  const parameters = [...replica, ...version].join(', ')
  return `${cluster ? 'Replicated' : ''}${engine.kind}${parameters ? `(${parameters})` : ''}`
}

function createRollup(rollup: Rollup, place: Place): string {
  return `CREATE MATERIALIZED VIEW IF NOT EXISTS ${qualified(rollup.name, place)}${onCluster(place)}
TO ${qualified(stored(rollup.into, place), place)}
AS ${rollup.select(qualified(stored(rollup.from, place), place))}`
}
