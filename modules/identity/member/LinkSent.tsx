import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { MailSent } from './DoorParts.tsx'
import { door } from './door.messages.ts'
import { useKeptNext } from './entering.ts'

/** After a sign-in link was asked for. Says the same whether or not the address is known here. */
export function LinkSent({ email, otherEmail }: { email: string; otherEmail: () => void }) {
  const t = useT()
  const tell = useToast()
  const kept = useKeptNext()
  return (
    <MailSent title={t(door.linkSentTitle)} body={t(door.linkSentBody, { email })}>
      <Form
        className="grid gap-3"
        send={async () => {
          await ask(api.POST('/api/session/magic-link', { body: { email, ...kept } }))
          tell(t(door.linkSentTitle))
        }}
      >
        <Submit>{t(door.again)}</Submit>
      </Form>
      <Button look="quiet" wide onClick={otherEmail}>
        {t(door.otherEmail)}
      </Button>
    </MailSent>
  )
}
