/**
 * Weekly retention from the rollups: members whose first active week it was (a cohort), and how many
 * of them were active in each week since. Bitmaps intersect, so every cell is exact.
 */
import type { Day } from '#base/time/calendar.ts'
import type { QueryOptions, WarehouseQuery } from '../query.ts'

export interface Cohort {
  /** Monday of the week in which they were first active. */
  readonly week: Day
  readonly size: number
  /** Active members of the cohort in its own week and in each week after it. */
  readonly retained: readonly number[]
}

const weeks = `
  SELECT if(day < {from:Date}, toDate(0), toMonday(day)) AS week, groupBitmapMergeState(members) AS members
    FROM active_day WHERE day < {until:Date} GROUP BY week`

export const retentionSql = `
  SELECT cohort.week AS cohort, active.week AS week, bitmapAndCardinality(cohort.newcomers, active.members) AS members
    FROM (SELECT week, bitmapAndnot(members, before) AS newcomers
            FROM (SELECT week, members, groupBitmapMergeState(members) OVER
                         (ORDER BY week ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
                    FROM (${weeks}))
           WHERE week > toDate(0)) AS cohort
   CROSS JOIN (SELECT week, members FROM (${weeks}) WHERE week > toDate(0)) AS active
   WHERE active.week >= cohort.week AND members > 0
   ORDER BY cohort, week`

/** Cohorts of the weeks from the Monday `from` to the Monday `last`, that week included. */
export async function findRetention(
  query: WarehouseQuery,
  weeksAsked: readonly Day[],
  options: QueryOptions = {},
): Promise<Cohort[]> {
  const last = weeksAsked.at(-1)
  if (!last) return []
  const cells = await query<{ cohort: Day; week: Day; members: string }>(
    retentionSql,
    { from: weeksAsked[0], until: dayAfterWeek(last) },
    options,
  )
  const found = new Map(cells.map((cell) => [`${cell.cohort} ${cell.week}`, Number(cell.members)]))
  return weeksAsked.map((week, at) => {
    const retained = weeksAsked.slice(at).map((later) => found.get(`${week} ${later}`) ?? 0)
    return { week, size: retained[0] ?? 0, retained }
  })
}

const dayAfterWeek = (monday: Day): Day =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10)
