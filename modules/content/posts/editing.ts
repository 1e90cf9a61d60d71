/** Changing what was published: every version before stays, with who, when and why. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Document } from '#base/html/document.ts'
import { render } from '#base/i18n/messages.ts'
import { type AccessedPost, askerOf, requireAsker } from '../access.ts'
import { postEdited } from '../facts.ts'
import { findMentioned } from '../mentioned.ts'
import type { PollInput } from '../shapes.ts'
import { takeTurn } from '../trust/limits.ts'
import { excerptOf, readWords } from '../words.ts'
import { keepFiles } from './files.ts'
import { auditPost, type HeldPost, lockPost, tellChange } from './locking.ts'
import { postProblems } from './problems.ts'
import { type Published, requireColumn } from './publish.ts'
import { isOurs, takeWords } from './taking.ts'
import { countTopics, setTopics } from './topics.ts'
import { setState } from './visibility.ts'

export interface PostEdit {
  /** The version that was edited. */
  readonly version: number
  readonly title: string
  readonly document: Document
  readonly columnId?: Id | null | undefined
  readonly reason: string
  readonly draftId: Id | null
}

/** Who looks after it; and its author, as long as he may write there. */
export const mayEdit = (post: AccessedPost): boolean =>
  post.moderates || (post.own && post.board.may.has('post'))

/**
 * Changes the words of a post. The gate is asked again: what it holds back waits for the team, whole. Throws
 * `may_not_edit`, `changed_meanwhile`, and whatever publishing throws of the words.
 */
export async function editPost(ctx: Ctx, post: AccessedPost, edit: PostEdit): Promise<Published> {
  if (!mayEdit(post)) throw postProblems.mayNotEdit()
  return await transact(ctx, async (tx) => {
    // Before the post, as where people talk: a comment of the same author waits in this order too.
    if (!isOurs(tx)) await takeTurn(tx, post.authorId)
    const held = await lockPost(tx, post.id)
    if (held.state === 'merged' || (held.state === 'removed' && !post.moderates))
      throw postProblems.stateUnfit()
    if (held.version !== edit.version) throw postProblems.changedMeanwhile()
    if (edit.columnId !== undefined) await requireColumn(tx, held.authorId, held.kind, edit.columnId)
    const poll = await findPollInput(tx, post.id)
    const before = await tx.db
      .selectFrom('post_body')
      .select(sql<Document>`document`.as('document'))
      .where('post_id', '=', post.id)
      .executeTakeFirstOrThrow()
    const taken = await takeWords(tx, {
      ...edit,
      words: readWords(edit.document),
      poll,
      kind: held.kind,
      authorId: held.authorId,
      board: post.board,
      postId: post.id,
    })
    await keepVersion(tx, held, before.document, edit.reason)
    const waits = taken.held !== undefined && held.state === 'published'
    await tx.db
      .updateTable('post')
      .set({
        title: edit.title,
        excerpt: excerptOf(taken.words.plain),
        media: JSON.stringify(taken.media),
        version: held.version + 1,
        edited_at: tx.now,
        edited_by: describeActor(tx.actor),
        ...(edit.columnId === undefined ? {} : { column_id: edit.columnId }),
      })
      .where('id', '=', post.id)
      .execute()
    const { document, html, plain, topics } = taken.words
    await tx.db
      .updateTable('post_body')
      .set({ document: JSON.stringify(document), html, plain })
      .where('post_id', '=', post.id)
      .execute()
    await keepFiles(tx, post.id, taken.files)
    await setTopics(tx, post.id, topics, {
      make: taken.newTopics,
      counted: held.state === 'published',
    })
    if (edit.draftId && !isOurs(tx))
      await tx.db
        .deleteFrom('draft')
        .where('id', '=', edit.draftId)
        .where('member_id', '=', requireAsker(tx))
        .execute()
    if (waits) {
      await countTopics(tx, post.id, -1)
      await setState(tx, held, 'pending', '')
      await tellChange(tx, held, 'pending')
    }
    const known = new Set(await findMentioned(tx, readWords(before.document), held.authorId))
    await announce(
      tx,
      postEdited,
      {
        kind: held.kind,
        boardId: held.boardId,
        authorId: held.authorId,
        version: held.version + 1,
        // Who was named before has heard of it.
        mentionIds: taken.mentionIds.filter((id) => !known.has(id)),
      },
      {
        memberId: askerOf(tx) ?? null,
        groupId: held.groupId,
        object: { kind: 'post', id: post.id },
      },
    )
    await auditPost(tx, held, 'edited', { version: held.version + 1, reason: edit.reason })
    return {
      id: post.id,
      state: waits ? 'pending' : held.state,
      because: waits && taken.held ? render(taken.held, tx.locale) : '',
    }
  })
}

/** Keeps the words that are about to go: who wrote them and when, and why they are changed. */
async function keepVersion(tx: Ctx, post: HeldPost, document: Document, reason: string): Promise<void> {
  const { rows } = await sql<{ account: Id | null }>`
    select account_id as account from member where id = ${post.authorId}::bigint`.execute(tx.db)
  const author = rows[0]?.account ? `account:${rows[0].account}` : 'system:import'
  await tx.db
    .insertInto('post_version')
    .values({
      post_id: post.id,
      version: post.version,
      title: post.title,
      document: JSON.stringify(document),
      written_by: post.editedBy ?? author,
      written_at: post.editedAt ?? post.createdAt,
      reason,
    })
    .execute()
}

/** The poll of a post as it was sent, without votes; null when it has none. */
export async function findPollInput(ctx: Ctx, postId: Id): Promise<PollInput | null> {
  const { rows } = await sql<{
    question: string
    choices: number
    closesAt: Date | null
    shown: PollInput['shown']
    options: string[]
  }>`
    select question, choices, closes_at as "closesAt", shown,
           array(select label from poll_option o where o.post_id = p.post_id order by position) as options
      from poll p where post_id = ${postId}::bigint`.execute(ctx.db)
  const poll = rows[0]
  return poll ? { ...poll, closesAt: poll.closesAt?.toISOString() ?? null } : null
}
