/** Lines of a trend as they are drawn. */
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { seriesColours } from '#ui/palette.ts'
import { type Mark, markLines, marksAt } from '../frame/marks.ts'
import { axisFloor } from '../overview/north.ts'
import type { MetricUnit, Series, TrendAnswer } from './trend.ts'

/** Cut: the parts; otherwise all series. More lines than colours are not told apart. */
export function drawnOf({ series }: TrendAnswer): readonly Series[] {
  const parts = series.filter(({ part }) => part !== null)
  return (parts.length > 0 ? parts : series).slice(0, seriesColours.length)
}

/** The unit that is read on the right: shares beside anything else, else the second unit there is. */
export function rightUnit(drawn: readonly Series[]): MetricUnit | undefined {
  const units = [...new Set(drawn.map(({ unit }) => unit))]
  if (units.length < 2) return undefined
  return units.find((unit) => unit === 'share') ?? units[1]
}

/** The least of the axis that some lines share. */
export const floorOf = (drawn: readonly Series[]): number =>
  axisFloor(
    drawn
      .flatMap((each) => [...each.points, ...(each.before?.points ?? [])])
      .flatMap(({ value }) => value ?? []),
  )

const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin', 'circle', 'rect'] as const

interface Drawing {
  readonly marks: readonly Mark[]
  readonly label: (day: string) => string
  readonly say: (unit: MetricUnit, value: number | null) => string
  readonly before: string
}

export function trendOption(drawn: readonly Series[], { marks, label, say, before }: Drawing) {
  const buckets = drawn[0]?.points ?? []
  const right = rightUnit(drawn)
  const onRight = (unit: MetricUnit) => unit === right
  const axes = [drawn.find(({ unit }) => !onRight(unit))?.unit ?? 'number', ...(right ? [right] : [])]
  const last = buckets.length - 1
  const running = buckets[last]?.running ?? false
  return (colours: Colours) => {
    const axis = (unit: MetricUnit, at: number) => ({
      type: 'value',
      position: at === 0 ? 'left' : 'right',
      min: floorOf(drawn.filter((each) => onRight(each.unit) === (at === 1))),
      splitNumber: 4,
      ...axisStyle(colours),
      axisLine: { show: false },
      splitLine: at === 0 ? axisStyle(colours).splitLine : { show: false },
      axisLabel: { ...axisStyle(colours).axisLabel, formatter: (value: number) => say(unit, value) },
    })
    const lineOf = (series: Series, at: number) => {
      const colour = colours[seriesColours[at % seriesColours.length] ?? 'pine']
      const common = {
        type: 'line',
        color: colour,
        symbol: symbols[at % symbols.length],
        symbolSize: 6,
        showSymbol: buckets.length <= 60,
        connectNulls: false,
        yAxisIndex: onRight(series.unit) ? 1 : 0,
        lineStyle: { width: 2 },
      }
      return [
        {
          ...common,
          id: `line ${at}`,
          name: series.part?.label ?? series.name,
          data: series.points.map(({ value }, place) => (running && place === last ? null : value)),
          ...(drawn.length === 1 ? { areaStyle: { color: colour, opacity: 0.08 } } : {}),
          ...(at === 0 ? { markLine: markLines(colours, marks) } : {}),
        },
        ...(running
          ? [
              {
                ...common,
                id: `line-open ${at}`,
                name: series.part?.label ?? series.name,
                data: series.points.map(({ value }, place) => (place >= last - 1 ? value : null)),
                lineStyle: { width: 2, type: [4, 4] },
              },
            ]
          : []),
        ...(series.before
          ? [
              {
                ...common,
                id: `before ${at}`,
                name: before,
                data: buckets.map((_, place) => series.before?.points[place]?.value ?? null),
                symbol: 'none',
                color: drawn.length === 1 ? colours.slate : colour,
                lineStyle: { width: 1.4, type: [1.5, 3], cap: 'round' },
              },
            ]
          : []),
      ]
    }
    return {
      ...baseOption(colours),
      grid: { left: 60, right: axes.length > 1 ? 60 : 20, top: 30, bottom: 26 },
      xAxis: {
        type: 'category',
        data: buckets.map(({ start }) => label(start)),
        boundaryGap: false,
        ...axisStyle(colours),
      },
      yAxis: axes.map(axis),
      series: drawn.flatMap(lineOf),
      tooltip: {
        ...(baseOption(colours).tooltip as object),
        formatter: (points: readonly { dataIndex: number }[]) => {
          const at = points[0]?.dataIndex ?? 0
          const bucket = buckets[at]
          return [
            bucket
              ? bucket.start === bucket.to
                ? label(bucket.start)
                : `${label(bucket.start)} – ${label(bucket.to)}`
              : '',
            ...drawn.map(
              (series) =>
                `${series.letter} ${series.part?.label ?? series.name}  ${say(series.unit, series.points[at]?.value ?? null)}` +
                (series.before ? ` (${say(series.unit, series.before.points[at]?.value ?? null)})` : ''),
            ),
            ...marksAt(marks, at),
          ].join('\n')
        },
      },
    }
  }
}
