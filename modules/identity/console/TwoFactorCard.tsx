import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card, Light } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import { accountQuery, twoFactorQuery } from './account.queries.ts'
import { accountWords } from './account.words.ts'
import { TwoFactorSetup } from './TwoFactorSetup.tsx'

export function TwoFactorCard() {
  const t = useT()
  const rules = useRules()
  const client = useQueryClient()
  const { message } = App.useApp()
  const state = useSuspenseQuery(twoFactorQuery).data
  const { hasPassword } = useSuspenseQuery(accountQuery).data
  const [open, setOpen] = useState<'on' | 'off'>()
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['account'] }),
      client.invalidateQueries({ queryKey: ['session'] }),
    ])
  return (
    <Card
      title={t(accountWords.totp)}
      note={t(accountWords.totpNote)}
      extra={
        state.enabled ? (
          <Button danger onClick={() => setOpen('off')}>
            {t(accountWords.turnOff)}
          </Button>
        ) : (
          <Button type="primary" onClick={() => setOpen('on')}>
            {t(accountWords.turnOn)}
          </Button>
        )
      }
    >
      <Light state={state.enabled ? 'good' : 'off'}>
        {state.enabled
          ? state.backupCodesLeft === undefined
            ? t(accountWords.totpOnPlain)
            : t(accountWords.totpOn, { count: state.backupCodesLeft })
          : t(accountWords.totpOff)}
      </Light>
      <Modal
        open={open === 'on'}
        title={t(accountWords.turnOn)}
        footer={null}
        onCancel={() => setOpen(undefined)}
        destroyOnHidden
      >
        <TwoFactorSetup
          hasPassword={hasPassword}
          done={async () => {
            setOpen(undefined)
            message.success(t(accountWords.totpDone))
            await refresh()
          }}
        />
      </Modal>
      <Modal
        open={open === 'off'}
        title={t(accountWords.turnOff)}
        footer={null}
        onCancel={() => setOpen(undefined)}
        destroyOnHidden
      >
        <p className="muted">{t(accountWords.turnOffLead)}</p>
        <AskForm<{ password?: string }>
          submit={async (values) => {
            await take(api.DELETE('/api/account/two-factor', { body: values }))
            setOpen(undefined)
            message.success(t(accountWords.totpStopped))
            await refresh()
          }}
          verb={t(accountWords.turnOff)}
          beside={<Button onClick={() => setOpen(undefined)}>{t(words.cancel)}</Button>}
        >
          {hasPassword && (
            <Form.Item
              name="password"
              label={t(accountWords.currentPassword)}
              rules={[rules.needed(accountWords.currentPassword)]}
            >
              <Input.Password autoComplete="current-password" autoFocus />
            </Form.Item>
          )}
        </AskForm>
      </Modal>
    </Card>
  )
}
