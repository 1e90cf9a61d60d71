/** Figures of a trend: lines over time, or the parts of a breakdown beside each other. */
import type { TrendAnswer, TrendSeries } from '../../metrics/trend/trend.ts'
import type { Behind } from './behind.ts'
import { about, type Figure, type Figures } from './figures.ts'
import type { Say } from './words.ts'
import { figureLabels as words } from './words.ts'

/** `names`: its parts are called by what people are or chose, and not by the hour of the day. */
export function trendFigures(
  { series, unit: bucket }: TrendAnswer,
  behind: Behind,
  t: Say,
  { names }: { readonly names: boolean },
): Figures {
  const parts = series.filter(({ part }) => part !== null)
  const drawn = parts.length > 0 ? parts : series
  const whole = series.find(({ part }) => part === null)
  const buckets = drawn[0]?.points ?? []
  const labels = buckets.map(({ start }) => (bucket === 'month' ? start.slice(0, 7) : start))
  const named = drawn.map((each) => each.part?.label ?? each.name)
  // The same figures in lines and table: what is left out of one is left out of the other.
  const now = drawn.map((each) => pointsOf(each, behind))
  const before = drawn.map((each) => (each.before ? pointsOf(each, behind, true) : undefined))
  const compared = drawn.flatMap((each, at) => (before[at] ? [{ each, points: before[at] }] : []))
  return {
    headline: whole ? totalOf(whole, behind) : null,
    was: whole?.before ? totalOf(whole, behind, true) : null,
    better: whole?.better ?? 'more',
    formula: whole?.formula ?? '',
    labels,
    ...(names && parts.length > 0
      ? {
          parts: {
            of: 'lines',
            others: t(words.others),
            people: drawn.map((each) => [
              totalOf(each, behind).people ?? undefined,
              ...(each.before ? [totalOf(each, behind, true).people ?? undefined] : []),
            ]),
            columns: drawn.map((each, at) => [
              1 + at,
              ...(each.before ? [1 + drawn.length + compared.findIndex((one) => one.each === each)] : []),
            ]),
          },
        }
      : {}),
    lines: drawn.map(({ unit }, at) => ({
      name: named[at]!,
      unit,
      values: now[at]!,
      ...(before[at] ? { before: before[at] } : {}),
    })),
    table: {
      head: [t(words.day), ...named, ...compared.map(({ each }) => t(words.before, { name: each.name }))],
      rows: [
        ...labels.map((label, at) => [
          label,
          ...now.map((points) => points[at]!),
          ...compared.map(({ each, points }) => points[at] ?? about(null, each.unit, null)),
        ]),
        [
          t(words.whole),
          ...drawn.map((each) => totalOf(each, behind)),
          ...compared.map(({ each }) => totalOf(each, behind, true)),
        ],
      ],
    },
  }
}

const partOf = ({ part }: TrendSeries) => part?.key ?? null

const of = (
  value: number | null,
  { unit }: TrendSeries,
  people: number | undefined,
  before: boolean,
): Figure => ({ ...about(value, unit, people), ...(before ? { before: true } : {}) })

const pointsOf = (series: TrendSeries, behind: Behind, before = false): Figure[] =>
  ((before ? series.before?.points : series.points) ?? []).map(({ value }, at) =>
    of(value, series, behind.people(partOf(series), at, before), before),
  )

const totalOf = (series: TrendSeries, behind: Behind, before = false): Figure =>
  of(
    (before ? series.before?.total : series.total)?.value ?? null,
    series,
    behind.people(partOf(series), undefined, before),
    before,
  )
