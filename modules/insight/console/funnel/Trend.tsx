/** Conversion by when attempts began. */
import { useMemo, useState } from 'react'
import type { Colours } from '#ui/console/chart/option.ts'
import { shareChart } from '#ui/console/chart/share.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { shortDay } from '../calendar.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { bucketsOf, MarksKey, useMarks } from '../frame/Marks.tsx'
import { markLines, roomForMarks } from '../frame/marks.ts'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { Unit } from '../frame/question.ts'
import { UnitPick } from '../frame/RangePick.tsx'
import { Asked } from './Asked.tsx'
import type { FunnelAnswer, FunnelQuestion } from './answer.ts'
import { funnelWords as words } from './funnel.words.ts'

export function Trend({ question }: { question: FunnelQuestion }) {
  const [unit, setUnit] = useState<Unit>('week')
  const asked = { ...question, breakdown: undefined, show: { of: 'trend', unit } }
  return (
    <Asked question={asked}>
      {({ trend }) => <Drawing asked={asked} trend={trend ?? []} unit={unit} setUnit={setUnit} />}
    </Asked>
  )
}

interface Props {
  readonly asked: FunnelQuestion
  readonly trend: NonNullable<FunnelAnswer['trend']>
  readonly unit: Unit
  readonly setUnit: (unit: Unit) => void
}

function Drawing({ asked, trend, unit, setUnit }: Props) {
  const t = useT()
  const format = useFormat()
  const buckets = useMemo(
    () =>
      bucketsOf(
        trend.map(({ start }) => start),
        unit,
      ),
    [trend, unit],
  )
  const marks = useMarks(buckets, asked.scope?.group)
  const option = useMemo(
    () => (colours: Colours) => {
      const labels = trend.map(({ start }) => shortDay(start))
      const lastWhole = trend.findLastIndex(({ complete }) => complete)
      const line = (id: string, data: readonly (number | null)[], dotted: boolean) => ({
        id,
        name: t(words.rate),
        type: 'line',
        data,
        symbol: 'circle',
        symbolSize: 6,
        connectNulls: false,
        itemStyle: { color: colours.pine },
        lineStyle: { color: colours.pine, width: 2, type: dotted ? 'dotted' : 'solid' },
        ...(dotted ? {} : { markLine: markLines(colours, marks) }),
      })
      return {
        ...shareChart(colours, labels, format.percent, { top: roomForMarks(marks) }),
        series: [
          line(
            'whole',
            trend.map(({ rate }, at) => (at <= lastWhole ? rate : null)),
            false,
          ),
          line(
            'running',
            trend.map(({ rate }, at) => (at >= lastWhole ? rate : null)),
            true,
          ),
        ],
      }
    },
    [trend, marks, format, t],
  )
  const whole = trend.filter(({ complete, rate }) => complete && rate !== null)
  const [before, latest] = whole.slice(-2).length === 2 ? whole.slice(-2) : [undefined, whole[0]]
  const points = before && latest ? Math.round((latest.rate! - before.rate!) * 1_000) / 10 : 0
  const change = t(points > 0 ? words.up : points < 0 ? words.down : words.same, { points: Math.abs(points) })
  const title = latest
    ? t(words.trendTitle, { rate: format.percent(latest.rate!), change })
    : t(words.trendNone)
  const behind = (at: number) => {
    const bucket = trend[at]
    return (
      bucket && {
        analysis: 'funnel',
        question: asked,
        cell: { of: 'began', start: bucket.start, converted: true },
        title: t(words.trendBehind, { start: shortDay(bucket.start) }),
      }
    )
  }
  return (
    <ChartCard
      className="funnel-tooled"
      title={title}
      note={t(words.trendNote)}
      summary={title}
      file="funnel-trend"
      height={220}
      option={option}
      legend={
        marks.length > 0 && <MarksKey marks={marks} asked={{ metric: 'daily_actives', scope: asked.scope }} />
      }
      behind={({ at }) => behind(at)}
      tools={<UnitPick value={unit} onChange={setUnit} />}
      table={{
        head: [t(words.start), t(words.entered), t(words.converted), t(words.rate)],
        rows: trend.map(({ start, entered, converted, rate, complete }, at) => [
          complete ? start : `${start} · ${t(words.running)}`,
          entered,
          { value: converted, shown: <PeopleDoor {...behind(at)!} count={converted} /> },
          rate === null ? '' : format.percent(rate),
        ]),
      }}
    />
  )
}
