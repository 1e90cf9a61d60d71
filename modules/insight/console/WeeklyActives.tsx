import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Chart, type ChartTable } from '#ui/console/chart/Chart.tsx'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { Card } from '#ui/console/Page.tsx'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { addDays, mondayOf, shortDay } from './calendar.ts'
import { type Activity, activityQuery } from './insight.queries.ts'
import { insightWords } from './insight.words.ts'

const weeks = 12

/** Weekly active members over twelve weeks, against the twelve before. */
export default function WeeklyActives() {
  const format = useFormat()
  const { now } = useReading()
  const today = format.dayKey(now())
  const from = addDays(mondayOf(today), -7 * (weeks - 1))
  const current = useQuery(activityQuery(from, today, 'week'))
  const before = useQuery(activityQuery(addDays(from, -7 * weeks), addDays(from, -1), 'week'))
  const week = useQuery(activityQuery(addDays(today, -6), today, 'day'))
  const error = current.error ?? before.error ?? week.error
  if (current.data && before.data && week.data)
    return <Drawing current={current.data} before={before.data} week={week.data} />
  return (
    <Card>
      {error ? (
        <Failed
          error={error}
          retry={() => {
            for (const query of [current, before, week]) query.refetch()
          }}
        />
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Card>
  )
}

function Drawing({ current, before, week }: { current: Activity; before: Activity; week: Activity }) {
  const t = useT()
  const format = useFormat()
  const { series } = current
  const option = useMemo(() => {
    const labels = series.map((point, at) =>
      at === series.length - 1 ? t(insightWords.thisWeek) : shortDay(point.start),
    )
    return (colours: Colours) =>
      lineOption(colours, {
        labels,
        actives: series.map((point) => point.actives),
        before: before.series.map((point) => point.actives),
        names: [t(insightWords.actives), t(insightWords.before)],
        number: format.number,
      })
  }, [series, before, t, format])
  if (series.every((point) => point.actives === 0))
    return (
      <Card>
        <Empty icon="insight" title={t(insightWords.noData)} hint={t(insightWords.noDataHint)} />
      </Card>
    )
  const change = week.total.actives - week.previous.actives
  const values = { count: week.total.actives, change: Math.abs(change) }
  const sentence =
    change > 0 ? insightWords.activesUp : change < 0 ? insightWords.activesDown : insightWords.activesSame
  const table: ChartTable = {
    head: [
      t(insightWords.week),
      t(insightWords.actives),
      t(insightWords.before),
      t(insightWords.newcomers),
      t(insightWords.events),
    ],
    rows: series.map((point, at) => [
      point.start,
      point.actives,
      before.series[at]?.actives ?? 0,
      point.newcomers,
      point.events,
    ]),
  }
  return (
    <Chart
      title={t(sentence, values)}
      note={t(insightWords.activesNote)}
      option={option}
      table={table}
      summary={t(insightWords.activesSummary, {
        first: series[0]?.actives ?? 0,
        last: series.at(-1)?.actives ?? 0,
      })}
      file="weekly-actives"
      height={224}
      legend={
        <>
          <span>
            <svg width="22" height="8" aria-hidden="true">
              <path d="M0 4h22" stroke="var(--pine)" strokeWidth="2.2" />
              <circle cx="11" cy="4" r="3" fill="var(--pine)" />
            </svg>
            {t(insightWords.actives)}
          </span>
          <span>
            <svg width="22" height="8" aria-hidden="true">
              <path
                d="M0 4h22"
                stroke="var(--slate)"
                strokeWidth="1.4"
                strokeDasharray="1.5 3"
                strokeLinecap="round"
              />
            </svg>
            {t(insightWords.before)}
          </span>
        </>
      }
    />
  )
}

interface Lines {
  readonly labels: readonly string[]
  readonly actives: readonly number[]
  readonly before: readonly number[]
  readonly names: readonly [string, string]
  readonly number: (value: number) => string
}

/** The last week is not over: its stretch is dashed, and its point says how many so far. */
function lineOption(colours: Colours, { labels, actives, before, names, number }: Lines) {
  const last = actives.length - 1
  const full = actives.map((value, at) => (at === last ? null : value))
  const open = actives.map((value, at) => (at >= last - 1 ? value : null))
  const line = { type: 'line', symbol: 'circle', color: colours.pine, animationDuration: 160 }
  return {
    ...baseOption(colours),
    grid: { left: 46, right: 64, top: 16, bottom: 26 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: labels,
      ...axisStyle(colours),
      splitLine: { show: false },
    },
    yAxis: { type: 'value', splitNumber: 4, ...axisStyle(colours), axisLine: { show: false } },
    series: [
      {
        ...line,
        name: names[0],
        data: full,
        showSymbol: false,
        lineStyle: { width: 2.2 },
        areaStyle: { color: colours.pine, opacity: 0.09 },
      },
      {
        ...line,
        name: names[0],
        data: open,
        lineStyle: { width: 2.2, type: [4, 4] },
        symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => (dataIndex === last ? 9 : 0),
        itemStyle: { borderColor: colours.card, borderWidth: 2 },
        endLabel: {
          show: true,
          formatter: () => number(actives[last] ?? 0),
          color: colours.ink,
          fontSize: 13,
          fontWeight: 600,
          distance: 8,
        },
      },
      {
        type: 'line',
        name: names[1],
        data: before,
        color: colours.slate,
        symbol: 'none',
        lineStyle: { width: 1.4, type: [1.5, 3], cap: 'round' },
      },
    ],
    tooltip: {
      ...(baseOption(colours).tooltip as object),
      formatter: (points: readonly { dataIndex: number; axisValue: string }[]) => {
        const at = points[0]?.dataIndex ?? 0
        return `${points[0]?.axisValue}\n${names[0]}  ${number(actives[at] ?? 0)}\n${names[1]}  ${number(before[at] ?? 0)}`
      },
    },
  }
}
