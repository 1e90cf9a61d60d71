import { useMemo } from 'react'
import { axisStyle, baseOption, type ChartOption, type Colours } from '#ui/console/chart/option.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { type Behind, PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { ValueAnswer, ValueQuestion } from './value.queries.ts'
import { valueWords as words } from './value.words.ts'

/** How many are how likely still there: ten bars, each a door. */
export function AliveChart({ answer, question }: { answer: ValueAnswer; question: ValueQuestion }) {
  const t = useT()
  const format = useFormat()
  const bins = useMemo(
    () =>
      answer.alive.map(({ bin, members }) => ({
        bin,
        members,
        name: t(words.bin, { from: bin * 10, to: bin * 10 + 10 }),
      })),
    [answer, t],
  )
  const option = useMemo(
    () =>
      (colours: Colours): ChartOption => ({
        ...baseOption(colours),
        grid: { left: 8, right: 8, top: 22, bottom: 4, containLabel: true },
        xAxis: { type: 'category', data: bins.map(({ name }) => name), ...axisStyle(colours) },
        yAxis: { type: 'value', minInterval: 1, ...axisStyle(colours) },
        series: [
          {
            type: 'bar',
            barMaxWidth: 34,
            // The lower half has likely gone: hollow, so that colour says nothing alone.
            data: bins.map(({ bin, members }) => ({
              value: members,
              itemStyle:
                bin < 5
                  ? {
                      color: colours.card,
                      borderColor: colours.slate,
                      borderWidth: 1.5,
                      borderRadius: [3, 3, 0, 0],
                    }
                  : { color: colours.pine, borderRadius: [3, 3, 0, 0] },
            })),
            label: { show: true, position: 'top', color: colours.muted, fontSize: 11 },
          },
        ],
      }),
    [bins],
  )
  const all = bins.reduce((sum, { members }) => sum + members, 0)
  const gone = bins.filter(({ bin }) => bin < 5).reduce((sum, { members }) => sum + members, 0)
  const behind = (at: number): Behind => ({
    analysis: 'value',
    question,
    cell: { bin: at },
    title: `${t(words.chance)} ${bins[at]?.name ?? ''}`,
  })
  return (
    <ChartCard
      title={t(words.aliveTitle, {
        share: format.percent(all > 0 ? Math.round(((all - gone) / all) * 100) / 100 : 0),
        gone: format.number(gone),
      })}
      note={t(words.aliveNote)}
      option={option}
      summary={t(words.aliveSummary)}
      file="p-alive"
      height={260}
      behind={({ at }) => ((bins[at]?.members ?? 0) > 0 ? behind(at) : undefined)}
      table={{
        head: [t(words.chance), t(words.members)],
        rows: bins.map(({ bin, name, members }) => [
          name,
          { value: members, shown: <PeopleDoor {...behind(bin)} count={members} /> },
        ]),
      }}
    />
  )
}
