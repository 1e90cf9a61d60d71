import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Field, TickField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { DoorHead, textLink } from './DoorParts.tsx'
import { door } from './door.messages.ts'
import { useEnter, useKeptNext } from './entering.ts'

/** The second factor: six digits from an app, or one of the backup codes. */
export default function TwoFactorScreen() {
  const t = useT()
  const enter = useEnter()
  const kept = useKeptNext()
  const [backup, setBackup] = useState(false)
  return (
    <>
      <DoorHead title={t(door.codeTitle)} about={t(backup ? door.backupAbout : door.codeAbout)} />
      <Form
        // A new form: what was typed as a code is no backup code.
        key={String(backup)}
        label={t(door.codeTitle)}
        send={async ({ code = '', trustDevice }) => {
          await ask(
            api.POST('/api/session/two-factor', {
              body: { code: code.replaceAll(/\s/g, ''), trustDevice: trustDevice === 'on' },
            }),
          )
          await enter()
        }}
      >
        <Field
          label={t(backup ? door.backupCode : door.code)}
          name="code"
          autoComplete="one-time-code"
          inputMode={backup ? 'text' : 'numeric'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={backup ? 24 : 7}
          required
          className={backup ? '' : 'text-[20px] tracking-[.3em]'}
        />
        <TickField name="trustDevice">{t(door.trust)}</TickField>
        <Submit>{t(door.confirm)}</Submit>
      </Form>
      <Button look="quiet" wide className="mt-2" onClick={() => setBackup(!backup)}>
        {t(backup ? door.useApp : door.useBackup)}
      </Button>
      <p className="pt-2 text-center text-[15px]">
        <Link to="/sign-in" search={kept} className={`inline-flex min-h-11 items-center ${textLink}`}>
          {t(door.startOver)}
        </Link>
      </p>
    </>
  )
}
