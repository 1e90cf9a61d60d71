import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Form, Input } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { Empty } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { doorWords } from './door.words.ts'

/** Where the link of the mail leads: a new password for the bearer of its token. */
export default function ResetScreen() {
  const t = useT()
  const rules = useRules()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { token } = useSearch({ strict: false }) as { token?: string }
  if (!token)
    return (
      <div className="door-card">
        <Empty
          icon="link"
          title={t(doorWords.noToken)}
          hint={t(doorWords.noTokenHint)}
          action={<Button onClick={() => navigate({ to: '/forgotten' })}>{t(doorWords.sendReset)}</Button>}
        />
      </div>
    )
  return (
    <div className="door-card">
      <h1>{t(doorWords.resetTitle)}</h1>
      <p className="lead">{t(doorWords.resetLead)}</p>
      <AskForm<{ password: string }>
        submit={async ({ password }) => {
          await take(api.PUT('/api/password-reset', { body: { token, password } }))
          message.success(t(doorWords.resetDone))
          await navigate({ to: '/sign-in' })
        }}
        verb={t(doorWords.setPassword)}
        block
      >
        <Form.Item
          name="password"
          label={t(doorWords.newPassword)}
          rules={[rules.needed(doorWords.newPassword), rules.password]}
        >
          <Input.Password size="large" autoComplete="new-password" autoFocus />
        </Form.Item>
      </AskForm>
    </div>
  )
}
