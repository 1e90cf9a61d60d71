/**
 * Conditions: who. One JSON language, stored by everything that asks it (segments, tiers, admission,
 * stages, tag rules …), evaluated in two ways that must agree: `conditions/set` over the warehouse for
 * all members, `conditions/single` over PostgreSQL for one member now.
 *
 * Meaning that both keep:
 * - Days are days of the community's zone. `last: 30 days` is today and the 29 days before it; hours
 *   are exact. Every evaluation has one `now`.
 * - What is not known passes no test, except those that say what is *not* so (`isNot`, `isNoneOf`,
 *   `hasNoneOf`, `notContains`, `ne`, `isUnknown`), which it passes.
 * - Behaviour is what people did: robots, staff, tests and the system itself are left out. What a
 *   browser did before its owner signed in counts as his, and what a merged double did counts for the
 *   member that remains. `*` is any event.
 */
import { z } from 'zod'

const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/)
  .max(80)
const eventName = z.union([z.literal('*'), z.string().min(1).max(64)])
const amount = z.number().min(-9_007_199_254_740_991).max(9_007_199_254_740_991)
const text = z.string().max(200)
const day = z.iso.date()
const rowId = z.string().regex(/^[1-9]\d{0,17}$/)

const comparison = z.enum(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'])

const span = z.object({
  amount: z.int().min(1).max(3_660),
  unit: z.enum(['hours', 'days']),
})

/** When: the last so many days or hours, or between two days, both included. Left out: ever. */
const window = z.union([
  z.object({ last: span }),
  z
    .object({ from: day.optional(), to: day.optional() })
    .refine(({ from, to }) => from !== undefined || to !== undefined)
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to),
])
export type Window = z.infer<typeof window>

/** Tests of a moment or a calendar day. */
const timeTest = z.discriminatedUnion('op', [
  z.object({ op: z.literal('onOrAfter'), value: day }),
  z.object({ op: z.literal('before'), value: day }),
  /** Within the last / not within the last / within the next so many days, today included. */
  z.object({ op: z.literal('inLast'), value: z.int().min(1).max(36_600) }),
  z.object({ op: z.literal('beforeLast'), value: z.int().min(1).max(36_600) }),
  z.object({ op: z.literal('inNext'), value: z.int().min(1).max(36_600) }),
])

/** Tests of a field; which of them a field takes depends on its type (`testsOf` in `tests.ts`). */
export const fieldTest = z.discriminatedUnion('op', [
  z.object({ op: z.enum(['is', 'isNot', 'contains', 'notContains', 'startsWith']), value: text }),
  z.object({
    op: z.enum(['isOneOf', 'isNoneOf', 'hasAnyOf', 'hasAllOf', 'hasNoneOf']),
    value: z.array(text).min(1).max(500),
  }),
  z.object({ op: comparison, value: amount }),
  z.object({ op: z.literal('between'), value: z.tuple([amount, amount]) }),
  ...timeTest.options,
  /** The day of the year of a `day` comes within so many days, today included (birthdays). */
  z.object({ op: z.literal('anniversaryInNext'), value: z.int().min(0).max(366) }),
  z.object({ op: z.enum(['isKnown', 'isUnknown', 'isTrue', 'isFalse']) }),
])
export type FieldTest = z.infer<typeof fieldTest>

/** A test of a property of an event (`props`, or `value` for its amount). */
const propertyTest = z.object({
  property: z.string().min(1).max(64),
  test: z.discriminatedUnion('op', [
    z.object({ op: z.enum(['is', 'isNot', 'contains']), value: text }),
    z.object({ op: z.enum(['isOneOf', 'isNoneOf']), value: z.array(text).min(1).max(100) }),
    z.object({ op: comparison, value: amount }),
    z.object({ op: z.enum(['isKnown', 'isUnknown']) }),
  ]),
})
export type PropertyTest = z.infer<typeof propertyTest>

/** Something that happened: which event, with which properties, in which group. */
export const happening = z.object({
  event: eventName,
  where: z.array(propertyTest).max(8).optional(),
  /** Only within this group. */
  group: rowId.optional(),
})
export type Happening = z.infer<typeof happening>

/**
 * What is asked of the events that fit. `count`: how many (`eq 0`: did not) · `days`: on how many days ·
 * `sum`: of `value` or of a property · `first`, `last`: when (never: fails) · `daysSince`: whole days since
 * the last (never: fails).
 */
const measure = z.discriminatedUnion('of', [
  z.object({ of: z.enum(['count', 'days', 'daysSince']), op: comparison, value: z.int().min(0) }),
  z.object({
    of: z.literal('sum'),
    property: z.string().min(1).max(64).optional(),
    op: comparison,
    value: amount,
  }),
  z.object({ of: z.enum(['first', 'last']), test: timeTest }),
])
export type Measure = z.infer<typeof measure>

const field = z.object({
  kind: z.literal('field'),
  field: key,
  of: z.string().max(40).optional(),
  test: fieldTest,
})
const event = z.object({ kind: z.literal('event'), ...happening.shape, window: window.optional(), measure })
/** The steps in this order, the last within `within` of the first. */
const sequence = z.object({
  kind: z.literal('sequence'),
  steps: z.array(happening).min(2).max(6),
  within: span,
  window: window.optional(),
})
const segment = z.object({ kind: z.literal('segment'), segment: rowId })

export type FieldCondition = z.infer<typeof field>
export type EventCondition = z.infer<typeof event>
export type SequenceCondition = z.infer<typeof sequence>
export type SegmentCondition = z.infer<typeof segment>
export type Leaf = FieldCondition | EventCondition | SequenceCondition | SegmentCondition

export interface GroupCondition {
  readonly kind: 'all' | 'any'
  readonly of: readonly Condition[]
}
export interface NotCondition {
  readonly kind: 'not'
  readonly of: Condition
}
export type Condition = Leaf | GroupCondition | NotCondition

/** Deepest nesting and most leaves of one condition. */
export const mostDeep = 6
export const mostLeaves = 60

const node: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      // An empty `all` is everybody; an empty `any` is nobody.
      z.object({ kind: z.enum(['all', 'any']), of: z.array(node).max(mostLeaves) }),
      z.object({ kind: z.literal('not'), of: node }),
      field,
      event,
      sequence,
      segment,
    ]),
  )
  .meta({ id: 'Condition' })

/** A condition as it is stored and sent. */
export const definition = z.object({ version: z.literal(1), who: node })
export type Definition = z.infer<typeof definition>

export const everybody: Definition = { version: 1, who: { kind: 'all', of: [] } }
