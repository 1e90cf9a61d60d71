/** Goals on Today, at the side: whether they keep pace. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { GoalRow } from './GoalRow.tsx'
import { goalsQuery } from './goals.queries.ts'
import { goalWords as words } from './goals.words.ts'

/** More stand on their own page. */
const mostShown = 4

export default function TodayGoals() {
  const t = useT()
  const query = useQuery(goalsQuery)
  return (
    <section>
      <h2 className="side-title">
        {t(words.todayTitle)}
        <Link to="/plan/goals">{t(words.todayAll)}</Link>
      </h2>
      <div className="card goal-side">
        {query.isPending && <SkeletonRows rows={3} height={76} />}
        {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
        {query.data?.length === 0 && <p className="muted small goal-none">{t(words.todayNone)}</p>}
        {query.data?.slice(0, mostShown).map((goal) => (
          <GoalRow key={goal.id} goal={goal} brief />
        ))}
      </div>
    </section>
  )
}
