/** Paths: a Sankey diagram of visits, where they end, and the moves behind it. */
import { useMemo } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { siteQuestion } from '../../paths/site.ts'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { type Behind, PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import {
  labelsOf,
  leaving,
  type PathLink,
  type PathNode,
  type PathsAnswer,
  type PathsQuestion,
  sankeyOption,
} from './answer.ts'
import { useNarrow } from './narrow.ts'
import { PathsBar } from './PathsBar.tsx'
import { pathsWords as words } from './paths.words.ts'
import './paths.css'

const initial: PathsQuestion = { ...siteQuestion, range: { last: 30, unit: 'day' } } as PathsQuestion
const shownLinks = 12
const shownLeaving = 8

export default function PathsScreen() {
  const t = useT()
  const [question, change, put] = useQuestion(initial)
  const answering = useAnswer<PathsAnswer>('paths', question)
  const labels = useMemo(
    () => (answering.data ? labelsOf(answering.data.answer) : new Map<string, string>()),
    [answering.data],
  )
  return (
    <AnalysisScreen
      analysis="paths"
      title={t(words.title)}
      lead={t(words.lead)}
      question={question}
      put={put}
      bar={<PathsBar question={question} change={change} labels={labels} />}
      answering={answering}
      isEmpty={({ visits }) => visits === 0}
      emptyHint={t(words.emptyHint)}
    >
      {(answer) => <Answer answer={answer} question={question} />}
    </AnalysisScreen>
  )
}

export function Answer({ answer, question }: { answer: PathsAnswer; question: PathsQuestion }) {
  const t = useT()
  const format = useFormat()
  const labels = useMemo(() => labelsOf(answer), [answer])
  const narrow = useNarrow()
  const nameOf = (node: string) => labels.get(node) ?? node
  const [largest] = [...answer.links].sort((one, other) => other.visits - one.visits)
  const columns = Math.max(...answer.nodes.map(({ column }) => column))
  const option = useMemo(() => {
    const name = (node: string) => labels.get(node) ?? node
    return sankeyOption(
      answer,
      {
        percent: format.percent,
        node: ({ label, visits, members, left }) =>
          t(words.tip, {
            label,
            visits: format.number(visits),
            members: format.number(members),
            left: format.percent(left.visits / visits),
          }),
        link: ({ from, to, visits, members, seconds }) =>
          t(words.linkTip, {
            from: name(from),
            to: name(to),
            visits: format.number(visits),
            members: format.number(members),
            time: format.duration(seconds * 1_000),
          }),
      },
      narrow ? 3 : 10,
    )
  }, [answer, labels, format, t, narrow])
  const behind = (cell: object, title: string): Behind => ({ analysis: 'paths', question, cell, title })
  const ofNode = ({ column, node, label }: Pick<PathNode, 'column' | 'node' | 'label'>) =>
    behind({ of: 'node', column, node }, t(words.behindNode, { column, node: label }))
  const ofLink = ({ column, from, to }: PathLink) =>
    behind(
      { of: 'link', column, from, to },
      t(words.behindLink, { column, from: nameOf(from), to: nameOf(to) }),
    )
  return (
    <>
      <ChartCard
        title={
          largest
            ? t(words.sentence, {
                visits: format.number(answer.visits),
                from: nameOf(largest.from),
                to: nameOf(largest.to),
              })
            : t(words.sentenceShort, { visits: format.number(answer.visits) })
        }
        note={`${narrow && columns > 3 ? t(words.narrowNote, { count: columns }) : ''}${t(words.note, { count: question.mostNodes ?? siteQuestion.mostNodes })}`}
        option={answer.links.length > 0 ? option : undefined}
        summary={t(words.summary, { columns })}
        file="paths"
        height={Math.max(320, Math.min(560, 70 + answer.nodes.length * 13))}
        className="paths-chart"
        behind={({ data }) => {
          const picked = data as { name?: string; link?: PathLink } | undefined
          if (picked?.link) return ofLink(picked.link)
          const node = answer.nodes.find((each) => `${each.column} ${each.node}` === picked?.name)
          return node && ofNode(node)
        }}
        table={{
          head: [
            t(words.step),
            t(words.node),
            t(words.next),
            t(words.visits),
            t(words.members),
            t(words.time),
          ],
          rows: answer.links.map((link) => [
            link.column,
            nameOf(link.from),
            nameOf(link.to),
            link.visits,
            { value: link.members, shown: <PeopleDoor {...ofLink(link)} count={link.members} /> },
            format.duration(link.seconds * 1_000),
          ]),
        }}
      />
      <div className="paths-below">
        <Leaving answer={answer} behind={behind} />
        <Card
          title={t(words.linksTitle, { count: Math.min(shownLinks, answer.links.length) })}
          note={t(words.linksNote)}
        >
          <ul className="paths-list">
            {[...answer.links]
              .sort((one, other) => other.visits - one.visits)
              .slice(0, shownLinks)
              .map((link) => (
                <li key={`${link.column} ${link.from} ${link.to}`}>
                  <span>
                    <span className="paths-step">{link.column}</span> {nameOf(link.from)} → {nameOf(link.to)}
                  </span>
                  <span className="muted small nowrap">{format.duration(link.seconds * 1_000)}</span>
                  <span className="num">
                    <PeopleDoor {...ofLink(link)} count={link.members}>
                      {format.number(link.visits)}
                    </PeopleDoor>
                  </span>
                </li>
              ))}
          </ul>
        </Card>
      </div>
    </>
  )
}

function Leaving({
  answer,
  behind,
}: {
  answer: PathsAnswer
  behind: (cell: object, title: string) => Behind
}) {
  const t = useT()
  const format = useFormat()
  const list = leaving(answer).slice(0, shownLeaving)
  const [worst] = list
  const share = ({ left, visits }: PathNode) => left.visits / visits
  return (
    <Card
      title={
        worst
          ? t(words.leaveTitle, {
              column: worst.column,
              node: worst.label,
              count: format.number(worst.left.visits),
              share: format.percent(share(worst)),
            })
          : t(words.leaveNone)
      }
      note={t(words.leaveNote)}
    >
      <ul className="paths-list">
        {list.map((node) => (
          <li key={`${node.column} ${node.node}`}>
            <span>
              <span className="paths-step">{node.column}</span> {node.label}
            </span>
            <span className="paths-share muted small">
              <span className="paths-bar" aria-hidden="true">
                <span style={{ width: `${share(node) * 100}%` }} />
              </span>
              {format.percent(share(node))}
            </span>
            <span className="num">
              <PeopleDoor
                {...behind(
                  { of: 'left', column: node.column, node: node.node },
                  t(words.behindLeft, { column: node.column, node: node.label }),
                )}
                count={node.left.members}
              >
                {format.number(node.left.visits)}
              </PeopleDoor>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
