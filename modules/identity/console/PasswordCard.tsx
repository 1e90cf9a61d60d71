import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import { accountQuery } from './account.queries.ts'
import { accountWords } from './account.words.ts'

interface Passwords {
  readonly current?: string
  readonly password: string
}

export function PasswordCard() {
  const t = useT()
  const rules = useRules()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { hasPassword, email } = useSuspenseQuery(accountQuery).data
  const [form] = Form.useForm<Passwords>()
  return (
    <Card title={t(accountWords.password)} note={t(accountWords.passwordNote)}>
      <AskForm<Passwords>
        form={form}
        submit={async (values) => {
          await take(api.PUT('/api/account/password', { body: values }))
          form.resetFields()
          await client.invalidateQueries({ queryKey: ['account'] })
          message.success(t(accountWords.passwordChanged))
        }}
        verb={t(accountWords.changePassword)}
      >
        <input type="hidden" autoComplete="username" value={email ?? ''} readOnly />
        {hasPassword && (
          <Form.Item
            name="current"
            label={t(accountWords.currentPassword)}
            rules={[rules.needed(accountWords.currentPassword)]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        )}
        <Form.Item
          name="password"
          label={t(accountWords.newPassword)}
          rules={[rules.needed(accountWords.newPassword), rules.password]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </AskForm>
    </Card>
  )
}
