import { Link } from '@tanstack/react-router'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { Light } from '#ui/console/Page.tsx'
import { Empty } from '#ui/console/states.tsx'
import { groupsTitle } from '../../overview/sentences.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { overviewWords as words } from './overview.words.ts'
import { behindOf, type Seen, useSaying } from './seen.ts'

type Group = Seen['answer']['groups'][number]

/** Groups with their lights, the worst first (S1-03, S1-71). */
export function GroupsCard({ question, answer: { groups } }: Seen) {
  const saying = useSaying()
  const { t, format } = saying
  const weeks = Math.max(0, ...groups.map(({ rates }) => rates.length))
  const behind = behindOf(question)
  const percent = (value: number | null) => (value === null ? '—' : `${format.number(value)}%`)
  const delta = ({ activeRate, activeRateBefore }: Group) =>
    activeRate === null || activeRateBefore === null
      ? undefined
      : Math.round((activeRate - activeRateBefore) * 10) / 10
  const reply = ({ firstReply, posts }: Group) =>
    firstReply !== null ? saying.minutes(firstReply) : posts > 0 ? t(words.replyNone) : '—'
  return (
    <ChartCard
      className="ov-groups"
      title={saying.title(groupsTitle(groups))}
      note={t(words.groupsNote)}
      table={{
        head: [t(words.group), t(words.health), t(words.rate), t(words.versus), t(words.reply)],
        rows: groups.map((group) => [
          group.name,
          group.score ?? '',
          percent(group.activeRate),
          delta(group) ?? '',
          reply(group),
        ]),
      }}
      summary={saying.title(groupsTitle(groups))}
      file="groups"
      height={320}
    >
      {groups.length === 0 ? (
        <Empty icon="groups" title={saying.title(groupsTitle(groups))} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
        <section className="scroll-x" tabIndex={0} aria-label={t(words.group)}>
          <table className="ov-table">
            <thead>
              <tr>
                <th scope="col">{t(words.group)}</th>
                <th scope="col">{t(words.health)}</th>
                <th scope="col">{t(words.rate)}</th>
                <th scope="col">{t(words.versus)}</th>
                <th scope="col">{t(words.trend, { weeks })}</th>
                <th scope="col">{t(words.reply)}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => {
                const change = delta(group)
                return (
                  <tr key={group.id}>
                    <th scope="row">
                      <Link to="/groups/$id" params={{ id: group.id }} className="ov-group">
                        <Sign group={group} />
                        {group.name}
                      </Link>
                    </th>
                    <td>
                      <Light state={group.light}>
                        <Link to="/groups/$id/health" params={{ id: group.id }} className="door">
                          {group.score ?? '—'}
                        </Link>
                        <span className="sr-only">{t(words[group.light])}</span>
                      </Light>
                    </td>
                    <td>
                      <PeopleDoor
                        {...behind(t(words.groupPeople, { name: group.name }), {
                          of: 'group',
                          group: group.id,
                        })}
                        count={group.actives}
                      >
                        {percent(group.activeRate)}
                      </PeopleDoor>
                    </td>
                    <td
                      className={change === undefined || change === 0 ? 'muted' : change > 0 ? 'good' : 'bad'}
                    >
                      {change === undefined ? '—' : format.signed(change)}
                    </td>
                    <td className="ov-spark">
                      <Spark
                        values={group.rates}
                        width={74}
                        colour={`var(--${group.light === 'off' ? 'slate' : group.light})`}
                      />
                    </td>
                    <td>{reply(group)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </section>
      )}
    </ChartCard>
  )
}

/** Groups are rounded houses in their own colour. */
const Sign = ({ group: { glyph, colour } }: { group: Group }) => (
  <svg width={24} height={24} viewBox="0 0 32 32" aria-hidden="true" className="house">
    <path
      d="M13.4 3.3a4.2 4.2 0 0 1 5.2 0l8.800 6.900A4.2 4.2 0 0 1 29 13.500V24a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5V13.500a4.2 4.2 0 0 1 1.600-3.300z"
      style={{ fill: `var(--${colour})` }}
    />
    <text x="16" y="22.6" textAnchor="middle" fontSize="13" fontWeight="600" className="ov-glyph">
      {glyph}
    </text>
  </svg>
)
