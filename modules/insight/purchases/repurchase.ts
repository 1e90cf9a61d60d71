/**
 * Repurchase (复购): of those who bought in a period, how many bought at least twice in it.
 *
 * 复购率 = members with two or more orders ÷ members with one or more, within the period: the whole range, or each
 * calendar month of it. `fresh`: whose first order ever lies in the period (新客); `known`: who had ordered before
 * (老客); together they are all. A month that runs is so far.
 *
 * `firsts` follows those who ordered for the first time in a month: how many ordered again within so many times 24
 * hours of it. Only those whose days are over are judged, so that a young month does not look bad.
 */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { range, scope } from '../shapes.ts'

export const repurchaseQuestion = z.object({
  range,
  scope: scope.pick({ who: true }).default({}),
  /** Days after the first order within which the second counts. */
  within: z.int().min(1).max(365).default(30),
})
export type RepurchaseQuestion = z.output<typeof repurchaseQuestion>

const share = z.number().nullable()
const minor = z.number().describe('Minor units')

const buyers = z.object({ buyers: z.int(), again: z.int(), rate: share })
const figures = z.object({
  ...buyers.shape,
  fresh: buyers,
  known: buyers,
  orders: z.int(),
  amount: minor,
  refunded: minor,
  perOrder: z.number().nullable().describe('客单价: amount ÷ orders, minor units'),
  perBuyer: z.number().nullable().describe('ARPPU: amount ÷ buyers, minor units'),
  actives: z.int().describe('Members who did anything in the period'),
  perActive: z.number().nullable().describe('ARPU: amount ÷ active members, minor units'),
})

export const repurchaseAnswer = z.object({
  from: day,
  to: day,
  total: figures,
  months: z.array(figures.extend({ start: day, complete: z.boolean() })),
  firsts: z.array(
    z.object({
      start: day,
      buyers: z.int(),
      judged: z.int(),
      again: z.int(),
      rate: share,
      complete: z.boolean(),
    }),
  ),
  /** Currencies of the orders; amounts of several are added as they are, and the screen says so. */
  currencies: z.array(z.string()),
})

export const whose = ['buyers', 'again', 'fresh', 'freshAgain', 'known', 'knownAgain'] as const
export type Whose = (typeof whose)[number]

export const repurchaseCell = z.discriminatedUnion('of', [
  z.object({ of: z.literal('total'), who: z.enum(whose) }),
  z.object({ of: z.literal('month'), start: day, who: z.enum(whose) }),
  z.object({ of: z.literal('firsts'), start: day, who: z.enum(['buyers', 'judged', 'again']) }),
])
export type RepurchaseCell = z.output<typeof repurchaseCell>
