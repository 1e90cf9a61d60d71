import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Radio } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import type { Case } from './talk.queries.ts'
import { talkWords as words } from './talk.words.ts'

interface Values {
  act: 'none' | 'hide' | 'remove'
  reason?: string
  answer?: string
}

/** Decides all reports of one thing, with words for its author and for those who reported. */
export function DecideDialog({ row, upheld, close }: { row: Case; upheld: boolean; close: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const what = t(row.commentId ? words.comment : words.post).toLowerCase()
  const submit = async ({ act = 'none', reason = '', answer = '' }: Values) => {
    await take(
      api.POST('/api/content/reports/decisions', {
        body: { postId: row.postId, commentId: row.commentId, upheld, act, reason, answer },
      }),
    )
    await client.invalidateQueries({ queryKey: ['content-reports'] })
    message.success(t(words.told, { count: row.count }))
    close()
  }
  return (
    <Modal
      open
      title={upheld ? t(words.upholdTitle, { name: row.author.name, what }) : t(words.dismissTitle)}
      footer={null}
      onCancel={close}
    >
      {!upheld && <p className="talk-note">{t(words.dismissHint)}</p>}
      <AskForm<Values> initial={{ act: upheld ? 'remove' : 'none' }} verb={t(words.confirm)} submit={submit}>
        {upheld && (
          <>
            <Form.Item name="act" label={t(words.act)}>
              <Radio.Group
                options={[
                  { value: 'remove', label: t(words.remove) },
                  { value: 'hide', label: t(words.hide) },
                  { value: 'none', label: t(words.leave) },
                ]}
              />
            </Form.Item>
            <Form.Item noStyle dependencies={['act']}>
              {({ getFieldValue }) =>
                getFieldValue('act') !== 'none' && (
                  <Form.Item
                    name="reason"
                    label={t(words.reason)}
                    rules={[{ required: true, whitespace: true, message: t(words.reasonNeeded) }]}
                  >
                    <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} autoFocus />
                  </Form.Item>
                )
              }
            </Form.Item>
          </>
        )}
        <Form.Item name="answer" label={t(words.answer)} extra={t(words.answerNote)}>
          <Input maxLength={300} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
