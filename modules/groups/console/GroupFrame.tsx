import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { Page, Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import '#ui/console/list/list.css'
import { GroupHouse } from './GroupHouse.tsx'
import { type Group, groupQuery } from './group.queries.ts'
import { groupWords as words } from './group.words.ts'

const tabs: readonly { at: string; label: Message; permission?: string }[] = [
  { at: '', label: words.tabHealth },
  { at: '/members', label: words.tabMembers },
  { at: '/newcomers', label: words.tabNewcomers },
  { at: '/applications', label: words.tabApplications, permission: 'groups.members' },
  { at: '/admission', label: words.tabAdmission, permission: 'groups.edit' },
  { at: '/rules', label: words.tabRules },
  { at: '/boards', label: words.tabBoards },
  { at: '/announcements', label: words.tabAnnouncements },
  { at: '/tiers', label: words.tabTiers },
  { at: '/elimination', label: words.tabElimination },
  { at: '/charter', label: words.tabCharter },
  { at: '/settings', label: words.tabSettings, permission: 'groups.edit' },
]

/** The group that the address names. */
export function useGroup(): Group {
  const { id } = useParams({ strict: false }) as { id: string }
  return useSuspenseQuery(groupQuery(id)).data
}

/** The way up, for lists that bring a frame of their own. */
export function GroupCrumbs({ group }: { group: Group }) {
  const t = useT()
  return (
    <nav className="crumbs">
      <Link to="/groups">{t(words.groups)}</Link>
      <Icon name="right" size={14} />
      <span>{group.name}</span>
    </nav>
  )
}

export function GroupTitle({ group }: { group: Group }) {
  const t = useT()
  return (
    <span className="group-title">
      <GroupHouse group={group} size={36} />
      {group.name}
      <Tag tone="plain">{t(words[group.kind])}</Tag>
      {group.archivedAt && <Tag tone="bad">{t(words.archived)}</Tag>}
    </span>
  )
}

export function GroupTabs({ group }: { group: Group }) {
  const t = useT()
  const may = useMay()
  return (
    <nav className="views group-tabs" aria-label={t(words.parts)}>
      {tabs
        .filter((tab) => may(tab.permission))
        .map(({ at, label }) => (
          <Link
            key={at}
            to={`/groups/${group.id}${at}`}
            className="view"
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {t(label)}
            {at === '/applications' && group.toReview > 0 && <b className="tab-count">{group.toReview}</b>}
          </Link>
        ))}
    </nav>
  )
}

/** A page of the group's workspace: its name, its tabs, and what the tab holds. */
export function GroupFrame({
  group,
  actions,
  children,
}: {
  group: Group
  actions?: ReactNode
  children: ReactNode
}) {
  const t = useT()
  return (
    <Page
      above={<GroupCrumbs group={group} />}
      title={<GroupTitle group={group} />}
      lead={group.archivedAt ? t(words.archivedNote, { reason: group.archiveReason ?? '' }) : group.summary}
      actions={
        <>
          {actions}
          <Button href={`/groups/${group.slug}`} target="_blank">
            {t(words.openSite)}
          </Button>
        </>
      }
    >
      <GroupTabs group={group} />
      {children}
    </Page>
  )
}
