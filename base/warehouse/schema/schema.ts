/**
 * The tables of the warehouse. Everything in it can be made again from the log, so a changed
 * definition needs no migration: its fingerprint differs, and the sink fills new tables.
 */
import type { Rollup, Schema, Table } from './table.ts'

export interface SchemaOptions {
  /** Day boundaries are those of this zone (IANA name). Another zone means other days: a rebuild. */
  readonly timeZone: string
}

/** The fact that proves to which member a browser belongs; its payload holds `anonymousId`. */
export const identifiedBy = 'visitor.identified'

/** Members active in what a row of `event` says: people, not robots, staff, tests or the system itself. */
const person = `NOT (bot OR staff OR test) AND NOT (source = 'fact' AND (startsWith(actor, 'system:') OR startsWith(actor, 'apiKey:')))`

/** An id among the properties, 0 when there is none; few events have one, and only theirs are taken apart. */
const idIn = (property: string) =>
  `if(position(props, '"${property}"') > 0, toUInt64OrZero(trim(BOTH '"' FROM JSONExtractRaw(props, '${property}'))), 0)`

export function warehouseSchema({ timeZone }: SchemaOptions): Schema {
  if (!/^[A-Za-z][\w+/-]*$/.test(timeZone)) throw new Error(`"${timeZone}" is not the name of a time zone`)
  const event: Table = {
    name: 'event',
    columns: {
      seq: 'UInt64 CODEC(Delta, ZSTD(1))',
      tx: 'UInt64 CODEC(Delta, ZSTD(1))',
      recorded_at: `DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1))`,
      occurred_at: `DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1))`,
      name: 'LowCardinality(String)',
      source: 'LowCardinality(String)',
      actor: 'String CODEC(ZSTD(1))',
      // 0: nobody known, no group
      member_id: 'UInt64 CODEC(ZSTD(1))',
      // the member in the log, when that profile was merged into member_id's since; 0 otherwise
      logged_as: 'UInt64 CODEC(ZSTD(1))',
      // put here again under another member: the rollups have counted it
      moved: 'Bool',
      group_id: 'UInt64 CODEC(ZSTD(1))',
      anonymous_id: 'String CODEC(ZSTD(1))',
      session_id: 'String CODEC(ZSTD(1))',
      object_kind: 'LowCardinality(String)',
      object_id: 'Int64 CODEC(ZSTD(1))',
      value: 'Nullable(Int64) CODEC(ZSTD(1))',
      bot: 'Bool',
      staff: 'Bool',
      test: 'Bool',
      props: 'String CODEC(ZSTD(1))',
      context: 'String CODEC(ZSTD(1))',
      day: `Date MATERIALIZED toDate(occurred_at, '${timeZone}')`,
      person: `Bool MATERIALIZED ${person}`,
      // which post it is about, and whose that is, where the properties say so: not looked up in them by every question
      post_id: `UInt64 MATERIALIZED ${idIn('postId')} CODEC(ZSTD(1))`,
      author_id: `UInt64 MATERIALIZED ${idIn('authorId')} CODEC(ZSTD(1))`,
    },
    indexes: {
      by_seq: 'seq TYPE minmax GRANULARITY 1',
      by_browser: 'anonymous_id TYPE bloom_filter(0.01) GRANULARITY 4',
    },
    engine: { kind: 'MergeTree' },
    partitionBy: 'toYYYYMM(day)',
    orderBy: ['group_id', 'name', 'day', 'member_id', 'seq'],
    shardBy: 'cityHash64(member_id, anonymous_id)',
  }
  return {
    tables: [event, eventDay, activeDay, identity, member, talk, state],
    rollups: [eventDayRollup, activeDayRollup, identityRollup],
  }
}

const bitmap = 'AggregateFunction(groupBitmap, UInt64)'
const total = 'SimpleAggregateFunction(sum, UInt64)'

/** Per day, group and event name: who, and how often. `excluded` counts what is no person's doing. */
const eventDay: Table = {
  name: 'event_day',
  columns: {
    day: 'Date',
    group_id: 'UInt64',
    name: 'LowCardinality(String)',
    members: bitmap,
    events: total,
    excluded: total,
    amount: 'SimpleAggregateFunction(sum, Int64)',
  },
  engine: { kind: 'AggregatingMergeTree' },
  partitionBy: 'toYear(day)',
  // Most questions are about a few names in all groups; a bitmap is large, so that two weeks of a year are found
  // without reading the year.
  orderBy: ['name', 'group_id', 'day'],
  settings: { index_granularity: 16 },
  shardBy: 'cityHash64(name)',
}

