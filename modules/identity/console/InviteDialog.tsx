import { useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import { teamWords } from './settings.words.ts'
import { rolesQuery } from './team.queries.ts'

/** Invites somebody by mail, in a role that the inviter may hand out. */
export function InviteDialog({ close }: { close: (sent: boolean) => void }) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  const roles = useSuspenseQuery(rolesQuery).data.items.filter((role) => role.can.assign)
  const usual = roles.find((role) => role.key === 'operator') ?? roles.at(-1)
  return (
    <Modal open title={t(teamWords.inviteTitle)} footer={null} onCancel={() => close(false)}>
      <p className="muted small">{t(teamWords.inviteHint)}</p>
      <AskForm<{ email: string; roleId: string }>
        initial={{ roleId: usual?.id }}
        submit={async (body) => {
          await take(api.POST('/api/operators', { body }))
          message.success(t(teamWords.sent))
          close(true)
        }}
        verb={t(teamWords.send)}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item
          name="email"
          label={t(teamWords.email)}
          rules={[rules.needed(teamWords.email), rules.email]}
          className="after-picture"
        >
          <Input type="email" autoFocus autoComplete="off" inputMode="email" />
        </Form.Item>
        <Form.Item name="roleId" label={t(teamWords.role)} rules={[{ required: true }]}>
          <Select options={roles.map((role) => ({ value: role.id, label: role.name }))} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
