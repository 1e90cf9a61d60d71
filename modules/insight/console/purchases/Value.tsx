import { useMemo } from 'react'
import { decimalsOf } from '#base/text/money.ts'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { month, type Props, useMoney } from './figures.ts'
import { LineLegend } from './LineLegend.tsx'
import { words } from './purchases.words.ts'

const lines = [
  ['perOrder', 'pine', words.perOrder, 'circle'],
  ['perBuyer', 'sky', words.perBuyer, 'triangle'],
  ['perActive', 'wheat', words.perActive, 'rect'],
] as const

/** Orders and what they bring, month by month. */
export function Value({ answer }: Props) {
  const { months, currencies } = answer
  const t = useT()
  const format = useFormat()
  const money = useMoney(answer)
  const unit = 10 ** decimalsOf(currencies[0] ?? 'CNY')
  const option = useMemo(
    () => (colours: Colours) => ({
      ...baseOption(colours),
      grid: { left: 4, right: 12, top: 14, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: months.map(({ start }) => month(start)), ...axisStyle(colours) },
      yAxis: { type: 'value', min: 0, ...axisStyle(colours) },
      series: lines.map(([id, colour, label, symbol]) => ({
        id,
        name: t(label),
        type: 'line',
        symbol,
        symbolSize: 8,
        data: months.map((each) => (each[id] === null ? null : Math.round(each[id]) / unit)),
        lineStyle: { color: colours[colour], width: 2 },
        itemStyle: { color: colours[colour] },
      })),
    }),
    [months, unit, t],
  )
  const latest = months.findLast(({ complete, orders }) => complete && orders > 0)
  const title = latest
    ? t(words.valueSentence, {
        start: month(latest.start),
        order: money(latest.perOrder),
        buyer: money(latest.perBuyer),
      })
    : t(words.monthsNone)
  return (
    <ChartCard
      title={title}
      note={t(words.valueNote)}
      summary={title}
      file="order-value"
      height={240}
      option={option}
      legend={
        <LineLegend lines={lines.map(([, colour, label, shape]) => ({ colour, shape, label: t(label) }))} />
      }
      table={{
        head: [
          t(words.period),
          t(words.orders),
          t(words.amount),
          t(words.refunded),
          ...lines.map(([, , label]) => t(label)),
        ],
        rows: months.map((each) => [
          each.complete ? month(each.start) : `${month(each.start)} · ${t(words.running)}`,
          format.number(each.orders),
          money(each.amount),
          money(each.refunded),
          ...lines.map(([id]) => money(each[id])),
        ]),
      }}
    />
  )
}
