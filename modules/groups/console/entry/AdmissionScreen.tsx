import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { api } from '#ui/api.ts'
import { isFinished } from '#ui/console/condition/ConditionField.tsx'
import { everybody } from '#ui/console/condition/condition.ts'
import { Card } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { Empty } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { GroupFrame, useGroup } from '../GroupFrame.tsx'
import { admissionQuery, type Step } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { entryWords as words } from './entry.words.ts'
import { Invitations } from './Invitations.tsx'
import { StepEditor } from './StepEditor.tsx'
import './entry.css'

export type Draft = Step & { readonly key: string }

export const stepNames: Readonly<Record<Step['kind'], Message>> = {
  invitation: words.kInvitation,
  form: words.kForm,
  quiz: words.kQuiz,
  task: words.kTask,
  paid: words.kPaid,
  condition: words.kCondition,
  review: words.kReview,
}
const once: readonly Step['kind'][] = ['invitation', 'paid', 'review']

/** A step as it begins, to be filled in. */
function fresh(kind: Step['kind']): Step {
  switch (kind) {
    case 'invitation':
      return { kind, settings: { title: '' } }
    case 'form':
      return {
        kind,
        settings: {
          title: '',
          intro: '',
          questions: [{ id: 'q1', label: '', hint: '', type: 'text', required: true, options: [] }],
        },
      }
    case 'quiz':
      return {
        kind,
        settings: {
          title: '',
          intro: '',
          questions: [
            {
              id: 'q1',
              text: '',
              type: 'one',
              options: [
                { id: 'a', text: '' },
                { id: 'b', text: '' },
              ],
              right: ['a'],
              points: 1,
              why: '',
            },
          ],
          ask: null,
          passPercent: 80,
          attempts: 3,
          coolDownHours: 12,
        },
      }
    case 'task':
      return { kind, settings: { title: '', how: '', proof: 'text', condition: null } }
    case 'paid':
      return { kind, settings: { title: '', what: '', url: null, condition: everybody } }
    case 'condition':
      return { kind, settings: { title: '', condition: everybody } }
    case 'review':
      return { kind, settings: { title: '', looksFor: '', promiseHours: 48, againAfterDays: 7 } }
  }
}

