/** Sends a report to colleagues and chats now. */
import { App, Form, Modal } from 'antd'
import { AskForm } from '#ui/console/form.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { ReaderField, RobotField } from '../subscriptions/ReaderFields.tsx'
import { shareReport } from './reports.queries.ts'
import { reportsWords as words } from './reports.words.ts'

export function ShareDialog({ id, close }: { readonly id: string; readonly close: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ readers: string[]; robots: string[] }>()
  return (
    <Modal open title={t(words.shareTitle)} footer={null} onCancel={close} destroyOnHidden>
      <AskForm<{ readers: string[]; robots: string[] }>
        form={form}
        initial={{ readers: [], robots: [] }}
        verb={t(words.shareVerb)}
        submit={async (to) => {
          await shareReport(id, to)
          message.success(t(words.shared))
          close()
        }}
      >
        <ReaderField />
        <RobotField />
      </AskForm>
    </Modal>
  )
}
