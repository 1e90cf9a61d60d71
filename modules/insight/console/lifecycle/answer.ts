/** What the screen of the life cycle asks and is answered. */
import type { z } from 'zod'
import type { Happening } from '#ui/console/condition/condition.ts'
import type { lifecycleAnswer, State } from '../../lifecycle/lifecycle.ts'
import type { stickinessAnswer } from '../../stickiness/stickiness.ts'
import type { Range, Scope, Unit } from '../frame/question.ts'

export type LifecycleAnswer = z.output<typeof lifecycleAnswer>
export type StickinessAnswer = z.output<typeof stickinessAnswer>
export type { State }

export interface LifecycleQuestion {
  readonly range: Range
  readonly scope?: Scope
  readonly event: Happening
  readonly unit: Unit
  readonly newBy: 'activity' | 'joining'
}

export const initial: LifecycleQuestion = {
  range: { last: 12, unit: 'week' },
  event: { event: '*' },
  unit: 'week',
  newBy: 'activity',
}
