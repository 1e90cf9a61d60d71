/** Groups as JSON: what operators send and read. */
import { z } from 'zod'
import { id } from '#base/http/schemas.ts'

export const groupKinds = ['welfare', 'interest', 'member', 'service', 'beta', 'local', 'industry'] as const
export type GroupKind = (typeof groupKinds)[number]
export const colours = ['pine', 'sky', 'wheat', 'plum', 'persimmon', 'teal', 'clay', 'slate'] as const
export const templates = ['tool', 'content', 'service', 'goods'] as const
export const visibilities = ['public', 'unlisted', 'private'] as const
export const coreValues = ['offers', 'expertise', 'links'] as const
export const connectionTypes = ['distributed', 'pyramid'] as const

const line = (max: number) => z.string().trim().max(max)

/** What an operator writes about a group. */
export const groupFields = z.object({
  slug: z.string().regex(/^[a-z0-9](-?[a-z0-9]){1,39}$/),
  name: z.string().trim().min(1).max(30),
  summary: line(140),
  glyph: z.string().trim().min(1).max(2).describe('The letter on its house'),
  colour: z.enum(colours),
  pictureFileId: id.nullable(),
  coverFileId: id.nullable(),
  kind: z.enum(groupKinds),
  template: z.enum(templates).nullable().describe('Kind of product it stands beside (S0-03)'),
  tierId: id.describe('Tier of the community on which the group stands'),
  forWhom: line(200),
  situation: line(200),
  coreValue: z.enum(coreValues).nullable(),
  valuePromise: line(300),
  connection: z.enum(connectionTypes).nullable(),
  brandScenario: line(60),
  industry: line(40),
  city: line(60),
  interestTag: z.string().trim().min(1).max(30).nullable(),
  visibility: z.enum(visibilities),
  capacity: z.int().min(1).max(1_000_000).nullable(),
})

export type GroupFields = z.infer<typeof groupFields>

export const newGroup = groupFields
  .partial()
  .required({ name: true, kind: true })
  .describe('What is left out is chosen: a free address, the first letter, a colour, the base tier, public')

export const tierAnswer = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  promise: z.string(),
  rank: z.int(),
})

/** A group wherever it is mentioned. */
export const groupBadge = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  glyph: z.string(),
  colour: z.enum(colours),
  pictureUrl: z.string().nullable(),
})

export const groupAnswer = groupBadge.extend({
  summary: z.string(),
  coverUrl: z.string().nullable(),
  pictureFileId: z.string().nullable(),
  coverFileId: z.string().nullable(),
  kind: z.enum(groupKinds),
  template: z.enum(templates).nullable(),
  tier: tierAnswer,
  forWhom: z.string(),
  situation: z.string(),
  coreValue: z.enum(coreValues).nullable(),
  valuePromise: z.string(),
  connection: z.enum(connectionTypes).nullable(),
  brandScenario: z.string(),
  industry: z.string(),
  city: z.string(),
  interestTag: z.string().nullable(),
  visibility: z.enum(visibilities),
  capacity: z.int().nullable(),
  memberCount: z.int(),
  waiting: z.int(),
  toReview: z.int(),
  rulesVersion: z.int().nullable(),
  ways: z.array(z.string()).describe('Kinds of its admission steps in order; none: open'),
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
  archiveReason: z.string().nullable(),
  can: z.object({ edit: z.boolean(), members: z.boolean() }),
})
