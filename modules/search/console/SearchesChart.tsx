import { useMemo } from 'react'
import { Chart } from '#ui/console/chart/Chart.tsx'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Insight } from './insight.queries.ts'
import { words } from './insight.words.ts'

const shortDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`

/** Searches of each day, and those among them that found nothing. */
export function SearchesChart({ days }: { days: Insight['days'] }) {
  const t = useT()
  const format = useFormat()
  const option = useMemo(
    () => (colours: Colours) => ({
      ...baseOption(colours),
      grid: { left: 44, right: 12, top: 12, bottom: 28 },
      xAxis: { type: 'category', data: days.map(({ day }) => shortDay(day)), ...axisStyle(colours) },
      yAxis: { type: 'value', minInterval: 1, ...axisStyle(colours) },
      series: [
        {
          name: t(words.searches),
          type: 'line',
          data: days.map(({ searches }) => searches),
          showSymbol: days.length < 2,
          lineStyle: { color: colours.pine, width: 2 },
          itemStyle: { color: colours.pine },
        },
        {
          name: t(words.empty),
          type: 'line',
          data: days.map(({ empty }) => empty),
          showSymbol: days.length < 2,
          lineStyle: { color: colours.persimmon, width: 2 },
          itemStyle: { color: colours.persimmon },
        },
      ],
    }),
    [days, t],
  )
  const sum = (pick: (day: Insight['days'][number]) => number) =>
    days.reduce((all, day) => all + pick(day), 0)
  return (
    <Chart
      title={t(words.curve, {
        count: format.number(sum(({ searches }) => searches)),
        clicks: format.number(sum(({ clicks }) => clicks)),
      })}
      note={t(words.curveNote)}
      option={option}
      table={{
        head: [t(words.day), t(words.searches), t(words.empty), t(words.clicks)],
        rows: days.map((day) => [day.day, day.searches, day.empty, day.clicks]),
      }}
      summary={t(words.curveSummary, { from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' })}
      file="searches"
      height={200}
    />
  )
}
