import { useMemo } from 'react'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Awaiting } from '../frame/Awaiting.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import type { IntervalAnswer, PurchasesQuestion } from './answer.ts'
import { words } from './purchases.words.ts'

/** How long until people buy again. */
export function Intervals({ question: { range, scope } }: { question: PurchasesQuestion }) {
  const question = useMemo(() => ({ range, scope: scope ?? {} }), [range, scope])
  const asked = useAnswer<IntervalAnswer>('purchase-intervals', question)
  return <Awaiting asked={asked}>{({ answer }) => <Drawn question={question} answer={answer} />}</Awaiting>
}

/** Bin in which a line lies. */
const placeOf = (bins: IntervalAnswer['bins'], line: number) =>
  bins.findIndex(({ from, to }) => line >= from && (to === null || line < to + 1))

function Drawn({ question, answer }: { question: object; answer: IntervalAnswer }) {
  const t = useT()
  const format = useFormat()
  const { bins, gaps, median, p80, p90 } = answer
  const labels = useMemo(
    () =>
      bins.map(({ from, to }) => (to === null ? t(words.daysMore, { from }) : t(words.days, { from, to }))),
    [bins, t],
  )
  const option = useMemo(
    () => (colours: Colours) => ({
      ...baseOption(colours),
      grid: { left: 4, right: 12, top: 30, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: labels, ...axisStyle(colours) },
      yAxis: { type: 'value', ...axisStyle(colours) },
      series: [
        {
          id: 'gaps',
          type: 'bar',
          barMaxWidth: 48,
          data: bins.map((bin) => bin.gaps),
          itemStyle: { color: colours.pine },
          markLine: {
            symbol: 'none',
            lineStyle: { type: 'dashed' },
            data: [
              ...(p80 === null
                ? []
                : [
                    {
                      xAxis: placeOf(bins, p80),
                      name: t(words.warning, { days: Math.round(p80) }),
                      lineStyle: { color: colours.wheat },
                      label: { formatter: '{b}', color: colours.muted },
                    },
                  ]),
              ...(p90 === null
                ? []
                : [
                    {
                      xAxis: placeOf(bins, p90),
                      name: t(words.churn, { days: Math.round(p90) }),
                      lineStyle: { color: colours.persimmon },
                      label: { formatter: '{b}', color: colours.muted, distance: [0, 14] },
                    },
                  ]),
            ],
          },
        },
      ],
    }),
    [bins, labels, p80, p90, t],
  )
  const behind = (bin: number) => ({
    analysis: 'purchase-intervals',
    question,
    cell: { bin },
    title: t(words.behind, { period: t(words.gap), what: labels[bin]! }),
  })
  const title =
    gaps === 0
      ? t(words.gapsNone)
      : t(words.gapsSentence, {
          median: Math.round(median ?? 0),
          p80: Math.round(p80 ?? 0),
          p90: Math.round(p90 ?? 0),
        })
  return (
    <ChartCard
      title={title}
      note={t(words.gapsNote)}
      summary={title}
      file="purchase-intervals"
      height={250}
      option={option}
      behind={({ at }) => (bins[at] ? behind(at) : undefined)}
      table={{
        head: [t(words.gap), t(words.gaps), t(words.members)],
        rows: bins.map((bin, at) => [
          labels[at]!,
          format.number(bin.gaps),
          { value: bin.members, shown: <PeopleDoor {...behind(at)} count={bin.members} /> },
        ]),
      }}
    />
  )
}
