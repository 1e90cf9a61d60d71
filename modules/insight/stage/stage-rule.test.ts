import { describe, expect, test } from 'vitest'
import { alertTest } from '../alerts/judging.ts'
import { presets } from '../alerts/presets.ts'
import { alertBody } from '../alerts/shapes.ts'
import { findAnalysis } from '../analyses.ts'
import { goalTemplates } from '../goals/templates.ts'
import { entries } from '../metrics/catalogue/catalogue.ts'
import { focusOf, inStageOrder } from './focus.ts'
import {
  comparedDays,
  findDiffering,
  type Look,
  type Read,
  type Stage,
  signs,
  stages,
  suggest,
  wayOf,
} from './stage.ts'

const to = '2026-11-22'
const read = (figures: readonly (readonly [now: number, before: number, year?: number])[]): Read[] =>
  figures.map(([now, before, year], at) => ({
    metric: signs[at]!,
    name: signs[at]!,
    unit: 'members',
    now,
    before,
    year: year ?? null,
  }))
const suggested = (figures: Parameters<typeof read>[0], since = '2026-01-01', active = 500) =>
  suggest(comparedDays(since, to), active, read(figures)).suggested

describe('S2-69 the stage that figures suggest', () => {
  test('growth is two figures that rose and none that fell, decline the reverse, maturity anything else', () => {
    expect(
      suggested([
        [200, 100],
        [900, 500],
        [100, 98],
      ]),
    ).toBe('growth')
    expect(
      suggested([
        [100, 200],
        [500, 900],
        [98, 100],
      ]),
    ).toBe('decline')
    expect(
      suggested([
        [200, 100],
        [500, 900],
        [100, 98],
      ]),
    ).toBe('maturity')
    expect(
      suggested([
        [200, 100],
        [520, 500],
        [100, 98],
      ]),
    ).toBe('maturity')
    expect(
      suggested([
        [105, 100],
        [520, 500],
        [100, 98],
      ]),
    ).toBe('maturity')
  })

  test('a change counts when it is more than a tenth and more than chance', () => {
    expect(wayOf(12, 8)).toBe('flat')
    expect(wayOf(1_200, 800)).toBe('up')
    expect(wayOf(800, 1_200)).toBe('down')
    expect(wayOf(105_000, 100_000)).toBe('flat')
    expect(wayOf(0, 0)).toBe('unknown')
    expect(wayOf(3, 0)).toBe('flat')
    expect(wayOf(40, 0)).toBe('up')
  })

  test('where a year ago is known, seasons are taken out by it', () => {
    // A slow quarter, as every year.
    const figures = [
      [500, 800, 300],
      [900, 1_400, 600],
      [200, 300, 120],
    ] as const
    expect(suggested(figures)).toBe('growth')
    expect(suggest(comparedDays('2025-01-01', to), 500, read(figures)).signs[0]).toMatchObject({
      change: 0.6667,
      way: 'up',
    })
    expect(suggested(figures.map(([now, before]) => [now, before] as const))).toBe('decline')
  })

  test('nothing is said of fewer than four weeks, of a handful of people, or of a single figure', () => {
    expect(suggest(comparedDays('2026-11-01', to), 500, [])).toMatchObject({
      suggested: null,
      silent: 'days',
    })
    expect(suggest(comparedDays(undefined, to), 0, [])).toMatchObject({ suggested: null, known: 0 })
    expect(
      suggest(
        comparedDays('2026-01-01', to),
        29,
        read([
          [9, 8],
          [9, 8],
          [9, 8],
        ]),
      ),
    ).toMatchObject({
      suggested: null,
      silent: 'people',
    })
    expect(
      suggested([
        [0, 0],
        [900, 500],
        [0, 0],
      ]),
    ).toBe(null)
    expect(
      suggested([
        [200, 100],
        [900, 500],
        [0, 0],
      ]),
    ).toBe('growth')
  })

  test('the first sixteen weeks are the introduction; then halves are compared until ninety days are known', () => {
    expect(suggest(comparedDays('2026-08-04', to), 500, []).suggested).toBe('introduction')
    const young = comparedDays('2026-08-03', to)
    expect(young).toMatchObject({
      known: 112,
      days: { from: '2026-09-28', to },
      before: { from: '2026-08-03', to: '2026-09-27' },
    })
    expect(comparedDays('2026-05-27', to)).toMatchObject({
      known: 180,
      days: { from: '2026-08-25', to },
      before: { from: '2026-05-27', to: '2026-08-24' },
      year: null,
    })
    expect(comparedDays('2025-08-25', to).year).toEqual({ from: '2025-08-25', to: '2025-11-22' })
    expect(comparedDays('2025-08-26', to).year).toBe(null)
  })
})

