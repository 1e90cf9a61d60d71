/** A metric as a table: buckets down, parts and what was before across; every figure is a door. */
import type { ReactNode } from 'react'
import type { ChartCell } from '#ui/console/chart/Chart.tsx'
import { figureWords } from '../../../figure.ts'
import { ChartCard } from '../../frame/ChartCard.tsx'
import { PeopleDoor } from '../../frame/PeopleDoor.tsx'
import { useRangeWords } from '../../frame/useRange.ts'
import { useSaying } from '../../overview/seen.ts'
import type { Series, TrendAnswer, TrendQuestion } from '../../trends/trend.ts'
import { dashboardWords as words } from '../dashboards.words.ts'
import { behindTrend } from './behind.ts'

interface Props {
  readonly question?: TrendQuestion
  readonly answer?: TrendAnswer
}

export default function TableTile({ question, answer }: Props) {
  const { t, locale } = useSaying()
  const range = useRangeWords()
  const whole = answer?.series[0]
  if (!question || !answer || !whole) return null
  const parts = answer.series.filter(({ part }) => part !== null)
  const drawn = parts.length > 0 ? [whole, ...parts] : answer.series
  const compared = drawn.filter(({ before }) => before !== null)
  const cell = (
    series: Series,
    value: number | null | undefined,
    start?: string,
    before = false,
  ): ChartCell => {
    const text = figureWords(value ?? null, series.unit, locale)
    const name = series.part ? t(words.part, { name: series.name, part: series.part.label }) : series.name
    return {
      value: value ?? '',
      shown: value ? (
        <PeopleDoor
          {...behindTrend(question, series, t(words.whoOf, { name, when: start ?? range(question.range) }), {
            start,
            before,
          })}
        >
          {text}
        </PeopleDoor>
      ) : (
        text
      ),
    }
  }
  const head = [
    t(words.date),
    ...drawn.map(({ name, part }) => part?.label ?? name),
    ...compared.map(({ name, part }) => `${part?.label ?? name} · ${t(words.before)}`),
  ]
  const rows: ChartCell[][] = [
    ...(whole.points.map((point, at) => [
      point.start,
      ...drawn.map((series) => cell(series, series.points[at]?.value, point.start)),
      ...compared.map((series) =>
        cell(series, series.before?.points[at]?.value, series.before?.points[at]?.start, true),
      ),
    ]) as ChartCell[][]),
    [
      t(words.wholeOf),
      ...drawn.map((series) => cell(series, series.total.value)),
      ...compared.map((series) => cell(series, series.before?.total.value, undefined, true)),
    ],
  ]
  return (
    <ChartCard
      title={`${whole.name} · ${figureWords(whole.total.value, whole.unit, locale)}`}
      note={`${range(question.range)} · ${whole.formula}`}
      summary={whole.name}
      file="metric"
      height={320}
      table={{ head, rows }}
    >
      <div className="tile-table">
        <table>
          <thead>
            <tr>
              {head.map((each, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={at} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={at}>
                {row.map((each, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={place}>{shownOf(each)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ChartCard>
  )
}

const shownOf = (cell: ChartCell): ReactNode => (typeof cell === 'object' ? cell.shown : cell)
