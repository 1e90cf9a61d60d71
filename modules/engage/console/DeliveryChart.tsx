import { useMemo } from 'react'
import { Chart } from '#ui/console/chart/Chart.tsx'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Deliveries } from './deliveries.queries.ts'
import { deliveryWords as words } from './deliveries.words.ts'

const shortDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`

/** What left on each day, and what failed, one on the other. */
export function DeliveryChart({ days }: Pick<Deliveries, 'days'>) {
  const t = useT()
  const format = useFormat()
  const option = useMemo(
    () => (colours: Colours) => {
      const bar = (name: string, data: readonly number[], color: string) => ({
        name,
        type: 'bar',
        stack: 'sent',
        data,
        itemStyle: { color },
        barMaxWidth: 22,
      })
      return {
        ...baseOption(colours),
        grid: { left: 42, right: 12, top: 12, bottom: 26 },
        xAxis: { type: 'category', data: days.map(({ day }) => shortDay(day)), ...axisStyle(colours) },
        yAxis: { type: 'value', minInterval: 1, ...axisStyle(colours) },
        series: [
          bar(
            t(words.pushSent),
            days.map((each) => each.pushSent),
            colours.pine,
          ),
          bar(
            t(words.mailSent),
            days.map((each) => each.mailSent),
            colours.sky,
          ),
          bar(
            t(words.failed),
            days.map((each) => each.pushFailed + each.mailFailed),
            colours.bad,
          ),
        ],
      }
    },
    [days, t],
  )
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const left = days.reduce((sum, each) => sum + each.pushSent + each.mailSent, 0)
  return (
    <Chart
      title={t(words.chart, { days: days.length, count: format.number(left) })}
      note={t(words.chartNote)}
      option={option}
      table={{
        head: [
          t(words.day),
          t(words.inbox),
          t(words.pushSent),
          t(words.pushFailed),
          t(words.mailSent),
          t(words.mailFailed),
        ],
        rows: days.map((each) => [
          each.day,
          each.inbox,
          each.pushSent,
          each.pushFailed,
          each.mailSent,
          each.mailFailed,
        ]),
      }}
      summary={t(words.chartSummary, { from: first.day, to: last.day })}
      file="notice-deliveries"
      height={240}
      legend={
        <>
          <Dot colour="var(--pine)">{t(words.pushSent)}</Dot>
          <Dot colour="var(--sky)">{t(words.mailSent)}</Dot>
          <Dot colour="var(--bad)">{t(words.failed)}</Dot>
        </>
      }
    />
  )
}

function Dot({ colour, children }: { colour: string; children: string }) {
  return (
    <span>
      <svg width="10" height="10" aria-hidden="true">
        <rect width="10" height="10" rx="2" fill={colour} />
      </svg>
      {children}
    </span>
  )
}
