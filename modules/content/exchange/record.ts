/**
 * The form in which a community travels: one JSON object a line, each with its `type`. Exports write it, imports
 * read it, and adapters turn the dumps of others into it. Ids are those of where it comes from.
 */
import { z } from 'zod'
import { reactionKind } from '../shapes.ts'

const key = z.coerce.string().trim().min(1).max(120)
const time = z.coerce.date()
const name = z.string().trim().max(120)

/** Words in one of three forms; the document wins over HTML, HTML over plain words. */
const words = {
  document: z.looseObject({ type: z.literal('doc') }).optional(),
  html: z.string().max(1_000_000).optional(),
  text: z.string().max(1_000_000).optional(),
}
/** Who wrote it; one who is not among the users is told by name. */
const by = { author: key.optional(), authorName: name.optional() }

export const userRecord = z.object({
  type: z.literal('user'),
  id: key,
  name,
  joinedAt: time.optional(),
  city: z.string().trim().max(60).optional(),
  /** Plain words, or HTML. */
  about: z.string().max(1_000_000).optional(),
  aboutHtml: z.string().max(1_000_000).optional(),
})
export const postRecord = z.object({
  type: z.literal('post'),
  id: key,
  ...by,
  ...words,
  kind: z.string().max(40).default('discussion'),
  /** `group/board`, as addresses and names of boards say it. */
  board: z.string().max(120).optional(),
  title: z.string().default(''),
  createdAt: time,
  editedAt: time.nullish(),
  featuredAt: time.nullish(),
  closedAt: time.nullish(),
  topics: z.array(z.string()).max(50).default([]),
  acceptedComment: key.nullish(),
  poll: z.object({ options: z.array(z.string().min(1).max(60)).min(2).max(20) }).nullish(),
})
export const commentRecord = z.object({
  type: z.literal('comment'),
  id: key,
  post: key,
  parent: key.nullish(),
  ...by,
  ...words,
  createdAt: time,
})
export const reactionRecord = z.object({
  type: z.literal('reaction'),
  post: key.optional(),
  comment: key.nullish(),
  author: key,
  kind: reactionKind.catch('like').default('like'),
  createdAt: time,
})
export const bookmarkRecord = z.object({
  type: z.literal('bookmark'),
  post: key,
  author: key,
  createdAt: time,
})

export const record = z.discriminatedUnion('type', [
  userRecord,
  postRecord,
  commentRecord,
  reactionRecord,
  bookmarkRecord,
])
export type UserRecord = z.infer<typeof userRecord>
export type PostRecord = z.infer<typeof postRecord>
export type CommentRecord = z.infer<typeof commentRecord>
export type ReactionRecord = z.infer<typeof reactionRecord>
export type BookmarkRecord = z.infer<typeof bookmarkRecord>
export type ExchangeRecord = z.infer<typeof record>
export type RecordType = ExchangeRecord['type']

/** Something in a dump that is not taken, with why. */
export interface Refused {
  readonly what: string
  readonly sourceId: string
  readonly reason: RefusalReason
}
export const refusalReasons = [
  'unreadable',
  'unsupported',
  'empty',
  'tooLong',
  'inFuture',
  'postUnknown',
  'nobody',
  'boardUnknown',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** What a reader of a dump hands over, one after the other. */
export type Read = { readonly record: ExchangeRecord } | { readonly refused: Refused }

/** The steps of an import, each a walk through the dump. */
export const stages = ['user', 'post', 'comment', 'reaction', 'accept'] as const
export type Stage = (typeof stages)[number]

export interface Dump {
  /** What there is for a step, in the order in which it must come; always the same order. */
  read(stage: Stage): AsyncIterable<Read>
}

export type Wording = Pick<PostRecord, 'html' | 'text'> & { readonly document?: unknown }
