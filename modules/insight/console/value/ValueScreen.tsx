/** 客户价值: who is still a customer, what that may be worth, who is about to go; and how far to believe it. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import { Card } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Empty } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { BreakdownPick } from '../frame/BreakdownPick.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { WhoPick } from '../frame/ScopePick.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { AliveChart } from './AliveChart.tsx'
import { ByValue } from './ByValue.tsx'
import { Deciles } from './Deciles.tsx'
import { Going } from './Going.tsx'
import { HoldoutCards } from './HoldoutCards.tsx'
import { Method } from './Method.tsx'
import { TierTrend } from './TierTrend.tsx'
import { useMoney } from './useMoney.ts'
import { compute, standingQuery, type ValueAnswer, type ValueQuestion } from './value.queries.ts'
import { valueWords as words } from './value.words.ts'
import './value.css'

export default function ValueScreen() {
  const t = useT()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [question, change, put] = useQuestion<ValueQuestion>({})
  const answering = useAnswer<ValueAnswer>('value', question)
  const standing = useQuery(standingQuery)
  const [job, setJob] = useState<string>()
  const start = async () => {
    try {
      setJob((await compute()).jobId)
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <AnalysisScreen
      analysis="value"
      title={t(words.title)}
      lead={t(words.lead)}
      question={question}
      put={put}
      bar={
        <>
          <WhoPick value={question.who} onChange={(who) => change({ who })} />
          <BreakdownPick
            value={question.breakdown}
            onChange={(breakdown) => change({ breakdown })}
            withoutGroup
          />
        </>
      }
      answering={answering}
      actions={
        <>
          <Button icon={<Icon name="members" size={16} />} onClick={() => navigate({ to: '/rfm' })}>
            {t(words.tiers)}
          </Button>
          {standing.data?.can.compute && (
            <Button icon={<Icon name="retry" size={16} />} onClick={start}>
              {t(words.compute)}
            </Button>
          )}
        </>
      }
    >
      {(answer) => (
        <>
          <Body answer={answer} question={question} />
          {job && (
            <JobDialog
              id={job}
              title={t(words.computing)}
              note={t(words.computingNote)}
              close={() => {
                setJob(undefined)
                answering.retry()
                void standing.refetch()
              }}
            />
          )}
        </>
      )}
    </AnalysisScreen>
  )
}

function Body({ answer, question }: { answer: ValueAnswer; question: ValueQuestion }) {
  const { total } = answer
  if (answer.state !== 'fitted' || !total) return <Nothing answer={answer} />
  return (
    <>
      <Facts answer={answer} total={total} question={question} />
      <Going />
      <div className="value-pair">
        <AliveChart answer={answer} question={question} />
        <Deciles />
      </div>
      <TierTrend />
      <ByValue answer={answer} question={question} />
      <HoldoutCards holdout={answer.holdout} />
      <Method answer={answer} />
    </>
  )
}

function Nothing({ answer }: { answer: ValueAnswer }) {
  const t = useT()
  const [title, hint] = {
    never: [words.never, words.neverHint],
    too_few: [words.tooFew, words.tooFewHint],
    not_converged: [words.notConverged, words.failedHint],
    no_mean: [words.noMean, words.failedHint],
    fitted: [words.byNobody, words.neverHint],
  }[answer.state] as [typeof words.never, typeof words.never]
  return (
    <Card>
      <Empty
        icon="insight"
        title={t(title, { repeaters: answer.repeaters, least: answer.least })}
        hint={t(hint)}
      />
    </Card>
  )
}

interface FactsProps {
  readonly answer: ValueAnswer
  readonly total: NonNullable<ValueAnswer['total']>
  readonly question: ValueQuestion
}

function Facts({ answer, total, question }: FactsProps) {
  const t = useT()
  const format = useFormat()
  const money = useMoney()
  const one = (value: number) => format.number(Math.round(value * 10) / 10)
  return (
    <section className="card value-facts">
      <div>
        <span className="muted small">{t(words.revenue)}</span>
        <b>{money(total.revenue)}</b>
        <span className="muted small">
          {total.low === null || total.high === null
            ? t(words.betweenUnknown)
            : t(words.between, { low: money(total.low), high: money(total.high) })}
        </span>
      </div>
      <div>
        <span className="muted small">{t(words.alive)}</span>
        <b>{format.number(Math.round(total.alive))}</b>
        <span className="muted small">
          <PeopleDoor
            analysis="value"
            question={question}
            cell={{}}
            title={t(words.title)}
            count={total.members}
          >
            {t(words.aliveOf, { buyers: format.number(total.members) })}
          </PeopleDoor>
        </span>
      </div>
      <div>
        <span className="muted small">{t(words.purchases)}</span>
        <b>{t(words.times, { count: format.number(Math.round(total.purchases)) })}</b>
        <span className="muted small">
          {t(words.perBuyer, { count: one(total.purchases / Math.max(1, total.members)) })}
        </span>
      </div>
      <div>
        <span className="muted small">{t(words.asOf)}</span>
        <b>{answer.asOf ? format.date(`${answer.asOf}T04:00:00Z`) : '—'}</b>
      </div>
    </section>
  )
}
