import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { ShownOnce } from '#ui/console/ShownOnce.tsx'
import { words } from '#ui/console/words.ts'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { keyWords } from './settings.words.ts'
import { permissionsQuery } from './team.queries.ts'
import './team.css'

interface KeyValues {
  readonly name: string
  readonly scopes: string[]
  readonly days: number
}

const day = 86_400_000

/** Makes a key, and shows it the one time that it can be shown. */
export function ApiKeyDialog({ close }: { close: (made: boolean) => void }) {
  const t = useT()
  const rules = useRules()
  const { now } = useReading()
  const scopes = useSuspenseQuery(permissionsQuery).data.items.filter((permission) => permission.scope)
  const [key, setKey] = useState<string>()
  if (key) return <ShownOnce value={key} hint={t(keyWords.madeHint)} close={() => close(true)} />
  return (
    <Modal open title={t(keyWords.create)} footer={null} onCancel={() => close(false)}>
      <AskForm<KeyValues>
        initial={{ scopes: [], days: 90 }}
        submit={async ({ name, scopes: chosen, days }) => {
          const expiresAt = days ? new Date(now() + days * day).toISOString() : null
          const made = await take<{ key: string }>(
            api.POST('/api/api-keys', { body: { name, scopes: chosen, expiresAt } }),
          )
          setKey(made.key)
        }}
        verb={t(keyWords.create)}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item name="name" label={t(keyWords.name)} rules={[rules.needed(keyWords.name)]}>
          <Input maxLength={60} autoFocus placeholder={t(keyWords.nameHint)} />
        </Form.Item>
        <Form.Item
          name="scopes"
          label={t(keyWords.scopes)}
          rules={[
            {
              // Not `required`: that would mark a group of boxes as required, which ARIA does not know.
              validator: async (_, chosen: string[]) => {
                if (chosen.length === 0) throw new Error(t(keyWords.scopesNeeded))
              },
            },
          ]}
        >
          <Checkbox.Group className="role-groups">
            <div>
              {scopes.map((scope) => (
                <Checkbox key={scope.name} value={scope.name}>
                  {scope.label} <code className="muted small">{scope.name}</code>
                </Checkbox>
              ))}
            </div>
          </Checkbox.Group>
        </Form.Item>
        <Form.Item name="days" label={t(keyWords.expires)}>
          <Segmented
            options={[
              { value: 30, label: t(keyWords.days30) },
              { value: 90, label: t(keyWords.days90) },
              { value: 365, label: t(keyWords.days365) },
              { value: 0, label: t(keyWords.forever) },
            ]}
          />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
