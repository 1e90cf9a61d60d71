/** Goals: those that run, whether they keep pace, and what became of the others. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { GoalRow } from './GoalRow.tsx'
import { closedGoalsQuery, type Goal, goalsQuery } from './goals.queries.ts'
import { goalWords as words } from './goals.words.ts'

export default function GoalsScreen() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const [url, setUrl] = useUrlState()
  const closed = url.closed === 'yes'
  const running = useQuery(goalsQuery)
  const ended = useQuery({ ...closedGoalsQuery, enabled: closed })
  const query = closed ? ended : running
  const goals = running.data ?? []
  const behind = goals.filter(({ standing }) => standing.pace === 'behind' && !standing.reached).length
  const set = may('insight.edit') && (
    <Button
      type="primary"
      icon={<Icon name="plus" size={16} />}
      onClick={() => navigate({ to: '/plan/goals/new' })}
    >
      {t(words.set)}
    </Button>
  )
  return (
    <Page
      title={
        goals.length === 0
          ? t(words.title)
          : t(behind > 0 ? words.titleBehind : words.titleFine, { count: goals.length, behind })
      }
      lead={t(words.lead)}
      actions={set}
    >
      <Segmented
        className="goal-tabs"
        value={closed ? 'yes' : 'no'}
        onChange={(value) => setUrl({ closed: value === 'yes' ? 'yes' : undefined })}
        options={[
          { value: 'no', label: t(words.running) },
          { value: 'yes', label: t(words.closed) },
        ]}
      />
      <Card flush>
        {query.isPending && <SkeletonRows rows={4} height={84} />}
        {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
        {query.data?.length === 0 && (
          <Empty
            icon="flag"
            title={t(closed ? words.noneClosed : words.none)}
            hint={closed ? undefined : t(words.noneHint)}
            action={closed ? undefined : set}
          />
        )}
        {query.data && query.data.length > 0 && (
          <ul className="goal-list">
            {sorted(query.data).map((goal) => (
              <li key={goal.id}>
                <GoalRow goal={goal} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Page>
  )
}

/** What needs somebody comes first. */
const order = ['behind', 'unknown', 'on', 'ahead']
const sorted = (goals: readonly Goal[]) =>
  goals.toSorted((one, other) => order.indexOf(one.standing.pace) - order.indexOf(other.standing.pace))