const eventDayRollup: Rollup = {
  name: 'event_day_rollup',
  from: 'event',
  into: 'event_day',
  select: (source) => `SELECT day, group_id, name,
    groupBitmapStateIf(member_id, person AND member_id != 0) AS members,
    countIf(person) AS events, countIf(NOT person) AS excluded,
    sumIf(ifNull(value, 0), person) AS amount
  FROM ${source} WHERE NOT moved GROUP BY group_id, name, day`,
}

/** Per day: who did anything at all. */
const activeDay: Table = {
  name: 'active_day',
  columns: { day: 'Date', members: bitmap },
  engine: { kind: 'AggregatingMergeTree' },
  orderBy: ['day'],
  shardBy: 'cityHash64(day)',
}

const activeDayRollup: Rollup = {
  name: 'active_day_rollup',
  from: 'event',
  into: 'active_day',
  select: (source) => `SELECT day, groupBitmapState(member_id) AS members
  FROM ${source} WHERE person AND member_id != 0 AND NOT moved GROUP BY day`,
}

/** Which member a browser belongs to, by the first proof; `seq` is the row of the log that says so. */
const identity: Table = {
  name: 'identity',
  columns: { anonymous_id: 'String', member_id: 'UInt64', seq: 'UInt64' },
  indexes: { by_seq: 'seq TYPE minmax GRANULARITY 1' },
  engine: { kind: 'MergeTree' },
  orderBy: ['anonymous_id'],
  shardBy: 'cityHash64(anonymous_id)',
}

const identityRollup: Rollup = {
  name: 'identity_rollup',
  from: 'event',
  into: 'identity',
  select: (source) => `SELECT JSONExtractString(props, 'anonymousId') AS anonymous_id, member_id, seq
  FROM ${source} WHERE name = '${identifiedBy}' AND member_id != 0 AND NOT moved AND JSONExtractString(props, 'anonymousId') != ''`,
}

/**
 * Copies of what modules say about members (`base/declarations/fields.ts`), so that conditions can ask all of them
 * at once. Written by `modules/audience/copies`; by the key of the field, with `:of` behind it. A million members
 * with sixteen fields each take 55 MB, and a question about one field takes 75 ms.
 */
const member: Table = {
  name: 'member',
  columns: {
    id: 'UInt64',
    // false: gone, or a double of another
    present: 'Bool',
    texts: 'Map(LowCardinality(String), Array(String))',
    numbers: 'Map(LowCardinality(String), Float64)',
    version: 'UInt64',
  },
  engine: { kind: 'ReplacingMergeTree', version: 'version' },
  orderBy: ['id'],
  // What somebody had erased is gone a day later, not when a merge happens to come by.
  settings: { min_age_to_force_merge_seconds: 86_400 },
  shardBy: 'cityHash64(id)',
}

/**
 * Copies of what was said in public, as words: what of it everybody may read now. Written by `modules/insight/words`.
 */
const talk: Table = {
  name: 'talk',
  columns: {
    kind: 'LowCardinality(String)',
    id: 'UInt64',
    group_id: 'UInt64',
    board_id: 'UInt64',
    author_id: 'UInt64',
    said_at: `DateTime64(3, 'UTC')`,
    // meaningful words in their order, with repetitions
    words: 'Array(LowCardinality(String))',
    // -1, 0 or 1: how it sounds, roughly
    mood: 'Int8',
    // false: out of sight
    present: 'Bool',
    version: 'UInt64',
  },
  engine: { kind: 'ReplacingMergeTree', version: 'version' },
  orderBy: ['kind', 'id'],
  // What was taken away is gone a day later, not when a merge happens to come by.
  settings: { min_age_to_force_merge_seconds: 86_400 },
  shardBy: 'cityHash64(id)',
}

/** One row: which generation of tables this is and what they were made from. Written last. */
const state: Table = {
  name: 'warehouse_state',
  columns: { generation: 'UUID', fingerprint: 'String', made_at: `DateTime64(3, 'UTC') DEFAULT now64(3)` },
  engine: { kind: 'MergeTree' },
  orderBy: ['generation'],
  shardBy: '0',
}
