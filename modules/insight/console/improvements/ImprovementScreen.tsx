/** One improvement: what was found → what is done → for whom → its course and effect → what is decided. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Card, Page } from '#ui/console/Page.tsx'
import { Failed, SkeletonPage } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { daysBetween } from '../calendar.ts'
import { EffectCard } from '../effect/EffectCard.tsx'
import type { EffectQuestion } from '../effect/effect.ts'
import { Awaiting } from '../frame/Awaiting.tsx'
import { QuestionLink } from '../frame/QuestionLink.tsx'
import { DecideDialog, StartDialog } from './Acts.tsx'
import { EvidenceView } from './EvidenceView.tsx'
import { ImprovementForm } from './ImprovementForm.tsx'
import { StageTag } from './ImprovementRow.tsx'
import {
  changeImprovement,
  improvementQuery,
  measuredQuery,
  type WholeImprovement,
} from './improvements.queries.ts'
import { improvementWords as words } from './improvements.words.ts'
import { ThingsCard } from './ThingsCard.tsx'
import './improvements.css'

export default function ImprovementScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(improvementQuery(id))
  if (query.isPending) return <SkeletonPage />
  if (!query.data) return <Failed page error={query.error} retry={() => query.refetch()} />
  return <ImprovementView key={id} improvement={query.data} />
}

export type Verb = 'kept' | 'adjusted' | 'dropped'

function ImprovementView({ improvement }: { readonly improvement: WholeImprovement }) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<'edit' | 'start' | Verb>()
  const close = () => setDialog(undefined)
  const { can, stage, startsOn, reviewOn } = improvement
  const day = (at: string) => format.date(`${at}T12:00:00Z`)
  const left = stage === 'running' && reviewOn ? daysBetween(format.dayKey(now()), reviewOn) : 0
  const done = async (changed: WholeImprovement) => {
    await client.invalidateQueries({ queryKey: ['improvements'] })
    close()
    if (changed.nextId && !improvement.nextId)
      await navigate({ to: '/plan/improvements/$id', params: { id: changed.nextId } })
  }
  return (
    <Page
      title={improvement.name}
      lead={
        <>
          <StageTag improvement={improvement} /> {t(words.round, { round: improvement.round })} ·{' '}
          {improvement.ownerName ?? t(words.noOwner)}
          {startsOn && ` · ${t(words.startedOn, { day: day(startsOn) })}`}
          {reviewOn && stage !== 'decided' && ` · ${t(words.reviewOn, { day: day(reviewOn) })}`}
        </>
      }
      actions={
        <>
          {can.edit && <Button onClick={() => setDialog('edit')}>{t(words.edit)}</Button>}
          {can.start && (
            <Button type="primary" onClick={() => setDialog('start')}>
              {t(words.start)}
            </Button>
          )}
        </>
      }
    >
      <div className="improvement-page whole">
        <div>
          <EffectPart improvement={improvement} />
          <Card
            title={t(words.decide)}
            note={left > 0 && can.decide ? t(words.early, { days: left }) : undefined}
          >
            {improvement.verdict && improvement.decidedAt ? (
              <>
                <p className="improvement-verdict">
                  {t(words.verdictOf, {
                    day: format.date(improvement.decidedAt),
                    verdict: t(words[improvement.verdict]),
                  })}
                </p>
                <p>{improvement.reason}</p>
                {improvement.nextId && (
                  <Link className="link" to="/plan/improvements/$id" params={{ id: improvement.nextId }}>
                    {t(words.next)}
                  </Link>
                )}
              </>
            ) : (
              <>
                <p className="muted">
                  {t(words.success)} · {improvement.success}
                </p>
                {can.decide && (
                  <div className="improvement-acts">
                    <Button disabled={!startsOn} onClick={() => setDialog('kept')}>
                      {t(words.keep)}
                    </Button>
                    <Button disabled={!startsOn} onClick={() => setDialog('adjusted')}>
                      {t(words.adjust)}
                    </Button>
                    <Button onClick={() => setDialog('dropped')}>{t(words.drop)}</Button>
                  </div>
                )}
              </>
            )}
          </Card>
        </div>
        <div>
          <Card title={t(words.evidence)} note={t(words.evidenceKept)}>
            <EvidenceView evidence={improvement.evidence} />
          </Card>
          <Facts improvement={improvement} />
          <ThingsCard improvement={improvement} />
          {improvement.rounds.length > 1 && <Rounds improvement={improvement} />}
        </div>
      </div>
      {dialog === 'edit' && (
        <Modal open title={t(words.edit)} footer={null} onCancel={close} destroyOnHidden>
          <ImprovementForm
            initial={improvement}
            running={startsOn !== null}
            submit={async ({ metric, scope, days, success, ...fields }) =>
              await done(
                await changeImprovement(improvement.id, {
                  ...fields,
                  ...(startsOn === null ? { metric, scope, days, success } : {}),
                }),
              )
            }
          />
        </Modal>
      )}
      {dialog === 'start' && <StartDialog improvement={improvement} close={close} done={done} />}
      {(dialog === 'kept' || dialog === 'adjusted' || dialog === 'dropped') && (
        <DecideDialog improvement={improvement} verdict={dialog} close={close} done={done} />
      )}
    </Page>
  )
}

/** The course of the days with the start marked, and what was measured; frozen when it was decided. */
function EffectPart({ improvement }: { readonly improvement: WholeImprovement }) {
  const t = useT()
  const { startsOn, effect, decidedAt, question, experimentName } = improvement
  const query = useQuery({ ...measuredQuery(improvement.id), enabled: startsOn !== null })
  if (startsOn === null)
    return (
      <Card title={t(words.measuredTitle)}>
        <p className="muted">{t(words.startsFirst)}</p>
      </Card>
    )
  return (
    <>
      <Awaiting asked={{ data: query.data, error: query.error, retry: () => void query.refetch() }} rows={6}>
        {({ answer, measured }) => (
          <>
            {measured?.by === 'experiment' && !decidedAt && (
              <Card title={t(words.byExperiment)} note={experimentName ?? undefined}>
                <p className="improvement-verdict">{measured.says}</p>
              </Card>
            )}
            {answer && question && (
              <EffectCard question={question as unknown as EffectQuestion} answer={answer} />
            )}
          </>
        )}
      </Awaiting>
      {decidedAt && effect && (
        <Card title={t(words.measuredFrozen)}>
          <p className="improvement-verdict">{effect.says}</p>
        </Card>
      )}
      {question && (
        <QuestionLink className="link small" to="/insight/effect" question={question}>
          {t(words.openEffect)}
        </QuestionLink>
      )}
    </>
  )
}

