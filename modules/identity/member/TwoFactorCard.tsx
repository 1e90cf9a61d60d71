import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { PasswordField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { accountQuery } from './account.queries.ts'
import { account as words } from './me.messages.ts'
import { twoFactorQuery } from './security.queries.ts'
import { TwoFactorSetup } from './TwoFactorSetup.tsx'

export function TwoFactorCard() {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const { data: account } = useSuspenseQuery(accountQuery)
  const { data: twoFactor } = useSuspenseQuery(twoFactorQuery)
  const [open, setOpen] = useState<'on' | 'off'>()
  const refresh = () => client.invalidateQueries({ queryKey: twoFactorQuery.queryKey })
  return (
    <Card
      title={t(words.twoFactor)}
      aside={
        twoFactor.enabled ? (
          <span className="text-good-text">{t(words.on)}</span>
        ) : (
          <span>{t(words.off)}</span>
        )
      }
    >
      <p className="mt-1 text-[14px] leading-[22px] text-muted">{t(words.twoFactorAbout)}</p>
      <div className="mt-3">
        {twoFactor.enabled ? (
          <Button onClick={() => setOpen('off')}>{t(words.turnOff)}</Button>
        ) : (
          <Button onClick={() => setOpen('on')}>{t(words.turnOn)}</Button>
        )}
      </div>
      <Sheet open={open === 'on'} close={() => setOpen(undefined)} title={t(words.twoFactor)}>
        <TwoFactorSetup
          hasPassword={account.hasPassword}
          done={async () => {
            setOpen(undefined)
            tell(t(words.twoFactorOn))
            await refresh()
          }}
        />
      </Sheet>
      <Sheet
        open={open === 'off'}
        close={() => setOpen(undefined)}
        title={t(words.turnOffTitle)}
        about={t(words.turnOffBody)}
      >
        <Form
          send={async ({ password }) => {
            await ask(api.DELETE('/api/account/two-factor', { body: password ? { password } : {} }))
            setOpen(undefined)
            tell(t(words.twoFactorOff))
            await refresh()
          }}
        >
          {account.hasPassword ? (
            <PasswordField
              label={t(words.currentPassword)}
              name="password"
              autoComplete="current-password"
              required
            />
          ) : null}
          <Submit look="danger">{t(words.turnOff)}</Submit>
          <Button wide onClick={() => setOpen(undefined)}>
            {t(words.cancel)}
          </Button>
        </Form>
      </Sheet>
    </Card>
  )
}
