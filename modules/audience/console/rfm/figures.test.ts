import { describe, expect, test } from 'vitest'
import { answersOf as serverAnswersOf, tiers as serverTiers } from '#modules/audience/rfm/model.ts'
import { answersOf, highShares, moveSums, squaresOf, standing, sumsOf, tiers, worth } from './figures.ts'
import type { Cell, Movement, Picture } from './rfm.queries.ts'

const cell = (tier: Cell['tier'], r: number, f: number, m: number, members: number): Cell => ({
  tier,
  r,
  f,
  m,
  members,
  amount: members * 100,
})

test('the screens list the tiers as the server does', () => {
  expect(tiers).toEqual(serverTiers)
  for (const tier of serverTiers) {
    const { near, often, much } = serverAnswersOf(tier)
    expect(answersOf(tier)).toEqual([near, often, much])
  }
})

test('the cube from above has 25 squares, R 5 first, and loses nobody', () => {
  const cells = [
    cell('important_value', 5, 5, 5, 3),
    cell('general_value', 5, 5, 1, 2),
    cell('general_retain', 1, 1, 1, 4),
  ]
  const squares = squaresOf(cells)
  expect(squares).toHaveLength(25)
  expect(squares[0]).toMatchObject({ r: 5, f: 1 })
  expect(squares.reduce((sum, square) => sum + square.members, 0)).toBe(9)
  expect(squares.find((square) => square.r === 5 && square.f === 5)?.byM).toEqual([2, 0, 0, 0, 3])
  // Only one slice of M.
  expect(squaresOf(cells, 5).reduce((sum, square) => sum + square.members, 0)).toBe(3)
  expect(sumsOf(cells).get('important_value')).toEqual({ members: 3, amount: 300 })
})

describe('the place of a value on a ruler', () => {
  const fifths = [10, 20, 40, 80]
  test.each([
    [0, 0],
    [5, 0.1],
    [10, 0.2],
    [30, 0.5],
    [80, 0.8],
  ])('%s is at %s', (value, place) => {
    expect(standing({ fifths }, value)).toBeCloseTo(place, 9)
  })
  test('beyond the last fifth it stays on the ruler, further for more', () => {
    expect(standing({ fifths }, 100)).toBeGreaterThan(0.8)
    expect(standing({ fifths }, 1_000)).toBeGreaterThan(standing({ fifths }, 100))
    expect(standing({ fifths }, 1e12)).toBeLessThan(1)
  })
  test('where many are equal, it stands at the end of all of them', () => {
    expect(standing({ fifths: [1, 1, 1, 3] }, 2)).toBeCloseTo(0.7, 9)
  })
})

test('shares on the good side of each cut-off', () => {
  const picture = {
    measured: 10,
    cells: [cell('important_value', 5, 5, 5, 4), cell('general_keep', 1, 5, 1, 6)],
  } as unknown as Picture
  expect(highShares(picture)).toEqual([0.4, 1, 0.4])
})

test('a move is up when the tier it leads to is worth more; the first time is neither up nor down', () => {
  expect(worth('important_value')).toBeGreaterThan(worth('important_keep'))
  expect(worth('important_retain')).toBeGreaterThan(worth('general_value'))
  const movement: Movement = {
    from: '2026-10-20',
    to: '2026-11-19',
    moves: [
      { from: 'important_value', to: 'important_value', members: 50 },
      { from: 'important_keep', to: 'important_value', members: 7 },
      { from: 'important_value', to: 'important_keep', members: 5 },
      { from: 'none', to: 'general_develop', members: 9 },
    ],
  }
  expect(moveSums(movement)).toEqual({ up: 7, down: 5, fresh: 9, most: 9 })
})
