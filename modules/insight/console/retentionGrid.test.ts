import { expect, it } from 'vitest'
import { gridOf } from './retentionGrid.ts'

const cohorts = [
  { week: '2026-10-26', size: 200, retained: [200, 100, 80, 60] },
  { week: '2026-11-02', size: 100, retained: [100, 55, 30] },
  { week: '2026-11-09', size: 120, retained: [120, 12] },
  { week: '2026-11-16', size: 40, retained: [40] },
]

it('shows only weeks that are over', () => {
  // Thursday 19 November: the week of the 16th still runs.
  const { rows } = gridOf(cohorts, '2026-11-19', 8)
  expect(rows.map((row) => row.shares)).toEqual([[0.5, 0.4], [0.55], [], []])
})

it('counts a week as over on the Monday after it', () => {
  expect(gridOf(cohorts, '2026-11-23', 8).rows[2]?.shares).toEqual([0.1])
  expect(gridOf(cohorts, '2026-11-22', 8).rows[2]?.shares).toEqual([])
})

it('names the latest cohort whose next week is over, and whether it is the best', () => {
  const grid = gridOf(cohorts, '2026-11-19', 8)
  expect(grid.latest).toEqual({ rate: 0.55, best: true })
  expect(grid.mean).toBeCloseTo(0.525)
  expect(gridOf(cohorts, '2026-11-23', 8).latest).toEqual({ rate: 0.1, best: false })
})

it('leaves out weeks in which nobody came', () => {
  const grid = gridOf([{ week: '2026-11-02', size: 0, retained: [0, 0] }], '2026-11-19', 8)
  expect(grid.rows).toEqual([])
  expect(grid.latest).toBeUndefined()
})
