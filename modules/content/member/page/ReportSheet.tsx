/** Telling the team that something is wrong with a post or a comment. */
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { SelectField, TextField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { words } from './page.words.ts'

const reasons = ['spam', 'abuse', 'privacy', 'illegal', 'wrong', 'other'] as const
type Reason = (typeof reasons)[number]

export default function ReportSheet({
  postId,
  commentId = null,
  close,
}: {
  postId: string
  commentId?: string | null
  close: () => void
}) {
  const t = useT()
  const tell = useToast()
  return (
    <Sheet open close={close} title={t(words.reportTitle)} about={t(words.reportAbout)}>
      <Form
        label={t(words.reportTitle)}
        send={async ({ reason, note }) => {
          await ask(
            api.POST('/api/site/reports', {
              body: { postId, commentId, reason: reason as Reason, note: note ?? '' },
            }),
          )
          tell(t(words.reportSent))
          close()
        }}
      >
        <SelectField name="reason" label={t(words.reportReason)} required>
          {reasons.map((reason) => (
            <option key={reason} value={reason}>
              {t(words[reason])}
            </option>
          ))}
        </SelectField>
        <TextField name="note" label={t(words.reportNote)} maxLength={500} />
        <Submit>{t(words.reportSend)}</Submit>
      </Form>
    </Sheet>
  )
}
