import { Card } from '#ui/console/Page.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { figureWords } from '../../figure.ts'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { ExperimentAnswer, ExperimentQuestion, Figure } from './experiments.queries.ts'
import { experimentWords as words } from './experiments.words.ts'

interface Props {
  readonly answer: ExperimentAnswer
  readonly question: ExperimentQuestion
  readonly goal: Figure
}

/** Who is in which arm, whether that is as it should be, and what each has. */
export function ArmsCard({ answer, question, goal }: Props) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const weights = answer.arms.reduce((sum, { weight }) => sum + weight, 0)
  const met = answer.arms.reduce((sum, { members }) => sum + members, 0)
  const percent = (share: number) => format.percent(Math.round(share * 1000) / 1000)
  return (
    <Card title={t(words.armsCard)} note={t(words.armsNote)}>
      <table className="experiment-arms">
        <thead>
          <tr>
            <th scope="col">{t(words.arms)}</th>
            <th scope="col" className="num">
              {t(words.members)}
            </th>
            <th scope="col" className="num">
              {t(words.planned)}
            </th>
            <th scope="col" className="num">
              {t(words.actual)}
            </th>
            <th scope="col" className="num">
              {goal.metric.name}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.arms.map(({ key, name, weight, members }, at) => (
            <tr key={key}>
              <th scope="row">
                {name} {at === 0 && <span className="muted small">{t(words.control)}</span>}
              </th>
              <td className="num">
                <PeopleDoor
                  analysis="experiment"
                  question={question}
                  cell={{ arm: key }}
                  title={name}
                  count={members}
                />
              </td>
              <td className="num muted">{percent(weight / weights)}</td>
              <td className="num">{met > 0 ? percent(members / met) : '—'}</td>
              <td className="num">{figureWords(goal.arms[at]?.value ?? null, goal.metric.unit, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer.cut && <p className="muted small">{t(words.cutWindows, { days: answer.windowDays ?? 0 })}</p>}
      {answer.unfinished > 0 && (
        <p className="muted small">
          {t(answer.stoppedAt === null ? words.unfinished : words.unfinishedForGood, {
            count: answer.unfinished,
            days: answer.windowDays ?? 0,
          })}
        </p>
      )}
      {answer.crossed > 0 && <p className="muted small">{t(words.crossed, { count: answer.crossed })}</p>}
    </Card>
  )
}
