import { useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Form, Input, Modal } from 'antd'
import { ShareField } from '#modules/insight/console/frame/ShareField.tsx'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { changeDashboard, type Override, type WholeDashboard } from './dashboards.queries.ts'
import { dashboardWords as words } from './dashboards.words.ts'

interface Values {
  readonly name: string
  readonly note?: string
  readonly shared: boolean
  readonly over: boolean
}

interface Props {
  readonly dashboard: WholeDashboard
  /** What is asked of all tiles on the screen now. */
  readonly over: Override
  readonly close: () => void
}

/** What a dashboard is called, who finds it, and what it asks of all its tiles. */
export function RenameDialog({ dashboard, over, close }: Props) {
  const t = useT()
  const rules = useRules()
  const client = useQueryClient()
  const { message } = App.useApp()
  const any = over.range !== undefined || over.scope !== undefined
  return (
    <Modal open onCancel={close} footer={null} title={t(words.rename)} destroyOnHidden>
      <AskForm<Values>
        verb={t(words.save)}
        initial={{
          name: dashboard.name,
          note: dashboard.note,
          shared: dashboard.shared,
          over: dashboard.range !== null || dashboard.scope !== null,
        }}
        submit={async ({ name, note, shared, over: kept }) => {
          await changeDashboard(dashboard.id, {
            version: dashboard.version,
            name,
            note: note ?? '',
            ...(shared === dashboard.shared ? {} : { shared }),
            range: kept ? (over.range ?? null) : null,
            scope: kept ? (over.scope ?? null) : null,
          })
          await client.invalidateQueries({ queryKey: ['dashboards'] })
          message.success(t(words.saved))
          close()
        }}
      >
        <Form.Item name="name" label={t(words.name)} rules={[rules.needed(words.name)]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="note" label={t(words.note)}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 4 }} />
        </Form.Item>
        <ShareField disabled={dashboard.shared && !dashboard.own} />
        <Form.Item name="over" valuePropName="checked" hidden={!any}>
          <Checkbox>{t(words.keepOver)}</Checkbox>
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
