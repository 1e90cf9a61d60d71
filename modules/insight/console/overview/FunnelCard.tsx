import { Empty } from '#ui/console/states.tsx'
import { funnelTitle } from '../../overview/sentences.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { overviewWords as words } from './overview.words.ts'
import { behindOf, type Seen, useSaying } from './seen.ts'

const names = {
  joined: words.joined,
  profile: words.profile,
  post: words.post,
  answered: words.answered,
  again: words.again,
  order: words.order,
} as const
const nameOf = (step: string) => names[step as keyof typeof names]

/** The first fourteen days of newcomers, step by step. */
export function FunnelCard({ question, answer: { funnel } }: Seen) {
  const saying = useSaying()
  const { t, format } = saying
  const { steps } = funnel
  const joined = steps[0]?.members ?? 0
  const behind = behindOf(question)
  const title = saying.title(funnelTitle(funnel, saying.whole, (step) => t(nameOf(step))))
  const rows = steps.map(({ step, members }, at) => {
    const before = at === 0 ? undefined : steps[at - 1]!.members
    return {
      step,
      at,
      members,
      name: t(nameOf(step)),
      share: before ? members / before : undefined,
      lost: before === undefined ? 0 : before - members,
    }
  })
  const worst = Math.max(...rows.map(({ lost }) => lost))
  return (
    <ChartCard
      className="ov-funnel"
      title={title}
      note={t(words.funnelNote, { from: saying.shortDay(funnel.from), to: saying.shortDay(funnel.to) })}
      table={{
        head: [t(words.step), t(words.people), t(words.ofBefore)],
        rows: rows.map(({ name, members, share }) => [
          name,
          members,
          share === undefined ? '' : saying.percent(share),
        ]),
      }}
      summary={title}
      file="newcomer-funnel"
      height={320}
    >
      {joined === 0 ? (
        <Empty icon="newcomer" title={title} />
      ) : (
        <ol className="ov-steps">
          {rows.map(({ step, at, name, members, share, lost }) => (
            <li key={step}>
              <span className="ov-step-name">{name}</span>
              {share !== undefined && (
                <span className={lost > 0 && lost === worst ? 'ov-step-share warn' : 'ov-step-share muted'}>
                  {lost > 0 ? (
                    <PeopleDoor
                      {...behind(t(words.lostTitle, { step: name }), { of: 'funnel', step: at, lost: true })}
                      count={lost}
                    >
                      <span title={t(words.lost, { count: lost })}>{saying.whole(share)}</span>
                    </PeopleDoor>
                  ) : (
                    saying.whole(share)
                  )}
                </span>
              )}
              <b>
                <PeopleDoor
                  {...behind(t(words.stepTitle, { step: name }), { of: 'funnel', step: at })}
                  count={members}
                >
                  {format.number(members)}
                </PeopleDoor>
              </b>
              <span className={lost > 0 && lost === worst ? 'ov-bar warn' : 'ov-bar'} aria-hidden="true">
                <i style={{ width: `${(members / joined) * 100}%` }} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </ChartCard>
  )
}
