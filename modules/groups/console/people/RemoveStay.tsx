import { App, Form, Input, Modal } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import type { Membership } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { peopleWords as words } from './people.words.ts'

/** Takes somebody out of the group; nobody goes without a reason. */
export function RemoveStay({ stay, close }: { stay: Membership; close: (changed: boolean) => void }) {
  const t = useT()
  const { message } = App.useApp()
  return (
    <Modal
      open
      title={t(words.removeTitle, { name: stay.person.nickname })}
      footer={null}
      onCancel={() => close(false)}
    >
      <p className="lead-text">{t(words.removeHint)}</p>
      <AskForm<{ reason: string }>
        verb={t(words.remove)}
        submit={async (body) => {
          await take(
            api.PUT('/api/group-memberships/{id}/removal', { params: { path: { id: stay.id } }, body }),
          )
          message.success(t(words.removed))
          close(true)
        }}
      >
        <Form.Item
          name="reason"
          label={t(groupWords.reason)}
          rules={[{ required: true, whitespace: true, message: t(groupWords.reasonNeeded) }]}
        >
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
