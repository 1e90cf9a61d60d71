/**
 * Touchpoints: where people meet the brand, how far they go from there, and at which of these places fans are best
 * gathered. A touch is what attribution calls one: a visit that says where it came from, and the channel by which
 * somebody joined (`attribution.ts`).
 *
 * Meaning of the map:
 * - Who counts for a channel: whoever touched it in the range; the window of `within` days begins with that first
 *   touch. Whoever touched several channels counts for each of them, and once in sums.
 * - A stage counts when it is reached for the first time within that window: joined, first interaction (a comment, a
 *   reaction, a share or a bookmark, as in the metric "interactions"), first and second paid order. Whoever went a
 *   later stage went the earlier ones.
 * - `base` of a stage are those who stood before it: had the stage before behind them by the end of the window, and
 *   this one not before the touch. So `reached` ÷ `base` is a rate in which nobody counts who could not have done it.
 * - Recommending is no stage: no event tells whom a member brought.
 *
 * Meaning of the comparison: fans are members who joined in the range, each by one channel. Of fans it is asked
 * whether they come back in the week that begins `within` days after joining, and what they paid in their first
 * `within` days; only those whose week is over are asked (`mature`).
 */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { range, scope } from '../shapes.ts'
import { channelTypes, stageNames, trafficKinds } from './types.ts'

export type StageName = (typeof stageNames)[number]

/** The events of each stage; the second order is the second of its events. */
export const stageEvents = {
  joined: ['member.joined'],
  interacted: ['comment.posted', 'reaction.given', 'post.shared', 'post.bookmarked'],
  bought: ['order.paid'],
} as const

/** Days in which fans are looked for again. */
export const againDays = 7

export const touchpointQuestion = z.object({
  range,
  scope: scope.pick({ who: true }).default({}),
  within: z.int().min(1).max(90).default(30).describe('Days after a touch, and after joining'),
})
export type TouchpointQuestion = z.output<typeof touchpointQuestion>

const stage = z.object({
  stage: z.enum(stageNames),
  reached: z.int(),
  base: z.int().describe('Stood before it'),
  rate: z.number().nullable(),
})

const met = z.object({
  /** Members who touched it. */
  met: z.int(),
  stages: z.array(stage),
  /** Paid orders of theirs within the window, and what was paid; minor units. */
  orders: z.int(),
  revenue: z.number(),
})

const won = z.object({
  /** Joined by it in the range. */
  fans: z.int(),
  /** Of them: joined so long ago that the week is over. */
  mature: z.int(),
  /** Of the mature: came back in that week. */
  kept: z.int(),
  keptRate: z.number().nullable(),
  /** Of the mature: paid in their first days; how often, and how much. */
  buyers: z.int(),
  fanOrders: z.int(),
  fanRevenue: z.number(),
  /** Spent to win people, for the days of the range; null: nothing was entered. */
  cost: z.number().nullable(),
  perFan: z.number().nullable(),
  /** Cost per fan ÷ share that came back. */
  perKept: z.number().nullable(),
  revenuePerFan: z.number().nullable(),
  /** Revenue per fan ÷ cost per fan. */
  roas: z.number().nullable(),
  /** Too few to compare by. */
  small: z.boolean(),
})

export const touchpointAnswer = z.object({
  days: z.object({ from: day, to: day }),
  within: z.int(),
  total: met.extend(won.shape),
  /** By private and public traffic; of what nobody classified, `none`. */
  kinds: z.array(met.extend(won.shape).extend({ kind: z.enum(trafficKinds) })),
  channels: z.array(
    met.extend(won.shape).extend({
      channel: z.string(),
      name: z.string(),
      /** Null: nobody classified it. */
      type: z.enum(channelTypes).nullable(),
      kind: z.enum(trafficKinds),
      /** What it probably is, where nobody said. */
      suggested: z.enum(channelTypes).nullable(),
      isBase: z.boolean(),
      retired: z.boolean(),
    }),
  ),
  /** Members whose window is not over. */
  open: z.int(),
  /** Browsers that touched a channel and that nobody was recognised by; they are in none of the other figures. */
  strangers: z.int(),
  /** Which channel the figures speak for; null while there is too little to tell. */
  verdict: z
    .object({
      channel: z.string(),
      name: z.string(),
      by: z.enum(['cost', 'kept']),
      /** The difference to the next is beyond chance. */
      clear: z.boolean(),
      next: z.string().nullable().describe('Name of the second'),
    })
    .nullable(),
  /** Fans whose week must be over before a channel is compared. */
  least: z.int(),
})
export type TouchpointAnswer = z.output<typeof touchpointAnswer>

const place = { channel: z.string().max(100).optional(), kind: z.enum(trafficKinds).optional() }

/** `channel`, or `kind`, or neither: all. */
export const touchpointCell = z.discriminatedUnion('of', [
  z.object({ of: z.literal('met'), ...place }),
  z.object({ of: z.literal('stage'), stage: z.enum(stageNames), ...place }),
  z.object({ of: z.literal('base'), stage: z.enum(stageNames), ...place }),
  z.object({ of: z.literal('open') }),
  z.object({ of: z.literal('fans'), ...place }),
  z.object({ of: z.literal('mature'), ...place }),
  z.object({ of: z.literal('kept'), ...place }),
  z.object({ of: z.literal('buyers'), ...place }),
])
export type TouchpointCell = z.output<typeof touchpointCell>
