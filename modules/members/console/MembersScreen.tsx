import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Action } from '#ui/console/action/action.ts'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import type { Filter } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { useMay } from '#ui/console/session.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { channelName } from './channel.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { useMemberColumns } from './memberColumns.tsx'
import {
  fieldFilter,
  type MemberFilters,
  type MemberRow,
  membersQuery,
  tagsQuery,
} from './members.queries.ts'
import { memberWords } from './members.words.ts'
import { NarrowedBy } from './NarrowedBy.tsx'
import { OwnerDialog } from './profile/OwnerDialog.tsx'
import { fieldsQuery, ownersQuery } from './profile/profile.queries.ts'
import { profileWords } from './profile/profile.words.ts'
import { TagDialog } from './TagDialog.tsx'
import './member.css'
import './profile/profile.css'

const channels = ['organic', 'wechat', 'search', 'referral', 'ad', 'offline', 'invite', 'store']

/** Everyone in the community, found and worked with. */
export default function MembersScreen() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { timeZone } = useReading()
  const [url] = useUrlState()
  const filters = url as MemberFilters
  const query = useInfiniteQuery(membersQuery(filters, timeZone))
  const tags = useQuery(tagsQuery).data?.items ?? []
  const columns = useMemberColumns()
  const [tagging, setTagging] = useState<{ members: readonly MemberRow[]; mode: 'add' | 'remove' }>()
  const [owning, setOwning] = useState<readonly MemberRow[]>()
  const [exporting, setExporting] = useState<readonly string[]>()
  const [exportJob, setExportJob] = useState<string>()
  const owners = useQuery(ownersQuery).data?.items ?? []
  const fields = useQuery(fieldsQuery).data?.items ?? []
  const total = query.data?.pages[0]?.total

  const openMember = (member: MemberRow) => navigate({ to: '/members/$id', params: { id: member.id } })
  const rowActions: readonly Action<MemberRow>[] = [
    { name: memberWords.open, icon: 'person', run: openMember },
    {
      name: memberWords.addTags,
      icon: 'tag',
      shortcut: 'e',
      can: (member) => member.can.tag,
      run: (member) => setTagging({ members: [member], mode: 'add' }),
    },
    {
      name: memberWords.copyToken,
      icon: 'copy',
      run: (member) => navigator.clipboard.writeText(member.token),
    },
  ]
  const bulk: readonly Action<readonly MemberRow[]>[] = [
    {
      name: memberWords.addTags,
      icon: 'tag',
      can: () => may('members.edit'),
      run: (members) => setTagging({ members, mode: 'add' }),
    },
    {
      name: memberWords.removeTags,
      can: () => may('members.edit'),
      run: (members) => setTagging({ members, mode: 'remove' }),
    },
    {
      name: memberWords.setOwner,
      icon: 'person',
      can: () => may('members.edit'),
      run: (members) => setOwning(members),
    },
  ]
  const listFilters: readonly Filter[] = [
    {
      key: 'tag',
      label: memberWords.tagFilter,
      kind: 'choice',
      choices: tags.map((tag) => ({ value: tag.name, label: `${tag.name} · ${format.number(tag.members)}` })),
    },
    {
      key: 'channel',
      label: memberWords.channel,
      kind: 'choice',
      choices: channels.map((channel) => ({ value: channel, label: t(channelName(channel)) })),
    },
    {
      key: 'activeWithinDays',
      label: memberWords.activeFilter,
      kind: 'choice',
      choices: [
        { value: '7', label: t(memberWords.active7) },
        { value: '30', label: t(memberWords.active30) },
        { value: '90', label: t(memberWords.active90) },
      ],
    },
    {
      key: 'owner',
      label: memberWords.owner,
      kind: 'choice',
      choices: [
        { value: 'me', label: t(memberWords.ownerMe) },
        { value: 'none', label: t(memberWords.ownerNone) },
        ...owners
          .filter((owner) => owner.members > 0)
          .map((owner) => ({
            value: owner.accountId,
            label: `${owner.name} · ${format.number(owner.members)}`,
          })),
      ],
    },
    ...fields
      .filter((field) => !field.sensitive && ['choice', 'choices', 'flag'].includes(field.type))
      .slice(0, 3)
      .map(
        (field): Filter => ({
          key: `${fieldFilter}${field.key}`,
          label: { zh: field.label, en: field.label },
          kind: 'choice',
          choices:
            field.type === 'flag'
              ? [
                  { value: 'true', label: t(profileWords.yes) },
                  { value: 'false', label: t(profileWords.no) },
                ]
              : field.options,
        }),
      ),
    { kind: 'days', from: 'joinedFrom', to: 'joinedTo', label: memberWords.joined },
  ]
  return (
    <>
      <ListScreen<MemberRow>
        name="members"
        title={total == null ? t(memberWords.members) : t(memberWords.title, { count: total })}
        lead={t(memberWords.lead)}
        query={query}
        columns={columns}
        rowKey={(member) => member.id}
        rowName={(member) => member.nickname}
        searchable={may('members.contacts') ? memberWords.searchAll : memberWords.search}
        below={<NarrowedBy />}
        filters={listFilters}
        views
        open={openMember}
        actions={rowActions}
        bulk={bulk}
        exporter={
          may('members.export')
            ? { label: memberWords.exportAll, run: (columns) => setExporting(columns) }
            : undefined
        }
        empty={{
          icon: 'members',
          title: memberWords.empty,
          hint: memberWords.emptyHint,
          action: (
            <Button href="/" target="_blank">
              {t(memberWords.openSite)}
            </Button>
          ),
        }}
      />
      {tagging && (
        <TagDialog
          {...tagging}
          known={tags.map((tag) => tag.name)}
          close={(changed) => {
            setTagging(undefined)
            if (changed) client.invalidateQueries({ queryKey: ['members'] })
          }}
        />
      )}
      {owning && (
        <OwnerDialog
          members={owning}
          close={(changed) => {
            setOwning(undefined)
            if (changed) client.invalidateQueries({ queryKey: ['members'] })
          }}
        />
      )}
      {exporting && (
        <ExportDialog
          filters={filters}
          columns={exporting}
          total={total ?? 0}
          close={(jobId) => {
            setExporting(undefined)
            if (jobId) setExportJob(jobId)
          }}
        />
      )}
      {exportJob && (
        <JobDialog
          id={exportJob}
          title={t(memberWords.exportTitle)}
          note={t(memberWords.exportStarted)}
          close={() => setExportJob(undefined)}
        />
      )}
    </>
  )
}
