import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Field, PasswordField, TickField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useSession } from '#ui/member/session.ts'
import { DoorHead, textLink } from './DoorParts.tsx'
import { door } from './door.messages.ts'
import { useDoorSearch, useEnter, useKeptNext } from './entering.ts'
import { LinkSent } from './LinkSent.tsx'
import { OtherWays, usePasskeyAutofill } from './OtherWays.tsx'

/** Password, e-mail link, passkey (also in the e-mail field's suggestions), SSO and WeChat where they are set up. */
export default function SignInScreen() {
  const t = useT()
  const enter = useEnter()
  const navigate = useNavigate()
  const kept = useKeptNext()
  const { error } = useDoorSearch()
  const { community, methods } = useSession()
  const [byLink, setByLink] = useState(!methods.password)
  const [sentTo, setSentTo] = useState<string>()
  const autofillProblem = usePasskeyAutofill(methods.passkey, enter)

  if (sentTo) return <LinkSent email={sentTo} otherEmail={() => setSentTo(undefined)} />

  async function byPassword({ email = '', password = '', remember }: Record<string, string>) {
    const { status } = await ask(
      api.POST('/api/session', { body: { email, password, remember: remember === 'on' } }),
    )
    if (status === 'twoFactorRequired') await navigate({ to: '/sign-in/two-factor', search: kept })
    else await enter()
  }

  async function sendLink({ email = '' }: Record<string, string>) {
    await ask(api.POST('/api/session/magic-link', { body: { email, ...kept } }))
    setSentTo(email)
  }

  return (
    <>
      <DoorHead title={t(door.signInTitle)} about={t(door.signInAbout, { name: community.name })} />
      {error || autofillProblem ? (
        <p
          role="alert"
          className="mb-4 rounded-[10px] bg-bad-soft px-3.5 py-2.5 text-[14px] leading-[22px] text-bad-text"
        >
          {autofillProblem ??
            t(isLinkError(error) ? door.linkFailed : door.otherFailed, { reason: error ?? '' })}
        </p>
      ) : null}
      <Form send={byLink ? sendLink : byPassword} label={t(door.signIn)}>
        <Field
          label={t(door.email)}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        {byLink ? null : (
          <div>
            <PasswordField
              label={t(door.password)}
              name="password"
              autoComplete="current-password"
              required
              aside={
                <Link to="/forgotten" className={`-my-3 flex min-h-11 items-center text-[14px] ${textLink}`}>
                  {t(door.forgotten)}
                </Link>
              }
            />
            <div className="-mb-2 pt-1">
              <TickField name="remember">{t(door.remember)}</TickField>
            </div>
          </div>
        )}
        <Submit>{t(byLink ? door.sendLink : door.signIn)}</Submit>
      </Form>
      {methods.magicLink && methods.password ? (
        <Button look="quiet" wide className="mt-2" onClick={() => setByLink(!byLink)}>
          {t(byLink ? door.byPassword : door.byLink)}
        </Button>
      ) : null}
      <OtherWays enter={enter} />
      <p className="pt-4 text-center text-[15px] leading-6 text-muted">
        {t(door.noAccount)}{' '}
        <Link to="/join" search={kept} className={`inline-flex min-h-11 items-center ${textLink}`}>
          {t(door.joinNow, { name: community.name })}
        </Link>
      </p>
    </>
  )
}

const isLinkError = (error: string | undefined) => /token|expired|attempts/i.test(error ?? '')
