/**
 * Rule sets to begin with. `community` is in force until somebody publishes another; the others are those
 * that the trade knows: by depth of use for content, by intervals of purchase for shops, by days since
 * joining for private domains. All figures are there to be changed.
 */
import { type Condition, type Definition, everybody } from '../conditions/condition.ts'
import type { LifeDefinition } from './model.ts'

type Comparison = 'eq' | 'gt' | 'gte' | 'lt' | 'lte'

const when = (...of: Condition[]): Definition => ({
  version: 1,
  who: of.length === 1 && of[0] ? of[0] : { kind: 'all', of },
})
const last = (amount: number) => ({ last: { amount, unit: 'days' as const } })
const count = (event: string, op: Comparison, value: number, days?: number): Condition => ({
  kind: 'event',
  event,
  ...(days ? { window: last(days) } : {}),
  measure: { of: 'count', op, value },
})
const daysActive = (value: number, days: number): Condition => ({
  kind: 'event',
  event: '*',
  window: last(days),
  measure: { of: 'days', op: 'gte', value },
})
const silentFor = (days: number): Condition => count('*', 'eq', 0, days)
const sum = (event: string, op: Comparison, value: number, days: number): Condition => ({
  kind: 'event',
  event,
  window: last(days),
  measure: { of: 'sum', op, value },
})
const joined = (op: 'inLast' | 'beforeLast', value: number): Condition => ({
  kind: 'field',
  field: 'member.joined_at',
  test: { op, value },
})
const lastOrder = (op: Comparison, value: number): Condition => ({
  kind: 'event',
  event: 'order.paid',
  measure: { of: 'daysSince', op, value },
})

export const communityPreset: LifeDefinition = {
  version: 1,
  who: everybody,
  stages: [
    { key: 'introduction', phase: 'acquisition', when: everybody, next: ['growth', 'mature', 'churned'] },
    { key: 'growth', phase: 'value', when: when(daysActive(3, 30)), next: ['mature', 'dormant', 'churned'] },
    {
      key: 'mature',
      phase: 'value',
      when: when(daysActive(8, 30), {
        kind: 'any',
        of: [
          count('comment.posted', 'gte', 3, 30),
          count('post.published', 'gte', 1, 30),
          count('order.paid', 'gte', 1, 30),
        ],
      }),
      next: ['growth', 'dormant', 'churned'],
    },
    { key: 'dormant', phase: 'retention', when: when(silentFor(14)), next: ['growth', 'mature', 'churned'] },
    { key: 'churned', phase: 'retention', when: when(silentFor(30)), next: ['growth', 'mature'] },
  ],
}

/** Averages of a day over the last seven; one `online_time` is one visit, its value seconds. */
export const contentPreset: LifeDefinition = {
  version: 1,
  who: everybody,
  stages: [
    { key: 'introduction', phase: 'acquisition', when: everybody, next: ['growth', 'mature', 'churned'] },
    {
      key: 'growth',
      phase: 'value',
      when: when(
        sum('online_time', 'gte', 10 * 60 * 7, 7),
        count('online_time', 'gte', 2 * 7, 7),
        count('profile_completed', 'gte', 1),
      ),
      next: ['mature', 'churned'],
    },
    {
      key: 'mature',
      phase: 'value',
      when: when(
        sum('online_time', 'gt', 30 * 60 * 7, 7),
        count('online_time', 'gt', 4 * 7, 7),
        count('comment.posted', 'gt', 3),
      ),
      next: ['growth', 'dormant'],
    },
    { key: 'dormant', phase: 'retention', when: when(silentFor(7)), next: ['growth', 'mature', 'churned'] },
    { key: 'churned', phase: 'retention', when: when(silentFor(15)), next: ['growth', 'mature'] },
  ],
}

/** Days between two purchases of one buyer: four fifths, nine tenths of them are at most this long. */
export interface Intervals {
  readonly warning: number
  readonly churn: number
}

/** Beyond this nobody comes back by himself. */
const dead = 180

export const tradePreset = (
  { warning, churn }: Intervals,
  words: { readonly lost: string },
): LifeDefinition => ({
  version: 1,
  who: everybody,
  stages: [
    { key: 'introduction', phase: 'acquisition', when: everybody, next: ['growth', 'mature'] },
    {
      key: 'growth',
      phase: 'value',
      when: when(count('order.paid', 'gte', 1)),
      next: ['mature', 'dormant', 'churned', 'lost'],
    },
    {
      key: 'mature',
      phase: 'value',
      when: when(count('order.paid', 'gte', 2), lastOrder('lt', warning)),
      next: ['dormant', 'churned', 'lost'],
    },
    {
      key: 'dormant',
      phase: 'retention',
      when: when(lastOrder('gte', warning)),
      next: ['mature', 'churned', 'lost'],
    },
    {
      key: 'churned',
      phase: 'retention',
      when: when(lastOrder('gte', Math.max(churn, warning + 1))),
      next: ['mature', 'lost'],
    },
    {
      key: 'lost',
      name: words.lost,
      phase: 'retention',
      when: when(lastOrder('gt', dead)),
      next: ['mature'],
    },
  ],
})

export const privateDomainPreset: LifeDefinition = {
  version: 1,
  who: everybody,
  stages: [
    {
      key: 'introduction',
      phase: 'acquisition',
      when: when(joined('inLast', 7)),
      next: ['growth', 'mature', 'dormant', 'churned'],
    },
    {
      key: 'growth',
      phase: 'value',
      when: when(joined('beforeLast', 7)),
      next: ['mature', 'dormant', 'churned'],
    },
    { key: 'mature', phase: 'value', when: when(joined('beforeLast', 30)), next: ['dormant', 'churned'] },
    {
      key: 'dormant',
      phase: 'retention',
      when: when(joined('beforeLast', 30), silentFor(30)),
      next: ['mature', 'growth', 'churned'],
    },
    {
      key: 'churned',
      phase: 'retention',
      when: when(joined('beforeLast', 90), silentFor(90)),
      next: ['mature'],
    },
  ],
}
