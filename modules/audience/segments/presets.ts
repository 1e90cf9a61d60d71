/**
 * Segments that communities of every kind ask for first. Definitions with the numbers of the literature
 * (mechanics 4.6, S1-64, S2-32), to be changed at will; what one needs that this community does not know
 * yet is named instead of offered.
 */
import type { Message } from '#base/i18n/messages.ts'
import type { CatalogueField } from '../catalogue/catalogue.ts'
import type { Condition, Definition, Leaf } from '../conditions/condition.ts'
import { presetWords } from './presets.messages.ts'

export interface Preset {
  readonly key: keyof typeof presetWords
  readonly name: Message
  /** What they are and what one does with them. */
  readonly note: Message
  readonly definition: Definition
}

const all = (...of: Condition[]): Definition => ({ version: 1, who: { kind: 'all', of } })
const days = (amount: number) => ({ last: { amount, unit: 'days' as const } })
const joinedBefore = (amount: number): Leaf => ({
  kind: 'field',
  field: 'member.joined_at',
  test: { op: 'beforeLast', value: amount },
})
const joinedWithin = (amount: number): Leaf => ({
  kind: 'field',
  field: 'member.joined_at',
  test: { op: 'inLast', value: amount },
})
const activeDays = (amount: number, op: 'gte' | 'lte', value: number): Leaf => ({
  kind: 'event',
  event: '*',
  window: days(amount),
  measure: { of: 'days', op, value },
})
const never = (event: string): Leaf => ({
  kind: 'event',
  event,
  measure: { of: 'count', op: 'eq', value: 0 },
})
const atLeast = (event: string, within: number, value: number): Leaf => ({
  kind: 'event',
  event,
  window: days(within),
  measure: { of: 'count', op: 'gte', value },
})
/** Fen. */
const spent = (within: number, value: number): Leaf => ({
  kind: 'event',
  event: 'order.paid',
  window: days(within),
  measure: { of: 'sum', op: 'gte', value },
})
const quietFor = (value: number): Leaf => ({
  kind: 'event',
  event: '*',
  measure: { of: 'daysSince', op: 'gte', value },
})

const fixed: Readonly<Record<Exclude<keyof typeof presetWords, 'expiring'>, Definition>> = {
  // Came on the day of joining, perhaps on the next, and never again.
  silent: all(
    joinedBefore(7),
    { kind: 'event', event: '*', measure: { of: 'days', op: 'lte', value: 2 } },
    activeDays(7, 'lte', 0),
  ),
  lurkers: all(joinedBefore(14), activeDays(30, 'gte', 3), never('post.published'), never('comment.posted')),
  newcomers: all(joinedWithin(7), never('post.published'), never('comment.posted')),
  valuable: all(spent(180, 80_000), atLeast('order.paid', 180, 4)),
  // S2-32: two purchases and ¥200 in a month.
  value: all(atLeast('order.paid', 30, 2), spent(30, 20_000)),
  slipping: all(
    activeDays(60, 'gte', 6),
    { kind: 'event', event: '*', measure: { of: 'daysSince', op: 'gte', value: 10 } },
    { kind: 'event', event: '*', measure: { of: 'daysSince', op: 'lt', value: 30 } },
  ),
  lost: all(joinedBefore(30), quietFor(30)),
  creators: all(atLeast('post.published', 30, 4)),
  once: all(
    { kind: 'event', event: 'order.paid', measure: { of: 'count', op: 'eq', value: 1 } },
    { kind: 'event', event: 'order.paid', measure: { of: 'daysSince', op: 'gte', value: 30 } },
  ),
}

type KnownField = Pick<CatalogueField, 'key' | 'label' | 'type'>

/** A field that says until when somebody's membership, contract or subscription runs. */
const endsOn = (fields: readonly KnownField[]): KnownField | undefined =>
  fields
    .filter((field) => field.type === 'day' || field.type === 'date')
    .find((field) => /到期|过期|续费|有效期|expir|renew|valid until/i.test(field.label))

/** The presets of a community with these fields, and the keys of those that need a field it does not have. */
export function presetsFor(fields: readonly KnownField[]): {
  readonly presets: readonly Preset[]
  readonly missing: readonly (keyof typeof presetWords)[]
} {
  const preset = (key: keyof typeof presetWords, definition: Definition): Preset => ({
    key,
    name: presetWords[key].name,
    note: presetWords[key].note,
    definition,
  })
  const keys = Object.keys(fixed) as (keyof typeof fixed)[]
  const presets = keys.map((key) => preset(key, fixed[key]))
  const expires = endsOn(fields)
  if (!expires) return { presets, missing: ['expiring'] }
  // S1-64: whose time runs out within 30 days.
  const soon: Leaf = { kind: 'field', field: expires.key, test: { op: 'inNext', value: 30 } }
  return { presets: [...presets, preset('expiring', all(soon))], missing: [] }
}
