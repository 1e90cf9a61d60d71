import { useMutation } from '@tanstack/react-query'
import BadgeCheck from 'lucide-react/icons/badge-check'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Field, PasswordField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { account as words } from './me.messages.ts'

/** The address of the account: whether it is proven, and how to change it. */
export function EmailCard({
  account,
}: {
  account: { email: string | null; emailVerified: boolean; hasPassword: boolean }
}) {
  const t = useT()
  const tell = useToast()
  const [changing, setChanging] = useState(false)
  const verify = useMutation({
    mutationFn: () => ask(api.POST('/api/email-verification')),
    onSuccess: () => tell(t(words.verificationSent, { email: account.email ?? '' })),
    onError: (error) => tell(error.message, 'bad'),
  })
  return (
    <Card
      title={t(words.email)}
      aside={
        account.emailVerified && account.email ? (
          <span className="inline-flex items-center gap-1 text-good-text">
            <BadgeCheck size={16} aria-hidden />
            {t(words.verified)}
          </span>
        ) : (
          <span className="text-warn-text">{t(words.unverified)}</span>
        )
      }
    >
      <p className="mt-1 text-[16px] leading-[26px]">{account.email ?? t(words.noEmail)}</p>
      <p className="text-[13px] leading-5 text-muted">{t(words.emailAbout)}</p>
      <div className="mt-3 flex flex-wrap gap-2.5">
        {account.emailVerified || !account.email ? null : (
          <Button look="solid" sending={verify.isPending} onClick={() => verify.mutate()}>
            {t(words.sendVerification)}
          </Button>
        )}
        <Button onClick={() => setChanging(true)}>
          {t(account.email ? words.changeEmail : words.addEmail)}
        </Button>
      </div>
      <Sheet
        open={changing}
        close={() => setChanging(false)}
        title={t(words.changeEmail)}
        about={t(words.newEmailAbout)}
      >
        <Form
          send={async ({ email = '', password }) => {
            await ask(api.PUT('/api/account/email', { body: { email, ...(password ? { password } : {}) } }))
            setChanging(false)
            tell(t(words.emailChangeSent, { email }))
          }}
        >
          <Field
            label={t(words.newEmail)}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          {account.hasPassword ? (
            <PasswordField
              label={t(words.currentPassword)}
              name="password"
              autoComplete="current-password"
              required
            />
          ) : null}
          <Submit>{t(words.changeEmail)}</Submit>
        </Form>
      </Sheet>
    </Card>
  )
}
