/** The goal whose pace the north star is held against: the running one about weekly actives of the same scope. */
import type { Ctx } from '#base/context.ts'
import type { Day } from '#base/time/calendar.ts'
import { expectedAt } from '../goals/goal.ts'
import { findRunningGoals } from '../goals/goals.ts'
import type { Overview } from './question.ts'

/** The catalogue's key of what the north star shows. */
export const northMetric = 'weekly_actives'

export async function findNorthGoal(
  ctx: Ctx,
  group: string | undefined,
  to: Day,
): Promise<Overview['north']['goal']> {
  const goal = (await findRunningGoals(ctx)).find(
    ({ metric, scope }) => metric === northMetric && scope.group === group && scope.who === undefined,
  )
  if (!goal) return null
  const { name, target, startsOn, dueOn, baseline } = goal
  return {
    name,
    target,
    startsOn,
    dueOn,
    baseline,
    paceNow: startsOn <= to ? Math.round(expectedAt(goal, to)) : null,
  }
}
