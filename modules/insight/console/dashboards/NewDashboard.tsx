import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Modal, Radio } from 'antd'
import { ShareField } from '#modules/insight/console/frame/ShareField.tsx'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { makeDashboard, templatesQuery } from './dashboards.queries.ts'
import { dashboardWords as words } from './dashboards.words.ts'

type Template = 'health' | 'growth' | 'content' | 'empty'

interface Values {
  readonly template: Template
  readonly name: string
  readonly shared?: boolean
}

/** From a template, which shows figures at once, or empty. */
export function NewDashboard({ close }: { close: () => void }) {
  const t = useT()
  const rules = useRules()
  const go = useNavigate()
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const templates = useQuery(templatesQuery).data ?? []
  const choices = [
    ...templates.map(({ id, name, note, tiles }) => ({
      value: id as Template,
      name,
      note: `${note} · ${t(words.tiles, { count: tiles })}`,
    })),
    { value: 'empty' as const, name: t(words.empty), note: t(words.emptyNote) },
  ]
  return (
    <Modal open onCancel={close} footer={null} title={t(words.make)} destroyOnHidden>
      <AskForm<Values>
        form={form}
        verb={t(words.make)}
        initial={{ template: 'health', name: choices[0]?.name ?? '' }}
        submit={async ({ template, name, shared }) => {
          const made = await makeDashboard({
            name,
            shared: shared ?? false,
            ...(template === 'empty' ? {} : { template }),
          })
          await client.invalidateQueries({ queryKey: ['dashboards', 'list'] })
          close()
          void go({
            to: '/insight/dashboards/$id',
            params: { id: made.id },
            search: template === 'empty' ? { edit: 'yes' } : {},
          })
        }}
      >
        <Form.Item name="template" label={t(words.begin)}>
          <Radio.Group
            className="boards-templates"
            onChange={({ target: { value } }) => {
              const known = choices.map(({ name }) => name)
              // A name that somebody wrote stays.
              if (!form.getFieldValue('name') || known.includes(form.getFieldValue('name')))
                form.setFieldValue('name', choices.find((choice) => choice.value === value)?.name ?? '')
            }}
          >
            {choices.map(({ value, name, note }) => (
              <Radio key={value} value={value}>
                <b>{name}</b>
                <small className="muted">{note}</small>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item name="name" label={t(words.name)} rules={[rules.needed(words.name)]}>
          <Input maxLength={60} />
        </Form.Item>
        <ShareField />
      </AskForm>
    </Modal>
  )
}
