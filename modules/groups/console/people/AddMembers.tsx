import { useQuery } from '@tanstack/react-query'
import { App, Form, Modal, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import { roleWord } from '../group.words.ts'
import { peopleWords as words } from './people.words.ts'

const roles = ['member', 'novice', 'expert', 'moderator', 'owner'] as const
interface Values {
  readonly memberIds: readonly string[]
  readonly role: (typeof roles)[number]
}

/** Lets chosen people in without the steps of admission. */
export function AddMembers({ group, close }: { group: string; close: (changed: boolean) => void }) {
  const t = useT()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['members', 'find', q],
    queryFn: ({ signal }) =>
      take<{ items: { id: string; nickname: string; city: string }[] }>(
        api.GET('/api/members', { params: { query: { ...(q ? { q } : {}), limit: 20 } }, signal }),
      ),
  })
  return (
    <Modal open title={t(words.addTitle)} footer={null} onCancel={() => close(false)}>
      <p className="lead-text">{t(words.addHint)}</p>
      <AskForm<Values>
        initial={{ memberIds: [], role: 'member' }}
        verb={t(words.addVerb)}
        submit={async ({ memberIds, role }) => {
          const { added, already, full } = await take<{ added: number; already: number; full: number }>(
            api.POST('/api/groups/{id}/members', {
              params: { path: { id: group } },
              body: { memberIds: [...memberIds], role },
            }),
          )
          if (full > 0) message.warning(t(words.addedFull, { added, full }))
          else message.success(t(words.added, { added, already }))
          close(true)
        }}
      >
        <Form.Item
          name="memberIds"
          label={t(words.name)}
          rules={[{ required: true, message: t(words.addSearch) }]}
        >
          <Select
            mode="multiple"
            showSearch={{ filterOption: false, onSearch: setText }}
            placeholder={t(words.addSearch)}
            loading={found.isFetching}
            options={found.data?.items.map((member) => ({
              value: member.id,
              label: [member.nickname, member.city].filter(Boolean).join(' · '),
            }))}
          />
        </Form.Item>
        <Form.Item name="role" label={t(words.role)}>
          <Select options={roles.map((role) => ({ value: role, label: t(roleWord(role)) }))} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
