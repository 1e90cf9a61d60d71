/**
 * Attribution: which channels brought what people did. A *touch* is a visit that says where it came from: utm
 * parameters, a site that sent it, the channel a member joined by, or nothing of that (direct). A *conversion* is any
 * event. Its *journey* is the touches of the member within the look-back window before it, and at its moment.
 *
 * Meaning:
 * - Touches of one channel less than 30 minutes apart are one. Touches of another channel end that.
 * - A member who did not convert in the range is one journey without a conversion: his touches of the range. Markov
 *   needs those.
 * - Of a journey with more than 30 touches the first and the last 29 count.
 * - A conversion without a touch is nobody's: `unknown`, in every model.
 */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { happening } from '#modules/audience/api.ts'
import { range, scope } from '../shapes.ts'
import { modelNames } from './models.ts'

export const mostTouches = 30
/** Touches of the same channel this close are one. */
export const sameTouchMinutes = 30

export const attributionQuestion = z.object({
  range,
  scope: scope.default({}),
  conversion: happening,
  /** What a conversion is worth: the amount of the event, a property of it, or nothing. Money in minor units. */
  worth: z
    .discriminatedUnion('of', [
      z.object({ of: z.literal('nothing') }),
      z.object({ of: z.literal('value') }),
      z.object({ of: z.literal('property'), property: z.string().min(1).max(64) }),
    ])
    .default({ of: 'value' }),
  lookBack: z.int().min(1).max(365).default(30).describe('Days'),
  halfLife: z.int().min(1).max(90).default(7).describe('Days, for time decay'),
  order: z
    .union([z.literal(1), z.literal(2)])
    .default(1)
    .describe('Of the Markov chain'),
  /** By which model cost and return are reckoned. */
  model: z.enum(modelNames).default('lastNonDirect'),
})
export type AttributionQuestion = z.output<typeof attributionQuestion>

const credit = z.object({ conversions: z.number(), value: z.number() })

export const attributionAnswer = z.object({
  days: z.object({ from: day, to: day }),
  conversions: z.int(),
  value: z.number(),
  /** Members who converted and are still there. */
  members: z.int(),
  /** Members who were touched and did not convert, and are still there. */
  without: z.int(),
  /** Probability that a journey ends in a conversion, by the chain. */
  base: z.number(),
  channels: z.array(
    z.object({
      channel: z.string(),
      name: z.string(),
      /** Of those who converted: touched by it on the way. */
      members: z.int(),
      credits: z.record(z.enum(modelNames), credit),
      /** Share of the conversions that would be lost without it. */
      removal: z.number(),
      /** Joined in the range by this channel; of them, who came back a week later or after that. */
      fans: z.int(),
      kept: z.int(),
      /** Spent to win people, for the days of the range; null: nothing was entered. */
      cost: z.number().nullable(),
      perFan: z.number().nullable(),
      perKept: z.number().nullable(),
      perConversion: z.number().nullable(),
      /** Value ÷ cost, and (value − cost) ÷ cost; null without a cost or a value. */
      roas: z.number().nullable(),
      roi: z.number().nullable(),
    }),
  ),
  /** The most frequent ways to a conversion. */
  journeys: z.array(
    z.object({ path: z.array(z.string()), conversions: z.int(), value: z.number(), nulls: z.int() }),
  ),
  /** What winning one costs against what keeping one costs. */
  keeping: z.object({
    winningCost: z.number(),
    keepingCost: z.number(),
    fans: z.int(),
    /** Came in the range and had joined before it. */
    regulars: z.int(),
    perFan: z.number().nullable(),
    perRegular: z.number().nullable(),
    /** Keeping one ÷ winning one; the usual yardstick is a sixth. */
    ratio: z.number().nullable(),
  }),
})

export const attributionCell = z.discriminatedUnion('of', [
  z.object({ of: z.literal('converted') }),
  z.object({ of: z.literal('without') }),
  z.object({ of: z.literal('channel'), channel: z.string().max(100) }),
  z.object({ of: z.literal('fans'), channel: z.string().max(100).optional() }),
  z.object({ of: z.literal('kept'), channel: z.string().max(100).optional() }),
  z.object({ of: z.literal('regulars') }),
])
export type AttributionCell = z.output<typeof attributionCell>
