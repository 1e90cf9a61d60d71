import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Field, PasswordField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { account as words } from './me.messages.ts'

type Step =
  | { readonly name: 'password' }
  | { readonly name: 'scan'; readonly uri: string; readonly secret: string; readonly qr: string }
  | { readonly name: 'codes'; readonly codes: readonly string[] }

/** Password, then the square to scan, then the codes to keep. Nothing is on until a code was confirmed. */
export function TwoFactorSetup({ hasPassword, done }: { hasPassword: boolean; done: () => void }) {
  const t = useT()
  const [step, setStep] = useState<Step>({ name: 'password' })
  switch (step.name) {
    case 'password':
      return (
        <Form
          send={async ({ password }) => {
            const { uri, secret, qr } = await ask(
              api.POST('/api/account/two-factor', { body: password ? { password } : {} }),
            )
            setStep({ name: 'scan', uri, secret, qr })
          }}
        >
          {hasPassword ? (
            <PasswordField
              label={t(words.currentPassword)}
              hint={t(words.twoFactorPassword)}
              name="password"
              autoComplete="current-password"
              required
            />
          ) : (
            <p className="text-[15px] leading-6">{t(words.twoFactorAbout)}</p>
          )}
          <Submit>{t(words.next)}</Submit>
        </Form>
      )
    case 'scan':
      return (
        <Form
          send={async ({ code = '' }) => {
            const { backupCodes } = await ask(
              api.PUT('/api/account/two-factor', { body: { code: code.replaceAll(/\s/g, '') } }),
            )
            setStep({ name: 'codes', codes: backupCodes })
          }}
        >
          <p className="text-[15px] leading-6">{t(words.scan)}</p>
          <img
            src={`data:image/svg+xml,${encodeURIComponent(step.qr)}`}
            alt={t(words.scanAlt)}
            width={196}
            height={196}
            className="mx-auto rounded-[12px] bg-white p-2"
          />
          <a href={step.uri} className={`${buttonClass('plain', true)} md:hidden`}>
            {t(words.openApp)}
          </a>
          <details className="text-[14px] leading-[22px]">
            <summary className="min-h-11 py-2.5 text-pine">{t(words.secret)}</summary>
            <code className="block rounded-[8px] bg-soft px-3 py-2 font-mono text-[15px] tracking-wider break-all select-all">
              {step.secret}
            </code>
          </details>
          <Field
            label={t(words.code)}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            required
            className="text-[20px] tracking-[.3em]"
          />
          <Submit>{t(words.confirm)}</Submit>
        </Form>
      )
    case 'codes':
      return <BackupCodes codes={step.codes} done={done} />
  }
}

function BackupCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const t = useT()
  const tell = useToast()
  return (
    <div className="grid gap-4">
      <div>
        <h3 className="text-[16px] leading-6 font-semibold">{t(words.backupTitle)}</h3>
        <p className="text-[14px] leading-[22px] text-muted">{t(words.backupBody)}</p>
      </div>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-[10px] bg-soft px-4 py-3 font-mono text-[15px] select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="grid gap-2.5">
        <Button
          wide
          onClick={async () => {
            await navigator.clipboard.writeText(codes.join('\n'))
            tell(t(words.copied))
          }}
        >
          {t(words.copyAll)}
        </Button>
        <Button look="solid" wide onClick={done}>
          {t(words.keptThem)}
        </Button>
      </div>
    </div>
  )
}
