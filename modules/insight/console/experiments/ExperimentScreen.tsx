/** One experiment: whether its figures may be believed, what is known and what is not yet, and who is in which arm. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { Card, Page } from '#ui/console/Page.tsx'
import { Empty, Failed, SkeletonPage, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { Acts } from './Acts.tsx'
import { ArmsCard } from './ArmsCard.tsx'
import { EffectCard } from './EffectCard.tsx'
import {
  type Experiment,
  type ExperimentAnswer,
  type ExperimentQuestion,
  experimentQuery,
} from './experiments.queries.ts'
import { experimentWords as words } from './experiments.words.ts'
import { StateTag } from './StateTag.tsx'
import './experiments.css'

export default function ExperimentScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const found = useQuery(experimentQuery(id))
  const client = useQueryClient()
  if (found.error) return <Failed page error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <SkeletonPage />
  return (
    <One experiment={found.data} changed={() => client.invalidateQueries({ queryKey: ['experiments'] })} />
  )
}

function One({ experiment, changed }: { experiment: Experiment; changed: () => Promise<unknown> }) {
  const t = useT()
  const { id, name, state, hypothesis } = experiment
  const [question, change] = useQuestion<ExperimentQuestion>({ experiment: id })
  const asked = { ...question, experiment: id }
  const answering = useAnswer<ExperimentAnswer>('experiment', asked)
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/insight/experiments">{t(words.title)}</Link>
          <Icon name="right" size={14} />
          <span>{name}</span>
        </nav>
      }
      title={
        <>
          {name} <StateTag state={state} />
        </>
      }
      lead={hypothesis}
      actions={<Acts experiment={experiment} changed={changed} />}
    >
      <Verdict experiment={experiment} />
      {answering.error !== null && answering.error !== undefined && (
        <Card>
          <Failed error={answering.error} retry={answering.retry} />
        </Card>
      )}
      {!answering.data && !answering.error && (
        <Card>
          <SkeletonRows rows={6} />
        </Card>
      )}
      {answering.data && (
        <div className="experiment-stack">
          <Answer
            experiment={experiment}
            answer={answering.data.answer}
            question={asked}
            look={(look) => change({ look })}
          />
        </div>
      )}
    </Page>
  )
}

/** What was decided, or why it was stopped. */
function Verdict({
  experiment: { state, decision, decisionReason, stopReason, definition },
}: {
  experiment: Experiment
}) {
  const t = useT()
  if (state === 'decided')
    return (
      <Card>
        {t(words.decidedSays, {
          arm: definition.variants.find(({ key }) => key === decision)?.name ?? decision ?? '',
          reason: decisionReason,
        })}
      </Card>
    )
  if (state === 'stopped') return <Card>{t(words.stoppedSays, { reason: stopReason })}</Card>
  return null
}

interface AnswerProps {
  readonly experiment: Experiment
  readonly answer: ExperimentAnswer
  readonly question: ExperimentQuestion
  readonly look: (look: 'anytime' | 'once') => void
}

function Answer({ experiment, answer, question, look }: AnswerProps) {
  const t = useT()
  const goal = answer.figures.find(({ role }) => role === 'goal')
  const met = answer.arms.reduce((sum, { members }) => sum + members, 0)
  if (met === 0 || !goal)
    return (
      <>
        <Card>
          <Empty
            icon="insight"
            title={t(words.nobody)}
            hint={t(experiment.state === 'draft' ? words.draftHint : words.nobodyHint)}
          />
        </Card>
        <Rules experiment={experiment} />
      </>
    )
  return (
    <>
      <Broken answer={answer} />
      <EffectCard
        answer={answer}
        figures={[goal]}
        legend={
          <Segmented
            size="small"
            aria-label={t(words.looks)}
            value={answer.look}
            options={[
              { value: 'anytime', label: t(words.lookAnytime) },
              { value: 'once', label: t(words.lookOnce) },
            ]}
            onChange={(value) => look(value as 'anytime' | 'once')}
          />
        }
      />
      {answer.figures.length > 1 && (
        <EffectCard
          answer={answer}
          figures={answer.figures.filter(({ role }) => role === 'guardrail')}
          guardrails
        />
      )}
      <div className="experiment-pair">
        <ArmsCard answer={answer} question={question} goal={goal} />
        <Rules experiment={experiment} />
      </div>
    </>
  )
}

/** Comes before everything else: with arms that are uneven nothing below means anything. */
function Broken({ answer: { balance } }: { answer: ExperimentAnswer }) {
  const t = useT()
  const format = useFormat()
  if (!balance.broken) return null
  const p = Math.min(balance.pValue, balance.everyDay)
  return (
    <Card className="experiment-broken" title={t(words.broken)}>
      {t(words.brokenHint, { p: p < 0.0001 ? '< 0.01%' : format.percent(Math.round(p * 1e5) / 1e5) })}
    </Card>
  )
}

function Rules({ experiment: { key, definition, whoSays, metricName } }: { experiment: Experiment }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(words.rules)}>
      <dl className="experiment-rules">
        <dt>{t(words.key)}</dt>
        <dd>
          <code>{key}</code>
        </dd>
        <dt>{t(words.who)}</dt>
        <dd>{whoSays || t(words.everybody)}</dd>
        <dt>{t(words.goal)}</dt>
        <dd>{metricName}</dd>
        <dt>{t(words.windowShort)}</dt>
        <dd>
          {definition.windowDays === null
            ? t(words.windowAll)
            : t(words.windowOf, { days: definition.windowDays })}
        </dd>
        <dt>{t(words.effectShort)}</dt>
        <dd>{format.percent(definition.effect)}</dd>
      </dl>
    </Card>
  )
}
