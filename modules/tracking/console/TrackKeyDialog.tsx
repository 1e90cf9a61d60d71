import { Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { Snippet } from '#ui/console/Copyable.tsx'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { ShownOnce } from '#ui/console/ShownOnce.tsx'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import { scriptTag } from './snippets.ts'
import { installWords, trackingWords } from './tracking.words.ts'

interface TrackKeyValues {
  readonly name: string
  readonly test: boolean
}

/** Makes a tracking key, and shows it the one time that it can be shown. */
export function TrackKeyDialog({ close }: { close: (made: boolean) => void }) {
  const t = useT()
  const rules = useRules()
  const [secret, setSecret] = useState<string>()
  if (secret)
    return (
      <ShownOnce value={secret} hint={t(trackingWords.madeHint)} close={() => close(true)}>
        <Snippet value={scriptTag(location.origin, secret)} label={t(installWords.script)} />
      </ShownOnce>
    )
  return (
    <Modal open title={t(trackingWords.create)} footer={null} onCancel={() => close(false)}>
      <AskForm<TrackKeyValues>
        initial={{ test: false }}
        submit={async (body) => setSecret((await take(api.POST('/api/track-keys', { body }))).secret)}
        verb={t(trackingWords.create)}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item name="name" label={t(trackingWords.name)} rules={[rules.needed(trackingWords.name)]}>
          <Input maxLength={60} autoFocus placeholder={t(trackingWords.nameHint)} />
        </Form.Item>
        <Form.Item name="test" valuePropName="checked" extra={t(trackingWords.testHint)}>
          <Checkbox>{t(trackingWords.test)}</Checkbox>
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
