/** Cohorts as the grid that is drawn: only weeks that are over, so that no number can still grow. */
import { addDays } from './calendar.ts'
import type { Retention } from './insight.queries.ts'

export interface RetentionGrid {
  readonly rows: readonly {
    readonly week: string
    readonly size: number
    readonly shares: readonly number[]
  }[]
  readonly width: number
  readonly highest: number
  /** Next-week retention of the latest cohort whose next week is over. */
  readonly latest: { readonly rate: number; readonly best: boolean } | undefined
  /** Mean next-week retention of all cohorts shown, each cohort counting once. */
  readonly mean: number
}

/** `today` and the cohorts' weeks are calendar days; `retained[0]` is the cohort itself. */
export function gridOf(cohorts: Retention['cohorts'], today: string, weeks: number): RetentionGrid {
  const rows = cohorts
    .filter((cohort) => cohort.size > 0)
    .slice(-weeks)
    .map(({ week, size, retained }) => ({
      week,
      size,
      shares: retained
        .slice(1, weeks)
        .filter((_, after) => addDays(week, 7 * (after + 2)) <= today)
        .map((people) => people / size),
    }))
  const first = rows.flatMap((row) => row.shares.slice(0, 1))
  const rate = first.at(-1)
  return {
    rows,
    width: Math.max(1, ...rows.map((row) => row.shares.length)),
    highest: Math.max(0, ...rows.flatMap((row) => row.shares)),
    latest: rate === undefined ? undefined : { rate, best: first.length > 1 && rate >= Math.max(...first) },
    mean: first.length === 0 ? 0 : first.reduce((sum, share) => sum + share, 0) / first.length,
  }
}
