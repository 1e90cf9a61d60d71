import { useMemo } from 'react'
import { axisStyle, baseOption, type ChartOption, type Colours } from '#ui/console/chart/option.ts'
import { Card } from '#ui/console/Page.tsx'
import { Empty } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import type { Holdout } from './value.queries.ts'
import { valueWords as words } from './value.words.ts'

/** Fitted on the past, tried on what followed: how far the figures above may be believed. */
export function HoldoutCards({ holdout }: { holdout: Holdout | null }) {
  const t = useT()
  if (!holdout)
    return (
      <Card>
        <Empty icon="clock" title={t(words.noHoldout)} hint={t(words.neverHint)} />
      </Card>
    )
  return (
    <div className="value-pair">
      <Weeks holdout={holdout} />
      <ByPast holdout={holdout} />
    </div>
  )
}

const two = (value: number) => Math.round(value * 100) / 100

const both = (colours: Colours, names: readonly [string, string], values: readonly (readonly number[])[]) => [
  {
    name: names[0],
    type: 'line',
    data: values[0],
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { color: colours.pine, width: 2 },
    itemStyle: { color: colours.pine },
  },
  {
    name: names[1],
    type: 'line',
    data: values[1],
    symbol: 'diamond',
    symbolSize: 7,
    lineStyle: { color: colours.slate, width: 2, type: 'dotted' },
    itemStyle: { color: colours.slate },
  },
]

function Legend() {
  const t = useT()
  return (
    <p className="value-legend muted small">
      <i className="solid" aria-hidden="true" /> {t(words.expected)}
      <i className="dotted" aria-hidden="true" /> {t(words.actual)}
    </p>
  )
}

function Weeks({ holdout }: { holdout: Holdout }) {
  const t = useT()
  const format = useFormat()
  const whole = (value: number) => format.number(Math.round(value))
  const option = useMemo(
    () =>
      (colours: Colours): ChartOption => ({
        ...baseOption(colours),
        grid: { left: 8, right: 12, top: 14, bottom: 4, containLabel: true },
        xAxis: {
          type: 'category',
          boundaryGap: false,
          data: holdout.weeks.map(({ week }) => t(words.week, { week })),
          ...axisStyle(colours),
        },
        yAxis: { type: 'value', ...axisStyle(colours) },
        series: both(
          colours,
          [t(words.expected), t(words.actual)],
          [
            holdout.weeks.map(({ expected }) => Math.round(expected)),
            holdout.weeks.map(({ actual }) => actual),
          ],
        ),
      }),
    [holdout, t],
  )
  const error = holdout.actual > 0 ? Math.abs(holdout.expected / holdout.actual - 1) : 0
  return (
    <ChartCard
      title={t(words.holdoutTitle, {
        expected: whole(holdout.expected),
        actual: whole(holdout.actual),
        error: format.percent(Math.round(error * 1000) / 1000),
      })}
      note={t(words.holdoutNote, { cut: format.date(`${holdout.cut}T04:00:00Z`) })}
      option={option}
      legend={<Legend />}
      summary={t(words.holdoutSummary)}
      file="value-holdout"
      height={230}
      table={{
        head: ['', t(words.expected), t(words.actual)],
        rows: holdout.weeks.map(({ week, expected, actual }) => [
          t(words.week, { week }),
          Math.round(expected),
          actual,
        ]),
      }}
    />
  )
}

function ByPast({ holdout }: { holdout: Holdout }) {
  const t = useT()
  const format = useFormat()
  const nameOf = useMemo(
    () =>
      ({ x, orMore }: Holdout['byPast'][number]) =>
        t(orMore ? words.pastMore : words.past, { x }),
    [t],
  )
  const option = useMemo(
    () =>
      (colours: Colours): ChartOption => ({
        ...baseOption(colours),
        grid: { left: 8, right: 12, top: 14, bottom: 4, containLabel: true },
        xAxis: {
          type: 'category',
          data: holdout.byPast.map(({ x, orMore }) => (orMore ? `≥${x}` : String(x))),
          ...axisStyle(colours),
        },
        yAxis: { type: 'value', ...axisStyle(colours) },
        series: both(
          colours,
          [t(words.expected), t(words.actual)],
          [
            holdout.byPast.map(({ expected }) => two(expected)),
            holdout.byPast.map(({ actual }) => two(actual)),
          ],
        ),
      }),
    [holdout, t],
  )
  return (
    <ChartCard
      title={t(words.pastTitle)}
      note={t(words.pastNote)}
      option={option}
      legend={<Legend />}
      summary={t(words.pastNote)}
      file="value-by-past"
      height={230}
      table={{
        head: ['', t(words.buyers), t(words.expected), t(words.actual)],
        rows: holdout.byPast.map((each) => [
          nameOf(each),
          format.number(each.buyers),
          two(each.expected),
          two(each.actual),
        ]),
      }}
    />
  )
}
