/** 实验: all of them, what each is after, and the group that is in none. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type Experiment, experimentsQuery, type State } from './experiments.queries.ts'
import { experimentWords as words } from './experiments.words.ts'
import { HoldoutStrip } from './HoldoutStrip.tsx'
import { StateTag } from './StateTag.tsx'
import './experiments.css'

const states: readonly State[] = ['draft', 'running', 'stopped', 'decided']

export default function ExperimentsScreen() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const navigate = useNavigate()
  const [url] = useUrlState()
  const state = states.find((each) => each === url.state)
  const query = useInfiniteQuery(experimentsQuery(state))
  const running =
    query.data?.pages.flatMap(({ items }) => items).filter((each) => each.state === 'running').length ?? 0
  const make = may('insight.edit') && (
    <Button
      type="primary"
      icon={<Icon name="plus" size={16} />}
      onClick={() => navigate({ to: '/insight/experiments/new' })}
    >
      {t(words.make)}
    </Button>
  )
  const began = ({ startedAt }: Experiment) => (startedAt ? format.date(startedAt) : t(words.notBegun))
  return (
    <ListScreen<Experiment>
      name="experiments"
      title={running > 0 ? t(words.titleRunning, { count: running }) : t(words.title)}
      lead={t(words.lead)}
      below={<HoldoutStrip />}
      main={make}
      query={query}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      open={({ id }) => navigate({ to: '/insight/experiments/$id', params: { id } })}
      filters={[
        {
          kind: 'choice',
          key: 'state',
          label: words.state,
          choices: states.map((value) => ({ value, label: t(words[value]) })),
        },
      ]}
      columns={[
        {
          key: 'name',
          title: words.name,
          phone: 'first',
          render: ({ name, hypothesis }) => (
            <span className="experiment-name">
              <b>{name}</b>
              {hypothesis && <span className="muted small">{hypothesis}</span>}
            </span>
          ),
          text: ({ name }) => name,
        },
        {
          key: 'state',
          title: words.state,
          render: ({ state: each }) => <StateTag state={each} />,
          text: ({ state: each }) => t(words[each]),
        },
        {
          key: 'goal',
          title: words.goal,
          render: ({ metricName }) => metricName,
          text: ({ metricName }) => metricName,
        },
        {
          key: 'arms',
          title: words.arms,
          render: ({ definition }) => definition.variants.map(({ name }) => name).join(' · '),
          text: ({ definition }) => definition.variants.map(({ name }) => name).join(' · '),
        },
        {
          key: 'exposed',
          title: words.exposed,
          align: 'right',
          render: ({ exposed }) => format.number(exposed),
          text: ({ exposed }) => exposed,
        },
        { key: 'began', title: words.began, align: 'right', render: began, text: began },
      ]}
      empty={{ icon: 'insight', title: words.empty, hint: words.emptyHint, action: make }}
    />
  )
}
