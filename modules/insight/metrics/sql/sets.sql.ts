/** From bitmaps of members to figures: scope and breakdown by member are arithmetic on bitmaps. */
import type { Span } from '../spans.ts'
import { type Asked, tuplesSql } from './asked.ts'

/**
 * What each day adds, added once to all ends that come after it: a query of `slot`, `key` and `members` at the end of
 * each span. `days` is a query of `day`, `key` and `members`; or, `turned`, of `m`, `day` and `key`, where every row
 * puts a member in or, when he was, out.
 */
export function untilEndsSql(
  days: string,
  spans: readonly Span[],
  asked: Asked,
  how: 'added' | 'turned' = 'added',
): string {
  const ends = `arraySort(arrayDistinct(${asked.writing.bind(
    'Array(Date)',
    spans.map(({ to }) => to),
  )}))`
  const upto = `arrayFirst(e -> e >= day, ${ends}) AS upto`
  const steps =
    how === 'added'
      ? `SELECT ${upto}, key, groupBitmapMergeState(members) AS members FROM (${days}) GROUP BY upto, key`
      : `SELECT upto, key, groupBitmapState(m) AS members
          FROM (SELECT m, ${upto}, key FROM (${days}) GROUP BY m, upto, key HAVING count() % 2 = 1) GROUP BY upto, key`
  const merge = how === 'added' ? 'groupBitmapMergeState' : 'groupBitmapXorState'
  const frame = (to: string) => `(PARTITION BY key ORDER BY upto ROWS BETWEEN UNBOUNDED PRECEDING AND ${to})`
  // It stands until something comes again; before anything came there is nobody.
  const known = `SELECT upto, key, ${merge}(members) OVER ${frame('CURRENT ROW')} AS members,
      leadInFrame(upto, 1, toDate('2149-06-06')) OVER ${frame('UNBOUNDED FOLLOWING')} AS until
    FROM (${steps})`
  return `SELECT s.1 AS slot, key, members FROM (${known})
    ARRAY JOIN arrayFilter(s -> s.3 >= upto AND s.3 < until, ${tuplesSql(spans, asked)}) AS s`
}

/** Those of `sets` who are also among others, span by span; `among` writes the query of these. */
export function amongSql(sets: string, among: (asked: Asked) => string, asked: Asked): string {
  // A row's own property cuts what was done, not who belongs.
  const { cut, ...uncut } = asked
  const byGroup = cut?.of === 'row' && cut.byGroup
  return `SELECT did.slot AS slot, did.key AS key, bitmapAnd(did.members, belongs.members) AS members
    FROM (${sets}) AS did INNER JOIN (${among(byGroup ? asked : uncut)}) AS belongs
      ON did.slot = belongs.slot${byGroup ? ' AND did.key = belongs.key' : ''}`
}

/** `sets`: a query of `slot`, `key` and `members`. Answers the same, in scope and cut by member. */
export function scopedSets(sets: string, { who, cut }: Asked): string {
  const mine = who === undefined ? 'members' : `bitmapAnd(members, ${who})`
  if (cut?.of !== 'member')
    return who === undefined ? sets : `SELECT slot, key, ${mine} AS members FROM (${sets})`
  return `SELECT slot, cut.key AS key,
      if(cut.others, bitmapAndnot(${mine}, cut.these), bitmapAnd(${mine}, cut.these)) AS members
    FROM (${sets}) AS sets CROSS JOIN (
      SELECT key, groupBitmapState(toUInt64(m)) AS these, false AS others FROM (${cut.pairs}) GROUP BY key
      UNION ALL SELECT 'u' AS key, groupBitmapState(toUInt64(m)) AS these, true AS others FROM (${cut.pairs})) AS cut`
}

/** A query of `slot`, `key` and `n`, how many members. */
export function cardinalitiesSql(sets: string, { who, cut }: Asked): string {
  const mine = who === undefined ? 'members' : `bitmapAnd(members, ${who})`
  if (cut?.of !== 'member') return `SELECT slot, key, bitmapCardinality(${mine}) AS n FROM (${sets})`
  return `SELECT slot, cut.key AS key,
      if(cut.others, bitmapAndnotCardinality(${mine}, cut.these), bitmapAndCardinality(${mine}, cut.these)) AS n
    FROM (${sets}) AS sets CROSS JOIN (
      SELECT key, groupBitmapState(toUInt64(m)) AS these, false AS others FROM (${cut.pairs}) GROUP BY key
      UNION ALL SELECT 'u' AS key, groupBitmapState(toUInt64(m)) AS these, true AS others FROM (${cut.pairs})) AS cut`
}
