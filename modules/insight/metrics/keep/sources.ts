/**
 * Where the events behind a metric came from, as the data says: this community, an import, WeCom, tracking. A metric
 * whose events have never come has no source: there is nothing to show yet.
 */
import type { Asking } from '../../asking.ts'

export const sources = ['own', 'import', 'wecom', 'track'] as const
export type Source = (typeof sources)[number]

export interface SeenEvent {
  readonly sources: readonly Source[]
  /** The last day on which one happened. */
  readonly lastDay: string
}

/** How far back it looks, in days; older events still count as seen, without a source. */
export const recentDays = 90

/** The source column as people know it: `seed` is the demo, which plays this community. */
const sourceSql = `multiIf(source = 'import', 'import', source = 'wecom', 'wecom', source = 'track', 'track', 'own')`

export const seenSql = `
  SELECT name, max(last) AS last, groupUniqArrayArray(found) AS found FROM (
    SELECT name, toString(max(day)) AS last, emptyArrayString() AS found FROM event_day GROUP BY name
    UNION ALL
    SELECT name, toString(max(day)) AS last, groupUniqArray(${sourceSql}) AS found FROM event
     WHERE day >= {from:Date} AND NOT (bot OR test) GROUP BY name)
  GROUP BY name`

export async function findSeen(asking: Asking, from: string): Promise<ReadonlyMap<string, SeenEvent>> {
  const rows = await asking.once<{ name: string; last: string; found: Source[] }>(seenSql, { from })
  return new Map(rows.map(({ name, last, found }) => [name, { lastDay: last, sources: found.toSorted() }]))
}
