import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Field } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { DoorHead, MailSent } from './DoorParts.tsx'
import { door } from './door.messages.ts'

/** Asks for a link to set a new password. The answer is the same for every address. */
export default function ForgottenScreen() {
  const t = useT()
  const [sentTo, setSentTo] = useState<string>()
  const back = (
    <Link to="/sign-in" className={buttonClass('quiet', true)}>
      {t(door.backToSignIn)}
    </Link>
  )
  if (sentTo)
    return (
      <MailSent title={t(door.linkSentTitle)} body={t(door.resetSentBody, { email: sentTo })}>
        <Button wide onClick={() => setSentTo(undefined)}>
          {t(door.otherEmail)}
        </Button>
        {back}
      </MailSent>
    )
  return (
    <>
      <DoorHead title={t(door.forgottenTitle)} about={t(door.forgottenAbout)} />
      <Form
        label={t(door.forgottenTitle)}
        send={async ({ email = '' }) => {
          await ask(api.POST('/api/password-reset', { body: { email } }))
          setSentTo(email)
        }}
      >
        <Field
          label={t(door.email)}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <Submit>{t(door.sendReset)}</Submit>
      </Form>
      <div className="pt-2">{back}</div>
    </>
  )
}
