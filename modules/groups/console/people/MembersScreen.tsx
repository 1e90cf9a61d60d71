import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Action } from '#ui/console/action/action.ts'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { GroupCrumbs, GroupTabs, GroupTitle, useGroup } from '../GroupFrame.tsx'
import { type MemberFilters, type Membership, membersOfQuery, tiersQuery } from '../group.queries.ts'
import { roleWord } from '../group.words.ts'
import { AddMembers } from './AddMembers.tsx'
import { ChangeStay } from './ChangeStay.tsx'
import { leftWord, wayWord, peopleWords as words } from './people.words.ts'
import { RemoveStay } from './RemoveStay.tsx'

const roles = ['owner', 'moderator', 'expert', 'novice', 'member'] as const

/** Who is in the group, what they are there, and who has gone. */
export default function MembersScreen() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const navigate = useNavigate()
  const client = useQueryClient()
  const group = useGroup()
  const [url] = useUrlState()
  const filters = url as MemberFilters
  const query = useInfiniteQuery(membersOfQuery(group.id, filters))
  const tiers = useQuery(tiersQuery(group.id)).data?.items ?? []
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Membership>()
  const [removing, setRemoving] = useState<Membership>()
  const gone = filters.state === 'left'
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ['group-members', group.id] })
    await client.invalidateQueries({ queryKey: ['groups'] })
  }
  const columns: readonly Column<Membership>[] = [
    {
      key: 'name',
      title: words.name,
      phone: 'first',
      render: ({ person, cardName }) => (
        <Person
          id={person.memberId}
          name={cardName || person.nickname}
          url={person.avatarUrl}
          note={[cardName ? person.nickname : '', person.city].filter(Boolean).join(' · ')}
        />
      ),
      text: ({ person }) => person.nickname,
    },
    {
      key: 'role',
      title: words.role,
      render: ({ role }) => (
        <Tag
          tone={
            role === 'owner' ? 'wheat' : role === 'moderator' ? 'pine' : role === 'expert' ? 'plum' : 'plain'
          }
        >
          {t(roleWord(role))}
        </Tag>
      ),
      text: ({ role }) => t(roleWord(role)),
    },
    {
      key: 'tier',
      title: words.tier,
      render: ({ tier }) => tier?.name ?? <span className="muted">—</span>,
      text: ({ tier }) => tier?.name ?? '',
    },
    {
      key: 'joined',
      title: words.joined,
      render: ({ joinedAt }) => format.date(joinedAt),
      text: ({ joinedAt }) => joinedAt,
    },
    {
      key: 'way',
      title: words.way,
      phone: 'hidden',
      render: ({ way }) => t(wayWord(way)),
      text: ({ way }) => t(wayWord(way)),
    },
    ...(gone
      ? [
          {
            key: 'left',
            title: words.left,
            render: ({ leftAt }: Membership) => (leftAt ? format.date(leftAt) : ''),
            text: ({ leftAt }: Membership) => leftAt ?? '',
          },
          {
            key: 'leftHow',
            title: words.leftHow,
            render: ({ leftHow, leftReason }: Membership) => (
              <span title={leftReason}>
                {t(leftWord(leftHow))}
                {leftReason && <span className="muted"> · {leftReason}</span>}
              </span>
            ),
            text: ({ leftHow }: Membership) => t(leftWord(leftHow)),
          },
        ]
      : [
          {
            key: 'lastSeen',
            title: words.lastSeen,
            render: ({ lastSeenAt }: Membership) =>
              lastSeenAt ? format.ago(lastSeenAt) : <span className="muted">{t(words.never)}</span>,
            text: ({ lastSeenAt }: Membership) => lastSeenAt ?? '',
          },
          {
            key: 'answered',
            title: words.answered,
            phone: 'hidden' as const,
            render: ({ answeredAt }: Membership) =>
              answeredAt ? format.ago(answeredAt) : <span className="warn">{t(words.notAnswered)}</span>,
            text: ({ answeredAt }: Membership) => answeredAt ?? '',
          },
          {
            key: 'rules',
            title: words.rules,
            phone: 'hidden' as const,
            extra: true,
            render: ({ rulesVersion }: Membership) =>
              rulesVersion ? t(words.rulesVersion, { version: rulesVersion }) : t(words.rulesNone),
            text: ({ rulesVersion }: Membership) => rulesVersion ?? '',
          },
        ]),
  ]
  const openMember = ({ person }: Membership) =>
    navigate({ to: '/members/$id', params: { id: person.memberId } })
  const actions: readonly Action<Membership>[] = [
    { name: words.openMember, icon: 'person', run: openMember },
    {
      name: words.change,
      icon: 'roles',
      shortcut: 'e',
      can: (row) => row.can.change,
      run: (row) => setChanging(row),
    },
    {
      name: words.remove,
      icon: 'exit',
      danger: true,
      can: (row) => row.can.remove,
      run: (row) => setRemoving(row),
    },
  ]
  const add = may('groups.members') && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
      {t(words.add)}
    </Button>
  )
  return (
    <>
      <ListScreen<Membership>
        name="group-members"
        above={<GroupCrumbs group={group} />}
        title={<GroupTitle group={group} />}
        lead={group.summary}
        main={add}
        below={<GroupTabs group={group} />}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => row.person.nickname}
        searchable={words.search}
        filters={[
          {
            kind: 'choice',
            key: 'role',
            label: words.role,
            choices: roles.map((role) => ({ value: role, label: t(roleWord(role)) })),
          },
          ...(tiers.length > 0
            ? [
                {
                  kind: 'choice' as const,
                  key: 'tier',
                  label: words.tier,
                  choices: tiers.map((tier) => ({ value: tier.id, label: tier.name })),
                },
              ]
            : []),
          {
            kind: 'choice',
            key: 'silentDays',
            label: words.silent,
            choices: [7, 14, 30, 90].map((days) => ({
              value: String(days),
              label: t(words.silentDays, { days }),
            })),
          },
          {
            kind: 'choice',
            key: 'state',
            label: words.state,
            choices: [
              { value: 'in', label: t(words.stateIn) },
              { value: 'left', label: t(words.stateLeft) },
            ],
          },
        ]}
        open={openMember}
        actions={actions}
        empty={{ icon: 'members', title: words.empty, hint: words.emptyHint, action: add }}
      />
      {adding && (
        <AddMembers
          group={group.id}
          close={async (changed) => {
            setAdding(false)
            if (changed) await refresh()
          }}
        />
      )}
      {changing && (
        <ChangeStay
          stay={changing}
          tiers={tiers}
          close={async (changed) => {
            setChanging(undefined)
            if (changed) await refresh()
          }}
        />
      )}
      {removing && (
        <RemoveStay
          stay={removing}
          close={async (changed) => {
            setRemoving(undefined)
            if (changed) await refresh()
          }}
        />
      )}
    </>
  )
}
