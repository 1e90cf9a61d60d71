import { type ReactNode, useMemo } from 'react'
import { Chart } from '#ui/console/chart/Chart.tsx'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Health } from '../group.queries.ts'
import { healthWords as words } from './health.words.ts'

const shortDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`

/** The weekly active rate over twelve weeks, between its two lines. */
export function RateChart({ health }: { health: Health }) {
  const t = useT()
  const format = useFormat()
  const { weeks, upTo } = health
  const line = health.parts.find((part) => part.indicator === 'activeRate')
  const last = weeks.at(-1)
  const before = weeks.at(-2)
  const change = last && before ? Math.round((last.rate - before.rate) * 10) / 10 : 0
  const option = useMemo(() => {
    const labels = weeks.map((week) => shortDay(week.end))
    const rates = weeks.map((week) => week.rate)
    return (colours: Colours) => rateOption(colours, { labels, rates, bad: line?.bad, warn: line?.warn })
  }, [weeks, line?.bad, line?.warn])
  const sentence = change > 0 ? words.chartUp : change < 0 ? words.chartDown : words.chartSame
  return (
    <Chart
      title={t(sentence, { rate: format.number(last?.rate ?? 0), change: format.number(Math.abs(change)) })}
      note={t(words.chartNote, { day: upTo })}
      option={option}
      table={{
        head: [
          t(words.week),
          t(words.rate),
          t(words.members),
          t(words.joined),
          t(words.left),
          t(words.contributors),
          t(words.contributions),
        ],
        rows: weeks.map((week) => [
          week.end,
          week.rate,
          week.members,
          week.joined,
          week.left,
          week.contributors,
          week.contributions,
        ]),
      }}
      summary={t(words.summary, { first: weeks[0]?.rate ?? 0, last: last?.rate ?? 0 })}
      file="group-activity"
      height={240}
      legend={
        line && (
          <>
            <Dash colour="var(--wheat)">{t(words.goodLine, { line: line.warn })}</Dash>
            <Dash colour="var(--bad)">{t(words.alarmLine, { line: line.bad })}</Dash>
          </>
        )
      }
    />
  )
}

function Dash({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <span>
      <svg width="22" height="8" aria-hidden="true">
        <path d="M0 4h22" stroke={colour} strokeWidth="1.6" strokeDasharray="4 3" />
      </svg>
      {children}
    </span>
  )
}

interface Drawn {
  readonly labels: readonly string[]
  readonly rates: readonly number[]
  readonly bad: number | undefined
  readonly warn: number | undefined
}

function rateOption(colours: Colours, { labels, rates, bad, warn }: Drawn) {
  const top = Math.max(...rates, warn ?? 0) * 1.15
  // A line across, as a series: the drawing library is loaded without its marks.
  const across = (at: number | undefined, colour: string) =>
    at === undefined
      ? []
      : [
          {
            type: 'line',
            data: labels.map(() => at),
            color: colour,
            symbol: 'none',
            silent: true,
            animation: false,
            lineStyle: { width: 1.4, type: [4, 3] },
          },
        ]
  return {
    ...baseOption(colours),
    grid: { left: 42, right: 52, top: 16, bottom: 26 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: labels,
      ...axisStyle(colours),
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: Math.min(100, Math.ceil(top / 10) * 10),
      splitNumber: 4,
      ...axisStyle(colours),
      axisLine: { show: false },
    },
    series: [
      {
        type: 'line',
        data: rates,
        color: colours.pine,
        symbol: 'circle',
        symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) =>
          dataIndex === rates.length - 1 ? 9 : 0,
        itemStyle: { borderColor: colours.card, borderWidth: 2 },
        lineStyle: { width: 2.2 },
        areaStyle: { color: colours.pine, opacity: 0.08 },
        animationDuration: 160,
        endLabel: {
          show: true,
          formatter: () => `${rates.at(-1) ?? 0}%`,
          color: colours.ink,
          fontSize: 13,
          fontWeight: 600,
          distance: 8,
        },
      },
      ...across(warn, colours.wheat),
      ...across(bad, colours.bad),
    ],
    tooltip: {
      ...(baseOption(colours).tooltip as object),
      formatter: (points: readonly { dataIndex: number; axisValue: string }[]) => {
        const at = points[0]?.dataIndex ?? 0
        return `${points[0]?.axisValue}\n${rates[at] ?? 0}%`
      },
    },
  }
}
