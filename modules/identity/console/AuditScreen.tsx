import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { dayStart, nextDay } from '#ui/console/days.ts'
import type { Column, CursorPage } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { asProblem, take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { actionName } from './auditActions.ts'
import { auditWords } from './settings.words.ts'
import { operatorsQuery } from './team.queries.ts'
import './team.css'

export interface AuditEntry {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly actorName: string
  readonly action: string
  readonly object: { readonly kind: string; readonly id: string | null } | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly ip: string | null
  readonly requestId: string
}

const auditQuery = (filters: Readonly<Record<string, string>>, zone: string) =>
  infiniteQueryOptions({
    queryKey: ['audit', filters, zone],
    queryFn: ({ pageParam, signal }) =>
      take<CursorPage<AuditEntry>>(
        api.GET('/api/audit', {
          params: {
            query: {
              limit: 50,
              ...(filters.actor ? { actor: filters.actor } : {}),
              ...(filters.q ? { action: filters.q } : {}),
              ...(filters.from ? { from: dayStart(filters.from, zone) } : {}),
              ...(filters.to ? { to: dayStart(nextDay(filters.to), zone) } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** Who changed what, and whether the record is whole. */
export default function AuditScreen() {
  const t = useT()
  const { timeZone } = useReading()
  const [url] = useUrlState()
  const [open, setOpen] = useState<AuditEntry>()
  const query = useInfiniteQuery(auditQuery(url, timeZone))
  const team = useQuery(operatorsQuery).data?.items ?? []
  const columns = useAuditColumns()
  return (
    <>
      <ListScreen<AuditEntry>
        name="audit"
        title={t(auditWords.title)}
        lead={t(auditWords.lead)}
        above={<Verification />}
        query={query}
        columns={columns}
        rowKey={(entry) => entry.id}
        rowName={(entry) => entry.action}
        searchable={auditWords.search}
        filters={[
          {
            key: 'actor',
            label: auditWords.actor,
            kind: 'choice',
            choices: team.map((operator) => ({ value: `account:${operator.id}`, label: operator.name })),
          },
          { kind: 'days', from: 'from', to: 'to', label: auditWords.at },
        ]}
        open={setOpen}
        empty={{ icon: 'history', title: auditWords.empty, hint: auditWords.emptyHint }}
      />
      <Drawer
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={t(auditWords.detail)}
        size={440}
      >
        {open && <EntryDetail entry={open} />}
      </Drawer>
    </>
  )
}

function Verification() {
  const t = useT()
  const [asked, setAsked] = useState(false)
  const check = useQuery({
    queryKey: ['audit', 'verification'],
    enabled: asked,
    staleTime: 0,
    queryFn: ({ signal }) =>
      take<{ intact: boolean; entries: number; brokenAt: string | null }>(
        api.GET('/api/audit/verification', { signal }),
      ),
  })
  return (
    <div className="verification">
      {check.data ? (
        <Alert
          type={check.data.intact ? 'success' : 'error'}
          showIcon
          title={
            check.data.intact
              ? t(auditWords.intact, { count: check.data.entries })
              : t(auditWords.broken, { id: check.data.brokenAt ?? '' })
          }
        />
      ) : check.isError ? (
        <Alert type="error" showIcon title={asProblem(check.error).message} />
      ) : (
        <Button
          icon={<Icon name="shield" size={16} />}
          loading={check.isFetching}
          onClick={() => setAsked(true)}
        >
          {t(auditWords.verify)}
        </Button>
      )}
    </div>
  )
}

function useAuditColumns(): readonly Column<AuditEntry>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      key: 'action',
      title: auditWords.action,
      phone: 'first',
      render: (entry) => <b className="person-name">{t(actionName(entry.action))}</b>,
      text: (entry) => entry.action,
    },
    {
      key: 'actor',
      title: auditWords.actor,
      render: (entry) => entry.actorName,
      text: (entry) => entry.actorName,
    },
    {
      key: 'object',
      title: auditWords.object,
      render: (entry) => <span className="muted">{objectText(entry) || '—'}</span>,
      text: objectText,
      phone: 'hidden',
    },
    {
      key: 'ip',
      title: auditWords.ip,
      render: (entry) => <span className="muted">{entry.ip ?? '—'}</span>,
      text: (entry) => entry.ip ?? '',
      phone: 'hidden',
    },
    {
      key: 'at',
      title: auditWords.at,
      align: 'right',
      render: (entry) => format.ago(entry.at),
      text: (entry) => entry.at,
    },
  ]
}

const objectText = ({ object }: AuditEntry) =>
  object ? [object.kind, object.id].filter(Boolean).join(' ') : ''

function EntryDetail({ entry }: { entry: AuditEntry }) {
  const t = useT()
  const format = useFormat()
  const rows: readonly (readonly [string, string])[] = [
    [t(auditWords.action), t(actionName(entry.action))],
    [t(auditWords.actor), entry.actorName],
    [t(auditWords.at), format.dateTime(entry.at)],
    [t(auditWords.object), objectText(entry) || t(words.none)],
    [t(auditWords.ip), entry.ip ?? t(words.none)],
    [t(auditWords.request), entry.requestId],
  ]
  return (
    <>
      <dl className="facts small">
        {rows.map(([name, value]) => (
          <div key={name} className="facts-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {Object.keys(entry.detail).length > 0 && (
        <pre className="code-block">{JSON.stringify(entry.detail, null, 2)}</pre>
      )}
    </>
  )
}
