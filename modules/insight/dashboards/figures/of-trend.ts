/** Figures of a trend: lines over time, or the parts of a breakdown beside each other. */
import type { TrendAnswer, TrendSeries } from '../../metrics/trend/trend.ts'
import type { Behind } from './behind.ts'
import { about, type Figure, type Figures } from './figures.ts'
import type { Say } from './words.ts'
import { figureLabels as words } from './words.ts'

export function trendFigures({ series, unit: bucket }: TrendAnswer, behind: Behind, t: Say): Figures {
  const parts = series.filter(({ part }) => part !== null)
  const drawn = parts.length > 0 ? parts : series
  const whole = series.find(({ part }) => part === null)
  const buckets = drawn[0]?.points ?? []
  const labels = buckets.map(({ start }) => (bucket === 'month' ? start.slice(0, 7) : start))
  const named = drawn.map((each) => each.part?.label ?? each.name)
  const compared = drawn.filter(({ before }) => before !== null)
  return {
    headline: whole ? totalOf(whole, behind) : null,
    was: whole?.before ? totalOf(whole, behind, true) : null,
    better: whole?.better ?? 'more',
    formula: whole?.formula ?? '',
    labels,
    lines: drawn.map((each, at) => ({
      name: named[at]!,
      unit: each.unit,
      values: pointsOf(each, behind),
      ...(each.before ? { before: pointsOf(each, behind, true) } : {}),
    })),
    table: {
      head: [t(words.day), ...named, ...compared.map(({ name }) => t(words.before, { name }))],
      rows: [
        ...labels.map((label, at) => [
          label,
          ...drawn.map((each) => pointsOf(each, behind)[at]!),
          ...compared.map((each) => pointsOf(each, behind, true)[at] ?? about(null, each.unit, null)),
        ]),
        [
          t(words.whole),
          ...drawn.map((each) => totalOf(each, behind)),
          ...compared.map((each) => totalOf(each, behind, true)),
        ],
      ],
    },
  }
}

const partOf = ({ part }: TrendSeries) => part?.key ?? null

const pointsOf = (series: TrendSeries, behind: Behind, before = false): Figure[] =>
  ((before ? series.before?.points : series.points) ?? []).map(({ value }, at) =>
    about(value, series.unit, behind.people(partOf(series), at, before)),
  )

const totalOf = (series: TrendSeries, behind: Behind, before = false): Figure =>
  about(
    (before ? series.before?.total : series.total)?.value ?? null,
    series.unit,
    behind.people(partOf(series), undefined, before),
  )
