/** A goal in a list: its number, the gap to the pace in words, its line. */
import { Link } from '@tanstack/react-router'
import { useFormat, useReading } from '#ui/locale/locale.tsx'
import { daysBetween } from '../calendar.ts'
import type { Goal } from './goals.queries.ts'
import { goalWords as words } from './goals.words.ts'
import { PaceLine } from './PaceLine.tsx'
import { PaceWords, useGoalWords } from './standing.tsx'
import './goals.css'

export function GoalRow({ goal, brief }: { readonly goal: Goal; readonly brief?: boolean }) {
  const { t, figure } = useGoalWords()
  const format = useFormat()
  const { now } = useReading()
  const days = daysBetween(goal.startsOn, goal.dueOn) + 1
  const day = Math.min(days, Math.max(1, daysBetween(goal.startsOn, format.dayKey(now())) + 1))
  return (
    <Link to="/plan/goals/$id" params={{ id: goal.id }} className={`goal-row ${brief ? 'brief' : ''}`}>
      <span className="goal-what">
        <span className="goal-name">{goal.name}</span>
        <span className="goal-figure">
          <b>{figure(goal.standing.value, goal)}</b> {t(words.of, { target: figure(goal.target, goal) })}
        </span>
        <span className="goal-pace">
          <PaceWords goal={goal} />
        </span>
      </span>
      {!brief && (
        <span className="goal-facts">
          <span>{goal.closedAt ? format.date(goal.closedAt) : t(words.dayOf, { day, days })}</span>
          <span>{t(words.due, { day: format.date(`${goal.dueOn}T12:00:00Z`) })}</span>
          <span>{goal.ownerName ?? t(words.noOwner)}</span>
        </span>
      )}
      <PaceLine goal={goal} width={brief ? 118 : 168} height={brief ? 52 : 60} />
    </Link>
  )
}
