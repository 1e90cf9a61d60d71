/**
 * What RFM asks of members: how recently, how often, how much. One form for both kinds: `purchase`
 * (last order, orders, money) and `contribution` (last visit, interaction, contribution). Each answer
 * is high or low against a cut-off, and the three together name one of eight tiers.
 */
import { z } from 'zod'

export const kinds = ['purchase', 'contribution'] as const
export type Kind = (typeof kinds)[number]

/** Best first. R near, F high, M high count 4, 2 and 1: the place in the list follows from them. */
export const tiers = [
  'important_value',
  'general_value',
  'important_develop',
  'general_develop',
  'important_keep',
  'general_keep',
  'important_retain',
  'general_retain',
] as const
export type Tier = (typeof tiers)[number]
/** The ninth bucket: never did what R asks for. Outside RFM. */
export const outside = 'none'
export type TierOrNone = Tier | typeof outside

/** The tier of three answers. */
export const tierOf = (near: boolean, often: boolean, much: boolean): Tier =>
  tiers[(near ? 0 : 4) + (often ? 0 : 2) + (much ? 0 : 1)]!

/** The three answers of a tier. */
export function answersOf(tier: Tier): { near: boolean; often: boolean; much: boolean } {
  const at = tiers.indexOf(tier)
  return { near: at < 4, often: (at & 2) === 0, much: (at & 1) === 0 }
}

const eventName = z.string().min(1).max(64)
const events = z.array(eventName).min(1).max(20)

/**
 * Where high begins. Equal to the cut-off is high (near, for R). `mean` and `median` are those of the
 * members that are measured; `quintile` scores 1 to 5 and calls `from` and above high.
 */
const cut = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('fixed'), value: z.number().min(0).max(1e12) }),
  z.object({ mode: z.enum(['mean', 'median']) }),
  z.object({ mode: z.literal('quintile'), from: z.int().min(2).max(5) }),
])
export type Cut = z.infer<typeof cut>

/** A part of M: how often something happened, or what its numbers add up to, times a weight. */
const part = z.object({
  event: eventName,
  of: z.enum(['count', 'value']),
  weight: z.int().min(1).max(1_000),
})

const tierWords = z.object({
  /** Another name for the tier. */
  name: z.string().trim().min(1).max(20).optional(),
  /** What we do for them. */
  strategy: z.string().trim().max(500).optional(),
})

export const rfmDefinition = z.object({
  version: z.literal(1),
  /** Days up to and including the day asked about that F and M look at; null: all that there was. */
  windowDays: z.int().min(1).max(3_660).nullable(),
  recency: z.object({ events, cut }),
  /** `day`: several on one day count once. */
  frequency: z.object({ events, per: z.enum(['event', 'day']), cut }),
  /** `money`: minor units. */
  amount: z.object({ parts: z.array(part).min(1).max(12), unit: z.enum(['money', 'points']), cut }),
  tiers: z.partialRecord(z.enum([...tiers, outside]), tierWords),
})
export type RfmDefinition = z.infer<typeof rfmDefinition>

/** What is in force until somebody publishes something else. */
export const purchasePreset: RfmDefinition = {
  version: 1,
  windowDays: 365,
  recency: { events: ['order.paid'], cut: { mode: 'fixed', value: 30 } },
  frequency: { events: ['order.paid'], per: 'event', cut: { mode: 'fixed', value: 3 } },
  amount: {
    parts: [{ event: 'order.paid', of: 'value', weight: 1 }],
    unit: 'money',
    cut: { mode: 'fixed', value: 20_000 },
  },
  tiers: {},
}
