/** Attribution: eight models side by side, what channels cost and give back, and the ways people came. */
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { modelNames } from '../../attribution/models.ts'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { type Behind, PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { AttributionBar } from './AttributionBar.tsx'
import type { AttributionAnswer, AttributionQuestion } from './attribution.queries.ts'
import { attributionWords as words } from './attribution.words.ts'
import { CostsDrawer } from './CostsDrawer.tsx'
import { CostTable, Keeping } from './CostTable.tsx'
import { RulesDrawer } from './RulesDrawer.tsx'
import { barColours, mostColours, shareOf, sharingOption } from './sharing.ts'
import './attribution.css'

const initial: AttributionQuestion = {
  range: { last: 30, unit: 'day' },
  scope: {},
  conversion: { event: 'order.paid' },
  worth: { of: 'value' },
  lookBack: 30,
  halfLife: 7,
  order: 1,
  model: 'lastNonDirect',
}

export default function AttributionScreen() {
  const t = useT()
  const [question, change, put] = useQuestion(initial, ({ model }) =>
    modelNames.includes(model ?? 'lastNonDirect'),
  )
  const go = useNavigate()
  const unfinished = question.conversion.event === ''
  const answering = useAnswer<AttributionAnswer>('attribution', unfinished ? undefined : question)
  const [open, setOpen] = useState<'costs' | 'rules'>()
  return (
    <AnalysisScreen
      analysis="attribution"
      title={t(words.title)}
      lead={t(words.lead)}
      question={question}
      put={put}
      bar={<AttributionBar question={question} change={change} />}
      answering={answering}
      unfinished={unfinished}
      isEmpty={({ conversions, channels }) => conversions === 0 && channels.length === 0}
      emptyHint={t(words.emptyHint)}
      actions={
        <>
          <Button onClick={() => void go({ to: '/insight/channels' })}>{t(words.toChannels)}</Button>
          <Button onClick={() => setOpen('rules')}>{t(words.rules)}</Button>
        </>
      }
    >
      {(answer) => (
        <>
          <Answer answer={answer} question={question} enter={() => setOpen('costs')} />
          {open === 'costs' && <CostsDrawer close={() => setOpen(undefined)} />}
          {open === 'rules' && <RulesDrawer close={() => setOpen(undefined)} />}
        </>
      )}
    </AnalysisScreen>
  )
}

interface AnswerProps {
  readonly answer: AttributionAnswer
  readonly question: AttributionQuestion
  readonly enter: () => void
}

export function Answer({ answer, question, enter }: AnswerProps) {
  const t = useT()
  const may = useMay()
  const behind = (cell: object, title: string): Behind => ({ analysis: 'attribution', question, cell, title })
  return (
    <>
      <Sharing answer={answer} behind={behind} />
      <CostTable
        answer={answer}
        question={question}
        behind={behind}
        actions={
          may('insight.edit') && (
            <Button size="small" onClick={enter}>
              {t(words.enter)}
            </Button>
          )
        }
      />
      <div className="attribution-below">
        <Keeping answer={answer} behind={behind} />
        <Journeys answer={answer} />
      </div>
    </>
  )
}

function Sharing({
  answer,
  behind,
}: {
  answer: AttributionAnswer
  behind: (cell: object, title: string) => Behind
}) {
  const t = useT()
  const format = useFormat()
  const [best] = answer.channels
  const shares = best ? modelNames.map((model) => shareOf(answer, best, model)) : []
  const [low, high] = [format.percent(Math.min(...shares)), format.percent(Math.max(...shares))]
  const option = useMemo(
    () =>
      sharingOption(answer, {
        model: (model) => t(words[model]),
        others: t(words.others),
        percent: format.percent,
        tip: (channel, model, share, conversions) =>
          t(words.tip, {
            channel,
            model: t(words[model]),
            share: format.percent(share),
            count: format.number(Math.round(conversions * 10) / 10),
          }),
      }),
    [answer, format, t],
  )
  const ofChannel = (channel: string, name: string) =>
    behind({ of: 'channel', channel }, t(words.behindChannel, { channel: name }))
  return (
    <ChartCard
      title={t(low === high ? words.sentenceAgreed : words.sentence, {
        channel: best?.name ?? '',
        low,
        high,
      })}
      note={t(words.note, { count: format.number(answer.conversions) })}
      option={option}
      summary={t(words.summary)}
      file="attribution"
      height={282}
      behind={({ seriesId }) => {
        const channel = answer.channels.find((each) => each.channel === seriesId)
        return channel && ofChannel(channel.channel, channel.name)
      }}
      legend={
        <>
          {answer.channels.slice(0, mostColours).map(({ channel, name }, at) => (
            <span key={channel} className="attribution-key">
              <i style={{ background: `var(--${barColours[at]!})` }} aria-hidden="true" />
              {name}
            </span>
          ))}
          <span className="push muted">
            <Totals answer={answer} behind={behind} />
          </span>
        </>
      }
      table={{
        head: [t(words.channel), t(words.met), ...modelNames.map((model) => t(words[model]))],
        rows: answer.channels.map((each) => [
          each.name,
          {
            value: each.members,
            shown: <PeopleDoor {...ofChannel(each.channel, each.name)} count={each.members} />,
          },
          ...modelNames.map((model) => Math.round((each.credits[model]?.conversions ?? 0) * 10) / 10),
        ]),
      }}
    />
  )
}

function Totals({
  answer,
  behind,
}: {
  answer: AttributionAnswer
  behind: (cell: object, title: string) => Behind
}) {
  const t = useT()
  const format = useFormat()
  // The two numbers stand in the sentence as doors.
  const [before = '', between = '', after = ''] = t(words.totals, {
    converted: '\u0000',
    count: format.number(answer.conversions),
    without: '\u0000',
  }).split('\u0000')
  return (
    <>
      {before}
      <PeopleDoor {...behind({ of: 'converted' }, t(words.behindConverted))} count={answer.members} />
      {between}
      <PeopleDoor {...behind({ of: 'without' }, t(words.behindWithout))} count={answer.without} />
      {after}
    </>
  )
}

function Journeys({ answer }: { answer: AttributionAnswer }) {
  const t = useT()
  return (
    <Card title={t(words.journeysTitle)} note={t(words.journeysNote)}>
      <ul className="attribution-journeys">
        {answer.journeys.slice(0, 8).map(({ path, conversions }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list in its order
          <li key={at}>
            <span>{path.length === 0 ? t(words.noTouch) : path.join(' → ')}</span>
            <span className="num muted">{t(words.journeyCount, { count: conversions })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
