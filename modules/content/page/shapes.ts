/** The page of a post, the attention that posts get, and the figures that their authors see. */
import { z } from 'zod'
import { id } from '#base/http/schemas.ts'
import { card, postCard } from '../shapes.ts'

export const postPage = postCard.extend({
  /** From the one renderer. */
  html: z.string().describe('Its first picture is fetched at once, the others when they come near'),
  /** Products, activities and the like in the words. */
  cards: z.array(card).describe('By `kind:id` of the places in the words'),
  shareCount: z.number(),
  version: z.number().describe('1 as it was written; more after changes'),
  publishAt: z.string().nullable().describe('When it will appear, for its author and hosts'),
  column: z.object({ slug: z.string(), name: z.string() }).nullable(),
  closedBecause: z.string(),
  stateReason: z.string().describe('Why it is out of sight, for those who may know'),
  mergedInto: z.string().nullable(),
  firstAnswerAt: z.string().nullable(),
  answerMinutes: z.number().nullable().describe('Working minutes within which the board promises an answer'),
  follow: z.enum(['following', 'muted']).nullable(),
  inGroup: z.boolean().describe('The one who asks is in the group'),
  pinnedTo: z.enum(['board', 'group']).nullable(),
  can: z.object({
    edit: z.boolean(),
    reply: z.boolean(),
    react: z.boolean(),
    accept: z.boolean(),
    moderate: z.boolean(),
    tip: z.boolean(),
    report: z.boolean(),
    share: z.boolean(),
    figures: z.boolean(),
  }),
})
export type PostPage = z.input<typeof postPage>

export const shareWays = ['link', 'poster', 'system'] as const

/** What a page reports of one look at the site; everything in it is bounded and counted once. */
export const attentionInput = z.object({
  shown: z.array(id).max(60).default([]).describe('Posts of which half was on the screen for a second'),
  reads: z
    .array(
      z.object({
        postId: id,
        seconds: z.number().int().min(0).max(86_400).describe('Under the eyes, not in a hidden tab'),
        depth: z.number().int().min(0).max(100).describe('How far one came, in percent of the text'),
      }),
    )
    .max(10)
    .default([]),
  shares: z
    .array(z.object({ postId: id, way: z.enum(shareWays) }))
    .max(10)
    .default([]),
})
export type AttentionInput = z.infer<typeof attentionInput>

export const postFigures = z.object({
  impressions: z.number(),
  reads: z.number(),
  /** Mean depth of the reads, in percent; null without one. */
  depth: z.number().nullable(),
  comments: z.number(),
  reactions: z.number(),
  bookmarks: z.number(),
  shares: z.number(),
  /** (reactions + comments + shares + bookmarks) / reads (S0-43); null without a read. */
  interactionRate: z.number().nullable(),
  /** Minutes from publishing to the first answer of somebody else. */
  firstAnswerMinutes: z.number().nullable(),
  /** The last thirty days in which something happened, oldest first. */
  days: z.array(
    z.object({ day: z.string(), impressions: z.number(), reads: z.number(), shares: z.number() }),
  ),
  /** Who took part last, newest first; at most twelve. */
  people: z.array(z.object({ token: z.string(), name: z.string(), avatarUrl: z.string().nullable() })),
})
export type PostFigures = z.input<typeof postFigures>
