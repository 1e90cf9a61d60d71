/** A metric as bars: the parts of a breakdown beside each other, or its buckets. */
import { useMemo } from 'react'
import { axisStyle, baseOption, type Colours, fontFamily } from '#ui/console/chart/option.ts'
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

interface Bar {
  readonly name: string
  readonly value: number | null
  readonly series: Series
  readonly start?: string
}

export default function BarsTile({ question, answer }: Props) {
  const { t, locale, shortDay } = useSaying()
  const range = useRangeWords()
  const whole = answer?.series[0]
  const parts = useMemo(() => answer?.series.filter(({ part }) => part !== null) ?? [], [answer])
  const bars = useMemo<readonly Bar[]>(
    () =>
      parts.length > 0
        ? parts.map((series) => ({ name: series.part!.label, value: series.total.value, series }))
        : (whole?.points ?? []).map(({ start, value }) => ({
            name: shortDay(start),
            value,
            series: whole!,
            start,
          })),
    [parts, whole, shortDay],
  )
  const unit = whole?.unit ?? 'number'
  // Names of parts need room and are read in lines; hours and buckets follow each other.
  const lying = parts.length > 0 && question?.breakdown?.by !== 'time'
  const option = useMemo(() => {
    const say = (value: number | null) => figureWords(value, unit, locale)
    return (colours: Colours) => {
      const names = {
        type: 'category',
        data: bars.map(({ name }) => name),
        inverse: lying,
        ...axisStyle(colours),
        axisLine: { show: !lying, lineStyle: { color: colours.line } },
        axisLabel: {
          ...axisStyle(colours).axisLabel,
          ...(lying ? { width: 92, overflow: 'truncate', color: colours.ink } : {}),
        },
      }
      const values = {
        type: 'value',
        splitNumber: 3,
        ...axisStyle(colours),
        show: !lying,
        axisLine: { show: false },
        axisLabel: { ...axisStyle(colours).axisLabel, formatter: say },
      }
      return {
        ...baseOption(colours),
        grid: lying
          ? { left: 100, right: 64, top: 4, bottom: 4 }
          : { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
        xAxis: lying ? values : names,
        yAxis: lying ? names : values,
        tooltip: {
          ...(baseOption(colours).tooltip as object),
          axisPointer: { type: 'shadow' },
          formatter: (points: readonly { dataIndex: number }[]) => {
            const bar = bars[points[0]?.dataIndex ?? 0]
            return bar ? `${bar.name}  ${say(bar.value)}` : ''
          },
        },
        series: [
          {
            type: 'bar',
            id: 'bars',
            data: bars.map(({ value }) => value),
            barMaxWidth: lying ? 14 : 30,
            itemStyle: { color: colours.pine, borderRadius: lying ? [0, 4, 4, 0] : [4, 4, 0, 0] },
            label: {
              show: lying,
              position: 'right',
              color: colours.muted,
              fontSize: 11.5,
              fontFamily,
              formatter: ({ dataIndex }: { dataIndex: number }) => say(bars[dataIndex]?.value ?? null),
            },
          },
        ],
      }
    }
  }, [bars, unit, locale, lying])
  if (!question || !whole) return null
  const behind = ({ name, series, start }: Bar) =>
    behindTrend(question, series, t(words.part, { name: whole.name, part: name }), { start })
  const largest = bars.toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0))[0]
  const title = `${whole.name} · ${
    largest && largest.value !== null && parts.length > 0
      ? t(words.barsTop, { part: largest.name, value: figureWords(largest.value, unit, locale) })
      : figureWords(whole.total.value, unit, locale)
  }`
  return (
    <ChartCard
      title={title}
      note={`${range(question.range)} · ${whole.formula}`}
      summary={title}
      file="metric"
      height={lying ? Math.max(140, bars.length * 26) : 220}
      option={option}
      behind={({ at }) => {
        const bar = bars[at]
        return bar?.value ? behind(bar) : undefined
      }}
      table={{
        head: [parts.length > 0 ? t(words.partHead) : t(words.date), t(words.value)],
        rows: bars.map((bar) => [
          bar.start ?? bar.name,
          {
            value: bar.value ?? '',
            shown: bar.value ? (
              <PeopleDoor {...behind(bar)}>{figureWords(bar.value, unit, locale)}</PeopleDoor>
            ) : (
              figureWords(bar.value, unit, locale)
            ),
          },
        ]),
      }}
    />
  )
}
