/** What the screen of effects asks and is answered, as the API has it. */
import type { z } from 'zod'
import type { effectAnswer } from '../../effect/effect.ts'
import type { MetricRef } from '../../metrics/metric.ts'
import { addDays } from '../calendar.ts'
import type { Scope } from '../frame/question.ts'

export type EffectAnswer = z.output<typeof effectAnswer>

export interface EffectQuestion {
  readonly metric: MetricRef
  readonly scope: Scope
  readonly on: string
  readonly before: number
  readonly after: number
  readonly against?: Scope | undefined
}

/** Four weeks ago: there is as much after it as before. */
export const firstEffect = (today: string): EffectQuestion => ({
  metric: 'daily_actives',
  scope: {},
  on: addDays(today, -28),
  before: 28,
  after: 28,
})

export const spans = [14, 28, 56, 91] as const

/** What somebody wrote into the address by hand may be anything; the server looks closer. */
export const isEffect = ({ metric, scope, on, before, after }: EffectQuestion): boolean =>
  (typeof metric === 'string' || typeof metric === 'object') &&
  typeof scope === 'object' &&
  /^\d{4}-\d\d-\d\d$/.test(on) &&
  Number.isInteger(before) &&
  Number.isInteger(after)

export const isFinished = ({ metric }: EffectQuestion): boolean => metric !== ''
