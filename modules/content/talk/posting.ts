/** Answering a post or a comment (T2). */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { ask } from '#base/facts/gate.ts'
import { blocksOf } from '#base/html/blocks.ts'
import type { Document } from '#base/html/document.ts'
import { problems } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import type { Audience } from '#modules/audience/api.ts'
import { type AccessedPost, accessPost, requireAsker } from '../access.ts'
import { mayPublish } from '../gates.ts'
import { findMentioned } from '../mentioned.ts'
import { contentProblems } from '../problems.ts'
import type { CommentState } from '../shapes.ts'
import { requireTrust } from '../trust/limits.ts'
import { readWords, type Words } from '../words.ts'
import { keepFiles } from './comment-files.ts'
import { type CommentRow, findComments } from './comments.sql.ts'
import { insertComment } from './inserting.ts'
import { talkProblems } from './problems.ts'

export interface TalkParts {
  readonly audience: Audience
}

export interface PostingOptions {
  /** Whose comment it is, when the product itself posts it (imports, the demo). */
  readonly as?: Id
  /** When it was written; now when left out. */
  readonly at?: Date
  /** Where it came from: the same source is taken once, and answered with what it became. */
  readonly source?: string
}

export interface Posted {
  readonly id: Id
  readonly state: CommentState
  /** As they who read it see it. */
  readonly row: CommentRow
  readonly post: AccessedPost
}

/** A post may change between the look at it and the lock; this often it is looked at again. */
const mostLooks = 3

/**
 * Posts a comment of the one who acts; the product itself posts for anybody (`as`) and is not asked for
 * rights, trust or the gate. Answers `pending` when a person has to look first. Throws `post_not_found`,
 * `may_not_reply`, `post_locked`, `not_open`, `parent_gone`, `empty`, `file_unknown`, `refused_by_team`,
 * and the limits of trust.
 */
export async function postComment(
  ctx: Ctx,
  { audience }: TalkParts,
  input: { readonly postId: Id; readonly document: Document; readonly parentId?: Id | null },
  { as, at = ctx.now, source = '' }: PostingOptions = {},
): Promise<Posted> {
  const itself = ctx.actor.kind === 'system'
  const memberId = itself && as ? as : requireAsker(ctx)
  const look = async (now: Ctx): Promise<AccessedPost> => {
    const post = await accessPost(now, audience, input.postId)
    if (!itself) requireReply(post)
    else if (post.state !== 'published') throw talkProblems.notOpen()
    return post
  }
  const seen = await look(ctx)
  const words = readSomething(input.document)
  const held = !itself && (await askToPublish(ctx, seen, memberId, words))
  const trusted = itself || seen.moderates
  const post = async (tx: Ctx): Promise<Posted> => {
    if (!trusted) await requireTrust(tx, { memberId, what: 'comment', ...weigh(words) })
    const mentionIds = await findMentioned(tx, words, memberId)
    for (let looks = 1; ; looks++) {
      const known = source ? await findBySource(tx, source) : undefined
      const now = looks === 1 ? seen : await look(tx)
      if (known) return { id: known.id, state: known.state, row: known, post: now }
      const parent = input.parentId ? await findParent(tx, now.id, input.parentId) : undefined
      const state = held ? 'pending' : 'published'
      const row = await insertComment(tx, {
        post: now,
        authorId: memberId,
        state,
        parent,
        words,
        mentionIds,
        at,
        source,
        evenLocked: itself,
      })
      if (row) {
        if (words.files.length > 0) await keepFiles(tx, row.id, words.files)
        return { id: row.id, state, row, post: now }
      }
      if (looks === mostLooks) throw problems.conflict()
    }
  }
  // What is one statement is all or nothing by itself.
  return trusted && words.files.length === 0 ? await post(ctx) : await transact(ctx, post)
}

/** Throws `may_not_reply`, `post_locked` or `not_open` for what stands in the way of a reply. */
export function requireReply(post: AccessedPost): void {
  if (post.state !== 'published') throw talkProblems.notOpen()
  if (post.lockedAt) throw contentProblems.postLocked()
  if (!post.board.may.has('reply')) throw contentProblems.mayNotReply({ values: { board: post.board.name } })
}

/** The words of a document that says something. Throws `empty`. */
export function readSomething(document: Document): Words {
  const words = readWords(document)
  if (words.plain.trim() === '' && words.files.length === 0) throw contentProblems.empty()
  return words
}

/** Asks whether the words may be seen: true when a person has to look first. Throws `refused_by_team`. */
export async function askToPublish(
  ctx: Ctx,
  post: Pick<AccessedPost, 'groupId' | 'boardId'>,
  memberId: Id,
  words: Words,
): Promise<boolean> {
  const verdict = await ask(ctx, mayPublish, {
    what: 'comment',
    memberId,
    groupId: post.groupId,
    boardId: post.boardId,
    text: words.plain,
    files: [...words.files],
    links: [...words.links],
  })
  if (!verdict.allowed)
    throw contentProblems.refusedByTeam({ values: { because: render(verdict.because, ctx.locale) } })
  return 'held' in verdict
}

/** What the limits of trust count in a text. */
export function weigh(words: Words) {
  let videos = 0
  for (const block of blocksOf(words.document)) if (block.type === 'video') videos++
  return {
    links: words.links.length,
    images: words.files.length - videos,
    videos,
    mentions: words.mentions.length,
  }
}

async function findBySource(tx: Ctx, source: string): Promise<CommentRow | undefined> {
  const row = await tx.db.selectFrom('comment').select('id').where('source', '=', source).executeTakeFirst()
  return row && (await findComments(tx, [row.id]))[0]
}

/** The comment that is answered; the head of its thread is locked by the count that follows. */
async function findParent(tx: Ctx, postId: Id, parentId: Id) {
  const parent = await tx.db
    .selectFrom('comment')
    .select(['id', 'root_id as rootId', 'author_id as authorId', 'state'])
    .where('id', '=', parentId)
    .where('post_id', '=', postId)
    .executeTakeFirst()
  if (!parent) throw contentProblems.commentNotFound()
  if (parent.state !== 'published') throw talkProblems.parentGone()
  return parent
}
