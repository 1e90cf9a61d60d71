import { useMemo } from 'react'
import type { Colours } from '#ui/console/chart/option.ts'
import { shareChart } from '#ui/console/chart/share.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { bucketsOf, MarksKey, useMarks } from '../frame/Marks.tsx'
import { markLines, roomForMarks } from '../frame/marks.ts'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { RepurchaseAnswer } from './answer.ts'
import { month, type Props } from './figures.ts'
import { LineLegend } from './LineLegend.tsx'
import { words } from './purchases.words.ts'

const lines = [
  ['all', 'buyers', 'again', 'pine', words.rate, 'circle'],
  ['fresh', 'fresh', 'freshAgain', 'sky', words.fresh, 'triangle'],
  ['known', 'known', 'knownAgain', 'wheat', words.known, 'rect'],
] as const

const rateOf = (each: RepurchaseAnswer['months'][number], line: string) =>
  (line === 'fresh' ? each.fresh : line === 'known' ? each.known : each).rate

/** The rate of each month: all, new and known buyers. */
export function Months({ question, answer: { months } }: Props) {
  const t = useT()
  const format = useFormat()
  const buckets = useMemo(
    () =>
      bucketsOf(
        months.map(({ start }) => start),
        'month',
      ),
    [months],
  )
  const marks = useMarks(buckets)
  const option = useMemo(
    () => (colours: Colours) => ({
      ...shareChart(
        colours,
        months.map(({ start }) => month(start)),
        format.percent,
        { bars: true, top: roomForMarks(marks, 14) },
      ),
      series: lines.map(([id, , , colour, label, symbol]) => ({
        id,
        name: t(label),
        type: 'line',
        symbol,
        symbolSize: 8,
        data: months.map((each) => rateOf(each, id)),
        lineStyle: { color: colours[colour], width: id === 'all' ? 3 : 2 },
        itemStyle: { color: colours[colour] },
        ...(id === 'all' ? { markLine: markLines(colours, marks) } : {}),
      })),
    }),
    [months, marks, t, format],
  )
  const behind = (start: string, who: string, what: string) => ({
    analysis: 'repurchase',
    question,
    cell: { of: 'month', start, who },
    title: t(words.behind, { period: month(start), what }),
  })
  const latest = months.findLast(({ complete, buyers }) => complete && buyers > 0)
  const before = latest && months[months.indexOf(latest) - 1]
  const title = latest
    ? t(words.monthsSentence, {
        start: month(latest.start),
        buyers: format.number(latest.buyers),
        rate: format.percent(latest.rate ?? 0),
        way: way(t, latest.rate ?? 0, before?.rate ?? undefined),
      })
    : t(words.monthsNone)
  return (
    <ChartCard
      title={title}
      note={t(words.monthsNote)}
      summary={title}
      file="repurchase-months"
      height={280}
      option={option}
      legend={
        <>
          <LineLegend
            lines={lines.map(([, , , colour, label, shape]) => ({ colour, shape, label: t(label) }))}
          />
          <MarksKey marks={marks} asked={{ metric: 'orders' }} />
        </>
      }
      behind={({ seriesId, at }) => {
        const each = months[at]
        const line = lines.find(([id]) => id === seriesId)
        return each && line && behind(each.start, line[2], `${t(line[4])} · ${t(words.again)}`)
      }}
      table={{
        head: [
          t(words.period),
          ...lines.flatMap(([, , , , label]) => [t(label), t(words.again), t(words.rate)]),
        ],
        rows: months.map((each) => [
          each.complete ? month(each.start) : `${month(each.start)} · ${t(words.running)}`,
          ...lines.flatMap(([id, all, again, , label]) => {
            const part = id === 'fresh' ? each.fresh : id === 'known' ? each.known : each
            const door = (who: string, count: number, what: string) => ({
              value: count,
              shown: <PeopleDoor {...behind(each.start, who, what)} count={count} />,
            })
            return [
              door(all, part.buyers, t(label)),
              door(again, part.again, `${t(label)} · ${t(words.again)}`),
              part.rate === null ? '' : format.percent(part.rate),
            ]
          }),
        ]),
      }}
    />
  )
}

function way(t: ReturnType<typeof useT>, rate: number, before: number | undefined): string {
  if (before === undefined) return t(words.firstMonth)
  const points = Math.round((rate - before) * 1000) / 10
  if (points === 0) return t(words.even)
  return t(points > 0 ? words.up : words.down, { points: Math.abs(points) })
}
