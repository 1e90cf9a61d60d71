/**
 * Rules of the levels unless the team wrote its own. The figures follow what long-lived forums settled on
 * (Discourse, "Understanding trust levels": reading and days of presence first, contributions later), with
 * reads counted from three seconds.
 */
import type { Condition, Definition } from '#modules/audience/api.ts'

const all = (...of: Condition[]): Definition => ({ version: 1, who: { kind: 'all', of } })
const count = (event: string, value: number, days?: number): Condition => ({
  kind: 'event',
  event,
  ...(days ? { window: { last: { amount: days, unit: 'days' } } } : {}),
  measure: { of: 'count', op: 'gte', value },
})
const daysHere = (value: number, days: number): Condition => ({
  kind: 'event',
  event: '*',
  window: { last: { amount: days, unit: 'days' } },
  measure: { of: 'days', op: 'gte', value },
})
const joinedBefore = (days: number): Condition => ({
  kind: 'field',
  field: 'member.joined_at',
  test: { op: 'beforeLast', value: days },
})

/** By rank. */
export const usualRules: Readonly<Record<number, Definition>> = {
  1: all(joinedBefore(1), count('post.read', 5)),
  2: all(daysHere(8, 60), count('post.read', 40), count('comment.posted', 3), count('reaction.given', 1)),
  3: all(daysHere(30, 100), count('post.read', 80, 100), count('comment.posted', 10, 100)),
}
