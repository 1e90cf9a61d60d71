import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { Copyable } from '#ui/console/Copyable.tsx'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { saveBlob } from '#ui/console/list/csv.ts'
import { take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import { accountWords } from './account.words.ts'
import './two-factor.css'

type Step =
  | { readonly name: 'password' }
  | { readonly name: 'scan'; readonly secret: string; readonly qr: string }
  | { readonly name: 'codes'; readonly codes: readonly string[] }

/** Password, the square to scan, the codes to keep. Nothing is on until a code was confirmed. */
export function TwoFactorSetup({ hasPassword, done }: { hasPassword: boolean; done: () => void }) {
  const t = useT()
  const rules = useRules()
  const [step, setStep] = useState<Step>({ name: 'password' })
  if (step.name === 'codes') return <BackupCodes codes={step.codes} done={done} />
  if (step.name === 'scan')
    return (
      <AskForm<{ code: string }>
        key="scan"
        submit={async ({ code }) => {
          const { backupCodes } = await take<{ backupCodes: readonly string[] }>(
            api.PUT('/api/account/two-factor', { body: { code: code.replaceAll(/\s/g, '') } }),
          )
          setStep({ name: 'codes', codes: backupCodes })
        }}
        verb={t(accountWords.confirm)}
      >
        <p>{t(accountWords.scan)}</p>
        <img
          className="qr"
          src={`data:image/svg+xml,${encodeURIComponent(step.qr)}`}
          alt={t(accountWords.scan)}
          width={200}
          height={200}
        />
        <p className="field-label muted">{t(accountWords.scanHint)}</p>
        <Copyable value={step.secret} label={t(accountWords.secret)} />
        <Form.Item
          name="code"
          label={t(accountWords.code)}
          rules={[rules.needed(accountWords.code)]}
          className="after-picture"
        >
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={8} autoFocus />
        </Form.Item>
      </AskForm>
    )
  return (
    <AskForm<{ password?: string }>
      key="password"
      submit={async (values) => {
        const { secret, qr } = await take<{ uri: string; secret: string; qr: string }>(
          api.POST('/api/account/two-factor', { body: values }),
        )
        setStep({ name: 'scan', secret, qr })
      }}
      verb={t(words.next)}
    >
      {hasPassword ? (
        <Form.Item
          name="password"
          label={t(accountWords.currentPassword)}
          rules={[rules.needed(accountWords.currentPassword)]}
        >
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
      ) : (
        <p>{t(accountWords.totpNote)}</p>
      )}
    </AskForm>
  )
}

function BackupCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  return (
    <>
      <h3>{t(accountWords.backup)}</h3>
      <p className="muted small">{t(accountWords.backupHint)}</p>
      <ul className="backup-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="form-foot">
        <Button type="primary" onClick={done}>
          {t(accountWords.keptThem)}
        </Button>
        <Button
          onClick={async () => {
            await navigator.clipboard.writeText(codes.join('\n'))
            message.success(t(words.copied))
          }}
        >
          {t(accountWords.copyAll)}
        </Button>
        <Button
          onClick={() =>
            saveBlob('juluo-backup-codes.txt', new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }))
          }
        >
          {t(accountWords.download)}
        </Button>
      </div>
    </>
  )
}
