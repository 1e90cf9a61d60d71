import { useMemo } from 'react'
import type { ChartTable } from '#ui/console/chart/Chart.tsx'
import { baseOption, type Colours, fontFamily } from '#ui/console/chart/option.ts'
import { Card } from '#ui/console/Page.tsx'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { shortDay } from './calendar.ts'
import { ChartCard } from './frame/ChartCard.tsx'
import { PeopleDoor } from './frame/PeopleDoor.tsx'
import { readableOn } from './frame/shade.ts'
import { useAnswer } from './frame/useAnswer.ts'
import { insightWords } from './insight.words.ts'
import { initial, type RetentionAnswer, type RetentionQuestion } from './retention/answer.ts'
import { gridOf, type RetentionGrid } from './retentionGrid.ts'

const weeks = 8
const question: RetentionQuestion = { ...initial, range: { last: weeks, unit: 'week' }, columns: weeks - 1 }

/** How many of each week's newcomers came back in the weeks after. */
export default function RetentionMap() {
  const { data, error, retry } = useAnswer<RetentionAnswer>('retention', question)
  const grid = useMemo(() => data && gridOf(data.answer.cohorts), [data])
  if (grid) return <Drawing grid={grid} />
  return <Card>{error ? <Failed error={error} retry={retry} /> : <SkeletonRows rows={6} />}</Card>
}

function Drawing({ grid }: { grid: RetentionGrid }) {
  const t = useT()
  const format = useFormat()
  const columns = Array.from({ length: grid.width }, (_, n) => t(insightWords.nthWeek, { n: n + 1 }))
  const option = useMemo(
    () => (colours: Colours) =>
      heatOption(colours, grid, { columns, pending: t(insightWords.pending), number: format.number }),
    [grid, columns, t, format],
  )
  if (grid.rows.length === 0)
    return (
      <Card>
        <Empty
          icon="insight"
          title={t(insightWords.retentionEmpty)}
          hint={t(insightWords.retentionEmptyHint)}
        />
      </Card>
    )
  const { latest, mean } = grid
  const rate = latest ? format.percent(Math.round(latest.rate * 100) / 100) : '—'
  const title = latest
    ? t(latest.best ? insightWords.retentionBest : insightWords.retentionMean, {
        rate,
        weeks: grid.rows.length,
        mean: format.percent(Math.round(mean * 100) / 100),
      })
    : t(insightWords.retentionEmpty)
  const behind = (week: string, column: number) => ({
    analysis: 'retention',
    question,
    cell: { cohort: week, column },
    title: t(insightWords.retentionBehind, { week: shortDay(week), n: column }),
  })
  const table: ChartTable = {
    head: [t(insightWords.cohort), t(insightWords.size), ...columns],
    rows: grid.rows.map((row) => [
      row.week,
      row.size,
      ...columns.map((_, at) => {
        const share = row.shares[at]
        if (share === undefined) return ''
        const text = `${Math.round(share * 100)}%`
        return { value: text, shown: <PeopleDoor {...behind(row.week, at + 1)}>{text}</PeopleDoor> }
      }),
    ]),
  }
  return (
    <ChartCard
      title={title}
      note={t(insightWords.retentionNote)}
      option={option}
      table={table}
      summary={t(insightWords.retentionSummary, { weeks: grid.rows.length, rate })}
      file="weekly-retention"
      height={30 + 31 * Math.max(grid.rows.length, 1)}
      behind={({ data }) => {
        const [x = 0, y = 0] = (data as { readonly value?: readonly number[] } | undefined)?.value ?? []
        const row = grid.rows[y]
        return row?.shares[x] === undefined ? undefined : behind(row.week, x + 1)
      }}
    />
  )
}

interface HeatWords {
  readonly columns: readonly string[]
  readonly pending: string
  readonly number: (value: number) => string
}

function heatOption(colours: Colours, grid: RetentionGrid, { columns, pending, number }: HeatWords) {
  const cells = grid.rows.flatMap((row, y) =>
    row.shares.map((share, x) => {
      const strength = grid.highest > 0 ? share / grid.highest : 0
      const dark = mixes(colours.pine, colours.card, 0.2 + strength * 0.72)
      return {
        value: [x, y, Math.round(share * 100)],
        itemStyle: { color: dark, borderRadius: 4, borderColor: colours.card, borderWidth: 2 },
        label: { color: readableOn(dark), fontWeight: strength > 0.85 ? 600 : 400 },
      }
    }),
  )
  const waiting = grid.rows.flatMap((row, y) =>
    row.shares.length === 0
      ? [
          {
            value: [0, y, 0],
            itemStyle: { color: 'transparent' },
            label: { formatter: pending, color: colours.muted, align: 'left', position: 'insideLeft' },
          },
        ]
      : [],
  )
  return {
    ...baseOption(colours),
    tooltip: { show: false },
    grid: { left: 92, right: 4, top: 26, bottom: 2 },
    xAxis: {
      type: 'category',
      position: 'top',
      data: columns,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: colours.muted, fontSize: 11, fontFamily },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: grid.rows.map((row) => row.week),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: colours.ink,
        fontSize: 12,
        fontFamily,
        formatter: (week: string, at: number) =>
          `{day|${shortDay(week)}}{size|${number(grid.rows[at]?.size ?? 0)}}`,
        rich: {
          day: { width: 42, align: 'left', color: colours.ink, fontSize: 12 },
          size: { width: 40, align: 'right', color: colours.muted, fontSize: 11 },
        },
      },
    },
    series: [
      {
        type: 'heatmap',
        data: [...cells, ...waiting],
        label: {
          show: true,
          fontSize: 12,
          fontFamily,
          formatter: ({ value }: { value: readonly number[] }) => String(value[2]),
        },
        emphasis: { disabled: true },
      },
    ],
    visualMap: {
      show: false,
      min: 0,
      max: 100,
      dimension: 2,
      inRange: { color: [colours.soft, colours.pine] },
      seriesIndex: 9,
    },
  }
}

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** `share` of `colour` over `ground`, opaque. */
function mixes(colour: string, ground: string, share: number): string {
  const [top, below] = [channels(colour), channels(ground)]
  return `#${top
    .map((channel, at) =>
      Math.round(channel * share + (below[at] ?? 0) * (1 - share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
