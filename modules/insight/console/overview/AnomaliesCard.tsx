import { Tag } from '#ui/console/Page.tsx'
import { anomaliesTitle } from '../../overview/sentences.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { overviewWords as words } from './overview.words.ts'
import { behindOf, type Seen, useSaying } from './seen.ts'

const metrics = {
  actives: words.mActives,
  posts: words.mPosts,
  comments: words.mComments,
  joined: words.mJoined,
  revenue: words.mRevenue,
} as const

/** Days that are not as that weekday usually is. */
export function AnomaliesCard({ question, answer: { anomalies } }: Seen) {
  const saying = useSaying()
  const { t } = saying
  const said = anomalies.map((each) => {
    const amount =
      each.metric === 'revenue' ? saying.money : (value: number) => saying.format.number(Math.round(value))
    return {
      ...each,
      text: t(words.anomalyMore, {
        day: saying.day(each.day),
        weekday: saying.weekday(each.day),
        metric: t(metrics[each.metric]),
        value: amount(each.value),
        usual: amount(each.usual),
      }),
    }
  })
  return (
    <ChartCard
      className="ov-block"
      title={saying.title(anomaliesTitle(anomalies))}
      note={t(words.anomaliesNote)}
      table={{
        head: [t(words.figure), t(words.now), t(words.compared)],
        rows: anomalies.map(({ day, metric, value, usual }) => [
          `${day} ${t(metrics[metric])}`,
          value,
          usual,
        ]),
      }}
      summary={saying.title(anomaliesTitle(anomalies))}
      file="anomalies"
      height={220}
    >
      <ul className="ov-anomalies">
        {said.map(({ day, metric, score, value, text }) => (
          <li key={`${day} ${metric}`}>
            <Tag tone={score > 0 ? 'pine' : 'wheat'}>{t(score > 0 ? words.more : words.fewer)}</Tag>
            <span>
              {text}
              {metric === 'actives' && value > 0 && (
                <>
                  {' '}
                  <PeopleDoor
                    {...behindOf(question)(t(words.dayPeople, { day: saying.day(day) }), { of: 'day', day })}
                    count={value}
                  >
                    {t(words.seeWho)}
                  </PeopleDoor>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </ChartCard>
  )
}
