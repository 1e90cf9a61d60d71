/** Answering a post or a comment (T2). */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { ask } from '#base/facts/gate.ts'
import { blocksOf } from '#base/html/blocks.ts'
import type { Document } from '#base/html/document.ts'
import { render } from '#base/i18n/messages.ts'
import type { Audience } from '#modules/audience/api.ts'
import { type AccessedPost, accessPost, requireAsker } from '../access.ts'
import { commentChanged } from '../facts.ts'
import { mayPublish } from '../gates.ts'
import { findMentioned } from '../mentioned.ts'
import { contentProblems } from '../problems.ts'
import type { CommentState } from '../shapes.ts'
import { requireTrust } from '../trust/limits.ts'
import { readWords, type Words } from '../words.ts'
import { keepFiles } from './comment-files.ts'
import { talkProblems } from './problems.ts'
import { factOf, lockPost, release, type SeenComment } from './release.ts'

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
): Promise<{ id: Id; state: CommentState }> {
  const itself = ctx.actor.kind === 'system'
  const memberId = itself && as ? as : requireAsker(ctx)
  const post = await accessPost(ctx, audience, input.postId)
  if (!itself) requireReply(post)
  const words = readSomething(input.document)
  const held = !itself && (await askToPublish(ctx, post, memberId, words))
  return await transact(ctx, async (tx) => {
    if (!itself && !post.moderates) await requireTrust(tx, { memberId, what: 'comment', ...weigh(words) })
    const locked = await lockPost(tx, post.id)
    // Under the lock of the post: the same source that comes twice at once is taken once.
    const known = source ? await findBySource(tx, source) : undefined
    if (known) return known
    if (locked?.state !== 'published') throw talkProblems.notOpen()
    if (locked.lockedAt && !itself) throw contentProblems.postLocked()
    const parent = input.parentId ? await findParent(tx, post.id, input.parentId) : undefined
    const state = held ? 'pending' : 'published'
    const { id } = await tx.db
      .insertInto('comment')
      .values({
        post_id: post.id,
        parent_id: parent?.id ?? null,
        root_id: parent ? (parent.rootId ?? parent.id) : null,
        author_id: memberId,
        state,
        document: JSON.stringify(words.document),
        html: words.html,
        plain: words.plain,
        created_at: at,
        held_at: held ? tx.now : null,
        source,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (words.files.length > 0) await keepFiles(tx, id, words.files)
    const comment: SeenComment = {
      id,
      authorId: memberId,
      parentId: parent?.id ?? null,
      rootId: parent ? (parent.rootId ?? parent.id) : null,
      parentAuthorId: parent?.authorId ?? null,
      at,
    }
    if (state === 'published')
      await release(tx, locked, comment, {
        length: words.plain.length,
        mentionIds: await findMentioned(tx, words, memberId),
      })
    else
      await announce(
        tx,
        commentChanged,
        { ...factOf(locked, comment), how: 'pending' },
        { memberId, groupId: locked.groupId, object: { kind: 'comment', id } },
      )
    return { id, state }
  })
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

async function findBySource(tx: Ctx, source: string): Promise<{ id: Id; state: CommentState } | undefined> {
  const row = await tx.db
    .selectFrom('comment')
    .select(['id', 'state'])
    .where('source', '=', source)
    .executeTakeFirst()
  return row && { id: row.id, state: row.state as CommentState }
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
