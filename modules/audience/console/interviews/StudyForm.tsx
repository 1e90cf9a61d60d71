import { Button, Form, Input, InputNumber, Segmented } from 'antd'
import { ConditionField, isFinished } from '#ui/console/condition/ConditionField.tsx'
import { type Definition, everybody } from '#ui/console/condition/condition.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Quota, Study, StudyPlan } from './studies.queries.ts'
import { studyWords } from './studies.words.ts'

interface Values extends Omit<StudyPlan, 'guide' | 'quotas'> {
  readonly questions: string
  readonly quotas?: readonly Quota[]
}

interface Props {
  readonly study?: Study
  readonly guide?: readonly string[]
  readonly verb: string
  readonly submit: (plan: StudyPlan) => Promise<unknown>
  readonly disabled?: boolean
}

/** The plan of a study: what one wants to know, from whom, and by which questions. */
export function StudyForm({ study, guide = [], verb, submit, disabled }: Props) {
  const t = useT()
  const { needed } = useRules()
  const [form] = Form.useForm<Values>()
  const method = Form.useWatch('method', form) ?? study?.method ?? 'random'
  const finished = {
    validator: async (_: unknown, value: Definition) => {
      if (!isFinished(value)) throw new Error(t(studyWords.who))
    },
  }
  return (
    <AskForm<Values>
      form={form}
      verb={verb}
      disabled={disabled}
      submit={({ questions, quotas, ...plan }) =>
        submit({
          ...plan,
          goal: plan.goal ?? '',
          quotas: method === 'quota' ? (quotas ?? []) : [],
          guide: questions
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        })
      }
      initial={{
        title: study?.title ?? '',
        goal: study?.goal ?? '',
        definition: study?.definition ?? everybody,
        method: study?.method ?? 'random',
        target: study?.target ?? 20,
        quotas: study?.quotas ?? [],
        questions: (study?.guide ?? guide).join('\n'),
      }}
    >
      <Form.Item name="title" label={t(studyWords.title)} rules={[needed(studyWords.title)]}>
        <Input maxLength={80} placeholder={t(studyWords.titleHint)} />
      </Form.Item>
      <Form.Item name="goal" label={t(studyWords.goal)}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={1_000} />
      </Form.Item>
      <Form.Item name="definition" label={t(studyWords.who)} rules={[finished]}>
        <ConditionField />
      </Form.Item>
      <div className="study-pair">
        <Form.Item name="method" label={t(studyWords.method)}>
          <Segmented
            block
            options={(['random', 'quota'] as const).map((value) => ({ value, label: t(studyWords[value]) }))}
          />
        </Form.Item>
        <Form.Item name="target" label={t(studyWords.target)}>
          <InputNumber min={1} max={200} precision={0} disabled={disabled || method === 'quota'} />
        </Form.Item>
      </div>
      {method === 'quota' && (
        <Form.List name="quotas">
          {(fields, { add, remove }) => (
            <div className="study-quotas">
              <p className="field-label">{t(studyWords.quotas)}</p>
              {fields.map((field) => (
                <div key={field.key} className="study-quota">
                  <div className="study-pair">
                    <Form.Item
                      name={[field.name, 'label']}
                      label={t(studyWords.quotaLabel)}
                      rules={[needed(studyWords.quotaLabel)]}
                    >
                      <Input maxLength={40} />
                    </Form.Item>
                    <Form.Item name={[field.name, 'wanted']} label={t(studyWords.quotaWanted)}>
                      <InputNumber min={1} max={200} precision={0} />
                    </Form.Item>
                  </div>
                  <Form.Item name={[field.name, 'definition']} rules={[finished]}>
                    <ConditionField />
                  </Form.Item>
                  <Button size="small" type="text" danger onClick={() => remove(field.name)}>
                    {t(studyWords.removeQuota)}
                  </Button>
                </div>
              ))}
              <Button
                icon={<Icon name="plus" size={15} />}
                onClick={() => add({ label: '', wanted: 5, definition: everybody })}
              >
                {t(studyWords.addQuota)}
              </Button>
            </div>
          )}
        </Form.List>
      )}
      <Form.Item name="questions" label={t(studyWords.guide)} extra={t(studyWords.guideHint)}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} />
      </Form.Item>
    </AskForm>
  )
}
