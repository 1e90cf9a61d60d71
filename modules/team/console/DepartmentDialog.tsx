import { App, Button, Form, Input, Modal, Select } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import { peopleWords } from './people.words.ts'
import type { Department, Departments } from './tasks.queries.ts'

interface DialogProps {
  readonly department: Department | undefined
  readonly colleagues: Departments['colleagues']
  readonly close: (changed: boolean) => void
}

interface Values {
  readonly name: string
  readonly focus?: string
  readonly leadId?: string
  readonly people?: readonly string[]
}

/** Makes or changes a department: what it is for, who leads it, who belongs to it. */
export function DepartmentDialog({ department, colleagues, close }: DialogProps) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  const options = colleagues.map(({ id, name, roleName }) => ({ value: id, label: `${name} · ${roleName}` }))
  const save = async ({ name, focus = '', leadId, people = [] }: Values) => {
    const id = department
      ? department.id
      : (await take<{ id: string }>(api.POST('/api/departments', { body: { name, focus, leadId: null } }))).id
    const params = { path: { id } }
    const accountIds = [...new Set([...people, ...(leadId ? [leadId] : [])])]
    await take(api.PUT('/api/departments/{id}/people', { params, body: { accountIds } }))
    await take(
      api.PATCH('/api/departments/{id}', {
        params,
        body: {
          // What the product calls it stays translated until somebody names it.
          ...(name === department?.name ? {} : { name }),
          ...(focus === department?.focus ? {} : { focus }),
          leadId: leadId ?? null,
        },
      }),
    )
    message.success(t(words.saved))
    close(true)
  }
  return (
    <Modal
      open
      title={t(department ? peopleWords.edit : peopleWords.create)}
      footer={null}
      onCancel={() => close(false)}
    >
      <AskForm<Values>
        initial={{
          name: department?.name,
          focus: department?.focus,
          leadId: department?.lead?.id,
          people: department?.people.map(({ id }) => id) ?? [],
        }}
        submit={save}
        verb={t(words.save)}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item name="name" label={t(peopleWords.name)} rules={[rules.needed(peopleWords.name)]}>
          <Input maxLength={30} autoFocus />
        </Form.Item>
        <Form.Item name="focus" label={t(peopleWords.focus)} extra={t(peopleWords.focusHint)}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="leadId" label={t(peopleWords.lead_)}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t(peopleWords.noLead)}
            options={options}
          />
        </Form.Item>
        <Form.Item name="people" label={t(peopleWords.people)}>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
