import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay, useSession } from '#ui/console/session.ts'
import { words } from '#ui/console/words.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { type DueFields, dueMoment } from './dueMoment.ts'
import { ruleChoices } from './rules.ts'
import { TimeField } from './TimeField.tsx'
import { departmentsQuery } from './tasks.queries.ts'
import { taskWords } from './tasks.words.ts'
import './tasks.css'

interface Values {
  readonly title: string
  readonly detail?: string
  readonly ownerId?: string
  readonly departmentId?: string
  readonly due: DueFields
  readonly urgent?: boolean
  readonly checkHow?: string
  readonly steps?: string
  readonly rule?: string
  readonly leadDays?: number
}

interface TaskFormProps {
  /** The task that it is a part of. */
  readonly parentId?: string
  readonly departmentId?: string
  /** What the task is about. */
  readonly object?: {
    readonly kind: string
    readonly id: string
    readonly name: string
    readonly path: string
  }
  readonly close: (madeId?: string) => void
}

const nobody = 'nobody'

/** Makes a task: who, by when, and how one sees that it is done. */
export function TaskForm({ parentId, departmentId, object, close }: TaskFormProps) {
  const t = useT()
  const rules = useRules()
  const format = useFormat()
  const may = useMay()
  const { message } = App.useApp()
  const { account } = useSession()
  const { timeZone } = useReading()
  const [form] = Form.useForm<Values>()
  const day = Form.useWatch(['due', 'day'], form)
  const rule = Form.useWatch('rule', form)
  const team = useQuery({ ...departmentsQuery, enabled: may('operators.read') }).data
  const save = async (values: Values) => {
    const dueAt = dueMoment(values.due, timeZone)
    const { id } = await take<{ id: string }>(
      api.POST('/api/tasks', {
        body: {
          title: values.title,
          detail: values.detail ?? '',
          ownerId: values.ownerId === nobody ? null : values.ownerId,
          departmentId: values.departmentId ?? null,
          parentId: parentId ?? null,
          object: object ?? null,
          dueAt,
          urgent: values.urgent ?? false,
          checkHow: values.checkHow ?? '',
          steps: (values.steps ?? '')
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
          ...(values.rule && dueAt ? { repeat: { rule: values.rule, leadDays: values.leadDays ?? 3 } } : {}),
        },
      }),
    )
    message.success(t(taskWords.created))
    close(id)
  }
  return (
    <Modal
      open
      title={t(parentId ? taskWords.addPart : taskWords.create)}
      footer={null}
      width={560}
      onCancel={() => close()}
    >
      <AskForm<Values>
        form={form}
        initial={{ ownerId: account?.id, departmentId, due: { time: '18:00' }, leadDays: 3 }}
        submit={save}
        verb={t(taskWords.create)}
        beside={<Button onClick={() => close()}>{t(words.cancel)}</Button>}
      >
        <Form.Item name="title" label={t(taskWords.title)} rules={[rules.needed(taskWords.title)]}>
          <Input maxLength={120} autoFocus />
        </Form.Item>
        <div className="form-pair">
          {team && (
            <Form.Item name="ownerId" label={t(taskWords.owner)}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={[
                  ...team.colleagues.map(({ id, name }) => ({ value: id, label: name })),
                  { value: nobody, label: t(taskWords.nobody) },
                ]}
              />
            </Form.Item>
          )}
          {team && (
            <Form.Item name="departmentId" label={t(taskWords.department)}>
              <Select
                allowClear
                placeholder={t(taskWords.noDepartment)}
                options={team.items.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
          )}
        </div>
        <div className="form-pair">
          <DueFormItems />
          <Form.Item name="urgent" valuePropName="checked" label=" ">
            <Checkbox>{t(taskWords.urgent)}</Checkbox>
          </Form.Item>
        </div>
        <div className="form-pair">
          <Form.Item name="rule" label={t(taskWords.repeat)} extra={day ? undefined : t(taskWords.needsDue)}>
            <Select
              allowClear
              disabled={!day}
              placeholder={t(taskWords.never)}
              options={day ? ruleChoices(day, t, format) : []}
            />
          </Form.Item>
          {rule && (
            <Form.Item name="leadDays" label={t(taskWords.leadDays)}>
              <InputNumber min={0} max={60} />
            </Form.Item>
          )}
        </div>
        <Form.Item name="detail" label={t(taskWords.detail)}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4_000} />
        </Form.Item>
        <Form.Item name="steps" label={t(taskWords.steps)} extra={t(taskWords.stepsHint)}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <Form.Item name="checkHow" label={t(taskWords.checkHow)} extra={t(taskWords.checkHowHint)}>
          <Input maxLength={300} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

/** A day and a time by the community's clock, as fields `due.day` and `due.time`. */
export function DueFormItems() {
  const t = useT()
  return (
    <Form.Item label={t(taskWords.due)} className="due-fields">
      <Form.Item name={['due', 'day']} noStyle>
        <Input type="date" aria-label={`${t(taskWords.due)} ${t(taskWords.day)}`} />
      </Form.Item>
      <Form.Item name={['due', 'time']} noStyle>
        <TimeField label={`${t(taskWords.due)} ${t(taskWords.time)}`} />
      </Form.Item>
    </Form.Item>
  )
}
