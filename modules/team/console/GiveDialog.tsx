import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Modal, Select } from 'antd'
import { AskForm } from '#ui/console/form.tsx'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import { departmentsQuery } from './tasks.queries.ts'
import { taskWords } from './tasks.words.ts'

interface GiveProps {
  readonly title: string
  readonly hint?: string
  /** Not to be chosen: who has it now. */
  readonly except?: string
  /** Gives it, and says how many went over. */
  readonly give: (to: string | null) => Promise<number>
  readonly close: (given: boolean) => void
}

const nobody = 'nobody'

/** To whom? Somebody of the team, or nobody for now. */
export function GiveDialog({ title, hint, except, give, close }: GiveProps) {
  const t = useT()
  const { message } = App.useApp()
  const colleagues = useQuery(departmentsQuery).data?.colleagues ?? []
  return (
    <Modal open title={title} footer={null} onCancel={() => close(false)}>
      {hint && <p className="muted small">{hint}</p>}
      <AskForm<{ to: string }>
        submit={async ({ to }) => {
          const count = await give(to === nobody ? null : to)
          message.success(t(taskWords.given, { count }))
          close(true)
        }}
        verb={t(taskWords.handOver)}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item
          name="to"
          label={t(taskWords.to)}
          rules={[{ required: true, message: t(words.required, { field: t(taskWords.to) }) }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              ...colleagues
                .filter(({ id }) => id !== except)
                .map(({ id, name, roleName }) => ({ value: id, label: `${name} · ${roleName}` })),
              { value: nobody, label: t(taskWords.toNobody) },
            ]}
          />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
