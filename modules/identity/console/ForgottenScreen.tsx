import { Link, useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import { doorWords } from './door.words.ts'
import { Sent } from './Sent.tsx'

/** Asks for a link that sets a new password; says the same whether or not the address is known. */
export default function ForgottenScreen() {
  const t = useT()
  const rules = useRules()
  const navigate = useNavigate()
  const [sentTo, setSentTo] = useState<string>()
  if (sentTo)
    return (
      <Sent
        title={t(doorWords.resetSent)}
        hint={t(doorWords.resetSentHint, { email: sentTo })}
        back={t(doorWords.backToSignIn)}
        goBack={() => navigate({ to: '/sign-in' })}
      />
    )
  return (
    <div className="door-card">
      <h1>{t(doorWords.forgottenTitle)}</h1>
      <p className="lead">{t(doorWords.forgottenLead)}</p>
      <AskForm<{ email: string }>
        submit={async ({ email }) => {
          await take(api.POST('/api/password-reset', { body: { email } }))
          setSentTo(email)
        }}
        verb={t(doorWords.sendReset)}
        block
      >
        <Form.Item
          name="email"
          label={t(doorWords.email)}
          rules={[rules.needed(doorWords.email), rules.email]}
        >
          <Input type="email" size="large" autoComplete="email" inputMode="email" autoFocus />
        </Form.Item>
      </AskForm>
      <div className="door-links">
        <Link className="link" to="/sign-in">
          {t(doorWords.backToSignIn)}
        </Link>
      </div>
    </div>
  )
}
