import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Column } from '#ui/console/list/column.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { channelName } from './channel.ts'
import type { MemberRow } from './members.queries.ts'
import { memberWords } from './members.words.ts'
import { fieldsQuery } from './profile/profile.queries.ts'
import { useShown } from './profile/ShownValue.tsx'

/** The columns of the member list; their keys are those of the export. */
export function useMemberColumns(): readonly Column<MemberRow>[] {
  const t = useT()
  const format = useFormat()
  const shown = useShown()
  const fields = useQuery(fieldsQuery).data?.items
  return useMemo(
    () => [
      {
        key: 'nickname',
        title: memberWords.nickname,
        phone: 'first',
        sort: 'nickname',
        render: (member) => <Person id={member.id} name={member.nickname} url={member.avatarUrl} />,
        text: (member) => member.nickname,
      },
      {
        key: 'tags',
        title: memberWords.tags,
        render: (member) => <Tags names={member.tags} />,
        text: (member) => member.tags.join('、'),
      },
      {
        key: 'city',
        title: memberWords.city,
        render: (member) => member.city || <span className="muted">—</span>,
        text: (member) => member.city,
        phone: 'hidden',
      },
      {
        key: 'owner',
        title: memberWords.owner,
        render: (member) => member.owner?.name ?? <span className="muted">—</span>,
        text: (member) => member.owner?.name ?? '',
        phone: 'hidden',
      },
      {
        key: 'channel',
        title: memberWords.channel,
        render: (member) => t(channelName(member.channel)),
        text: (member) => t(channelName(member.channel)),
        phone: 'hidden',
      },
      {
        key: 'joinedAt',
        title: memberWords.joined,
        sort: 'joinedAt',
        align: 'right',
        render: (member) => format.date(member.joinedAt),
        text: (member) => member.joinedAt,
        phone: 'hidden',
      },
      {
        key: 'lastSeenAt',
        title: memberWords.lastSeen,
        sort: 'lastSeenAt',
        align: 'right',
        render: (member) =>
          member.lastSeenAt ? (
            format.ago(member.lastSeenAt)
          ) : (
            <span className="muted">{t(memberWords.neverSeen)}</span>
          ),
        text: (member) => member.lastSeenAt ?? '',
      },
      {
        key: 'bio',
        title: memberWords.bio,
        extra: true,
        render: (member) => <span className="muted clip">{member.bio}</span>,
        text: (member) => member.bio,
        phone: 'hidden',
      },
      ...(fields ?? [])
        .filter((field) => !field.sensitive)
        .map(
          (field): Column<MemberRow> => ({
            key: `field:${field.key}`,
            title: { zh: field.label, en: field.label },
            extra: true,
            phone: 'hidden',
            ...(field.type === 'number' || field.type === 'money' ? { align: 'right' } : {}),
            render: (member) =>
              shown(field, member.fields[field.key] ?? null) || <span className="muted">—</span>,
            text: (member) => shown(field, member.fields[field.key] ?? null),
          }),
        ),
    ],
    [t, format, shown, fields],
  )
}

const mostTags = 3

export function Tags({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <span className="muted">—</span>
  return (
    <span className="tags">
      {names.slice(0, mostTags).map((name) => (
        <Tag key={name}>{name}</Tag>
      ))}
      {names.length > mostTags && <span className="muted small">+{names.length - mostTags}</span>}
    </span>
  )
}
