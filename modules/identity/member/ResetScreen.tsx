import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { buttonClass } from '#ui/member/Button.tsx'
import { PasswordField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { DoorHead } from './DoorParts.tsx'
import { door } from './door.messages.ts'
import { useDoorSearch } from './entering.ts'
import { passwordMin } from './password.ts'

/** Where the link of the reset mail leads. */
export default function ResetScreen() {
  const t = useT()
  const tell = useToast()
  const navigate = useNavigate()
  const { token } = useDoorSearch()
  if (!token)
    return (
      <>
        <DoorHead title={t(door.resetTitle)} about={t(door.resetNoToken)} />
        <Link to="/forgotten" className={buttonClass('solid', true)}>
          {t(door.askAgain)}
        </Link>
      </>
    )
  return (
    <>
      <DoorHead title={t(door.resetTitle)} about={t(door.resetAbout)} />
      <Form
        label={t(door.resetTitle)}
        send={async ({ password = '' }) => {
          await ask(api.PUT('/api/password-reset', { body: { token: String(token), password } }))
          tell(t(door.resetDone))
          await navigate({ to: '/sign-in', replace: true })
        }}
      >
        <PasswordField
          label={t(door.newPassword)}
          name="password"
          autoComplete="new-password"
          minLength={passwordMin}
          hint={t(door.passwordHint, { min: passwordMin })}
          required
        />
        <Submit>{t(door.resetDo)}</Submit>
      </Form>
      <div className="pt-2">
        <Link to="/forgotten" className={buttonClass('quiet', true)}>
          {t(door.askAgain)}
        </Link>
      </div>
    </>
  )
}
