import { GoalRow } from '../../goals/GoalRow.tsx'
import type { Goal } from '../../goals/goals.queries.ts'

/** A goal as in its list: how far it is, and its pace. */
export function GoalTile({ answer }: { answer: unknown }) {
  return (
    <section className="card flush tile-goal-card">
      <GoalRow goal={answer as Goal} brief />
    </section>
  )
}
