/** What is sent and answered where people talk: comments, reactions, polls, follows, reports, tips. */
import { z } from 'zod'
import { documentSchema } from '#base/html/document.ts'
import { id } from '#base/http/schemas.ts'
import { commentAnswer, postCard, postKind, reactionKind, reactionKinds } from '../shapes.ts'

export const commentSorts = ['best', 'newest', 'oldest'] as const
export type CommentSort = (typeof commentSorts)[number]

export const commentInput = z.object({
  document: documentSchema,
  parentId: id.nullable().default(null).describe('The comment that it answers; null at the top level'),
})

/** A comment at the head of its thread with the first of its replies. */
export const threadAnswer = commentAnswer.extend({
  replies: z.array(commentAnswer).describe('The first three, oldest first; of all depths'),
  more: z.string().nullable().describe('Cursor of /api/site/comments/{id}/replies for the rest'),
})
export type ThreadAnswer = z.input<typeof threadAnswer>

export const threadPage = z.object({
  items: z.array(threadAnswer),
  next: z.string().nullable(),
  accepted: threadAnswer
    .nullable()
    .describe('On the first page: the answer that was accepted; it is not among the items'),
})
export type ThreadPage = z.input<typeof threadPage>

/** What was said to something, by kind, and by the one who asks. */
export const reactionState = z.object({
  count: z.number(),
  kinds: z.record(z.enum(reactionKinds), z.number()).describe('All kinds, also those with none'),
  yours: reactionKind.nullable(),
})
export type ReactionState = z.input<typeof reactionState>

export const bookmarkAnswer = z.object({
  items: z.array(postCard),
  next: z.string().nullable(),
})

export const followKinds = ['post', 'topic', 'board', 'member'] as const
export type FollowKind = (typeof followKinds)[number]

export const followParams = z.object({
  what: z.enum(followKinds),
  id: z.string().max(64).describe('Id of the post or board; name of the topic; token of the member'),
})

export const followState = z.object({
  following: z.boolean(),
  muted: z.boolean().describe('He hears nothing of it, whatever would follow it by itself'),
})
export type FollowState = z.infer<typeof followState>

export const followAnswer = followState.extend({
  what: z.enum(followKinds),
  id: z.string().describe('As in the address of following'),
  name: z.string(),
  note: z.string(),
  pictureUrl: z.string().nullable(),
  path: z.string(),
  byItself: z.boolean().describe('Because he wrote there'),
  since: z.string(),
})

export const pollAnswer = z.object({
  question: z.string(),
  choices: z.number().describe('How many one may choose'),
  closesAt: z.string().nullable(),
  open: z.boolean(),
  shown: z.enum(['always', 'voted', 'closed']),
  voters: z.number(),
  /** Null counts: the one who asks may not see them yet. */
  options: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      votes: z.number().nullable(),
      share: z.number().nullable().describe('Of those who voted, 0 to 1'),
      yours: z.boolean(),
    }),
  ),
  can: z.object({ vote: z.boolean(), close: z.boolean() }),
})
export type PollAnswer = z.input<typeof pollAnswer>

export const reportReasons = ['spam', 'abuse', 'privacy', 'illegal', 'wrong', 'other'] as const
export const reportInput = z.object({
  postId: id,
  commentId: id.nullable().default(null),
  reason: z.enum(reportReasons),
  note: z.string().trim().max(500).default(''),
})

export const tipInput = z.object({
  points: z.number().int().min(1).max(100_000),
  commentId: id.nullable().default(null).describe('The comment that is tipped; null: the post'),
})
export const tipAnswer = z.object({ points: z.number(), tippers: z.number().describe('Of the post so far') })

const person = z.object({
  memberId: z.string(),
  token: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
})

/** Something that was reported, with everybody who reported it. */
export const reportCase = z.object({
  key: z.string().describe('post id, or post id and comment id: what it is about'),
  postId: z.string(),
  commentId: z.string().nullable(),
  title: z.string(),
  words: z.string().describe('What was reported, plain'),
  author: person,
  board: z.string(),
  group: z.string(),
  thing: z.enum(['pending', 'published', 'hidden', 'removed', 'scheduled', 'merged']).describe('Its state'),
  reports: z.array(
    z.object({
      id: z.string(),
      reporter: person,
      reason: z.enum(reportReasons),
      note: z.string(),
      at: z.string(),
      /** How the reports of this person were decided so far. */
      upheld: z.number(),
      dismissed: z.number(),
    }),
  ),
  count: z.number(),
  since: z.string(),
  state: z.enum(['open', 'upheld', 'dismissed']),
  decided: z.object({ by: z.string(), at: z.string(), answer: z.string() }).nullable(),
  can: z.object({ decide: z.boolean() }),
})
export type ReportCase = z.input<typeof reportCase>

export const decisionInput = z.object({
  postId: id,
  commentId: id.nullable().default(null),
  upheld: z.boolean(),
  act: z
    .enum(['none', 'hide', 'remove'])
    .default('none')
    .describe('What becomes of it when the report was right; a dismissed one that was hidden is shown again'),
  reason: z.string().trim().max(300).default('').describe('Told to the author of what is taken away'),
  answer: z.string().trim().max(300).default('').describe('Told to those who reported'),
})

/** Somebody who is likely to know, with the reasons in words. */
export const expertAnswer = z.object({
  person,
  accepted: z
    .number()
    .describe('Answers of his that were accepted in these topics and on this board, 180 days'),
  thanked: z.number().describe('Reactions to his answers there'),
  answers: z.number(),
  lastSeenAt: z.string().nullable(),
  open: z.number().describe('Requests that wait for him'),
  askedAt: z.string().nullable().describe('He was asked to answer this one'),
  score: z.number(),
  reasons: z.array(z.string()),
})

/** A question that waits: for the first answer, or for an end. */
export const waitingQuestion = z.object({
  id: z.string(),
  title: z.string(),
  excerpt: z.string(),
  kind: postKind,
  author: person,
  board: z.object({ id: z.string(), name: z.string() }),
  group: z.object({ id: z.string(), name: z.string() }),
  publishedAt: z.string(),
  activeAt: z.string(),
  commentCount: z.number(),
  /** By the promise of its board, in working time; null: none promised. */
  dueAt: z.string().nullable(),
  overdue: z.boolean(),
  waitedMinutes: z.number().describe('Working minutes since it was asked'),
  asked: z.number().describe('People who were asked to answer'),
})
