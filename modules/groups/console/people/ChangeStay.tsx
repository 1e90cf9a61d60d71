import { App, Form, Input, Modal, Select } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import type { Membership, Role, RuledTier } from '../group.queries.ts'
import { groupWords, roleWord } from '../group.words.ts'
import { peopleWords as words } from './people.words.ts'

const roles = ['owner', 'moderator', 'expert', 'novice', 'member'] as const

interface Props {
  readonly stay: Membership
  readonly tiers: readonly RuledTier[]
  readonly close: (changed: boolean) => void
}

/** What a member is in the group: role and, where the group has them, tier. */
export function ChangeStay({ stay, tiers, close }: Props) {
  const t = useT()
  const { message } = App.useApp()
  return (
    <Modal
      open
      title={t(words.changeTitle, { name: stay.person.nickname })}
      footer={null}
      onCancel={() => close(false)}
    >
      <AskForm<{ role: Role; tierId: string | null; reason: string }>
        initial={{ role: stay.role, tierId: stay.tier?.id ?? null, reason: '' }}
        verb={t(groupWords.save)}
        submit={async (body) => {
          await take(api.PATCH('/api/group-memberships/{id}', { params: { path: { id: stay.id } }, body }))
          message.success(t(groupWords.saved))
          close(true)
        }}
      >
        <Form.Item name="role" label={t(words.role)}>
          <Select options={roles.map((role) => ({ value: role, label: t(roleWord(role)) }))} />
        </Form.Item>
        {tiers.length > 0 && (
          <Form.Item name="tierId" label={t(words.tier)}>
            <Select
              options={[
                { value: null as unknown as string, label: t(words.noTier) },
                ...tiers.map((tier) => ({ value: tier.id, label: tier.name })),
              ]}
            />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t(groupWords.reason)}>
          <Input maxLength={300} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
