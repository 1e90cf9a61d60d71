/** The line of the north star as it is drawn. */
import { axisStyle, baseOption, type Colours, fontFamily } from '#ui/console/chart/option.ts'
import type { Overview } from '../../overview/question.ts'
import { addDays } from '../calendar.ts'
import { type Mark, markLines, marksAt } from '../frame/marks.ts'

type Weeks = Overview['north']['weeks']
type Goal = Overview['north']['goal']

/** Weeks that are drawn beyond the last one on the way to a goal. */
const mostAhead = 8

/** The pace of the goal at the end of each week that is drawn, and of some to come; null before it began. */
export function paceOf(
  goal: Goal,
  weeks: Weeks,
  to: string,
): readonly { end: string; value: number | null }[] {
  if (!goal) return []
  const from = goal.baseline ?? 0
  const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
  const length = Math.max(1, days(goal.dueOn) - days(goal.startsOn))
  const ahead = Math.max(0, Math.min(mostAhead, Math.ceil((days(goal.dueOn) - days(to)) / 7)))
  const ends = [
    ...weeks.map(({ end }) => end),
    ...Array.from({ length: ahead }, (_, n) => addDays(to, 7 * (n + 1))),
  ]
  return ends.map((end) => {
    const gone = (days(end) - days(goal.startsOn)) / length
    return { end, value: gone < 0 ? null : Math.round(from + (goal.target - from) * Math.min(1, gone)) }
  })
}

interface Lines {
  readonly weeks: Weeks
  readonly pace: ReturnType<typeof paceOf>
  readonly marks: readonly Mark[]
  readonly goal: Goal
  readonly compared: boolean
  readonly names: readonly [string, string, string]
  readonly label: (day: string) => string
  readonly number: (value: number) => string
  readonly gap: string | undefined
  readonly goalLabel: string | undefined
}

/** The least of the axis: zero unless the line would lie flat above it. */
export function axisFloor(values: readonly number[]): number {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (high <= 0 || (high - low) / high > 0.5) return 0
  const step = 10 ** Math.floor(Math.log10(Math.max(high - low, 1)))
  return Math.max(0, Math.floor((low - (high - low) * 0.35) / step) * step)
}

/** The least of the axis of everything that is drawn. */
export const floorOf = ({ weeks, pace, compared }: Pick<Lines, 'weeks' | 'pace' | 'compared'>): number =>
  axisFloor([
    ...weeks.map(({ actives }) => actives),
    ...(compared ? weeks.map(({ before }) => before) : []),
    ...pace.flatMap(({ value }) => value ?? []),
  ])

export function lineOption({ weeks, pace, marks, compared, names, label, number, gap, goalLabel }: Lines) {
  const last = weeks.length - 1
  const ends = pace.length > 0 ? pace.map(({ end }) => end) : weeks.map(({ end }) => end)
  return (colours: Colours) => ({
    ...baseOption(colours),
    grid: { left: 50, right: pace.length > 0 ? 24 : 66, top: 30, bottom: 26 },
    xAxis: {
      type: 'category',
      data: ends.map(label),
      boundaryGap: false,
      ...axisStyle(colours),
      axisLine: { show: true, lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value',
      min: floorOf({ weeks, pace, compared }),
      splitNumber: 3,
      ...axisStyle(colours),
      axisLine: { show: false },
    },
    series: [
      {
        id: 'actives',
        type: 'line',
        name: names[0],
        data: weeks.map(({ actives }, at) => ({
          value: actives,
          symbolSize: at === last ? 9 : 6,
          // Every point can be clicked; only the last is seen.
          itemStyle: at === last ? {} : { opacity: 0 },
        })),
        color: colours.pine,
        symbol: 'circle',
        showSymbol: true,
        lineStyle: { width: 2.2 },
        areaStyle: { color: colours.pine, opacity: 0.09 },
        itemStyle: { borderColor: colours.card, borderWidth: 2 },
        endLabel: {
          show: true,
          formatter: () => `{value|${number(weeks[last]?.actives ?? 0)}}${gap ? `\n{gap|${gap}}` : ''}`,
          distance: 8,
          rich: {
            value: { color: colours.ink, fontSize: 13, fontWeight: 600, fontFamily, lineHeight: 18 },
            gap: { color: colours['persimmon-text'], fontSize: 12, fontFamily, lineHeight: 16 },
          },
        },
        markLine: markLines(colours, marks),
      },
      ...(compared
        ? [
            {
              id: 'before',
              type: 'line',
              name: names[1],
              data: weeks.map(({ before }) => before),
              color: colours.slate,
              symbol: 'none',
              lineStyle: { width: 1.4, type: [1.5, 3], cap: 'round' },
              endLabel:
                pace.length > 0
                  ? undefined
                  : {
                      show: true,
                      formatter: () => number(weeks[last]?.before ?? 0),
                      color: colours['slate-text'],
                      fontSize: 11,
                      fontFamily,
                    },
            },
          ]
        : []),
      ...(pace.length > 0
        ? [
            {
              id: 'pace',
              type: 'line',
              name: names[2],
              data: pace.map(({ value }, at) => ({
                value,
                symbolSize: at === pace.length - 1 ? 9 : 0,
              })),
              color: colours.wheat,
              symbol: 'diamond',
              lineStyle: { width: 1.6, type: [4, 4] },
              label: {
                show: true,
                position: 'top',
                align: 'right',
                offset: [8, -4],
                formatter: ({ dataIndex }: { dataIndex: number }) =>
                  dataIndex === pace.length - 1 ? (goalLabel ?? '') : '',
                color: colours['wheat-text'],
                fontSize: 12,
                fontFamily,
              },
            },
          ]
        : []),
    ],
    tooltip: {
      ...(baseOption(colours).tooltip as object),
      formatter: (points: readonly { dataIndex: number }[]) => {
        const at = points[0]?.dataIndex ?? 0
        const week = weeks[at]
        return [
          week ? `${label(week.start)} – ${label(week.end)}` : label(ends[at] ?? ''),
          ...(week ? [`${names[0]}  ${number(week.actives)}`] : []),
          ...(week && compared ? [`${names[1]}  ${number(week.before)}`] : []),
          ...(pace[at]?.value != null ? [`${names[2]}  ${number(pace[at].value)}`] : []),
          ...marksAt(marks, at),
        ].join('\n')
      },
    },
  })
}
