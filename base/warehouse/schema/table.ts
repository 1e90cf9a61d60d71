/**
 * What a table of the warehouse is, as data. `ddl.ts` makes the statements for one server and for a
 * cluster from the same value, so that the two cannot drift apart.
 */
export interface Table {
  readonly name: string
  readonly columns: Readonly<Record<string, string>>
  readonly indexes?: Readonly<Record<string, string>>
  /** MergeTree: rows as they come. Replacing: the newest `version` per key. Aggregating: states merge per key. */
  readonly engine:
    | { readonly kind: 'MergeTree' | 'AggregatingMergeTree' }
    | { readonly kind: 'ReplacingMergeTree'; readonly version: string }
  readonly partitionBy?: string
  readonly orderBy: readonly string[]
  /** Settings of MergeTree that only this table has. */
  readonly settings?: Readonly<Record<string, number>>
  /** Which shard of a cluster takes a row. */
  readonly shardBy: string
}

/** A rollup: what each insert into `from` adds to `into`. `select` reads from the name it is given. */
export interface Rollup {
  readonly name: string
  readonly from: string
  readonly into: string
  readonly select: (source: string) => string
}

export interface Schema {
  readonly tables: readonly Table[]
  readonly rollups: readonly Rollup[]
}
