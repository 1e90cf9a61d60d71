/**
 * Who answers whom. Somebody answers the author of the comment he replies to, or of the post when he replies to that;
 * answers to oneself do not count. From answers follows a network of members:
 *
 * - *core*: the innermost circle, in which everybody exchanges answers with at least k others (k as large as it goes);
 * - *bridge*: over whom most of the shortest ways between others lead (the top twentieth, at least three), with people
 *   of another community among those he exchanges answers with;
 * - *at risk*: a bridge who has not written for so many days;
 * - *alone*: wrote something, and exchanged no answer with anybody.
 *
 * Only members who are still there count.
 */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { happening, personAnswer } from '#modules/audience/api.ts'
import { range, scope } from '../shapes.ts'

/** People and pairs that are drawn. */
export const mostDrawn = 300
export const mostLines = 900

export const networkQuestion = z.object({
  range,
  scope: scope.default({}),
  quiet: z.int().min(1).max(90).default(14).describe('Days without writing after which a bridge is at risk'),
})
export type NetworkQuestion = z.output<typeof networkQuestion>

export const networkAnswer = z.object({
  days: z.object({ from: day, to: day }),
  /** Members who exchanged answers, how often, and between how many pairs. */
  members: z.int(),
  answers: z.int(),
  pairs: z.int(),
  /** More pairs than are read at once: the least busy are missing. */
  cut: z.boolean(),
  /** Of the pairs, those in which both answered. */
  mutual: z.number(),
  /** Members in the largest part that hangs together. */
  largest: z.int(),
  /** Neighbours that everybody of the core has in the core. */
  core: z.object({ k: z.int(), members: z.int() }),
  bridges: z.int(),
  atRisk: z.int(),
  alone: z.int(),
  /** Null: shortest ways were looked for from everybody. */
  sampled: z.object({ sources: z.int(), of: z.int() }).nullable(),
  communities: z.array(
    z.object({
      community: z.int(),
      members: z.int(),
      /** Of the answers that concern it, those within. */
      within: z.number(),
      /** The busiest of it. */
      lead: z.array(personAnswer),
    }),
  ),
  people: z.array(
    z.object({
      person: personAnswer,
      community: z.int(),
      /** Answers given and got. */
      gave: z.int(),
      got: z.int(),
      /** Share of the shortest ways between others that lead over him. */
      between: z.number(),
      core: z.boolean(),
      bridge: z.boolean(),
      atRisk: z.boolean(),
      lastDay: day.nullable(),
    }),
  ),
  links: z.array(z.object({ a: z.string(), b: z.string(), answers: z.int() })),
})

export const networkCell = z.discriminatedUnion('of', [
  z.object({ of: z.enum(['members', 'core', 'bridges', 'atRisk', 'alone']) }),
  z.object({ of: z.literal('community'), community: z.int().min(0) }),
  /** Those with whom somebody exchanges answers. */
  z.object({ of: z.literal('neighbours'), member: z.string().regex(/^[1-9]\d{0,17}$/) }),
])

export const concentrationQuestion = z.object({
  range,
  scope: scope.default({}),
  events: z
    .array(happening)
    .min(1)
    .max(8)
    .default([{ event: 'post.published' }, { event: 'comment.posted' }]),
})
export type ConcentrationQuestion = z.output<typeof concentrationQuestion>

export const concentrationAnswer = z.object({
  days: z.object({ from: day, to: day }),
  members: z.int(),
  contributions: z.int(),
  gini: z.number(),
  lorenz: z.array(z.object({ members: z.number(), contributions: z.number() })),
  half: z.int(),
  top: z.array(z.object({ percent: z.number(), members: z.int(), share: z.number() })),
})

export const concentrationCell = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('half') }),
  /** The busiest so many percent, rounded up. */
  z.object({ of: z.literal('top'), percent: z.number().min(0.1).max(100) }),
])
