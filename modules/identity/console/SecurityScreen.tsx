import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Form, InputNumber, Switch } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import { securityWords } from './settings.words.ts'
import './setup.css'

interface SecurityPolicy {
  readonly operatorsNeedTwoFactor: boolean
  readonly operatorSessionHours: number
  readonly sessionDays: number
}

const securityQuery = queryOptions({
  queryKey: ['security'],
  queryFn: ({ signal }) => take<SecurityPolicy>(api.GET('/api/security', { signal })),
})

/** Rules for the whole team. */
export default function SecurityScreen() {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const policy = useSuspenseQuery(securityQuery).data
  return (
    <Page title={t(securityWords.title)} lead={t(securityWords.lead)} width="reading">
      <AskForm<SecurityPolicy>
        initial={policy}
        submit={async (body) => {
          await take(api.PATCH('/api/security', { body }))
          await Promise.all([
            client.invalidateQueries({ queryKey: ['security'] }),
            client.invalidateQueries({ queryKey: ['session'] }),
          ])
          message.success(t(words.saved))
        }}
        verb={t(words.save)}
      >
        <div className="stack">
          <Card title={t(securityWords.signIn)}>
            <div className="switch-row">
              <span id="two-factor-label">
                {t(securityWords.twoFactor)}
                <small>{t(securityWords.twoFactorHint)}</small>
              </span>
              <Form.Item name="operatorsNeedTwoFactor" valuePropName="checked" noStyle>
                <Switch aria-labelledby="two-factor-label" />
              </Form.Item>
            </div>
          </Card>
          <Card title={t(securityWords.sessions)}>
            <Form.Item
              name="operatorSessionHours"
              label={t(securityWords.operatorHours)}
              extra={t(securityWords.operatorHoursHint)}
            >
              <InputNumber
                min={1}
                max={720}
                precision={0}
                suffix={t(securityWords.hours)}
                className="amount"
              />
            </Form.Item>
            <Form.Item
              name="sessionDays"
              label={t(securityWords.memberDays)}
              extra={t(securityWords.memberDaysHint)}
            >
              <InputNumber min={1} max={90} precision={0} suffix={t(securityWords.days)} className="amount" />
            </Form.Item>
          </Card>
        </div>
      </AskForm>
    </Page>
  )
}
