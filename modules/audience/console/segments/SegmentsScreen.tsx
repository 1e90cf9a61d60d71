import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Action } from '#ui/console/action/action.ts'
import { Spark } from '#ui/console/chart/Spark.tsx'
import type { Column, Filter } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Light, Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { failureMessage } from './failure.ts'
import { removeSegment, type Segment, segmentsQuery } from './segments.queries.ts'
import { segmentWords } from './segments.words.ts'
import './segments.css'

/** All segments: what each says, how big it is and where it goes. */
export default function SegmentsScreen() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [url] = useUrlState()
  const query = useInfiniteQuery(segmentsQuery({ q: url.q, kind: url.kind }))
  const columns = useColumns()
  const total = query.data?.pages[0]?.total
  const open = (segment: Segment) => navigate({ to: '/segments/$id', params: { id: segment.id } })
  const actions: readonly Action<Segment>[] = [
    { name: segmentWords.open, icon: 'eye', run: open },
    {
      name: segmentWords.edit,
      icon: 'edit',
      shortcut: 'e',
      can: (segment) => segment.can.edit && segment.kind === 'dynamic',
      run: (segment) => navigate({ to: '/segments/$id/edit', params: { id: segment.id } }),
    },
    {
      name: segmentWords.remove,
      icon: 'trash',
      danger: true,
      can: (segment) => segment.can.remove,
      confirm: (segment) => ({
        title: segmentWords.removeTitle,
        values: { name: segment.name, count: segment.members },
        detail: segmentWords.removeDetail,
        verb: segmentWords.remove,
      }),
      run: async (segment) => {
        await removeSegment(segment.id)
        await client.invalidateQueries({ queryKey: ['segments'] })
      },
      done: segmentWords.removed,
    },
  ]
  const bulk: readonly Action<readonly Segment[]>[] = [
    {
      name: segmentWords.compare,
      icon: 'columns',
      can: (segments) => segments.length >= 2 && segments.length <= 8,
      run: (segments) =>
        navigate({ to: '/segments/overlap', search: { ids: segments.map(({ id }) => id).join(',') } }),
    },
  ]
  const filters: readonly Filter[] = [
    {
      kind: 'choice',
      key: 'kind',
      label: segmentWords.kind,
      choices: [
        { value: 'dynamic', label: t(segmentWords.dynamic) },
        { value: 'static', label: t(segmentWords.static) },
      ],
    },
  ]
  const create = may('audience.edit') && (
    <Button
      type="primary"
      icon={<Icon name="plus" size={16} />}
      onClick={() => navigate({ to: '/segments/new' })}
    >
      {t(segmentWords.create)}
    </Button>
  )
  return (
    <ListScreen<Segment>
      name="segments"
      title={total == null ? t(segmentWords.segments) : t(segmentWords.title, { count: total })}
      lead={t(segmentWords.lead)}
      query={query}
      columns={columns}
      rowKey={(segment) => segment.id}
      rowName={(segment) => segment.name}
      searchable={segmentWords.search}
      filters={filters}
      views
      open={open}
      actions={actions}
      bulk={bulk}
      main={
        <>
          <Button onClick={() => navigate({ to: '/segments/overlap' })}>{t(segmentWords.compare)}</Button>
          {create}
        </>
      }
      empty={{
        icon: 'filter',
        title: segmentWords.emptyTitle,
        hint: segmentWords.emptyHint,
        action: create,
      }}
    />
  )
}

function useColumns(): readonly Column<Segment>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      key: 'name',
      title: segmentWords.name,
      phone: 'first',
      render: (segment) => (
        <span className="seg-cell">
          <b>{segment.name}</b>
          <small>{segment.sentence ?? segment.note ?? t(segmentWords.byHand)}</small>
        </span>
      ),
      text: (segment) => `${segment.name}：${segment.sentence ?? t(segmentWords.byHand)}`,
    },
    {
      key: 'kind',
      title: segmentWords.kind,
      width: 104,
      phone: 'hidden',
      render: (segment) => (
        <Tag tone={segment.kind === 'dynamic' ? 'pine' : 'plain'}>{t(segmentWords[segment.kind])}</Tag>
      ),
      text: (segment) => t(segmentWords[segment.kind]),
    },
    {
      key: 'trend',
      title: segmentWords.trend,
      width: 104,
      phone: 'hidden',
      render: (segment) => <Spark values={segment.trend} colour="var(--pine)" />,
      text: (segment) => segment.trend.join(' '),
    },
    {
      key: 'members',
      title: segmentWords.members,
      align: 'right',
      width: 92,
      render: (segment) =>
        segment.computedAt === null && segment.definition ? '—' : format.number(segment.members),
      text: (segment) => segment.members,
    },
    {
      key: 'updated',
      title: segmentWords.updated,
      width: 168,
      render: (segment) => <Freshness segment={segment} />,
      text: (segment) => segment.computedAt ?? '',
    },
    {
      key: 'by',
      title: segmentWords.by,
      width: 96,
      extra: true,
      render: (segment) => segment.createdBy ?? '—',
      text: (segment) => segment.createdBy ?? '',
    },
  ]
}

/** How fresh its members are, or what keeps them from being so. */
export function Freshness({ segment }: { segment: Segment }) {
  const t = useT()
  const format = useFormat()
  if (segment.failure) return <Light state="warn">{t(failureMessage(segment.failure))}</Light>
  if (segment.computedAt === null && segment.definition)
    return <Light state="off">{t(segmentWords.waiting)}</Light>
  if (!segment.current && segment.definition) return <Light state="off">{t(segmentWords.outdated)}</Light>
  return <span className="muted">{format.ago(segment.computedAt ?? segment.changedAt)}</span>
}
