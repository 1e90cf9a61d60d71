import { Checkbox, Form, Input } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import { doorWords } from './door.words.ts'

interface Code {
  readonly code: string
  readonly trustDevice?: boolean
}

/** The second step: a code of the authenticator, or a backup code. */
export function TwoFactorForm({ done, back }: { done: () => Promise<void>; back: () => void }) {
  const t = useT()
  return (
    <div className="door-card">
      <h1>{t(doorWords.twoFactor)}</h1>
      <p className="lead">{t(doorWords.twoFactorLead)}</p>
      <AskForm<Code>
        submit={async ({ code, trustDevice }) => {
          await take(
            api.POST('/api/session/two-factor', { body: { code: code.replaceAll(/\s/g, ''), trustDevice } }),
          )
          await done()
        }}
        verb={t(doorWords.verify)}
        block
      >
        <Form.Item
          name="code"
          label={t(doorWords.code)}
          rules={[{ required: true, message: t(doorWords.codeNeeded) }]}
        >
          <Input
            size="large"
            autoFocus
            autoComplete="one-time-code"
            inputMode="text"
            maxLength={20}
            spellCheck={false}
          />
        </Form.Item>
        <Form.Item name="trustDevice" valuePropName="checked" noStyle>
          <Checkbox>{t(doorWords.trust)}</Checkbox>
        </Form.Item>
      </AskForm>
      <div className="door-links">
        <button type="button" className="door-language" onClick={back}>
          {t(doorWords.otherWay)}
        </button>
      </div>
    </div>
  )
}
