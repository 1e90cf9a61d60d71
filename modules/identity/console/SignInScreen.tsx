import { Link, Navigate, useSearch } from '@tanstack/react-router'
import { Alert, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { House } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { useSession } from '#ui/console/session.ts'
import { useT } from '#ui/locale/locale.tsx'
import { doorWords } from './door.words.ts'
import { useEnter, useNext } from './entering.ts'
import { OtherWays } from './OtherWays.tsx'
import { Sent } from './Sent.tsx'
import { TwoFactorForm } from './TwoFactorForm.tsx'

interface Credentials {
  readonly email: string
  readonly password: string
  readonly remember?: boolean
}

/** The console's door: every way of signing in that this installation has. */
export default function SignInScreen() {
  const t = useT()
  const rules = useRules()
  const enter = useEnter()
  const next = useNext()
  const { community, methods, operator, setupRequired } = useSession()
  const { error, step } = useSearch({ strict: false }) as { error?: string; step?: string }
  const [challenged, setChallenged] = useState(step === 'two-factor')
  const [linkTo, setLinkTo] = useState<string>()
  const [form] = Form.useForm<Credentials>()
  if (setupRequired) return <Navigate to="/setup" replace />
  if (operator) return <Navigate {...next} replace />
  if (challenged) return <TwoFactorForm done={enter} back={() => setChallenged(false)} />
  if (linkTo)
    return (
      <Sent
        title={t(doorWords.linkSent)}
        hint={t(doorWords.linkSentHint, { email: linkTo })}
        back={t(doorWords.otherWay)}
        goBack={() => setLinkTo(undefined)}
      />
    )

  const signIn = async (credentials: Credentials) => {
    const { status } = await take<{ status: 'signedIn' | 'twoFactorRequired' }>(
      api.POST('/api/session', { body: credentials }),
    )
    if (status === 'twoFactorRequired') setChallenged(true)
    else await enter()
  }
  return (
    <div className="door-card">
      <div className="door-brand">
        <House name={community.name} url={community.logoUrl} size={40} />
        <b>
          {community.name}
          {community.slogan && <small>{community.slogan}</small>}
        </b>
      </div>
      <h1>{t(doorWords.signIn)}</h1>
      <p className="lead">{t(doorWords.signInLead)}</p>
      {error && (
        <Alert
          type="error"
          showIcon
          className="form-failure"
          title={t(doorWords.providerFailed, { reason: error })}
        />
      )}
      {methods.password && (
        <AskForm<Credentials> form={form} submit={signIn} verb={t(doorWords.enter)} block>
          <Form.Item
            name="email"
            label={t(doorWords.email)}
            rules={[rules.needed(doorWords.email), rules.email]}
          >
            <Input type="email" size="large" autoComplete="username webauthn" inputMode="email" autoFocus />
          </Form.Item>
          <Form.Item name="password" label={t(doorWords.password)} rules={[rules.needed(doorWords.password)]}>
            <Input.Password size="large" autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="remember" valuePropName="checked" initialValue={true} noStyle>
            <Checkbox>{t(doorWords.remember)}</Checkbox>
          </Form.Item>
        </AskForm>
      )}
      <OtherWays email={() => form.getFieldValue('email') ?? ''} linkSent={setLinkTo} entered={enter} />
      <div className="door-links">
        {methods.password && (
          <Link className="link" to="/forgotten">
            {t(doorWords.forgot)}
          </Link>
        )}
        <a className="link" href="/">
          {t(doorWords.memberSite)}
        </a>
      </div>
    </div>
  )
}
