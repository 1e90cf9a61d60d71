/** The course of a figure around a day: what was, what would have been, and where nothing was done. */
import {
  axisStyle,
  baseOption,
  type ChartOption,
  type Colours,
  fontFamily,
} from '#ui/console/chart/option.ts'
import { shortDay } from '../calendar.ts'
import type { EffectAnswer } from './effect.ts'

interface Drawing {
  readonly names: {
    readonly actual: string
    readonly usual: string
    readonly other: string
    readonly start: string
  }
  readonly figure: (value: number | null) => string
}

export function effectOption(
  { course, on }: Pick<EffectAnswer, 'course' | 'on'>,
  { names, figure }: Drawing,
) {
  const place = course.findIndex(({ day }) => day >= on)
  const known = course.flatMap(({ value, usual, against }) =>
    [value, usual, against].flatMap((each) => each ?? []),
  )
  const low = Math.min(...known)
  return (colours: Colours): ChartOption => {
    const line = (name: string, data: (number | null)[], colour: string, style: object) => ({
      type: 'line',
      name,
      data,
      color: colour,
      symbol: 'none',
      connectNulls: false,
      lineStyle: { width: 1.5, ...style },
    })
    return {
      ...baseOption(colours),
      grid: { left: 58, right: 20, top: 30, bottom: 26 },
      xAxis: {
        type: 'category',
        data: course.map(({ day }) => shortDay(day)),
        boundaryGap: false,
        ...axisStyle(colours),
      },
      yAxis: {
        type: 'value',
        scale: low > 0,
        splitNumber: 4,
        ...axisStyle(colours),
        axisLine: { show: false },
        axisLabel: { ...axisStyle(colours).axisLabel, formatter: (value: number) => figure(value) },
      },
      series: [
        ...(course.some(({ against }) => against !== null)
          ? [
              line(
                names.other,
                course.map(({ against }) => against),
                colours.slate,
                { width: 1.3 },
              ),
            ]
          : []),
        line(
          names.usual,
          course.map(({ usual }) => usual),
          colours.wheat,
          { type: [2, 4], cap: 'round', width: 1.8 },
        ),
        {
          ...line(
            names.actual,
            course.map(({ value }) => value),
            colours.pine,
            { width: 2.2 },
          ),
          id: 'actual',
          symbol: 'circle',
          symbolSize: 6,
          showSymbol: course.length <= 70,
          ...(place === -1
            ? {}
            : {
                markLine: {
                  silent: true,
                  symbol: ['none', 'none'],
                  animation: false,
                  lineStyle: { color: colours.persimmon, width: 1.4, type: 'solid' },
                  label: {
                    position: 'end',
                    formatter: names.start,
                    color: colours['persimmon-text'],
                    fontSize: 12,
                    fontFamily,
                  },
                  data: [{ xAxis: place }],
                },
              }),
        },
      ],
      tooltip: {
        ...(baseOption(colours).tooltip as object),
        formatter: (points: readonly { dataIndex: number }[]) => {
          const at = course[points[0]?.dataIndex ?? 0]
          if (!at) return ''
          return [
            shortDay(at.day),
            `${names.actual}  ${figure(at.value)}`,
            ...(at.usual === null ? [] : [`${names.usual}  ${figure(at.usual)}`]),
            ...(at.against === null ? [] : [`${names.other}  ${figure(at.against)}`]),
          ].join('\n')
        },
      },
    } as ChartOption
  }
}
