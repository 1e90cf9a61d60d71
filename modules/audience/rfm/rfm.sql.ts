/**
 * RFM in the warehouse: plain bound SQL. Everything is by calendar days of the community and up to the
 * day asked about, so that the same day always gives the same answer. What a browser did before its
 * owner signed in counts as his; who is no member any more is left out.
 */
import type { Parts } from '#base/parts.ts'
import type { Range } from '../ranges.ts'
import { type Cut, type RfmDefinition, type Tier, tiers } from './model.ts'

export type WarehouseQuery = Parts['warehouse']['query']

/** `2026-11-19` */
export type Day = string

/** Where high begins, as numbers; what the screen shows and the scores stand on. */
export interface CutOffs {
  /** Members that are measured. */
  readonly members: number
  readonly recency: Measured
  readonly frequency: Measured
  readonly amount: Measured
}
export interface Measured {
  /** In force: near up to and including it, high from it on. For quintiles the bound of the score. */
  readonly cut: number
  readonly mean: number
  readonly median: number
  /** 20 %, 40 %, 60 % and 80 % of the members are at or below these. */
  readonly fifths: readonly [number, number, number, number]
}

export interface Fragment {
  readonly sql: string
  readonly params: Record<string, unknown>
}

/** Every event that the model reads. */
const allEvents = ({ recency, frequency, amount }: RfmDefinition): string[] => [
  ...new Set([...recency.events, ...frequency.events, ...amount.parts.map((part) => part.event)]),
]

/**
 * One row per member: `member`, `recency` (days), `frequency`, `amount`. `name` keeps the parameters of
 * two of them in one query apart.
 */
export function valuesSql(definition: RfmDefinition, asOf: Day, name: string, range?: Range): Fragment {
  const { recency, frequency, amount, windowDays } = definition
  const read = allEvents(definition)
  /** Whether a row is of these events; nothing to ask when all rows are. */
  const isOf = (names: readonly string[], among: string) =>
    read.every((each) => names.includes(each)) ? 'true' : among
  const seen = isOf(recency.events, `has({${name}_r:Array(String)}, name)`)
  const counted = `${isOf(frequency.events, `has({${name}_f:Array(String)}, name)`)} AND in_window`
  const parts = amount.parts.map((part, at) => {
    const happened = `${isOf([part.event], `name = {${name}_p${at}:String}`)} AND in_window`
    return `sumIf(${part.of === 'count' ? 'toInt64(1)' : 'ifNull(value, 0)'}, ${happened}) * {${name}_w${at}:Int64}`
  })
  const asked = (row: string) =>
    `${row}name IN {${name}_all:Array(String)} AND ${row}day <= {${name}_to:Date} AND ${row}person`
  const inWindow = (row: string) =>
    windowDays === null ? '1' : `${row}day > {${name}_to:Date} - {${name}_days:UInt32}`
  return {
    sql: `SELECT owner AS member, dateDiff('day', maxIf(day, ${seen}), {${name}_to:Date}) AS recency,
        ${frequency.per === 'day' ? `uniqExactIf(day, ${counted})` : `countIf(${counted})`} AS frequency,
        ${parts.join(' + ')} AS amount
      FROM (
        SELECT member_id AS owner, name, day, value, ${inWindow('')} AS in_window
          FROM event WHERE member_id != 0 AND ${asked('')}
        UNION ALL
        SELECT proof.member_id AS owner, e.name AS name, e.day AS day, e.value AS value, ${inWindow('e.')} AS in_window
          FROM event AS e GLOBAL INNER JOIN (
            SELECT anonymous_id, argMin(member_id, seq) AS member_id FROM identity GROUP BY anonymous_id) AS proof
            ON e.anonymous_id = proof.anonymous_id
         WHERE e.member_id = 0 AND e.anonymous_id GLOBAL IN (SELECT anonymous_id FROM identity) AND ${asked('e.')})
      WHERE owner GLOBAL NOT IN (SELECT id FROM member FINAL WHERE NOT present)${
        range ? ` AND owner BETWEEN {${name}_low:UInt64} AND {${name}_high:UInt64}` : ''
      }
      GROUP BY member HAVING countIf(${seen}) > 0`,
    params: {
      [`${name}_to`]: asOf,
      ...(windowDays === null ? {} : { [`${name}_days`]: windowDays }),
      ...(range ? { [`${name}_low`]: range[0], [`${name}_high`]: range[1] } : {}),
      [`${name}_r`]: recency.events,
      [`${name}_f`]: frequency.events,
      [`${name}_all`]: read,
      ...Object.fromEntries(
        amount.parts.flatMap((part, at) => [
          [`${name}_p${at}`, part.event],
          [`${name}_w${at}`, part.weight],
        ]),
      ),
    },
  }
}

const spread = (column: string) =>
  `avg(${column}) AS ${column}_mean, quantileExactInclusive(0.5)(${column}) AS ${column}_median,
   quantilesExactInclusive(0.2, 0.4, 0.6, 0.8)(${column}) AS ${column}_fifths`

