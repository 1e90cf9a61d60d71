/** Reads what a stage is suggested by: three figures of the catalogue, and how long anything is known. */
import type { Day } from '#base/time/calendar.ts'
import type { Asking } from '../asking.ts'
import { loadMetrics } from '../metrics/find-metric.ts'
import { type Ask, measureAll } from '../metrics/measure.ts'
import { openEnded } from '../metrics/remember/ended.ts'
import { comparedDays, isComparable, type Read, type Suggestion, signs, suggest } from './stage.ts'

/** A day on which fewer were active is a stray one, as an order of long ago: nothing is known of the days around it. */
const fewestOfDay = 3

/** The first day on which the community lived; the rollup knows who was active on each day. */
export const sinceSql = `
  SELECT toString(min(day)) AS since, count() AS days
    FROM (SELECT day, groupBitmapMerge(members) AS active FROM active_day WHERE day <= {stage_to:Date} GROUP BY day
          HAVING active >= {stage_few:UInt32})`

async function findSince(asking: Asking, to: Day): Promise<Day | undefined> {
  const [row] = await asking.once<{ since: Day; days: string }>(sinceSql, {
    stage_to: to,
    stage_few: fewestOfDay,
  })
  return row && Number(row.days) > 0 ? row.since : undefined
}

/**
 * What the figures up to the end of a day suggest; of days that are over it is worked out once. Throws
 * `warehouse_unavailable`, `timeout`.
 */
export async function readSuggestion(asking: Asking, to: Day): Promise<Suggestion> {
  const known = await loadMetrics(asking.ctx)
  const ended = await openEnded(asking, to)
  // An operator may have changed what a figure means.
  const meant = signs.map((key) => known.get(key)?.version).join()
  const found = await ended(`product stage ${meant}`, async () => {
    const compared = comparedDays(await findSince(asking, to), to)
    const { days } = compared
    const year = compared.year
    const asks: Ask[] = isComparable(compared)
      ? signs.flatMap((ref): Ask[] => [
          { ref, question: { days, compare: 'previous' } },
          ...(year ? [{ ref, question: { days: year } }] : []),
        ])
      : []
    const [active, ...measured] = await measureAll(asking, [
      { ref: 'active_members', question: { days } },
      ...asks,
    ])
    const step = year ? 2 : 1
    const figures = asks.length === 0 ? [] : signs
    return {
      compared,
      active: active?.total.value ?? 0,
      read: figures.map((metric, at) => {
        const own = measured[at * step]!
        return {
          metric,
          unit: own.metric.unit,
          now: own.total.value ?? 0,
          before: own.before?.total.value ?? 0,
          year: year ? (measured[at * step + 1]?.total.value ?? 0) : null,
        }
      }),
    }
  })
  const named = found.read.map(
    (each): Read => ({ ...each, name: known.get(each.metric)?.name ?? each.metric }),
  )
  return suggest(found.compared, found.active, named)
}
