/**
 * What content announces. Every fact about a post carries `object: {kind: 'post', id}` and `groupId`; one
 * about a comment `object: {kind: 'comment', id}` and the post in its payload. `memberId` is who did it.
 * Ids only: what people wrote and how they are called never enters the log.
 */
import { z } from 'zod'
import { type About, defineFact } from '#base/facts/fact.ts'
import { factLabels as labels } from './facts.messages.ts'
import { postKind, reactionKind } from './shapes.ts'

type Told = { payload: unknown; about: About }
const touchesPost = ({ about }: Told) => [['posts', about.object?.id ?? '']]
const touchesPosts = ({ about }: Told) => [['posts'], ['posts', about.object?.id ?? '']]
const touchesTalk = ({ payload }: { payload: { postId: string } }) => [['posts', payload.postId]]

const onPost = z.object({ kind: postKind, boardId: z.string(), authorId: z.string() })
const onComment = z.object({
  postId: z.string(),
  boardId: z.string(),
  /** Of the post. */
  kind: postKind,
  /** Of the post, and of the comment it answers. */
  authorId: z.string(),
  parentId: z.string().nullable(),
  parentAuthorId: z.string().nullable(),
})

export const postPublished = defineFact({
  name: 'post.published',
  payload: onPost.extend({
    length: z.number(),
    media: z.number(),
    topicIds: z.array(z.string()),
    mentionIds: z.array(z.string()),
  }),
  label: labels.published,
  touches: touchesPosts,
  publicFields: ['kind', 'boardId', 'length', 'media'],
})
export const postEdited = defineFact({
  name: 'post.edited',
  payload: onPost.extend({ version: z.number(), mentionIds: z.array(z.string()).default([]) }),
  label: labels.edited,
  touches: touchesPost,
})
/** `how`: pending, scheduled, hidden, removed, restored, approved, rejected, merged, moved, split, pinned … */
export const postChanged = defineFact({
  name: 'post.changed',
  payload: onPost.extend({ how: z.string(), to: z.string().optional() }),
  label: labels.changed,
  touches: touchesPosts,
  publicFields: ['how'],
})
export const postFeatured = defineFact({
  name: 'post.featured',
  payload: onPost,
  label: labels.featured,
  touches: touchesPosts,
  publicFields: ['kind'],
})
/** Looked at for three seconds or more (mechanics: a read is not a view). `depth` in percent. */
export const postRead = defineFact({
  name: 'post.read',
  payload: onPost.extend({ seconds: z.number(), depth: z.number() }),
  label: labels.read,
  publicFields: ['kind', 'seconds', 'depth'],
})
export const postShared = defineFact({
  name: 'post.shared',
  payload: onPost.extend({ way: z.string() }),
  label: labels.shared,
  publicFields: ['way'],
})
export const commentPosted = defineFact({
  name: 'comment.posted',
  payload: onComment.extend({ length: z.number(), mentionIds: z.array(z.string()) }),
  label: labels.commented,
  touches: touchesTalk,
  publicFields: ['kind', 'length'],
})
export const commentChanged = defineFact({
  name: 'comment.changed',
  payload: onComment.extend({
    how: z.string(),
    /** Who is mentioned since it was edited, and was not before. */
    mentionIds: z.array(z.string()).default([]),
  }),
  label: labels.commentChanged,
  touches: touchesTalk,
})
/** `first`: the first answer to a question by somebody else; `value` is minutes since it was asked. */
export const questionAnswered = defineFact({
  name: 'question.answered',
  payload: onComment.extend({ commentId: z.string() }),
  label: labels.answered,
  touches: (fact) => [...touchesTalk(fact), ['content-questions']],
})
export const answerAccepted = defineFact({
  name: 'answer.accepted',
  payload: onComment.extend({ commentAuthorId: z.string() }),
  label: labels.accepted,
  touches: (fact) => [...touchesTalk(fact), ['content-questions']],
})
/** The same, about who answered: `memberId`. It is his to be proud of, and conditions ask for it. */
export const answerChosen = defineFact({
  name: 'answer.chosen',
  payload: z.object({ postId: z.string(), boardId: z.string(), kind: postKind }),
  label: labels.chosen,
  touches: ({ about }) => [['members', about.memberId ?? '']],
  publicFields: ['kind'],
})
/** The team asks somebody who is likely to know: `memberId`. */
export const answerRequested = defineFact({
  name: 'answer.requested',
  payload: onPost,
  label: labels.answerRequested,
  touches: ({ about }) => [['content-questions'], ['member', about.memberId ?? '', 'inbox']],
})
export const reactionGiven = defineFact({
  name: 'reaction.given',
  payload: z.object({
    postId: z.string(),
    boardId: z.string(),
    commentId: z.string().nullable(),
    /** Whose words they are. */
    authorId: z.string(),
    reaction: reactionKind,
  }),
  label: labels.reacted,
  touches: touchesTalk,
  publicFields: ['reaction'],
})
export const reactionWithdrawn = defineFact({
  name: 'reaction.withdrawn',
  payload: z.object({ postId: z.string(), commentId: z.string().nullable(), authorId: z.string() }),
  label: labels.unreacted,
  touches: touchesTalk,
})
export const postBookmarked = defineFact({
  name: 'post.bookmarked',
  payload: onPost,
  label: labels.bookmarked,
  touches: ({ about }) => [['member', about.memberId ?? '', 'bookmarks']],
})
/** `what`: post, topic, board, member; the object says which. */
export const followStarted = defineFact({
  name: 'follow.started',
  payload: z.object({ what: z.enum(['post', 'topic', 'board', 'member']) }),
  label: labels.followed,
  touches: ({ about }) => [['member', about.memberId ?? '', 'follows']],
  publicFields: ['what'],
})
export const pollVoted = defineFact({
  name: 'poll.voted',
  payload: onPost,
  label: labels.voted,
  touches: touchesPost,
})
export const postTipped = defineFact({
  name: 'post.tipped',
  /** `value`: points. */
  payload: onPost.extend({ commentId: z.string().nullable(), tippedId: z.string() }),
  label: labels.tipped,
  touches: touchesPost,
})
export const contentReported = defineFact({
  name: 'content.reported',
  payload: z.object({ postId: z.string(), commentId: z.string().nullable(), reason: z.string() }),
  label: labels.reported,
  touches: () => [['content-reports']],
})
export const reportDecided = defineFact({
  name: 'report.decided',
  /** `memberId` of the fact: who reported. */
  payload: z.object({
    postId: z.string(),
    commentId: z.string().nullable(),
    reportId: z.string(),
    upheld: z.boolean(),
    authorId: z.string(),
  }),
  label: labels.reportDecided,
  touches: () => [['content-reports']],
})
export const trustChanged = defineFact({
  name: 'trust.changed',
  payload: z.object({ from: z.number(), to: z.number(), byHand: z.boolean() }),
  label: labels.trust,
  touches: ({ about }) => [
    ['member', about.memberId ?? '', 'trust'],
    ['members', about.memberId ?? ''],
  ],
  publicFields: ['from', 'to'],
})
export const contentArranged = defineFact({
  name: 'content.arranged',
  /** Which part the team changed: boards, templates, topics, columns, trust. */
  payload: z.object({ part: z.string() }),
  label: labels.arranged,
  touches: ({ payload }) => [['content', payload.part]],
})