function Facts({ improvement }: { readonly improvement: WholeImprovement }) {
  const t = useT()
  const format = useFormat()
  const rows = [
    [words.doing, improvement.doing],
    [words.whom, improvement.whomSays ?? (improvement.whom.group ? '' : t(words.everybody))],
    [words.metric, improvement.metricName],
    [words.judgeScope, improvement.scopeSays ?? ''],
    [words.days, t(words.daysOf, { days: improvement.days })],
    [words.success, improvement.success],
    [words.experiment, improvement.experimentName ?? ''],
  ] as const
  return (
    <Card
      title={t(words.doing)}
      note={t(words.made, {
        name: improvement.createdByName ?? t(words.somebody),
        day: format.date(improvement.createdAt),
      })}
    >
      <dl className="improvement-dl">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label.en} style={{ display: 'contents' }}>
              <dt>{t(label)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Card>
  )
}

function Rounds({ improvement: { id, rounds } }: { readonly improvement: WholeImprovement }) {
  const t = useT()
  return (
    <Card title={t(words.rounds)}>
      <ol className="improvement-rounds">
        {rounds.map((each) => (
          <li key={each.id} aria-current={each.id === id ? 'step' : undefined}>
            <span>
              <Link to="/plan/improvements/$id" params={{ id: each.id }}>
                {t(words.round, { round: each.round })}
              </Link>{' '}
              <StageTag improvement={each} />
            </span>
            <small>{each.doing}</small>
            {each.says && <small className="muted">{each.says}</small>}
            {each.reason && <small className="muted">{each.reason}</small>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
