/** What lists of posts, topics, authors and columns are asked and answer. */
import { z } from 'zod'
import { id } from '#base/http/schemas.ts'
import { postCard, postKind } from '../shapes.ts'

export const feedViews = ['latest', 'active', 'hot', 'following', 'unanswered', 'featured', 'forYou'] as const

/** By what a list narrows; all that are given hold at once. */
export const feedFilter = z.object({
  view: z.enum(feedViews).default('latest'),
  board: id.optional(),
  group: z
    .string()
    .regex(/^[a-z0-9-]{2,80}$/)
    .optional()
    .describe('Slug'),
  topic: z.string().trim().min(1).max(40).optional().describe('Name'),
  author: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .describe('Token of the member'),
  column: z
    .string()
    .regex(/^[a-z0-9-]{2,80}$/)
    .optional()
    .describe('Slug'),
  kind: postKind.optional(),
  pictures: z.literal('true').optional().describe('Only with pictures or films'),
})
export type FeedFilter = z.infer<typeof feedFilter>

export const feedPage = z.object({
  items: z.array(postCard),
  next: z.string().nullable(),
  pinned: z.array(postCard).describe('First page of a board or group; not among the items'),
  newest: z.string().nullable().describe('For asking what has come since'),
  since: z
    .string()
    .nullable()
    .describe('When the member was last on this board; what is newer is new to him'),
  personal: z
    .boolean()
    .nullable()
    .describe('View forYou: whether it is made for him, or what is hot for everybody; else null'),
})

export const trend = z.array(z.number()).describe('What was written on each of the last 14 days')

export const topicCard = z.object({
  name: z.string(),
  summary: z.string(),
  coverUrl: z.string().nullable(),
  posts: z.number(),
  followers: z.number(),
  trend,
  reason: z.string().nullable().describe('Why it is hot, in words'),
  following: z.boolean(),
})
export type TopicCard = z.input<typeof topicCard>

export const topicPage = topicCard.extend({
  muted: z.boolean(),
  related: z.array(z.object({ name: z.string(), posts: z.number() })),
})

export const authorPage = z.object({
  token: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  bio: z.string(),
  city: z.string(),
  joinedAt: z.string(),
  gone: z.boolean(),
  you: z.object({ self: z.boolean(), following: z.boolean(), muted: z.boolean() }).nullable(),
  posts: z.number(),
  featured: z.number(),
  accepted: z.number().describe('Answers that askers accepted'),
  thanked: z.number().describe('Reactions to what he wrote'),
  followers: z.number(),
  columns: z.array(z.object({ slug: z.string(), name: z.string(), posts: z.number() })),
})

export const columnCard = z.object({
  slug: z.string(),
  name: z.string(),
  summary: z.string(),
  coverUrl: z.string().nullable(),
  posts: z.number(),
  updatedAt: z.string().nullable(),
  author: z.object({ token: z.string(), name: z.string(), avatarUrl: z.string().nullable() }),
})
export type ColumnCard = z.input<typeof columnCard>

/** What stands around the feed of the first page. */
export const homeAnswer = z.object({
  topics: z.array(topicCard).describe('Hot ones first; at most ten'),
  unanswered: z.number().describe('Questions that wait for their first answer; 99 for more'),
})

/** What came on the boards of one's groups since one was last there; 99 for more. */
export const unreadAnswer = z.object({
  boards: z.array(z.object({ boardId: z.string(), group: z.string(), unread: z.number() })),
  groups: z.array(z.object({ slug: z.string(), unread: z.number() })),
})

export const interest = z.object({
  what: z.enum(['topic', 'board']),
  id: z.string().describe('Name of the topic; id of the board'),
  name: z.string(),
  because: z.string().describe('How we came to think so, in words'),
  refused: z.boolean(),
})
export const personalAnswer = z.object({ on: z.boolean(), interests: z.array(interest) })