export function cutOffsSql(definition: RfmDefinition, asOf: Day): Fragment {
  const values = valuesSql(definition, asOf, 'v')
  return {
    sql: `SELECT count() AS members, ${['recency', 'frequency', 'amount'].map(spread).join(', ')} FROM (${values.sql})`,
    params: values.params,
  }
}

type Figures = readonly [number, number, number, number]
interface CutRow {
  readonly members: string
  readonly recency_mean: number | null
  readonly recency_median: number | null
  readonly recency_fifths: Figures
  readonly frequency_mean: number | null
  readonly frequency_median: number | null
  readonly frequency_fifths: Figures
  readonly amount_mean: number | null
  readonly amount_median: number | null
  readonly amount_fifths: Figures
}

/** The cut-offs of a day. Throws `problems.warehouseUnavailable`. */
export async function findCutOffs(
  query: WarehouseQuery,
  definition: RfmDefinition,
  asOf: Day,
): Promise<CutOffs> {
  const { sql, params } = cutOffsSql(definition, asOf)
  const [row] = await query<CutRow>(sql, params)
  if (!row) throw new Error('An aggregate without a row')
  const members = Number(row.members)
  const measured = (column: 'recency' | 'frequency' | 'amount', cut: Cut): Measured => {
    const fifths = members ? row[`${column}_fifths`] : ([0, 0, 0, 0] as const)
    const mean = members ? (row[`${column}_mean`] ?? 0) : 0
    const median = members ? (row[`${column}_median`] ?? 0) : 0
    return { cut: boundOf(cut, { mean, median, fifths }, column === 'recency'), mean, median, fifths }
  }
  return {
    members,
    recency: measured('recency', definition.recency.cut),
    frequency: measured('frequency', definition.frequency.cut),
    amount: measured('amount', definition.amount.cut),
  }
}

function boundOf(cut: Cut, { mean, median, fifths }: Omit<Measured, 'cut'>, lessIsBetter: boolean): number {
  switch (cut.mode) {
    case 'fixed':
      return cut.value
    case 'mean':
      return mean
    case 'median':
      return median
    case 'quintile':
      return fifths[lessIsBetter ? 5 - cut.from : cut.from - 2] ?? 0
  }
}

/**
 * The scores 1 to 5 of a value: a fifth each, equal values always in the same one. A value on a bound
 * belongs to the fifth below it (for R: to the nearer one), as in pandas' `qcut`.
 */
const scoreSql = {
  r: (name: string) => `5 - arrayCount(bound -> recency > bound, {${name}_rq:Array(Float64)})`,
  f: (name: string) => `1 + arrayCount(bound -> frequency > bound, {${name}_fq:Array(Float64)})`,
  m: (name: string) => `1 + arrayCount(bound -> amount > bound, {${name}_mq:Array(Float64)})`,
}

/** Members with their values, `r`, `f`, `m` and `tier` (a place in `tiers`). */
export function scoredSql(
  definition: RfmDefinition,
  asOf: Day,
  cutOffs: CutOffs,
  name = 'v',
  range?: Range,
): Fragment {
  const values = valuesSql(definition, asOf, name, range)
  const high = (cut: Cut, score: string, plain: string, bound: string) =>
    cut.mode === 'quintile' ? `${score} >= {${name}_${bound}:Float64}` : `${plain} {${name}_${bound}:Float64}`
  const { recency, frequency, amount } = definition
  const from = (cut: Cut, measured: Measured) => (cut.mode === 'quintile' ? cut.from : measured.cut)
  return {
    sql: `SELECT member, recency, frequency, amount, r, f, m, multiIf(near AND often AND much, 0, near AND often, 1, near AND much, 2, near, 3,
        often AND much, 4, often, 5, much, 6, 7) AS tier
      FROM (SELECT member, recency, frequency, amount,
          ${scoreSql.r(name)} AS r, ${scoreSql.f(name)} AS f, ${scoreSql.m(name)} AS m,
          ${high(recency.cut, 'r', 'recency <=', 'rc')} AS near,
          ${high(frequency.cut, 'f', 'frequency >=', 'fc')} AS often,
          ${high(amount.cut, 'm', 'amount >=', 'mc')} AS much
        FROM (${values.sql}))`,
    params: {
      ...values.params,
      [`${name}_rq`]: cutOffs.recency.fifths,
      [`${name}_fq`]: cutOffs.frequency.fifths,
      [`${name}_mq`]: cutOffs.amount.fifths,
      [`${name}_rc`]: from(recency.cut, cutOffs.recency),
      [`${name}_fc`]: from(frequency.cut, cutOffs.frequency),
      [`${name}_mc`]: from(amount.cut, cutOffs.amount),
    },
  }
}

export const tierAt = (place: number | string): Tier => tiers[Number(place)] ?? 'general_retain'