/** The way into the group, step by step, saved whole. */
export default function AdmissionScreen() {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const group = useGroup()
  const saved = useSuspenseQuery(admissionQuery(group.id)).data
  const [steps, setSteps] = useState<readonly Draft[]>(() => drafts(saved.steps))
  const [busy, setBusy] = useState(false)
  const changed = JSON.stringify(steps.map(plain)) !== JSON.stringify(saved.steps)
  const complete = steps.every(isComplete)
  const disabled = group.archivedAt !== null
  const put = (key: string, step: Step) =>
    setSteps(steps.map((each) => (each.key === key ? { ...step, key } : each)))
  const move = (place: number, by: number) => {
    const next = [...steps]
    const [taken] = next.splice(place, 1)
    if (taken) next.splice(place + by, 0, taken)
    setSteps(next)
  }
  const add = (kind: Step['kind']) => {
    const step = { ...fresh(kind), key: `new-${steps.length}-${kind}` } as Draft
    // A review judges the rest, so it stays last.
    const review = steps.findIndex((each) => each.kind === 'review')
    setSteps(review === -1 || kind === 'review' ? [...steps, step] : steps.toSpliced(review, 0, step))
  }
  const save = async () => {
    setBusy(true)
    try {
      const answer = await take(
        api.PUT('/api/groups/{id}/admission', {
          params: { path: { id: group.id } },
          body: { steps: steps.map(plain) as never },
        }),
      )
      setSteps(drafts((answer as unknown as typeof saved).steps))
      await client.invalidateQueries({ queryKey: ['groups', group.id] })
      message.success(t(groupWords.saved))
    } catch (error) {
      const problem = asProblem(error)
      message.error([problem.message, ...problem.fields.map((field) => field.message)].join(' · '))
    } finally {
      setBusy(false)
    }
  }
  const adder = !disabled && steps.length < 10 && (
    <Dropdown
      trigger={['click']}
      menu={{
        items: (Object.keys(stepNames) as Step['kind'][])
          .filter((kind) => !once.includes(kind) || steps.every((step) => step.kind !== kind))
          .map((kind) => ({ key: kind, label: t(stepNames[kind]), onClick: () => add(kind) })),
      }}
    >
      <Button icon={<Icon name="plus" size={16} />}>{t(groupWords.add)}</Button>
    </Dropdown>
  )
  return (
    <GroupFrame group={group}>
      <div className="split">
        <div>
          <p className="lead-text">{t(words.admissionLead)}</p>
          {steps.length === 0 ? (
            <Card>
              <Empty icon="door" title={t(words.open)} hint={t(words.openHint)} action={adder} />
            </Card>
          ) : (
            <>
              {steps.map((step, place) => (
                <section key={step.key} className="step-card" aria-label={t(stepNames[step.kind])}>
                  <div className="step-head">
                    <span className="step-no">{place + 1}</span>
                    <b>{t(stepNames[step.kind])}</b>
                    {!disabled && (
                      <>
                        <Button
                          type="text"
                          size="small"
                          disabled={place === 0 || step.kind === 'review'}
                          aria-label={`${t(groupWords.up)} ${t(stepNames[step.kind])}`}
                          icon={<Icon name="up" size={16} />}
                          onClick={() => move(place, -1)}
                        />
                        <Button
                          type="text"
                          size="small"
                          disabled={place === steps.length - 1 || steps[place + 1]?.kind === 'review'}
                          aria-label={`${t(groupWords.down)} ${t(stepNames[step.kind])}`}
                          icon={<Icon name="down" size={16} />}
                          onClick={() => move(place, 1)}
                        />
                        <Button
                          type="text"
                          size="small"
                          aria-label={`${t(groupWords.remove)} ${t(stepNames[step.kind])}`}
                          icon={<Icon name="trash" size={16} />}
                          onClick={() => setSteps(steps.filter((each) => each.key !== step.key))}
                        />
                      </>
                    )}
                  </div>
                  <StepEditor step={step} change={(next) => put(step.key, next)} />
                  {saved.warnings
                    .filter((warning) => warning.stepId === step.id)
                    .map((warning) => (
                      <p key={warning.text} className="small warn">
                        {warning.text}
                      </p>
                    ))}
                </section>
              ))}
              <div className="step-add">{adder}</div>
            </>
          )}
        </div>
        <Invitations group={group.id} />
      </div>
      <div className="foot-bar">
        <span>{changed && <span className="warn small">{t(groupWords.changed)}</span>}</span>
        <Button type="primary" disabled={!changed || !complete || disabled} loading={busy} onClick={save}>
          {t(groupWords.save)}
        </Button>
      </div>
    </GroupFrame>
  )
}

const drafts = (steps: readonly Step[]): Draft[] =>
  steps.map((step, place) => ({ ...step, key: step.id ?? `step-${place}` }) as Draft)

function plain({ key: _, ...step }: Draft): Step {
  return step as Step
}

/** Whether everything that must be there is; the server says the rest. */
function isComplete(step: Step): boolean {
  switch (step.kind) {
    case 'form':
      return step.settings.questions.every(
        (question) => question.label.trim() && question.options.every((option) => option.text.trim()),
      )
    case 'quiz':
      return step.settings.questions.every(
        (question) =>
          question.text.trim() &&
          question.right.length > 0 &&
          question.options.every((option) => option.text.trim()),
      )
    case 'task':
      return Boolean(
        step.settings.title.trim() &&
          step.settings.how.trim() &&
          (step.settings.proof !== 'check' ||
            (step.settings.condition && isFinished(step.settings.condition))),
      )
    case 'paid':
      return Boolean(step.settings.what.trim() && isFinished(step.settings.condition))
    case 'condition':
      return isFinished(step.settings.condition)
    default:
      return true
  }
}
