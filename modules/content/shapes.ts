/** What posts and comments are, as every part of this module and its screens speak of them. */
import { z } from 'zod'
import { documentSchema } from '#base/html/document.ts'
import { id, moment } from '#base/http/schemas.ts'

/** What a post is (S0-20). The name of each is what members choose in the composer. */
export const postKinds = [
  'discussion',
  'question',
  'picture_question',
  'idea',
  'announcement',
  'article',
  'photo',
  'video',
  'poll',
  'product',
] as const
export type PostKind = (typeof postKinds)[number]
export const postKind = z.enum(postKinds)

/** Kinds that wait for an answer, one of which their author accepts. */
export const questionKinds = ['question', 'picture_question'] as const
export const isQuestion = (kind: string): boolean => (questionKinds as readonly string[]).includes(kind)

export const postStates = ['scheduled', 'pending', 'published', 'hidden', 'removed', 'merged'] as const
export type PostState = (typeof postStates)[number]
export const commentStates = ['pending', 'published', 'hidden', 'removed'] as const
export type CommentState = (typeof commentStates)[number]

export const reactionKinds = ['like', 'love', 'laugh', 'wow', 'thanks'] as const
export type ReactionKind = (typeof reactionKinds)[number]
export const reactionKind = z.enum(reactionKinds)

export const pollInput = z.object({
  question: z.string().trim().max(120).default(''),
  options: z.array(z.string().trim().min(1).max(60)).min(2).max(20),
  choices: z.number().int().min(1).max(20).default(1).describe('How many one may choose'),
  closesAt: moment.nullable().default(null),
  shown: z.enum(['always', 'voted', 'closed']).default('voted').describe('Who sees the figures'),
})
export type PollInput = z.infer<typeof pollInput>

/** A post as it is sent. Topics and mentions stand in the document. */
export const postInput = z.object({
  boardId: id,
  kind: postKind,
  title: z.string().trim().max(120).default(''),
  document: documentSchema,
  columnId: id.nullable().default(null),
  publishAt: moment.nullable().default(null).describe('Left out or null: at once'),
  poll: pollInput.nullable().default(null),
  draftId: id.nullable().default(null).describe('The draft that it was; gone once this is sent'),
})
export type PostInput = z.infer<typeof postInput>

export const author = z.object({
  token: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  /** In the group of the post; null for who is not in it any more. */
  role: z.enum(['owner', 'moderator', 'expert', 'novice', 'member']).nullable(),
  /** The account is closed: shown without a link. */
  gone: z.boolean(),
})
export type Author = z.infer<typeof author>

export const medium = z.object({
  kind: z.enum(['image', 'video']),
  file: z.string().describe('Token: /files/{token}/{small|medium|large}'),
  width: z.number(),
  height: z.number(),
  alt: z.string(),
})
export type Medium = z.infer<typeof medium>

export const card = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  note: z.string(),
  pictureUrl: z.string().nullable(),
  price: z.string().nullable(),
  path: z.string(),
  act: z.string(),
  ended: z.boolean(),
})

/** A post in a list, for whoever asks. */
export const postCard = z.object({
  id: z.string(),
  kind: postKind,
  state: z.enum(postStates),
  title: z.string(),
  excerpt: z.string(),
  author,
  board: z.object({ id: z.string(), name: z.string() }),
  group: z.object({ slug: z.string(), name: z.string(), glyph: z.string(), colour: z.string() }),
  media: z.array(medium),
  topics: z.array(z.string()),
  publishedAt: z.string().nullable(),
  activeAt: z.string().nullable(),
  editedAt: z.string().nullable(),
  commentCount: z.number(),
  reactionCount: z.number(),
  bookmarkCount: z.number(),
  readCount: z.number(),
  pinned: z.boolean(),
  featured: z.boolean(),
  locked: z.boolean(),
  closed: z.boolean(),
  solved: z.boolean(),
  accepted: z.object({ name: z.string(), excerpt: z.string(), reactionCount: z.number() }).nullable(),
  poll: z
    .object({
      options: z.number(),
      voters: z.number(),
      open: z.boolean(),
      closesAt: z.string().nullable(),
      /** The first three; the leading ones with their share for those who may see figures. */
      leading: z.array(z.object({ label: z.string(), percent: z.number().nullable() })),
    })
    .nullable(),
  /** The first card in its words: a product, an activity. */
  card: card.nullable(),
  you: z
    .object({
      reaction: reactionKind.nullable(),
      bookmarked: z.boolean(),
      read: z.boolean(),
      newComments: z.number().describe('Since it was read'),
    })
    .nullable()
    .describe('Null for strangers'),
  reasons: z.array(z.string()).describe('Why it is shown here, in words'),
})
export type PostCard = z.input<typeof postCard>

export const commentAnswer = z.object({
  id: z.string(),
  postId: z.string(),
  parentId: z.string().nullable(),
  rootId: z.string().nullable(),
  state: z.enum(commentStates),
  author,
  /** Whom it answers, when that is not the head of the thread. */
  to: z.object({ token: z.string(), name: z.string() }).nullable(),
  html: z.string().describe('Empty for what was removed'),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  accepted: z.boolean(),
  replyCount: z.number(),
  reactionCount: z.number(),
  /** Words why it is out of sight, for those who may know. */
  stateReason: z.string(),
  you: z.object({ reaction: reactionKind.nullable() }).nullable(),
  can: z.object({
    reply: z.boolean(),
    react: z.boolean(),
    edit: z.boolean(),
    remove: z.boolean(),
    accept: z.boolean(),
    report: z.boolean(),
    moderate: z.boolean(),
  }),
})
export type CommentAnswer = z.input<typeof commentAnswer>
