import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { burstOf } from './burst.ts'
import { moodOf } from './mood.ts'

describe('S0-47 a burst', () => {
  test('is the log-likelihood ratio of Dunning, by the formula with four cells', () => {
    // 20 of 100 against 5 of 100: 2·Σ O·ln(O/E).
    const cells = [
      [20, 12.5],
      [80, 87.5],
      [5, 12.5],
      [95, 87.5],
    ] as const
    const expected = 2 * cells.reduce((sum, [seen, due]) => sum + seen * Math.log(seen / due), 0)
    expect(burstOf(20, 100, 5, 100)).toBeCloseTo(expected, 10)
    expect(burstOf(5, 100, 20, 100)).toBeCloseTo(-expected, 10)
  })
  test('is 0 when nothing changed, whatever the sizes, and never not a number', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(200), fc.nat(200), (n, rest, before, restBefore) => {
        const burst = burstOf(n, n + rest, before, before + restBefore)
        expect(Number.isFinite(burst)).toBe(true)
        expect(burstOf(n, n + rest, n, n + rest)).toBeCloseTo(0, 9)
      }),
    )
  })
})

describe('how a text sounds', () => {
  test.each([
    ['这支豆子太好喝了，推荐', 1],
    ['物流太慢，包装还破了，失望', -1],
    ['一点也不好喝', -1],
    ['明天几点开门', 0],
    ['', 0],
  ] as const)('%s: %i', (text, mood) => {
    expect(moodOf(text)).toBe(mood)
  })
})
