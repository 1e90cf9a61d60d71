import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Spark } from '#ui/console/chart/Spark.tsx'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Light, Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { GroupName } from './GroupHouse.tsx'
import {
  communityTiersQuery,
  type Group,
  type GroupFilters,
  groupsQuery,
  type Overview,
  overviewQuery,
} from './group.queries.ts'
import { groupWords as words } from './group.words.ts'
import { Rate } from './health/Rate.tsx'

export const kinds = ['welfare', 'interest', 'member', 'service', 'beta', 'local', 'industry'] as const

type Row = Group & { readonly reading: Overview | undefined }

/** All groups and how they are: the red ones are seen first by their shape. */
export default function GroupsScreen() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const navigate = useNavigate()
  const [url] = useUrlState()
  const list = useInfiniteQuery(groupsQuery(url as GroupFilters))
  const readings = useQuery(overviewQuery).data?.items ?? []
  const tiers = useQuery(communityTiersQuery).data?.items ?? []
  const byGroup = new Map(readings.map((reading) => [reading.groupId, reading]))
  const query = {
    ...list,
    data: list.data && {
      ...list.data,
      pages: list.data.pages.map((page) => ({
        ...page,
        items: page.items.map((group): Row => ({ ...group, reading: byGroup.get(group.id) })),
      })),
    },
  } as Parameters<typeof ListScreen<Row>>[0]['query']
  const total = list.data?.pages[0]?.total
  const dash = <span className="muted">—</span>
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      title: words.name,
      phone: 'first',
      render: (row) => (
        <GroupName
          group={row}
          note={`${t(words[row.kind])} · ${row.tier.name} · ${t(words[row.visibility])}`}
        />
      ),
      text: (row) => row.name,
    },
    {
      key: 'health',
      title: words.health,
      width: 96,
      render: ({ reading }) =>
        reading ? (
          <Light state={reading.light}>{t(words[reading.light])}</Light>
        ) : (
          <Light state="off">{t(words.notMeasured)}</Light>
        ),
      text: ({ reading }) => (reading ? t(words[reading.light]) : ''),
    },
    {
      key: 'members',
      title: words.members,
      align: 'right',
      render: (row) => (
        <Link to="/groups/$id/members" params={{ id: row.id }} className="door">
          {row.capacity
            ? t(words.ofCapacity, { count: row.memberCount, capacity: row.capacity })
            : format.number(row.memberCount)}
        </Link>
      ),
      text: (row) => row.memberCount,
    },
    {
      key: 'activeRate',
      title: words.activeRate,
      align: 'right',
      render: ({ reading }) =>
        reading?.activeRate != null ? (
          <Rate value={reading.activeRate} before={reading.activeRateBefore} />
        ) : (
          dash
        ),
      text: ({ reading }) => reading?.activeRate ?? '',
    },
    {
      key: 'weeks',
      title: words.weeks,
      align: 'right',
      phone: 'hidden',
      render: ({ reading }) => (
        <span className="cell-spark">
          {reading && (
            <Spark
              values={reading.rates}
              colour={
                reading.light === 'bad'
                  ? 'var(--bad)'
                  : reading.light === 'warn'
                    ? 'var(--warn)'
                    : 'var(--pine)'
              }
            />
          )}
        </span>
      ),
      text: ({ reading }) => reading?.rates.join(' ') ?? '',
    },
    {
      key: 'answered',
      title: words.answered,
      align: 'right',
      phone: 'hidden',
      render: ({ reading }) =>
        reading?.answered != null ? t(words.percent, { value: reading.answered }) : dash,
      text: ({ reading }) => reading?.answered ?? '',
    },
    {
      key: 'stage',
      title: words.stage,
      render: ({ reading }) =>
        reading ? (
          <Tag
            tone={
              reading.stage === 'growing'
                ? 'pine'
                : reading.stage === 'stable'
                  ? 'sky'
                  : reading.stage === 'budding'
                    ? 'wheat'
                    : 'persimmon'
            }
          >
            {t(words[reading.stage])}
          </Tag>
        ) : (
          dash
        ),
      text: ({ reading }) => (reading ? t(words[reading.stage]) : ''),
    },
    {
      key: 'level',
      title: words.level,
      phone: 'hidden',
      render: ({ reading }) => (reading?.level ? <Tag tone="wheat">{reading.level.name}</Tag> : dash),
      text: ({ reading }) => reading?.level?.name ?? '',
    },
    {
      key: 'waiting',
      title: words.waiting,
      render: (row) =>
        row.toReview > 0 ? (
          <Link to="/groups/$id/applications" params={{ id: row.id }} className="door late">
            {t(words.applications, { count: row.toReview })}
          </Link>
        ) : (
          dash
        ),
      text: (row) => row.toReview,
    },
  ]
  const open = (row: Row) => navigate({ to: '/groups/$id', params: { id: row.id } })
  const create = may('groups.edit') && (
    <Button
      type="primary"
      icon={<Icon name="plus" size={16} />}
      onClick={() => navigate({ to: '/groups/charters', search: { new: '1' } as never })}
    >
      {t(words.create)}
    </Button>
  )
  return (
    <ListScreen<Row>
      name="groups"
      title={total == null ? t(words.groups) : t(words.title, { count: total })}
      lead={t(words.lead)}
      main={create}
      query={query}
      columns={columns}
      rowKey={(row) => row.id}
      rowName={(row) => row.name}
      searchable={words.search}
      filters={[
        {
          kind: 'choice',
          key: 'kind',
          label: words.kind,
          choices: kinds.map((kind) => ({ value: kind, label: t(words[kind]) })),
        },
        {
          kind: 'choice',
          key: 'tier',
          label: words.tier,
          choices: tiers.map((tier) => ({ value: tier.key, label: tier.name })),
        },
        {
          kind: 'choice',
          key: 'state',
          label: words.state,
          choices: [
            { value: 'open', label: t(words.open) },
            { value: 'archived', label: t(words.archived) },
          ],
        },
      ]}
      views
      open={open}
      actions={[{ name: words.openGroup, icon: 'groups', run: open }]}
      empty={{ icon: 'groups', title: words.empty, hint: words.emptyHint, action: create }}
    />
  )
}
