/** Days between two purchases of the same buyer: what the rule set for shops stands on. */
import type { Parts } from '#base/parts.ts'
import type { Intervals } from './presets.ts'

/** Several purchases on one day are one; a year back. */
export const intervalsSql = `
  SELECT count() AS gaps, quantileExactInclusive(0.8)(gap) AS warning, quantileExactInclusive(0.9)(gap) AS churn
    FROM (SELECT arrayJoin(arrayPopFront(arrayDifference(arraySort(groupUniqArray(toUInt32(day)))))) AS gap
            FROM event WHERE name = {name:String} AND person AND member_id != 0 AND day > {to:Date} - 365 AND day <= {to:Date}
           GROUP BY member_id)`

/** Fewer than this say nothing about a habit; then the usual figures stand. */
const enough = 30
export const usualIntervals: Intervals = { warning: 30, churn: 60 }

export async function findIntervals(
  { query }: Pick<Parts['warehouse'], 'query'>,
  name: string,
  to: string,
): Promise<Intervals & { readonly gaps: number }> {
  const [row] = await query<{ gaps: string; warning: number | null; churn: number | null }>(intervalsSql, {
    name,
    to,
  })
  const gaps = Number(row?.gaps ?? 0)
  if (gaps < enough) return { ...usualIntervals, gaps }
  const warning = Math.max(1, Math.round(row?.warning ?? usualIntervals.warning))
  return { warning, churn: Math.max(warning + 1, Math.round(row?.churn ?? usualIntervals.churn)), gaps }
}
