/** A fit as it is kept, and what it says about buyers. Times are in weeks, money in minor units. */
import { z } from 'zod'

const numbers = z.array(z.number())
const matrix = z.array(numbers)

/** Days ahead that the value of somebody is asked for: a year. */
export const yearWeeks = 52
/** What is earned in a year is worth less today; 10 % a year unless one says another rate. */
export const usualDiscount = 0.1
/** Repeat buyers below which nothing is estimated. */
export const leastRepeaters = 60

const holdout = z.object({
  /** Fitted on purchases up to this day, tried on those after it. */
  cut: z.string(),
  buyers: z.int(),
  /** Purchases after the cut that were expected, and that came. */
  expected: z.number(),
  actual: z.number(),
  /** Week by week after the cut, added up. */
  weeks: z.array(z.object({ week: z.int(), expected: z.number(), actual: z.number() })),
  /** By purchases up to the cut: how many such buyers, and purchases of one of them after it. */
  byPast: z.array(
    z.object({ x: z.int(), orMore: z.boolean(), buyers: z.int(), expected: z.number(), actual: z.number() }),
  ),
})
export type Holdout = z.infer<typeof holdout>

export const valueDefinition = z.object({
  version: z.literal(1),
  buying: z
    .object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number(), logLikelihood: z.number() })
    .nullable(),
  spend: z
    .object({ p: z.number(), q: z.number(), gamma: z.number(), logLikelihood: z.number(), members: z.int() })
    .nullable(),
  /** Of the logarithms of the parameters; null: the data do not say how sure they are. */
  buyingCovariance: matrix.nullable(),
  spendCovariance: matrix.nullable(),
  /** Of how often and how much, which the model takes for nothing. */
  correlation: z.number().nullable(),
  discountPerYear: z.number(),
  holdout: holdout.nullable(),
})
export type ValueDefinition = z.infer<typeof valueDefinition>

/** A definition that can say something. */
export interface Fitted extends ValueDefinition {
  readonly buying: NonNullable<ValueDefinition['buying']>
  readonly spend: NonNullable<ValueDefinition['spend']>
}

export const isFitted = (definition: ValueDefinition): definition is Fitted =>
  definition.buying !== null && definition.spend !== null
