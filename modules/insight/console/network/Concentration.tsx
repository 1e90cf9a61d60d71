/** T42: how few people make most of the content, with those people behind each share. */
import { useMemo } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Awaiting } from '../frame/Awaiting.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { type Behind, PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { type ConcentrationAnswer, lorenzOption, type NetworkQuestion } from './drawing.ts'
import { networkWords as words } from './network.words.ts'

export function Concentration({ range, scope }: Pick<NetworkQuestion, 'range' | 'scope'>) {
  const question = { range, scope: scope ?? {} }
  const asked = useAnswer<ConcentrationAnswer>('concentration', question)
  return (
    <Awaiting asked={asked}>
      {({ answer }) => (answer.contributions === 0 ? null : <Curve answer={answer} question={question} />)}
    </Awaiting>
  )
}

function Curve({ answer, question }: { answer: ConcentrationAnswer; question: object }) {
  const t = useT()
  const format = useFormat()
  const option = useMemo(
    () =>
      lorenzOption(answer, {
        people: t(words.ofPeople),
        contributions: t(words.ofContributions),
        equal: t(words.equal),
        percent: format.percent,
      }),
    [answer, format, t],
  )
  const behind = (cell: object, title: string): Behind => ({
    analysis: 'concentration',
    question,
    cell,
    title,
  })
  const ten = answer.top.find(({ percent }) => percent === 10)
  const rows = [
    ...answer.top.map(({ percent, members, share }) => ({
      name: t(words.top, { percent }),
      cell: { of: 'top', percent },
      members,
      share,
    })),
    { name: t(words.half), cell: { of: 'half' }, members: answer.half, share: 0.5 },
  ]
  return (
    <ChartCard
      title={t(words.lorenzTitle, { percent: 10, share: format.percent(ten?.share ?? 0) })}
      note={t(words.lorenzNote, { gini: format.number(Math.round(answer.gini * 100) / 100) })}
      option={option}
      summary={t(words.lorenzSummary)}
      file="concentration"
      height={260}
      legend={
        <ul className="network-tops">
          {rows.map(({ name, cell, members, share }) => (
            <li key={name}>
              <span className="muted">{name}</span>
              <PeopleDoor {...behind(cell, name)} count={members} />
              <strong>{format.percent(share)}</strong>
            </li>
          ))}
        </ul>
      }
      table={{
        head: [t(words.person), t(words.people), t(words.share)],
        rows: rows.map(({ name, cell, members, share }) => [
          name,
          { value: members, shown: <PeopleDoor {...behind(cell, name)} count={members} /> },
          format.percent(share),
        ]),
      }}
    />
  )
}
