/** Cohorts as the grid that is drawn: only weeks that are over, so that no number can still grow. */
import type { RetentionAnswer } from './retention/answer.ts'

export interface RetentionGrid {
  readonly rows: readonly {
    /** First day of the week in which they were first active. */
    readonly week: string
    readonly size: number
    /** Week by week after it. */
    readonly shares: readonly number[]
  }[]
  readonly width: number
  readonly highest: number
  /** Next-week retention of the latest cohort whose next week is over. */
  readonly latest: { readonly rate: number; readonly best: boolean } | undefined
  /** Mean next-week retention of all cohorts shown, each cohort counting once. */
  readonly mean: number
}

export function gridOf(cohorts: RetentionAnswer['cohorts']): RetentionGrid {
  const rows = cohorts
    .filter(({ size }) => size > 0)
    .map(({ start, size, cells }) => ({
      week: start,
      size,
      shares: cells
        .slice(1)
        .filter(({ complete }) => complete)
        .map(({ share }) => share ?? 0),
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
