import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concentrationOf, figuresOf, type WeekFigures } from './figures.ts'
import { sizeHintOf, standingOf, usualLevels } from './ladder.ts'
import { lifeOf, slopeOf } from './life-stage.ts'
import { healthOf, indicators, inOrder, lightOf, usualLines } from './lights.ts'

const week = (members: number, actives: number, over: Partial<WeekFigures> = {}): WeekFigures => ({
  end: '2026-11-18',
  members,
  actives,
  joined: 0,
  left: 0,
  contributors: 0,
  contributions: 0,
  ...over,
})
const weeks = (members: number, rates: readonly number[]) =>
  rates.map((rate) => week(members, Math.round((members * rate) / 100)))
const counted = (given: readonly WeekFigures[]) =>
  figuresOf({ weeks: given, newcomers28: 0, answered28: 0, perContributor: [] })

describe('lights', () => {
  test('S1-71 a weekly active rate below 30 % is red, below 40 % yellow; at a line it is still on its better side', () => {
    const of = (rate: number) => lightOf('activeRate', rate, usualLines)
    expect([40, 39.9, 30, 29.9].map(of)).toEqual(['good', 'warn', 'warn', 'bad'])
  })

  test('S1-72 participation below 20 % is red', () => {
    const of = (rate: number) => lightOf('participation', rate, usualLines)
    expect([30, 20, 19.9].map(of)).toEqual(['good', 'warn', 'bad'])
  })

  test('concentration is the other way round: more is worse', () => {
    const of = (share: number) => lightOf('concentration', share, usualLines)
    expect([60, 60.1, 80, 80.1].map(of)).toEqual(['good', 'warn', 'warn', 'bad'])
    expect(inOrder('concentration', { warn: 80, bad: 60, weight: 1 })).toBe(false)
    expect(inOrder('activeRate', { warn: 30, bad: 40, weight: 1 })).toBe(false)
    expect(indicators.every((indicator) => inOrder(indicator, usualLines[indicator]))).toBe(true)
  })

  test('the light of a group is its worst one that counts; what is not known says nothing', () => {
    const figures = { ...counted(weeks(100, [50])), participation: 35, answered: null, growth: 1 }
    expect(healthOf(figures, usualLines)).toMatchObject({ light: 'good' })
    expect(healthOf({ ...figures, participation: 10 }, usualLines).light).toBe('bad')
    const unweighted = { ...usualLines, participation: { ...usualLines.participation, weight: 0 } }
    expect(healthOf({ ...figures, participation: 10 }, unweighted).light).toBe('good')
    expect(healthOf(counted([]), usualLines)).toMatchObject({ light: 'off', score: null })
  })

  test('a score stays within 0 and 100, and never falls when an indicator gets better', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (rate, more) => {
          const of = (activeRate: number) =>
            healthOf({ ...counted(weeks(50, [10])), activeRate }, usualLines).score!
          expect(of(rate)).toBeGreaterThanOrEqual(0)
          expect(of(rate + more)).toBeLessThanOrEqual(100)
          expect(of(rate + more)).toBeGreaterThanOrEqual(of(rate))
        },
      ),
    )
  })
})

describe('figures', () => {
  test('are rates of the last seven days, growth and newcomers of twenty-eight', () => {
    const figures = figuresOf({
      weeks: [
        week(90, 40),
        week(92, 30, { joined: 4, left: 2 }),
        week(96, 31, { joined: 5, left: 1, contributions: 40 }),
        week(99, 33, { joined: 3, contributions: 50 }),
        week(100, 25, { joined: 2, left: 1, contributors: 15, contributions: 120 }),
      ],
      newcomers28: 12,
      answered28: 9,
      perContributor: Array(10).fill(12),
    })
    expect(figures).toMatchObject({
      members: 100,
      activeRate: 25,
      activeRateBefore: 33.3,
      perMember: 1.2,
      participation: 15,
      contributions28: 210,
      joined28: 14,
      left28: 4,
      growth: 11.1,
      answered: 75,
      concentration: 10,
    })
  })

  test('concentration is the share of the most eager tenth, and says nothing of fewer than ten people', () => {
    expect(concentrationOf([91, ...Array(9).fill(1)])).toBe(91)
    expect(concentrationOf([50, 30, ...Array(9).fill(1)])).toBe(89.9)
    expect(concentrationOf(Array(9).fill(100))).toBeNull()
    expect(figuresOf({ weeks: [], newcomers28: 0, answered28: 0, perContributor: [] })).toMatchObject({
      members: 0,
      activeRate: null,
      growth: null,
      answered: null,
    })
  })
})

describe('the stage of life', () => {
  test('rising is growing, level is stable, sinking is declining, four weeks of nothing are silence', () => {
    expect(lifeOf(weeks(200, [30, 32, 35, 38])).stage).toBe('growing')
    expect(lifeOf(weeks(200, [36, 35, 36, 35])).stage).toBe('stable')
    expect(lifeOf(weeks(200, [40, 36, 33, 28])).stage).toBe('declining')
    expect(lifeOf(weeks(200, [40, 4, 3, 4, 2])).stage).toBe('silent')
    expect(lifeOf(weeks(200, [4, 3, 4, 5])).stage).toBe('stable')
  })

  test('fewer than thirty members, or than four weeks, is budding', () => {
    expect(lifeOf(weeks(29, [40, 36, 33, 28])).stage).toBe('budding')
    expect(lifeOf(weeks(30, [40, 36, 33, 28])).stage).toBe('declining')
    expect(lifeOf(weeks(300, [40, 20, 10])).stage).toBe('budding')
    expect(lifeOf([]).stage).toBe('budding')
  })

  test('the signal says how long it has fallen and how far it is to silence', () => {
    expect(lifeOf(weeks(1000, [42, 45, 41, 37, 33, 29]))).toEqual({
      stage: 'declining',
      slope: -4,
      fallingWeeks: 4,
      weeksToSilence: 6,
    })
    expect(lifeOf(weeks(1000, [30, 32, 35, 38])).weeksToSilence).toBeNull()
    expect(slopeOf([3])).toBe(0)
  })
})

describe('the ladder', () => {
  const figures = {
    ...counted(weeks(120, [30])),
    contributions28: 150,
    answered: 38,
  }

  test('a group stands where it meets everything up to there, and is told what is missing for the next', () => {
    const standing = standingOf(figures, usualLevels)
    expect(standing.rank).toBe(2)
    expect(standing.next?.level.rank).toBe(3)
    expect(standing.next?.missing).toBe(3)
    expect(standing.next?.needs[0]).toEqual({ figure: 'activeRate', actual: 30, atLeast: 40, met: false })
  })

  test('a level counts only when all below it are met', () => {
    const tops = { ...figures, activeRate: 60, answered: 90, contributions28: 900 }
    expect(standingOf(tops, usualLevels)).toEqual({ rank: 3, next: null })
    expect(standingOf({ ...tops, members: 12 }, usualLevels).rank).toBe(0)
  })

  test('S2-14 small is beautiful: a group of more than five hundred is told to split', () => {
    expect([29, 30, 79, 80, 500, 501].map(sizeHintOf)).toEqual([
      'gather',
      'warm',
      'warm',
      'lively',
      'lively',
      'split',
    ])
  })
})