describe('S2-69 figures that say something else for four weeks', () => {
  const today = '2026-11-23'
  const mondays = ['2026-11-23', '2026-11-16', '2026-11-09', '2026-11-02', '2026-10-26']
  const looks = (...suggestions: (Stage | null)[]): Look[] =>
    suggestions.map((each, at) => ({ week: mondays[at]!, suggested: each }))
  const chosen = { stage: 'growth', against: 'growth', day: '2026-06-01' } as const

  test('are told after four looks in a row, with the first of them', () => {
    const four = looks('decline', 'maturity', 'maturity', 'maturity', 'growth')
    expect(findDiffering(chosen, four, today)).toEqual({
      suggested: 'decline',
      since: '2026-11-02',
      weeks: 4,
    })
    expect(findDiffering(chosen, four.slice(0, 3), today)).toBeUndefined()
  })

  test('are not told when the latest agrees, says nothing or is old, or nobody chose', () => {
    expect(
      findDiffering(
        chosen,
        looks('growth', ...(['maturity', 'maturity', 'maturity', 'maturity'] as const)),
        today,
      ),
    ).toBeUndefined()
    expect(
      findDiffering(chosen, looks(null, 'maturity', 'maturity', 'maturity', 'maturity'), today),
    ).toBeUndefined()
    const four = looks('maturity', 'maturity', 'maturity', 'maturity')
    expect(findDiffering(chosen, four, '2026-12-07')).toBeUndefined()
    expect(findDiffering(undefined, four, today)).toBeUndefined()
  })

  test('who kept a stage against a suggestion is asked again after ninety days, or about another suggestion', () => {
    const kept = { stage: 'growth', against: 'maturity', day: '2026-10-20' } as const
    const five = looks('maturity', 'maturity', 'maturity', 'maturity', 'maturity')
    expect(findDiffering(kept, five, today)).toBeUndefined()
    expect(findDiffering({ ...kept, day: '2026-08-01' }, five, today)?.weeks).toBe(5)
    expect(findDiffering(kept, looks('decline', 'decline', 'decline', 'decline'), today)?.suggested).toBe(
      'decline',
    )
  })
})

describe('S2-69 what a stage changes', () => {
  test.each(stages)('%s: everything that it speaks of is there and can be set up as it is', (stage) => {
    const { figures, goals, alerts, analyses } = focusOf[stage]
    const keys = new Set(entries.map(({ key }) => key))
    expect(figures.filter((key) => !keys.has(key))).toEqual([])
    const templates = new Set(goalTemplates.map(({ id }) => id))
    expect(goals.filter((id) => !templates.has(id))).toEqual([])
    for (const alert of alerts)
      if ('preset' in alert) expect(presets.map(({ key }) => key)).toContain(alert.preset)
      else {
        expect(keys).toContain(alert.metric)
        const { name, ...rest } = alert
        expect(alertTest.safeParse(alert.test).success).toBe(true)
        expect(alertBody.safeParse({ ...rest, name: name.zh }).success).toBe(true)
      }
    for (const { analysis, question } of analyses)
      expect(findAnalysis(analysis)?.question.safeParse(question).error, analysis).toBeUndefined()
  })

  test('targets come in the order of the stage, each once; without a stage as they are', () => {
    const decline = inStageOrder('decline')
    expect(decline.slice(0, 3).map(({ id, place }) => [id, place])).toEqual([
      ['S1-08', 0],
      ['S1-03', 1],
      ['S0-07', 2],
    ])
    expect(decline.map(({ id }) => id).sort()).toEqual(goalTemplates.map(({ id }) => id).sort())
    expect(inStageOrder(undefined).map(({ id }) => id)).toEqual(goalTemplates.map(({ id }) => id))
  })
})
