/** Newcomers: who came, who has spoken to them, and what they are asked to do first. */
import { z } from 'zod'
import { personAnswer } from '../admission/shapes.ts'
import { groupBadge } from '../groups/shapes.ts'

export const newcomerStepKinds = [
  'rules',
  'card',
  'introduce',
  'announcements',
  'greet',
  'visit',
  'link',
] as const
export type NewcomerStepKind = (typeof newcomerStepKinds)[number]

export const newcomerStepFields = z.object({
  id: z.string().optional(),
  kind: z.enum(newcomerStepKinds),
  title: z.string().trim().max(40).default(''),
  path: z
    .string()
    .trim()
    .max(200)
    .regex(/^(\/(?!\/).*)?$/)
    .default('')
    .describe('A place of this site'),
  withinHours: z.union([z.literal(24), z.literal(168)]),
})

/** A newcomer as operators read it. */
export const newcomerAnswer = z.object({
  membershipId: z.string(),
  group: groupBadge,
  person: personAnswer,
  joinedAt: z.iso.datetime(),
  introduction: z.string(),
  answeredAt: z.iso.datetime().nullable(),
  overdue: z.boolean().describe('24 hours have passed without a human answer'),
  stepsDone: z.int(),
  steps: z.int(),
})

/** A newcomer as members see him. */
export const freshFellow = z.object({
  membershipId: z.string(),
  token: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  city: z.string(),
  introduction: z.string(),
  joinedAt: z.iso.datetime(),
  greetings: z.array(z.object({ name: z.string(), avatarUrl: z.string().nullable(), words: z.string() })),
  greetingCount: z.int(),
  greetedByYou: z.boolean(),
  isYou: z.boolean(),
})

export const newcomerProgress = z.object({
  joinedAt: z.iso.datetime(),
  steps: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(newcomerStepKinds),
      title: z.string(),
      path: z.string(),
      withinHours: z.int(),
      done: z.boolean(),
      late: z.boolean(),
    }),
  ),
  welcome: z.string(),
})
