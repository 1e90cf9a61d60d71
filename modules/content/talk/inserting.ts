/** A new comment as rows of the database. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { statement } from '#base/db/statement.ts'
import { draftFact, type FactDraft, insertFacts, wakeAfter } from '#base/facts/fact.ts'
import { type AccessedPost, askerOf } from '../access.ts'
import { commentChanged, commentPosted, questionAnswered } from '../facts.ts'
import { type CommentState, isQuestion } from '../shapes.ts'
import type { Words } from '../words.ts'
import { type CommentRow, insertedComment } from './comments.sql.ts'
import { factOf, type SeenComment } from './release.ts'

export interface NewComment {
  /** As it was when it was looked at whether one may reply. */
  readonly post: AccessedPost
  readonly authorId: Id
  readonly state: Extract<CommentState, 'published' | 'pending'>
  readonly parent: { readonly id: Id; readonly rootId: Id | null; readonly authorId: Id } | undefined
  readonly words: Words
  readonly mentionIds: readonly Id[]
  readonly at: Date
  readonly source: string
  /** Also on a post that is locked. */
  readonly evenLocked: boolean
}

/**
 * All that a new comment is, in one statement: its row, what it counts for, who follows the post, and the facts.
 * The post is locked by it. Resolves to undefined when the post is no longer as it was looked at, or the
 * source is taken: then nothing is written.
 */
export async function insertComment(tx: Ctx, made: NewComment): Promise<CommentRow | undefined> {
  const { post, authorId, state, parent, words, at, source, evenLocked } = made
  const published = state === 'published'
  const unanswered = post.firstAnswerAt === null
  const first = published && unanswered && authorId !== post.authorId
  // The fact that a question has its first answer names it, so its number is taken beforehand.
  const id = first && isQuestion(post.kind) ? (await nextId(tx.db, {}))[0]!.id : null
  const rootId = parent ? (parent.rootId ?? parent.id) : null
  const comment = {
    id: id ?? '0',
    authorId,
    parentId: parent?.id ?? null,
    rootId,
    parentAuthorId: parent?.authorId ?? null,
    at,
  }
  const [row] = await insert(tx.db, {
    asker: askerOf(tx) ?? null,
    postId: post.id,
    boardId: post.boardId,
    groupId: post.groupId,
    kind: post.kind,
    postAuthorId: post.authorId,
    evenLocked,
    unanswered,
    first,
    published,
    id,
    parentId: comment.parentId,
    rootId,
    authorId,
    state,
    document: JSON.stringify(words.document),
    html: words.html,
    plain: words.plain,
    at,
    heldAt: published ? null : tx.now,
    source,
    facts: JSON.stringify(draftsOf(tx, made, comment, id)),
  })
  if (row) wakeAfter(tx)
  return row
}

function draftsOf(tx: Ctx, made: NewComment, comment: SeenComment, id: Id | null): FactDraft[] {
  const { post, authorId, state, words, mentionIds, at } = made
  const what = factOf(post, comment)
  const about = { memberId: authorId, groupId: post.groupId, object: { kind: 'comment', id: null } }
  if (state === 'pending') return [draftFact(tx, commentChanged, { ...what, how: 'pending' }, about)]
  const posted = draftFact(
    tx,
    commentPosted,
    { ...what, length: words.plain.length, mentionIds: [...mentionIds] },
    { ...about, occurredAt: at },
  )
  if (id === null) return [posted]
  const answered = draftFact(
    tx,
    questionAnswered,
    { ...what, commentId: id },
    {
      ...about,
      object: { kind: 'post', id: post.id },
      value: post.publishedAt && Math.round((at.getTime() - post.publishedAt.getTime()) / 60_000),
      occurredAt: at,
    },
  )
  return [posted, answered]
}

const nextId = statement<{ id: Id }, object>(
  'content: number of comment',
  () => sql`select nextval(pg_get_serial_sequence('comment', 'id'))::text as id`,
)

interface InsertedComment {
  readonly asker: Id | null
  readonly postId: Id
  readonly boardId: Id
  readonly groupId: Id
  readonly kind: string
  readonly postAuthorId: Id
  readonly evenLocked: boolean
  readonly unanswered: boolean
  readonly first: boolean
  readonly published: boolean
  readonly id: Id | null
  readonly parentId: Id | null
  readonly rootId: Id | null
  readonly authorId: Id
  readonly state: CommentState
  readonly document: string
  readonly html: string
  readonly plain: string
  readonly at: Date
  readonly heldAt: Date | null
  readonly source: string
  readonly facts: string
}

// Posts before comments, always: whatever is changed hangs on `held`.
const insert = statement<CommentRow, InsertedComment>(
  'content: comment',
  (at) => sql`
    with held as (
      select id from post
       where id = ${at.postId}::bigint and state = 'published' and board_id = ${at.boardId}::bigint
         and group_id = ${at.groupId}::bigint and kind = ${at.kind}::text
         and author_id = ${at.postAuthorId}::bigint and (first_answer_at is null) = ${at.unanswered}::boolean
         and (locked_at is null or ${at.evenLocked}::boolean)
         for no key update
    ), made as (
      insert into comment (id, post_id, parent_id, root_id, author_id, state, document, html, plain, created_at,
                           held_at, source)
      select coalesce(${at.id}::bigint, nextval(pg_get_serial_sequence('comment', 'id'))), held.id,
             ${at.parentId}::bigint, ${at.rootId}::bigint, ${at.authorId}::bigint, ${at.state}::text,
             ${at.document}::jsonb, ${at.html}::text, ${at.plain}::text, ${at.at}::timestamptz,
             ${at.heldAt}::timestamptz, ${at.source}::text
        from held
      on conflict (source) where source <> '' do nothing
      returning *
    ), counted as (
      update post set comment_count = comment_count + 1,
                      active_at = greatest(active_at, ${at.at}::timestamptz),
                      first_answer_at = case when ${at.first}::boolean then ${at.at}::timestamptz else first_answer_at end
        from made where post.id = made.post_id and ${at.published}::boolean
    ), counted_below as (
      update comment set reply_count = comment.reply_count + 1
        from made where comment.id = made.root_id and ${at.published}::boolean
    ), asked as (
      update answer_request set answered_at = ${at.at}::timestamptz
        from made where answer_request.post_id = made.post_id and answer_request.member_id = made.author_id
                    and answered_at is null and ${at.published}::boolean
    ), followed as (
      -- Unless he muted it.
      insert into follow (member_id, post_id, by_itself, created_at)
      select author_id, post_id, true, created_at from made where ${at.published}::boolean
      on conflict do nothing
    ), told as (${insertFacts(at.facts, sql`made`)})
    ${insertedComment(sql`made`, at.asker)}`,
)
