/** How the line of a report is drawn: now, dotted the time before, the goal wheat and dashed. */
import {
  axisStyle,
  baseOption,
  type ChartOption,
  type Colours,
  fontFamily,
} from '#ui/console/chart/option.ts'
import { shortDay } from '../calendar.ts'
import type { Part } from './reports.queries.ts'

type Line = Extract<Part, { kind: 'line' }>

export function reportLineOption(
  { points, before, goal }: Line,
  { figure, goal: goalWord }: { readonly figure: (value: number) => string; readonly goal: string },
) {
  return (colours: Colours): ChartOption => ({
    ...baseOption(colours),
    grid: { left: 52, right: 24, top: 22, bottom: 26 },
    xAxis: {
      type: 'category',
      data: points.map(({ start }) => shortDay(start)),
      boundaryGap: false,
      ...axisStyle(colours),
      axisLine: { show: true, lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      ...axisStyle(colours),
      axisLabel: { ...axisStyle(colours).axisLabel, formatter: (value: number) => figure(value) },
      axisLine: { show: false },
      max: goal === null ? undefined : ({ max }: { max: number }) => Math.max(max, goal),
    },
    series: [
      ...(before.length > 0
        ? [
            {
              type: 'line',
              data: [...before],
              symbol: 'none',
              color: colours.muted,
              lineStyle: { width: 1.5, type: 'dotted' },
            },
          ]
        : []),
      {
        type: 'line',
        data: points.map(({ value }) => value),
        color: colours.pine,
        symbol: 'circle',
        symbolSize: 5,
        lineStyle: { width: 2.2 },
        ...(goal === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: ['none', 'none'],
                lineStyle: { color: colours.wheat, type: 'dashed', width: 1.5 },
                label: {
                  formatter: goalWord,
                  position: 'insideEndTop',
                  color: colours['wheat-text'],
                  fontSize: 11,
                  fontFamily,
                },
                data: [{ yAxis: goal }],
              },
            }),
      },
    ],
  })
}
