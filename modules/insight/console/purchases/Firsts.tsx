import { useMemo } from 'react'
import type { Colours } from '#ui/console/chart/option.ts'
import { shareChart } from '#ui/console/chart/share.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { month, type Props } from './figures.ts'
import { words } from './purchases.words.ts'

/** Who ordered for the first time in a month, and again within some days. */
export function Firsts({ question, answer: { firsts } }: Props) {
  const t = useT()
  const format = useFormat()
  const days = question.within
  const option = useMemo(
    () => (colours: Colours) => ({
      ...shareChart(
        colours,
        firsts.map(({ start }) => month(start)),
        format.percent,
        { bars: true },
      ),
      series: [
        {
          id: 'again',
          type: 'bar',
          barMaxWidth: 40,
          data: firsts.map(({ rate, complete }) => ({
            value: rate,
            itemStyle: complete ? {} : { opacity: 0.5 },
          })),
          itemStyle: { color: colours.sky },
        },
      ],
    }),
    [firsts, format],
  )
  const behind = (start: string, who: string, what: string) => ({
    analysis: 'repurchase',
    question,
    cell: { of: 'firsts', start, who },
    title: t(words.behind, { period: month(start), what }),
  })
  const latest = firsts.findLast(({ complete, rate }) => complete && rate !== null)
  const title = latest
    ? t(words.firstsSentence, { days, start: month(latest.start), rate: format.percent(latest.rate ?? 0) })
    : t(words.firstsNone, { days })
  return (
    <ChartCard
      title={title}
      note={t(words.firstsNote, { days })}
      summary={title}
      file="second-order"
      height={240}
      grow
      option={option}
      behind={({ at }) => firsts[at] && behind(firsts[at].start, 'again', t(words.again))}
      table={{
        head: [t(words.period), t(words.fresh), t(words.judged), t(words.again), t(words.rate)],
        rows: firsts.map((each) => [
          each.complete ? month(each.start) : `${month(each.start)} · ${t(words.running)}`,
          ...(
            [
              ['buyers', words.fresh],
              ['judged', words.judged],
              ['again', words.again],
            ] as const
          ).map(([who, label]) => ({
            value: each[who],
            shown: <PeopleDoor {...behind(each.start, who, t(label))} count={each[who]} />,
          })),
          each.rate === null ? '' : format.percent(each.rate),
        ]),
      }}
    />
  )
}
