/** One goal: how it stands, its pace, where it is heading, and how it ended. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { App, Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useMemo, useState } from 'react'
import { api } from '#ui/api.ts'
import { Chart } from '#ui/console/chart/Chart.tsx'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { Failed, SkeletonPage } from '#ui/console/states.tsx'
import { useFormat } from '#ui/locale/locale.tsx'
import { shortDay } from '../calendar.ts'
import { MarksKey, useMarks } from '../frame/Marks.tsx'
import { BeginImprovement, ImprovementsOf } from '../improvements/OfThing.tsx'
import { courseOption, daysOfCourse } from './course.ts'
import { type Goal, goalQuery, type WholeGoal } from './goals.queries.ts'
import { goalWords as words } from './goals.words.ts'
import { PaceWords, useGoalWords } from './standing.tsx'
import './goals.css'

export default function GoalScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(goalQuery(id))
  if (query.isPending) return <SkeletonPage />
  if (!query.data) return <Failed page error={query.error} retry={() => query.refetch()} />
  return <WholeGoalView goal={query.data} />
}

function WholeGoalView({ goal }: { readonly goal: WholeGoal }) {
  const { t, figure, apart } = useGoalWords()
  const format = useFormat()
  const [dialog, setDialog] = useState<'edit' | 'end'>()
  const { standing, forecast } = goal
  const values = {
    metric: goal.metricName,
    value: figure(standing.value, goal),
    gap: apart(standing.gap ?? 0, goal),
    target: figure(goal.target, goal),
  }
  const sentence =
    standing.pace === 'unknown'
      ? words.sentenceUnread
      : standing.reached
        ? words.sentenceReached
        : { behind: words.sentenceBehind, ahead: words.sentenceAhead, on: words.sentenceOn }[standing.pace]
  const buckets = useMemo(() => daysOfCourse(goal).map((each) => ({ start: each, end: each })), [goal])
  const marks = useMarks(buckets, goal.scope.group)
  const option = useMemo(
    () =>
      courseOption({
        goal,
        marks,
        names: [t(words.actual), t(words.pace), t(words.forecast)],
        goalLabel: t(words.goalLine, { target: figure(goal.target, goal) }),
        label: shortDay,
        figure: (value) => figure(value, goal),
      }),
    [goal, marks, t, figure],
  )
  const day = (at: string) => format.date(`${at}T12:00:00Z`)
  const pace = new Map(goal.pace.map(({ day: on, expected }) => [on, expected]))
  const sign = goal.better === 'more' ? 1 : -1
  const short =
    forecast && sign * (forecast.value - goal.target) < 0 ? Math.abs(goal.target - forecast.value) : undefined
  return (
    <Page
      title={goal.name}
      lead={goal.why}
      actions={
        goal.can.edit && (
          <>
            <Button onClick={() => setDialog('end')}>{t(words.end)}</Button>
            <Button onClick={() => setDialog('edit')}>{t(words.edit)}</Button>
            <BeginImprovement of="goal" id={goal.id} />
          </>
        )
      }
    >
      <div className="goal-page">
        <div>
          <Chart
            title={t(sentence, values)}
            note={t(words.chartNote, {
              formula: goal.formula || goal.metricName,
              window: goal.days === null ? t(words.windowStart) : t(words.windowDays, { days: goal.days }),
            })}
            option={option}
            table={{
              head: [t(words.day), t(words.actual), t(words.pace)],
              rows: goal.readings
                .toReversed()
                .map(({ day: on, value }) => [
                  on,
                  value === null ? '' : figure(value, goal),
                  pace.has(on) ? figure(pace.get(on)!, goal) : '',
                ]),
            }}
            summary={t(words.summary, {
              start: goal.startsOn,
              end: goal.dueOn,
              value: values.value,
              target: values.target,
            })}
            file={`goal-${goal.id}`}
            height={300}
            legend={
              marks.length > 0 && (
                <MarksKey marks={marks} asked={{ metric: goal.metric, scope: goal.scope }} />
              )
            }
          />
          {!goal.closedAt && (
            <p className="goal-forecast">
              {forecast
                ? t(words.forecastSays, {
                    value: figure(forecast.value, goal),
                    low: figure(forecast.low, goal),
                    high: figure(forecast.high, goal),
                    points: forecast.points,
                  })
                : t(words.noForecast)}
              {short !== undefined && (
                <strong className="warn"> {t(words.forecastShort, { gap: apart(short, goal) })}</strong>
              )}
            </p>
          )}
        </div>
        <Card
          title={t(words.facts)}
          extra={
            goal.outcome && (
              <Tag tone={goal.outcome === 'met' ? 'pine' : 'plain'}>{t(words[goal.outcome])}</Tag>
            )
          }
        >
          <dl className="goal-dl">
            <dt>{t(words.target)}</dt>
            <dd>
              <b>{figure(goal.target, goal)}</b>
              <TargetMeans goal={goal} />
            </dd>
            <dt>{t(words.baseline)}</dt>
            <dd>
              {goal.baseline === null
                ? t(words.baselineNone)
                : t(words.baselineOf, {
                    value: figure(goal.baseline, goal),
                    from: day(goal.baselineFrom),
                    to: day(goal.baselineTo),
                  })}
            </dd>
            <dt>{t(words.period)}</dt>
            <dd>
              {day(goal.startsOn)} – {day(goal.dueOn)}
            </dd>
            <dt>{t(words.window)}</dt>
            <dd>{goal.days === null ? t(words.windowStart) : t(words.windowDays, { days: goal.days })}</dd>
            <dt>{t(words.owner)}</dt>
            <dd>{goal.ownerName ?? t(words.noOwner)}</dd>
            {goal.lesson && (
              <>
                <dt>{t(words.lesson)}</dt>
                <dd>{goal.lesson}</dd>
              </>
            )}
          </dl>
          <p className="goal-now">
            <PaceWords goal={goal} />
          </p>
        </Card>
      </div>
      <ImprovementsOf of="goal" id={goal.id} />
      {dialog === 'edit' && <EditDialog goal={goal} close={() => setDialog(undefined)} />}
      {dialog === 'end' && <EndDialog goal={goal} close={() => setDialog(undefined)} />}
    </Page>
  )
}

function TargetMeans({ goal }: { readonly goal: Goal }) {
  const { t, apart } = useGoalWords()
  if (goal.mode === 'absolute' || goal.baseline === null) return null
  const by =
    goal.mode === 'relative'
      ? apart(goal.amount, { unit: 'share' }).replace(/ 个百分点| points/, '%')
      : apart(goal.amount, goal)
  return (
    <span className="muted small">
      {' '}
      {t(words.relative, { how: t(goal.amount < 0 ? words.down : words.up), by })}
    </span>
  )
}

interface DialogProps {
  readonly goal: Goal
  readonly close: () => void
}

function useSaved(close: () => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return async (said: string) => {
    await client.invalidateQueries({ queryKey: ['goals'] })
    message.success(said)
    close()
  }
}

function EditDialog({ goal, close }: DialogProps) {
  const { t } = useGoalWords()
  const colleagues = useQuery(colleaguesQuery).data?.items ?? []
  const done = useSaved(close)
  return (
    <Modal open title={t(words.edit)} footer={null} onCancel={close} destroyOnHidden>
      <p className="muted small">{t(words.editHint)}</p>
      <AskForm<{ name: string; why: string; ownerId?: string }>
        initial={{ name: goal.name, why: goal.why, ...(goal.ownerId ? { ownerId: goal.ownerId } : {}) }}
        verb={t(words.save)}
        submit={async ({ name, why, ownerId }) => {
          await take(
            api.PATCH('/api/insight/goals/{id}', {
              params: { path: { id: goal.id } },
              body: { name, why, ownerId: ownerId ?? null },
            }),
          )
          await done(t(words.saved))
        }}
      >
        <Form.Item name="name" label={t(words.name)} rules={[{ required: true, max: 60 }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="why" label={t(words.why)} rules={[{ required: true, max: 300 }]}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
        <Form.Item name="ownerId" label={t(words.owner)}>
          <Select allowClear options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

function EndDialog({ goal, close }: DialogProps) {
  const { t } = useGoalWords()
  const done = useSaved(close)
  return (
    <Modal open title={t(words.end)} footer={null} onCancel={close} destroyOnHidden>
      <p className="muted small">{t(words.endHint)}</p>
      <AskForm<{ outcome: 'met' | 'missed' | 'dropped'; lesson: string }>
        initial={{ outcome: goal.standing.reached ? 'met' : 'missed', lesson: '' }}
        verb={t(words.endVerb)}
        submit={async (body) => {
          await take(api.POST('/api/insight/goals/{id}/close', { params: { path: { id: goal.id } }, body }))
          await done(t(words.ended))
        }}
      >
        <Form.Item name="outcome" label={t(words.outcome)}>
          <Radio.Group
            options={(['met', 'missed', 'dropped'] as const).map((value) => ({
              value,
              label: t(words[value]),
            }))}
          />
        </Form.Item>
        <Form.Item name="lesson" label={t(words.lesson)}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3, maxRows: 8 }} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
