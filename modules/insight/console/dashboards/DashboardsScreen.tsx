/** Dashboards: one's own and the team's. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, Input, Segmented } from 'antd'
import { useState } from 'react'
import type { Action } from '#ui/console/action/action.ts'
import { useAct } from '#ui/console/action/useAct.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { archiveDashboard, copyDashboard, type DashboardRow, dashboardsQuery } from './dashboards.queries.ts'
import { dashboardWords as words } from './dashboards.words.ts'
import { NewDashboard } from './NewDashboard.tsx'
import './dashboards.css'

type Whose = 'all' | 'own' | 'shared' | 'archived'

export default function DashboardsScreen() {
  const t = useT()
  const may = useMay()
  const [url, setUrl] = useUrlState()
  const [making, make] = useState(false)
  const whose = (url.whose ?? 'all') as Whose
  const found = useQuery(
    dashboardsQuery({
      q: url.q?.trim() || undefined,
      whose: whose === 'archived' ? 'all' : whose,
      archived: whose === 'archived',
    }),
  )
  const rows = found.data?.items ?? []
  const narrowed = Boolean(url.q) || whose !== 'all'
  const button = may('insight.edit') && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => make(true)}>
      {t(words.make)}
    </Button>
  )
  return (
    <Page title={t(words.nav)} lead={t(words.lead)} actions={button}>
      <div className="boards-tools">
        <Input
          prefix={<Icon name="search" size={16} />}
          placeholder={t(words.find)}
          aria-label={t(words.find)}
          value={url.q ?? ''}
          onChange={(event) => setUrl({ q: event.target.value || undefined })}
        />
        <Segmented
          value={whose}
          onChange={(chosen) => setUrl({ whose: chosen === 'all' ? undefined : chosen })}
          options={[
            { value: 'all', label: t(words.all) },
            { value: 'own', label: t(words.own) },
            { value: 'shared', label: t(words.sharedOnes) },
            { value: 'archived', label: t(words.archivedOnes) },
          ]}
        />
      </div>
      {found.error ? (
        <Card>
          <Failed error={found.error} retry={() => found.refetch()} />
        </Card>
      ) : !found.data ? (
        <Card>
          <SkeletonRows rows={5} height={64} />
        </Card>
      ) : rows.length === 0 ? (
        <Card>
          {narrowed ? (
            <Empty icon="search" title={t(words.noneFound)} hint={t(words.noneFoundHint)} />
          ) : (
            <Empty icon="insight" title={t(words.none)} hint={t(words.noneHint)} action={button} />
          )}
        </Card>
      ) : (
        <Card flush>
          <ul className="boards">
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </Card>
      )}
      {making && <NewDashboard close={() => make(false)} />}
    </Page>
  )
}

function Row({ row }: { row: DashboardRow }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const act = useAct()
  const go = useNavigate()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['dashboards'] })
  const items = [
    ...(may('insight.edit')
      ? [{ key: 'copy', label: t(words.copy), icon: <Icon name="copy" size={15} /> }]
      : []),
    ...(row.can.change
      ? [
          {
            key: 'archive',
            label: t(row.archivedAt ? words.restore : words.archive),
            icon: <Icon name="history" size={15} />,
          },
        ]
      : []),
  ]
  const run = async (key: string) => {
    if (key === 'copy') {
      const copy: Action<DashboardRow> = {
        name: words.copy,
        done: words.copied,
        run: async ({ id }) => {
          const made = await copyDashboard(id)
          void go({ to: '/insight/dashboards/$id', params: { id: made.id } })
        },
      }
      await act(copy, row)
    } else await act(row.archivedAt ? restoring : archiving, row)
    await refresh()
  }
  return (
    <li className="boards-row">
      <Link to="/insight/dashboards/$id" params={{ id: row.id }} className="boards-link">
        <span>
          <b>{row.name}</b> {row.shared ? <Tag tone="pine">{t(words.team)}</Tag> : <Tag>{t(words.mine)}</Tag>}
          {row.links > 0 && <Tag tone="wheat">{t(words.links, { count: row.links })}</Tag>}
        </span>
        {row.note && <small className="muted">{row.note}</small>}
      </Link>
      <span className="boards-facts muted small">
        <span>{t(words.tiles, { count: row.tiles })}</span>
        <span>
          {t(words.changedAt, {
            who: row.changedBy ?? row.by ?? t(words.someone),
            when: format.ago(row.changedAt),
          })}
        </span>
      </span>
      {items.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void run(key) }}>
          <Button
            type="text"
            aria-label={`${t(words.more)}: ${row.name}`}
            icon={<Icon name="more" size={16} />}
          />
        </Dropdown>
      )}
    </li>
  )
}

export const archiving: Action<Pick<DashboardRow, 'id' | 'name'>> = {
  name: words.archive,
  run: ({ id }) => archiveDashboard(id, true),
  confirm: ({ name }) => ({
    title: words.archiveAsk,
    values: { name },
    detail: words.archiveHint,
    verb: words.archive,
  }),
  done: words.archived,
}
export const restoring: Action<Pick<DashboardRow, 'id' | 'name'>> = {
  name: words.restore,
  run: ({ id }) => archiveDashboard(id, false),
  done: words.restored,
}
