import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
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
import { door } from './door.messages.ts'
import { account as words } from './me.messages.ts'
import { passwordMin } from './password.ts'
import { sessionsQuery } from './security.queries.ts'

export function PasswordCard() {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const { data: account } = useSuspenseQuery(accountQuery)
  const [changing, setChanging] = useState(false)
  // Whoever has none sets one by the mailed link: that proves the mailbox, as a reset does.
  const mailLink = useMutation({
    mutationFn: () => ask(api.POST('/api/password-reset', { body: { email: account.email ?? '' } })),
    onSuccess: () => tell(t(door.linkSentTitle)),
    onError: (error) => tell(error.message, 'bad'),
  })
  return (
    <Card title={t(words.password)}>
      <p className="mt-1 text-[14px] leading-[22px] text-muted">
        {t(account.hasPassword ? words.passwordAbout : words.passwordNone)}
      </p>
      <div className="mt-3">
        {account.hasPassword ? (
          <Button onClick={() => setChanging(true)}>{t(words.changePassword)}</Button>
        ) : (
          <>
            <Button disabled={!account.email} sending={mailLink.isPending} onClick={() => mailLink.mutate()}>
              {t(words.setPassword)}
            </Button>
            <p className="mt-2 text-[13px] leading-5 text-muted">{t(words.setPasswordAbout)}</p>
          </>
        )}
      </div>
      <Sheet
        open={changing}
        close={() => setChanging(false)}
        title={t(words.changePassword)}
        about={t(words.passwordAbout)}
      >
        <Form
          send={async ({ current = '', password = '' }) => {
            await ask(api.PUT('/api/account/password', { body: { current, password } }))
            setChanging(false)
            tell(t(words.passwordChanged))
            await client.invalidateQueries({ queryKey: sessionsQuery.queryKey })
          }}
        >
          {/* For password managers: which account this password belongs to. */}
          <input
            type="text"
            name="username"
            autoComplete="username"
            value={account.email ?? ''}
            readOnly
            hidden
          />
          <PasswordField
            label={t(words.currentPassword)}
            name="current"
            autoComplete="current-password"
            required
          />
          <PasswordField
            label={t(words.newPassword)}
            name="password"
            autoComplete="new-password"
            minLength={passwordMin}
            hint={t(door.passwordHint, { min: passwordMin })}
            required
          />
          <Submit>{t(words.changePassword)}</Submit>
        </Form>
      </Sheet>
    </Card>
  )
}
