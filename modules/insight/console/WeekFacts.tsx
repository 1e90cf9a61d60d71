import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { addDays } from './calendar.ts'
import { activityQuery, type Counted } from './insight.queries.ts'
import { insightWords } from './insight.words.ts'
import './insight.css'

const facts = [
  ['actives', insightWords.activeMembers, { activeWithinDays: '7' }],
  ['newcomers', insightWords.newMembers, undefined],
  ['events', insightWords.happened, undefined],
] as const satisfies readonly (readonly [keyof Counted, unknown, unknown])[]

/** The last seven days in three numbers, each against the seven before. */
export default function WeekFacts() {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const today = format.dayKey(now())
  const query = useQuery(activityQuery(addDays(today, -6), today, 'day'))
  return (
    <section>
      <h2 className="side-title">
        {t(insightWords.lastSeven)}
        <span>{t(insightWords.versus)}</span>
      </h2>
      <div className="card week-facts">
        {query.isPending && <SkeletonRows rows={3} height={70} />}
        {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
        {query.data &&
          facts.map(([key, label, search]) => {
            const { total, previous, series } = query.data
            const change = total[key] - previous[key]
            const count = format.number(total[key])
            return (
              <div key={key} className="week-fact">
                <span className="week-fact-name">{t(label)}</span>
                {search ? (
                  <Link to="/members" search={search} className="week-fact-count">
                    <span className="door">{count}</span>
                  </Link>
                ) : (
                  <span className="week-fact-count">{count}</span>
                )}
                <span className={`week-fact-change ${change > 0 ? 'good' : change < 0 ? 'warn' : 'muted'}`}>
                  {change === 0
                    ? t(insightWords.same)
                    : t(change > 0 ? insightWords.more : insightWords.fewer, { count: Math.abs(change) })}
                </span>
                <span className="week-fact-line">
                  <Spark
                    values={series.map((point) => point[key])}
                    width={118}
                    height={48}
                    colour={change < 0 ? 'var(--warn)' : 'var(--pine)'}
                  />
                </span>
              </div>
            )
          })}
      </div>
    </section>
  )
}
