/** From bitmaps of members to figures: scope and breakdown by member are arithmetic on bitmaps. */
import type { Asked } from './asked.ts'

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
