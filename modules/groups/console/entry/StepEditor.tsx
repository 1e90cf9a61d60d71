import { Input, InputNumber, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { ConditionField } from '#ui/console/condition/ConditionField.tsx'
import { everybody } from '#ui/console/condition/condition.ts'
import { useT } from '#ui/locale/locale.tsx'
import type { Step } from '../group.queries.ts'
import { entryWords as words } from './entry.words.ts'
import { FormQuestions } from './FormQuestions.tsx'
import { QuizQuestions } from './QuizQuestions.tsx'

interface Props {
  readonly step: Step
  readonly change: (step: Step) => void
}

/** The settings of one step, by its kind. */
export function StepEditor({ step, change }: Props) {
  const t = useT()
  switch (step.kind) {
    case 'invitation':
      return (
        <Line
          label={words.stepTitle}
          value={step.settings.title}
          put={(title) => change({ ...step, settings: { title } })}
          max={40}
        />
      )
    case 'form': {
      const put = (part: Partial<typeof step.settings>) =>
        change({ ...step, settings: { ...step.settings, ...part } })
      return (
        <>
          <Line label={words.intro} value={step.settings.intro} put={(intro) => put({ intro })} max={200} />
          <FormQuestions questions={step.settings.questions} change={(questions) => put({ questions })} />
        </>
      )
    }
    case 'quiz': {
      const { settings } = step
      const put = (part: Partial<typeof settings>) => change({ ...step, settings: { ...settings, ...part } })
      return (
        <>
          <Line label={words.intro} value={settings.intro} put={(intro) => put({ intro })} max={200} />
          <div className="quiz-numbers">
            <Field label={t(words.pass)}>
              <InputNumber
                aria-label={t(words.pass)}
                min={1}
                max={100}
                suffix="%"
                value={settings.passPercent}
                onChange={(passPercent) => put({ passPercent: passPercent ?? 80 })}
              />
            </Field>
            <Field label={t(words.ask)}>
              <InputNumber
                aria-label={t(words.ask)}
                min={1}
                max={settings.questions.length}
                placeholder={t(words.askAll)}
                value={settings.ask}
                onChange={(ask) => put({ ask })}
              />
            </Field>
            <Field label={t(words.attempts)}>
              <InputNumber
                aria-label={t(words.attempts)}
                min={1}
                max={20}
                placeholder={t(words.unlimited)}
                value={settings.attempts}
                onChange={(attempts) => put({ attempts })}
              />
            </Field>
            <Field label={t(words.coolDown)}>
              <InputNumber
                aria-label={t(words.coolDown)}
                min={0}
                max={720}
                suffix={t(words.hours)}
                value={settings.coolDownHours}
                onChange={(coolDownHours) => put({ coolDownHours: coolDownHours ?? 0 })}
              />
            </Field>
          </div>
          <QuizQuestions questions={settings.questions} change={(questions) => put({ questions })} />
        </>
      )
    }
    case 'task': {
      const { settings } = step
      const put = (part: Partial<typeof settings>) => change({ ...step, settings: { ...settings, ...part } })
      return (
        <>
          <Line label={words.taskTitle} value={settings.title} put={(title) => put({ title })} max={40} />
          <Area label={t(words.taskHow)} value={settings.how} put={(how) => put({ how })} max={500} />
          <p className="row-note">{t(words.taskRisk)}</p>
          <Field label={t(words.proof)}>
            <Segmented
              aria-label={t(words.proof)}
              value={settings.proof}
              onChange={(proof: typeof settings.proof) =>
                put({ proof, condition: proof === 'check' ? (settings.condition ?? everybody) : null })
              }
              options={[
                { value: 'text', label: t(words.pText) },
                { value: 'picture', label: t(words.pPicture) },
                { value: 'check', label: t(words.pCheck) },
              ]}
            />
          </Field>
          {settings.proof === 'check' && (
            <ConditionField
              value={settings.condition ?? everybody}
              onChange={(condition) => put({ condition })}
            />
          )}
        </>
      )
    }
    case 'paid': {
      const { settings } = step
      const put = (part: Partial<typeof settings>) => change({ ...step, settings: { ...settings, ...part } })
      return (
        <>
          <Line label={words.what} value={settings.what} put={(what) => put({ what })} max={120} />
          <Line
            label={words.url}
            value={settings.url ?? ''}
            put={(url) => put({ url: url || null })}
            max={300}
          />
          <ConditionField value={settings.condition} onChange={(condition) => put({ condition })} />
        </>
      )
    }
    case 'condition':
      return (
        <ConditionField
          value={step.settings.condition}
          onChange={(condition) => change({ ...step, settings: { ...step.settings, condition } })}
        />
      )
    case 'review': {
      const { settings } = step
      const put = (part: Partial<typeof settings>) => change({ ...step, settings: { ...settings, ...part } })
      return (
        <>
          <Area
            label={t(words.looksFor)}
            value={settings.looksFor}
            put={(looksFor) => put({ looksFor })}
            max={300}
          />
          <div className="quiz-numbers">
            <Field label={t(words.promise)}>
              <InputNumber
                aria-label={t(words.promise)}
                min={1}
                max={720}
                suffix={t(words.hours)}
                value={settings.promiseHours}
                onChange={(promiseHours) => put({ promiseHours: promiseHours ?? 48 })}
              />
            </Field>
            <Field label={t(words.again)}>
              <InputNumber
                aria-label={t(words.again)}
                min={0}
                max={365}
                suffix={t(words.days)}
                value={settings.againAfterDays}
                onChange={(againAfterDays) => put({ againAfterDays: againAfterDays ?? 0 })}
              />
            </Field>
          </div>
        </>
      )
    }
  }
}

export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="plain-field">
      <span className="field-label">{label}</span>
      {children}
    </div>
  )
}

interface LineProps {
  readonly label: (typeof words)['what']
  readonly value: string
  readonly put: (value: string) => void
  readonly max: number
}

function Line({ label, value, put, max }: LineProps) {
  const t = useT()
  return (
    <Field label={t(label)}>
      <Input
        aria-label={t(label)}
        maxLength={max}
        value={value}
        onChange={(event) => put(event.target.value)}
      />
    </Field>
  )
}

function Area({ label, value, put, max }: Omit<LineProps, 'label'> & { readonly label: string }) {
  return (
    <Field label={label}>
      <Input.TextArea
        aria-label={label}
        maxLength={max}
        autoSize={{ minRows: 2 }}
        value={value}
        onChange={(event) => put(event.target.value)}
      />
    </Field>
  )
}
