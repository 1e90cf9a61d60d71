/** Something that is asked for a reason before it is done. */
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { TextField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { words } from './page.words.ts'

export function WhySheet({
  title,
  about,
  label,
  act,
  send,
  close,
  required = false,
  asks = true,
  danger = false,
  most = 300,
}: {
  title: string
  about?: string | undefined
  label: string
  act: string
  send: (reason: string) => Promise<unknown>
  close: () => void
  required?: boolean
  /** False: only a yes is asked for. */
  asks?: boolean
  danger?: boolean
  most?: number
}) {
  const t = useT()
  return (
    <Sheet open close={close} title={title} about={about}>
      <Form
        label={title}
        send={async ({ reason }) => {
          await send(reason ?? '')
        }}
      >
        {asks ? <TextField name="reason" label={label} required={required} maxLength={most} /> : null}
        <div className="grid grid-cols-2 gap-2">
          <Button onClick={close}>{t(words.cancel)}</Button>
          <Submit look={danger ? 'danger' : 'solid'}>{act}</Submit>
        </div>
      </Form>
    </Sheet>
  )
}
