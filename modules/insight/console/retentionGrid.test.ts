import { expect, it } from 'vitest'
import { gridOf } from './retentionGrid.ts'

/** A cohort of so many, and how many of them were active in each week after; the last of them may still run. */
const cohort = (start: string, size: number, kept: readonly number[], running = false) => ({
  start,
  size,
  cells: [size, ...kept].map((returned, column) => ({
    returned,
    share: size === 0 ? null : returned / size,
    complete: !(running && column === kept.length),
  })),
})
const cohorts = [
  cohort('2026-10-26', 200, [100, 80, 60], true),
  cohort('2026-11-02', 100, [55, 30], true),
  cohort('2026-11-09', 120, [12], true),
  cohort('2026-11-16', 40, []),
]

it('shows only weeks that are over', () => {
  expect(gridOf(cohorts).rows.map((row) => row.shares)).toEqual([[0.5, 0.4], [0.55], [], []])
})

it('names the latest cohort whose next week is over, and whether it is the best', () => {
  const grid = gridOf(cohorts)
  expect(grid.latest).toEqual({ rate: 0.55, best: true })
  expect(grid.mean).toBeCloseTo(0.525)
  const later = gridOf([...cohorts.slice(0, 2), cohort('2026-11-09', 120, [12])])
  expect(later.latest).toEqual({ rate: 0.1, best: false })
})

it('leaves out weeks in which nobody came', () => {
  const grid = gridOf([cohort('2026-11-02', 0, [0])])
  expect(grid.rows).toEqual([])
  expect(grid.latest).toBeUndefined()
})
