/** Inputs and answers of writing and arranging posts. */
import { z } from 'zod'
import { documentSchema } from '#base/html/document.ts'
import { id, moment, refusal } from '#base/http/schemas.ts'
import { pollInput, postKind, postStates } from '../shapes.ts'

const title = z.string().trim().max(120)
export const reason = z.string().trim().max(300)

/** What the composer keeps beside the words: poll, column, hour. Bounded, as it is nobody's business but the composer's. */
const extras = z
  .record(z.string().max(40), z.unknown())
  .refine(
    (value) => JSON.stringify(value).length <= 16_000,
    refusal({ zh: '草稿的附加内容过大', en: 'What is kept beside the draft is too large' }),
  )

export const draftWords = z.object({
  boardId: id.nullable().default(null),
  kind: postKind.default('discussion'),
  title: title.default(''),
  document: documentSchema,
  extras: extras.default({}),
  device: z.string().trim().max(80).default(''),
})
export const draftBegun = draftWords.extend({
  postId: id.nullable().default(null).describe('The post that is edited; null for a new one'),
})
export const draftSaved = draftWords.extend({
  revision: z.number().int().positive().describe('The one this device knows'),
})

const draftHead = {
  id: z.string(),
  postId: z.string().nullable(),
  boardId: z.string().nullable(),
  kind: postKind,
  title: z.string(),
  device: z.string(),
  revision: z.number(),
  updatedAt: z.string(),
}
export const draftAnswer = z.object({
  ...draftHead,
  document: z.record(z.string(), z.unknown()),
  extras: z.record(z.string(), z.unknown()),
})
export const draftLine = z.object({ ...draftHead, excerpt: z.string() })

export const publishedAnswer = z.object({
  id: z.string(),
  state: z.enum(postStates),
  because: z.string().describe('Why it waits; empty when it does not'),
})

export const postEdit = z.object({
  version: z.number().int().positive().describe('The version that was edited'),
  title,
  document: documentSchema,
  columnId: id.nullable().optional().describe('Left out: as it is'),
  reason: z.string().trim().max(200).default('').describe('Why, for the history'),
  draftId: id.nullable().default(null),
})

export const schedule = z.object({
  publishAt: moment.nullable().describe('Null: at once'),
})

/** One or several changes of how a post stands. Each left out stays as it is. */
export const standing = z.object({
  pinned: z.enum(['board', 'group']).nullable().optional(),
  featured: z.boolean().optional(),
  locked: z.boolean().optional(),
  closed: z.boolean().optional(),
  closedBecause: z.string().trim().max(200).optional(),
  state: z
    .enum(['published', 'hidden', 'removed'])
    .optional()
    .describe('published also approves one that waits, removed refuses it'),
  reason: reason.default('').describe('The author reads it; asked for when it is hidden or removed'),
  version: z.number().int().optional().describe('The one that was looked at, when a waiting one is approved'),
})
export type Standing = z.infer<typeof standing>

export const standingAnswer = z.object({
  id: z.string(),
  state: z.enum(postStates),
  pinned: z.enum(['board', 'group']).nullable(),
  featured: z.boolean(),
  locked: z.boolean(),
  closed: z.boolean(),
  stateReason: z.string(),
})

export const boardMove = z.object({ boardId: id, reason: reason.default('') })
export const mergeInput = z.object({ postId: id.describe('The one that stays'), reason: reason.default('') })
export const splitInput = z.object({
  commentIds: z.array(id).min(1).max(200),
  title: title.min(1),
  boardId: id.nullable().default(null).describe('Null: the same board'),
  kind: postKind.default('discussion'),
  reason: reason.default(''),
})

export const templateAnswer = z.object({
  id: z.string(),
  boardId: z.string().nullable(),
  kind: postKind,
  name: z.string(),
  title: z.string(),
  document: z.record(z.string(), z.unknown()),
})

/** A board as the composer offers it. */
export const composerBoard = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  rules: z.string(),
  group: z.object({ slug: z.string(), name: z.string(), glyph: z.string(), colour: z.string() }),
  kinds: z.array(postKind).describe('What one may post there'),
  answerMinutes: z.number().nullable().describe('Working minutes until the first answer that is promised'),
  templates: z.array(templateAnswer),
})

export const versionLine = z.object({
  version: z.number(),
  title: z.string(),
  writtenAt: z.string(),
  by: z.object({ name: z.string(), team: z.boolean() }),
  reason: z.string().describe('Why it was written'),
  current: z.boolean(),
})
const run = z.object({
  text: z.string(),
  kind: z.enum(['same', 'added', 'removed', 'skipped']),
})
export const versionDiff = z.object({
  version: z.number(),
  before: z.number().nullable(),
  title: z.array(run),
  text: z.array(run),
})

/** A post as its author opens it again in the composer. */
export const writtenPost = z.object({
  id: z.string(),
  boardId: z.string(),
  kind: postKind,
  state: z.enum(postStates),
  title: z.string(),
  document: z.record(z.string(), z.unknown()),
  columnId: z.string().nullable(),
  publishAt: z.string().nullable(),
  poll: pollInput.nullable(),
  version: z.number(),
})

/** Posts of one's own that are not in public, or not yet. */
export const waitingPost = z.object({
  id: z.string(),
  boardId: z.string(),
  board: z.string(),
  kind: postKind,
  state: z.enum(postStates),
  title: z.string(),
  excerpt: z.string(),
  publishAt: z.string().nullable(),
  reason: z.string().describe('Why it is hidden or was removed'),
  createdAt: z.string(),
})
