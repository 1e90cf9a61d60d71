/** Whether arms came out as they should: how often chance alone is called a mismatch, and how soon a real one is. */
import { expect, test } from 'vitest'
import { balanceOf, balanceOverDays } from './balance.ts'
import { randomFrom } from './random.ts'

type Days = readonly (readonly number[])[]

/** So many days of so many members, each put into an arm by its share. */
function daysOf(seed: number, shares: readonly number[], days = 30, members = 200): Days {
  const random = randomFrom(seed)
  const bounds = shares.map((_, arm) => shares.slice(0, arm + 1).reduce((sum, share) => sum + share, 0))
  return Array.from({ length: days }, () => {
    const counts = shares.map(() => 0)
    for (let n = 0; n < members; n++) {
      const drawn = random.next()
      const arm = bounds.findIndex((bound) => drawn < bound)
      counts[arm < 0 ? shares.length - 1 : arm]!++
    }
    return counts
  })
}
const summed = (days: Days) => days[0]!.map((_, arm) => days.reduce((sum, day) => sum + day[arm]!, 0))
const shareOf = (runs: number, found: (seed: number) => boolean) =>
  Array.from({ length: runs }, (_, seed) => found(seed + 1)).filter(Boolean).length / runs

const fair = [0.5, 0.3, 0.2]

test('T46 at the end one in twenty fair splits is called unfair at 5 %, not more and not fewer', () => {
  const found = shareOf(1_000, (seed) => balanceOf(summed(daysOf(seed, fair, 5)), fair) < 0.05)
  expect(found).toBeGreaterThan(0.03)
  expect(found).toBeLessThan(0.07)
})

test('T46 looking every day, fair splits are called unfair no oftener; the test of the end would be (control)', () => {
  const looked = (days: Days) => days.some((_, at) => balanceOf(summed(days.slice(0, at + 1)), fair) < 0.05)
  expect(shareOf(300, (seed) => balanceOverDays(daysOf(seed, fair), fair) < 0.05)).toBeLessThan(0.05)
  expect(shareOf(300, (seed) => looked(daysOf(seed, fair)))).toBeGreaterThan(0.12)
})

test('T46 a split of 55 to 45 is found, day after day too', () => {
  const even = [0.5, 0.5]
  expect(shareOf(50, (seed) => balanceOverDays(daysOf(seed, [0.55, 0.45]), even) < 0.01)).toBeGreaterThan(0.9)
})

test('an arm that gets nobody changes nothing, whoever came into it', () => {
  const days = daysOf(3, [0.6, 0.4])
  const strays = days.map(([one, other]) => [one!, 50, other!])
  expect(balanceOverDays(strays, [1, 0, 1])).toBeCloseTo(balanceOverDays(days, [1, 1]), 12)
  expect(balanceOf(summed(strays), [1, 0, 1])).toBeCloseTo(balanceOf(summed(days), [1, 1]), 12)
})
