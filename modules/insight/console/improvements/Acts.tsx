/** What is said when an improvement starts, and when it is decided. */
import { App, Form, Input, Modal } from 'antd'
import { AskForm } from '#ui/console/form.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { decideImprovement, startImprovement, type WholeImprovement } from './improvements.queries.ts'
import { improvementWords as words } from './improvements.words.ts'

interface Props {
  readonly improvement: WholeImprovement
  readonly close: () => void
  readonly done: (changed: WholeImprovement) => Promise<void>
}

export function StartDialog({ improvement, close, done }: Props) {
  const t = useT()
  const format = useFormat()
  const today = format.dayKey(useReading().now())
  return (
    <Modal open title={t(words.startTitle)} footer={null} onCancel={close} destroyOnHidden>
      <AskForm<{ on: string }>
        initial={{ on: today }}
        verb={t(words.start)}
        submit={async ({ on }) => await done(await startImprovement(improvement.id, on))}
      >
        <Form.Item
          name="on"
          label={t(words.startDay)}
          extra={t(words.startHint)}
          rules={[{ required: true }]}
        >
          <Input type="date" max={today} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

const titles = { kept: words.keepTitle, adjusted: words.adjustTitle, dropped: words.dropTitle }
const verbs = { kept: words.keep, adjusted: words.adjust, dropped: words.drop }

export function DecideDialog({
  improvement,
  verdict,
  close,
  done,
}: Props & { readonly verdict: keyof typeof titles }) {
  const t = useT()
  const { message } = App.useApp()
  return (
    <Modal open title={t(titles[verdict])} footer={null} onCancel={close} destroyOnHidden>
      {improvement.effect && <p>{improvement.effect.says}</p>}
      {verdict === 'adjusted' && <p className="muted small">{t(words.adjustHint)}</p>}
      <AskForm<{ reason: string }>
        initial={{ reason: '' }}
        verb={t(verbs[verdict])}
        submit={async ({ reason }) => {
          const decided = await decideImprovement(improvement.id, { verdict, reason })
          message.success(t(words.decidedSaid))
          await done(decided)
        }}
      >
        <Form.Item
          name="reason"
          label={t(words.reason)}
          extra={t(words.reasonHint)}
          rules={[{ required: true, min: 2, max: 500 }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3, maxRows: 8 }} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
