/** The course of a goal as it is drawn: what was read, the pace, and where it is heading. */
import {
  axisStyle,
  baseOption,
  type ChartOption,
  type Colours,
  fontFamily,
} from '#ui/console/chart/option.ts'
import { addDays, daysBetween } from '../calendar.ts'
import { type Mark, markLines, marksAt } from '../frame/marks.ts'
import type { WholeGoal } from './goals.queries.ts'

interface Drawing {
  readonly goal: WholeGoal
  /** What happened, by the days of the course. */
  readonly marks: readonly Mark[]
  readonly names: readonly [actual: string, pace: string, forecast: string]
  readonly goalLabel: string
  readonly label: (day: string) => string
  readonly figure: (value: number) => string
}

/** Days that are drawn: every one from a little before the start to the deadline. */
export function daysOfCourse({ startsOn, dueOn, history }: WholeGoal): string[] {
  const before = Math.min(28, history.length)
  const first = addDays(startsOn, -before)
  return Array.from({ length: daysBetween(first, dueOn) + 1 }, (_, at) => addDays(first, at))
}

export function courseOption({ goal, marks, names, goalLabel, label, figure }: Drawing) {
  const days = daysOfCourse(goal)
  const read = new Map([...goal.history, ...goal.readings].map(({ day, value }) => [day, value]))
  const from = goal.days === null ? 0 : (goal.baseline ?? 0)
  const whole = daysBetween(goal.startsOn, goal.dueOn)
  const paceAt = (day: string) =>
    day < goal.startsOn ? null : from + ((goal.target - from) * daysBetween(goal.startsOn, day)) / whole
  const { forecast, standing } = goal
  const last = standing.day
  const ahead = (end: number) =>
    days.map((day) =>
      forecast && last && standing.value !== null && day >= last
        ? standing.value +
          ((end - standing.value) * daysBetween(last, day)) / Math.max(1, daysBetween(last, forecast.day))
        : null,
    )
  return (colours: Colours): ChartOption => {
    const line = (id: string, name: string, data: (number | null)[], colour: string, style: object) => ({
      id,
      type: 'line',
      name,
      data,
      color: colour,
      symbol: 'none',
      connectNulls: false,
      lineStyle: { width: 1.6, ...style },
    })
    const band = {
      symbol: 'none',
      lineStyle: { opacity: 0 },
      stack: 'band',
      silent: true,
      tooltip: { show: false },
    }
    const low = ahead(forecast?.low ?? 0)
    const high = ahead(forecast?.high ?? 0)
    return {
      ...baseOption(colours),
      grid: { left: 56, right: 30, top: 28, bottom: 26 },
      xAxis: {
        type: 'category',
        data: days.map(label),
        boundaryGap: false,
        ...axisStyle(colours),
        axisLine: { show: true, lineStyle: { color: colours.line } },
      },
      yAxis: {
        type: 'value',
        scale: true,
        splitNumber: 4,
        ...axisStyle(colours),
        axisLabel: { ...axisStyle(colours).axisLabel, formatter: (value: number) => figure(value) },
        axisLine: { show: false },
      },
      series: [
        ...(forecast
          ? [
              { id: 'low', type: 'line', name: '', data: low, ...band },
              {
                id: 'range',
                type: 'line',
                name: '',
                data: high.map((value, at) => (value === null ? null : value - (low[at] ?? 0))),
                ...band,
                areaStyle: { color: colours.sky, opacity: 0.12 },
              },
              line('forecast', names[2], ahead(forecast.value), colours.sky, { type: [2, 4], cap: 'round' }),
            ]
          : []),
        {
          ...line('pace', names[1], days.map(paceAt), colours.wheat, { type: [4, 4] }),
          markPoint: {
            silent: true,
            symbol: 'diamond',
            symbolSize: 11,
            itemStyle: { color: colours.card, borderColor: colours.wheat, borderWidth: 1.6 },
            label: {
              show: true,
              position: 'left',
              distance: 8,
              formatter: goalLabel,
              color: colours['wheat-text'],
              fontSize: 12,
              fontFamily,
            },
            data: [{ coord: [days.length - 1, goal.target] }],
          },
        },
        {
          ...line(
            'actual',
            names[0],
            days.map((day) => read.get(day) ?? null),
            colours.pine,
            { width: 2.2 },
          ),
          connectNulls: true,
          areaStyle: { color: colours.pine, opacity: 0.07, origin: 'start' },
          markLine: markLines(colours, marks),
        },
      ],
      tooltip: {
        ...(baseOption(colours).tooltip as object),
        formatter: (points: readonly { dataIndex: number }[]) => {
          const at = points[0]?.dataIndex ?? 0
          const day = days[at] ?? ''
          const value = read.get(day)
          const pace = paceAt(day)
          const heading = ahead(forecast?.value ?? 0)[at]
          return [
            label(day),
            ...(value == null ? [] : [`${names[0]}  ${figure(value)}`]),
            ...(pace === null ? [] : [`${names[1]}  ${figure(pace)}`]),
            ...(value == null && heading != null ? [`${names[2]}  ${figure(heading)}`] : []),
            ...marksAt(marks, at),
          ].join('\n')
        },
      },
    } as ChartOption
  }
}
