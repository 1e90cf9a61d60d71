/** Who answers whom: the drawing, the bridges beside it, the circles, and how few do most. */
import { useMemo } from 'react'
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { Card } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { type Behind, PeopleDoor } from '../frame/PeopleDoor.tsx'
import { RangePick } from '../frame/RangePick.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { useNarrow } from '../paths/narrow.ts'
import { Concentration } from './Concentration.tsx'
import {
  communityColours,
  type NetworkAnswer,
  type NetworkQuestion,
  networkOption,
  type Placed,
} from './drawing.ts'
import { networkWords as words } from './network.words.ts'
import './network.css'

const initial: NetworkQuestion = { range: { last: 30, unit: 'day' }, scope: {}, quiet: 14 }
const shownBridges = 8

export default function NetworkScreen() {
  const t = useT()
  const [question, change, put] = useQuestion(initial)
  const answering = useAnswer<NetworkAnswer>('network', question)
  const quiet = question.quiet ?? 14
  return (
    <AnalysisScreen
      analysis="network"
      title={t(words.title)}
      lead={t(words.lead)}
      question={question}
      put={put}
      bar={
        <>
          <RangePick value={question.range} onChange={(range) => change({ range })} />
          <ScopePick value={question.scope ?? {}} onChange={(scope) => change({ scope })} />
          <MenuChip
            name={t(words.quiet)}
            label={t(words.quietDays, { count: quiet })}
            value={String(quiet)}
            options={[3, 7, 14, 30].map((count) => ({
              value: String(count),
              label: t(words.quietDays, { count }),
            }))}
            choose={(count) => change({ quiet: Number(count) })}
          />
        </>
      }
      answering={answering}
      isEmpty={({ members }) => members === 0}
      emptyHint={t(words.emptyHint)}
    >
      {(answer) => <Answer answer={answer} question={question} />}
    </AnalysisScreen>
  )
}

type Door = (cell: object, title: string) => Behind

export function Answer({ answer, question }: { answer: NetworkAnswer; question: NetworkQuestion }) {
  const t = useT()
  const format = useFormat()
  const behind: Door = (cell, title) => ({ analysis: 'network', question, cell, title })
  const narrow = useNarrow()
  const circleOf = ({ person }: Placed) =>
    behind({ of: 'neighbours', member: person.id }, t(words.behindCircle, { name: person.nickname }))
  const option = useMemo(
    () =>
      networkOption(
        answer,
        ({ person, gave, got, core, bridge, atRisk }) =>
          t(words.tip, {
            name: person.nickname,
            gave: format.number(gave),
            got: format.number(got),
            role: t(
              atRisk ? words.roleRisk : bridge ? words.roleBridge : core ? words.roleCore : words.roleOther,
            ),
          }),
        narrow ? 0.5 : 0.78,
      ),
    [answer, format, t, narrow],
  )
  return (
    <>
      <Facts answer={answer} behind={behind} />
      <div className="network-split">
        <ChartCard
          title={t(answer.atRisk > 0 ? words.sentenceRisk : words.sentence, {
            members: format.number(answer.members),
            bridges: answer.bridges,
            risk: answer.atRisk,
          })}
          note={[
            t(words.note, { count: answer.people.length }),
            answer.sampled ? t(words.sampledNote, { ...answer.sampled }) : '',
            answer.cut ? t(words.cutNote) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
          option={option}
          summary={t(words.summary, { people: answer.people.length, links: answer.links.length })}
          file="network"
          height={540}
          grow
          behind={({ data }) => {
            const picked = data as { id?: string } | undefined
            const placed = answer.people.find(({ person }) => person.id === picked?.id)
            return placed && circleOf(placed)
          }}
          table={{
            head: [
              t(words.person),
              t(words.gave),
              t(words.got),
              t(words.between),
              t(words.lastDay),
              t(words.circle),
            ],
            rows: answer.people.map((placed) => [
              placed.person.nickname,
              placed.gave,
              placed.got,
              format.percent(placed.between),
              placed.lastDay ? format.date(`${placed.lastDay}T04:00:00Z`) : t(words.never),
              {
                value: '',
                shown: (
                  <PeopleDoor {...circleOf(placed)} count={1}>
                    {t(words.see)}
                  </PeopleDoor>
                ),
              },
            ]),
          }}
        />
        <div className="stack">
          <Bridges answer={answer} circleOf={circleOf} />
          <Communities answer={answer} behind={behind} />
        </div>
      </div>
      <Concentration range={question.range} scope={question.scope} />
    </>
  )
}

function Facts({ answer, behind }: { answer: NetworkAnswer; behind: Door }) {
  const t = useT()
  const format = useFormat()
  const door = (of: string, title: string, count: number) => (
    <PeopleDoor {...behind({ of }, title)} count={count} />
  )
  const facts = [
    [t(words.members), door('members', t(words.behindMembers), answer.members)],
    [t(words.answers), format.number(answer.answers)],
    [t(words.mutual), format.percent(answer.mutual)],
    [t(words.core, { k: answer.core.k }), door('core', t(words.behindCore), answer.core.members)],
    [t(words.bridges), door('bridges', t(words.behindBridges), answer.bridges)],
    [t(words.atRisk), door('atRisk', t(words.behindRisk), answer.atRisk)],
    [t(words.alone), door('alone', t(words.behindAlone), answer.alone)],
  ] as const
  return (
    <dl className="card network-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Bridges({ answer, circleOf }: { answer: NetworkAnswer; circleOf: (placed: Placed) => Behind }) {
  const t = useT()
  const format = useFormat()
  const bridges = answer.people
    .filter(({ bridge }) => bridge)
    .sort((one, other) => Number(other.atRisk) - Number(one.atRisk) || other.between - one.between)
  const [first] = bridges
  const when = ({ lastDay }: Placed) => (lastDay ? format.date(`${lastDay}T04:00:00Z`) : t(words.never))
  const title = !first
    ? t(words.bridgesNone)
    : first.atRisk
      ? t(words.bridgesTitle, {
          name: first.person.nickname,
          day: when(first),
        })
      : t(words.bridgesCalm)
  return (
    <Card title={title} note={t(words.bridgesNote)}>
      <ul className="network-list">
        {bridges.slice(0, shownBridges).map((placed) => (
          <li key={placed.person.id}>
            <Person id={placed.person.id} name={placed.person.nickname} url={placed.person.avatarUrl} />
            <span className={`small nowrap ${placed.atRisk ? 'bad' : 'muted'}`}>{when(placed)}</span>
            <PeopleDoor {...circleOf(placed)} count={1}>
              {format.percent(placed.between)}
            </PeopleDoor>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Communities({ answer, behind }: { answer: NetworkAnswer; behind: Door }) {
  const t = useT()
  const format = useFormat()
  if (answer.communities.length === 0) return null
  return (
    <Card title={t(words.communities, { count: answer.communities.length })} note={t(words.communitiesNote)}>
      <ul className="network-list">
        {answer.communities.map(({ community, members, within, lead }) => (
          <li key={community}>
            <span className="network-circle">
              <i
                style={{
                  background: `var(--${communityColours[Math.min(community, communityColours.length - 1)]!})`,
                }}
                aria-hidden="true"
              />
              <span>
                {t(words.community, { count: community + 1 })}
                <span className="muted small"> {lead.map(({ nickname }) => nickname).join('、')}</span>
              </span>
            </span>
            <span className="muted small nowrap">{t(words.within, { share: format.percent(within) })}</span>
            <PeopleDoor
              {...behind({ of: 'community', community }, t(words.behindCommunity, { count: community + 1 }))}
              count={members}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
