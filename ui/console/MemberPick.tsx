import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Avatar } from './Person.tsx'
import { take } from './problem.ts'
import { words } from './words.ts'

interface Found {
  readonly id: string
  readonly nickname: string
  readonly avatarUrl?: string | null
  readonly city?: string
}

/** Finds members by name while one types. A form's control. */
export function MemberPick({
  value,
  onChange,
  known = [],
  id,
}: {
  value?: string[]
  onChange?: (ids: string[]) => void
  known?: readonly Found[]
  id?: string
}) {
  const t = useT()
  const [text, setText] = useState('')
  const [kept, setKept] = useState<readonly Found[]>(known)
  const found = useQuery({
    queryKey: ['members', 'pick', text],
    enabled: text.length > 0,
    queryFn: ({ signal }) =>
      take<{ items: readonly Found[] }>(
        api.GET('/api/members', { params: { query: { q: text, limit: 8 } }, signal }),
      ),
  })
  const offered = new Map([...kept, ...(found.data?.items ?? [])].map((member) => [member.id, member]))
  return (
    <Select
      id={id}
      mode="multiple"
      autoFocus
      maxCount={200}
      value={value}
      placeholder={t(words.typeNickname)}
      filterOption={false}
      loading={found.isFetching}
      onSearch={(typed) => setText(typed.trim().slice(0, 60))}
      onChange={(ids: string[]) => {
        setKept([...offered.values()].filter((member) => ids.includes(member.id)))
        onChange?.(ids)
      }}
      options={[...offered.values()].map((member) => ({
        value: member.id,
        label: (
          <span className="person-option">
            <Avatar id={member.id} name={member.nickname} url={member.avatarUrl} size={20} />
            {member.nickname}
            {member.city && <span className="muted">{member.city}</span>}
          </span>
        ),
      }))}
    />
  )
}
