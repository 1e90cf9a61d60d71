import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Field, PasswordField, TickField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useSession } from '#ui/member/session.ts'
import { DoorHead, MailSent, textLink } from './DoorParts.tsx'
import { door } from './door.messages.ts'
import { useEnter, useKeptNext } from './entering.ts'
import { OtherWays } from './OtherWays.tsx'
import { passwordMin } from './password.ts'

/** Three fields, or two and a link in the mail. Nothing is ticked beforehand. */
export default function JoinScreen() {
  const t = useT()
  const { locale } = useReading()
  const enter = useEnter()
  const kept = useKeptNext()
  const { community, methods } = useSession()
  const [withPassword, setWithPassword] = useState(methods.password)
  const [sentTo, setSentTo] = useState<string>()

  if (sentTo)
    return (
      <MailSent title={t(door.joinedTitle)} body={t(door.joinedBody, { email: sentTo })}>
        <Button look="quiet" wide onClick={() => setSentTo(undefined)}>
          {t(door.otherEmail)}
        </Button>
      </MailSent>
    )

  async function join({ name = '', email = '', password, analytics }: Record<string, string>) {
    await ask(
      api.POST('/api/accounts', {
        body: {
          name,
          email,
          ...(withPassword && password ? { password } : {}),
          consents: ['terms', 'privacy', ...(analytics === 'on' ? (['analytics'] as const) : [])],
        },
      }),
    )
    setSentTo(email)
  }

  return (
    <>
      <DoorHead
        title={t(door.joinTitle, { name: community.name })}
        about={t(withPassword ? door.joinAbout : door.joinAboutLink)}
      />
      <Form send={join} label={t(door.join)}>
        <Field
          label={t(door.name)}
          name="name"
          autoComplete="nickname"
          maxLength={40}
          hint={t(door.nameHint)}
          required
        />
        <Field
          label={t(door.email)}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        {withPassword ? (
          <PasswordField
            label={t(door.password)}
            name="password"
            autoComplete="new-password"
            minLength={passwordMin}
            hint={t(door.passwordHint, { min: passwordMin })}
            required
          />
        ) : null}
        <div className="-my-2">
          <TickField name="agreed" required>
            {t(door.agreeBefore)}
            {locale === 'en' ? ' ' : ''}
            <PolicyLink kind="terms" label={t(door.terms)} />
            {t(door.agreeAnd)}
            <PolicyLink kind="privacy" label={t(door.privacy)} />
            {t(door.agreeAfter)}
          </TickField>
          <TickField name="analytics">{t(door.analytics)}</TickField>
        </div>
        <Submit>{t(door.join)}</Submit>
      </Form>
      {methods.magicLink && methods.password ? (
        <Button look="quiet" wide className="mt-2" onClick={() => setWithPassword(!withPassword)}>
          {t(withPassword ? door.withoutPassword : door.withPassword)}
        </Button>
      ) : null}
      <OtherWays enter={enter} />
      <p className="pt-4 text-center text-[15px] leading-6 text-muted">
        {t(door.haveAccount)}{' '}
        <Link to="/sign-in" search={kept} className={`inline-flex min-h-11 items-center ${textLink}`}>
          {t(door.signIn)}
        </Link>
      </p>
    </>
  )
}

/** The full text, in a tab of its own: what was typed here stays. */
function PolicyLink({ kind, label }: { kind: 'terms' | 'privacy'; label: string }) {
  return (
    <Link
      to="/policies/$kind"
      params={{ kind }}
      target="_blank"
      className="font-medium text-pine underline underline-offset-4"
    >
      {label}
    </Link>
  )
}
