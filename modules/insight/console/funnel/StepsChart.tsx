/** The steps as bars: who is left, who went. Every number opens its people. */
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { FunnelAnswer, FunnelQuestion } from './answer.ts'
import { funnelWords as words } from './funnel.words.ts'
import { useSpanWords } from './SpanPick.tsx'

interface Props {
  readonly question: FunnelQuestion
  readonly answer: FunnelAnswer
}

/** How many took the step before that everybody has to take, and not this one. */
function lostBefore(steps: FunnelAnswer['steps'], at: number): { members: number; count: number } {
  let before = at - 1
  while (before > 0 && steps[before]!.optional) before--
  const [here, there] = [steps[at]!, steps[before]!]
  return { members: there.members - here.members, count: there.count - here.count }
}

export function StepsChart({ question, answer }: Props) {
  const t = useT()
  const format = useFormat()
  const span = useSpanWords()
  const { steps } = answer
  const entered = steps[0]!.count
  const last = steps.at(-1)!
  const rows = steps.map((step, at) => ({ ...step, at, lost: at === 0 ? undefined : lostBefore(steps, at) }))
  const worst = rows.reduce<(typeof rows)[number] | undefined>(
    (most, row) => (row.lost && !row.optional && row.lost.count > (most?.lost?.count ?? 0) ? row : most),
    undefined,
  )
  const byMembers = question.count === 'members' || question.count === 'first'
  const title = worst
    ? t(byMembers ? words.sentence : words.sentenceAttempts, {
        entered: format.number(entered),
        converted: format.number(last.count),
        rate: format.percent(last.overall ?? 0),
        worst: t(words.worstStep, { n: worst.at + 1 }),
      })
    : t(words.sentenceWhole, { entered: format.number(entered) })
  const behind = (cell: object, label: string) => ({ analysis: 'funnel', question, cell, title: label })
  const reached = (at: number, name: string) =>
    behind({ of: 'reached', step: at + 1 }, t(words.reachedTitle, { step: name }))
  const dropped = (at: number, name: string) =>
    behind({ of: 'dropped', step: at + 1 }, t(words.droppedTitle, { step: name }))
  return (
    <ChartCard
      title={title}
      note={t(words.note, {
        unit: t(byMembers ? words.people : words.attempts),
        within: t(words.noteWithin, { span: span(question.within) }),
      })}
      summary={title}
      file="funnel"
      height={360}
      table={{
        head: [
          t(words.steps),
          t(byMembers ? words.byMembers : words.byAttempts),
          t(words.ofBefore),
          t(words.overall),
          t(words.lostCount),
        ],
        rows: rows.map(({ name, at, count, members, rate, overall, lost }) => [
          `${at + 1} ${name}`,
          {
            value: count,
            shown: (
              <PeopleDoor {...reached(at, name)} count={members}>
                {format.number(count)}
              </PeopleDoor>
            ),
          },
          rate === null ? '' : format.percent(rate),
          overall === null ? '' : format.percent(overall),
          lost
            ? {
                value: lost.count,
                shown: (
                  <PeopleDoor {...dropped(at, name)} count={lost.members}>
                    {format.number(lost.count)}
                  </PeopleDoor>
                ),
              }
            : '',
        ]),
      }}
    >
      <ol className="funnel-bars">
        {rows.map(({ at, name, count, members, rate, overall, lost, optional }) => (
          <li key={at} className={worst?.at === at ? 'worst' : undefined}>
            <span className="funnel-bar-name">
              <span className="funnel-number" aria-hidden="true">
                {at + 1}
              </span>
              <span>
                {name}
                {optional && <span className="muted small"> · {t(words.optional)}</span>}
              </span>
            </span>
            <span className="funnel-bar-rate">{rate === null ? '' : format.percent(rate)}</span>
            <b className="num">
              <PeopleDoor {...reached(at, name)} count={members}>
                {format.number(count)}
              </PeopleDoor>
            </b>
            <span className="funnel-bar" aria-hidden="true">
              <i style={{ width: `${(overall ?? 0) * 100}%` }} />
            </span>
            <span className="funnel-bar-lost muted small">
              {lost && lost.count > 0 && (
                <PeopleDoor {...dropped(at, name)} count={lost.members}>
                  {t(optional ? words.skipped : words.lost, { count: lost.count })}
                </PeopleDoor>
              )}
            </span>
          </li>
        ))}
      </ol>
    </ChartCard>
  )
}
