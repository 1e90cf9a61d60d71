/** Drafts: what somebody writes and has not sent. A device that is behind is told so and given the newer words. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { type Document, filesOf } from '#base/html/document.ts'
import { toPlainText } from '#base/html/plain-text.ts'
import type { Audience } from '#modules/audience/api.ts'
import { accessPost } from '../access.ts'
import type { PostKind } from '../shapes.ts'
import { excerptOf } from '../words.ts'
import { takeFiles } from './files.ts'
import { postProblems } from './problems.ts'

/** More than anybody writes at once; the composer asks to clear up before that. */
export const mostDrafts = 50

export interface DraftWords {
  readonly boardId: Id | null
  readonly kind: PostKind
  readonly title: string
  readonly document: Document
  /** Poll, column and hour, as the composer keeps them. */
  readonly extras: Readonly<Record<string, unknown>>
  /** What the device calls itself: 「iPhone · Safari」. */
  readonly device: string
}

export interface Draft extends DraftWords {
  readonly id: Id
  readonly postId: Id | null
  readonly revision: number
  readonly updatedAt: Date
}

const columns = [
  'id',
  'post_id as postId',
  'board_id as boardId',
  sql<PostKind>`kind`.as('kind'),
  'title',
  sql<Document>`document`.as('document'),
  sql<Readonly<Record<string, unknown>>>`extras`.as('extras'),
  'device',
  'revision',
  'updated_at as updatedAt',
] as const

export interface DraftLine extends Omit<Draft, 'document' | 'extras'> {
  readonly excerpt: string
}

/** The member's drafts, the newest first; bounded by `mostDrafts`. */
export async function findDrafts(ctx: Ctx, memberId: Id): Promise<DraftLine[]> {
  const rows = await ctx.db
    .selectFrom('draft')
    .select(columns)
    .where('member_id', '=', memberId)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostDrafts)
    .execute()
  return rows.map(({ document, extras: _, ...row }) => ({
    ...row,
    excerpt: excerptOf(toPlainText(document), 80),
  }))
}

/** Throws `draft_not_found`, also for another's. */
export async function getDraft(ctx: Ctx, memberId: Id, id: Id): Promise<Draft> {
  const draft = await ctx.db
    .selectFrom('draft')
    .select(columns)
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  if (!draft) throw postProblems.draftNotFound()
  return draft
}

/**
 * Begins a draft. There is one for each post that somebody edits: asked again it answers with the one there is.
 * Throws `post_not_found`, `may_not_edit`, `too_many_drafts`, `file_unknown`.
 */
export async function beginDraft(
  ctx: Ctx,
  audience: Audience,
  memberId: Id,
  words: DraftWords & { readonly postId: Id | null },
): Promise<Draft> {
  if (words.postId) {
    const post = await accessPost(ctx, audience, words.postId)
    if (!post.own && !post.moderates) throw postProblems.mayNotEdit()
  }
  return await transact(ctx, async (tx) => {
    // Drafts of one member are begun one after the other, so that the bound holds.
    await sql`select from member where id = ${memberId}::bigint for no key update`.execute(tx.db)
    const { rows } = await sql<{ count: number; same: Id | null }>`
      select count(*)::int as count,
             (max(id) filter (where post_id = ${words.postId}::bigint))::text as same
        from draft where member_id = ${memberId}::bigint`.execute(tx.db)
    const { count, same } = rows[0]!
    if (same) return await getDraft(tx, memberId, same)
    if (count >= mostDrafts) throw postProblems.tooManyDrafts({ values: { most: mostDrafts } })
    const { id } = await tx.db
      .insertInto('draft')
      .values({
        member_id: memberId,
        post_id: words.postId,
        board_id: words.boardId,
        kind: words.kind,
        title: words.title,
        document: JSON.stringify(words.document),
        extras: JSON.stringify(words.extras),
        device: words.device,
        created_at: tx.now,
        updated_at: tx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await keepDraftFiles(tx, id, memberId, words.postId, words.document)
    return await getDraft(tx, memberId, id)
  })
}

/**
 * Saves over the revision that the device knows. When another device was faster nothing is saved, and the newer
 * draft is the answer: its reader chooses, and saves over that one.
 */
export async function saveDraft(
  ctx: Ctx,
  memberId: Id,
  id: Id,
  words: DraftWords & { readonly revision: number },
): Promise<{ saved: boolean; draft: Draft }> {
  return await transact(ctx, async (tx) => {
    const before = await tx.db
      .selectFrom('draft')
      .select(['revision', 'post_id as postId'])
      .where('id', '=', id)
      .where('member_id', '=', memberId)
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw postProblems.draftNotFound()
    if (before.revision !== words.revision) return { saved: false, draft: await getDraft(tx, memberId, id) }
    await tx.db
      .updateTable('draft')
      .set({
        board_id: words.boardId,
        kind: words.kind,
        title: words.title,
        document: JSON.stringify(words.document),
        extras: JSON.stringify(words.extras),
        device: words.device,
        revision: before.revision + 1,
        updated_at: tx.now,
      })
      .where('id', '=', id)
      .execute()
    await keepDraftFiles(tx, id, memberId, before.postId, words.document)
    return { saved: true, draft: await getDraft(tx, memberId, id) }
  })
}

/** Uploads that stand in a draft are kept as long as it is. */
async function keepDraftFiles(
  tx: Ctx,
  draftId: Id,
  memberId: Id,
  postId: Id | null,
  document: Document,
): Promise<void> {
  const files = await takeFiles(tx, filesOf(document), { memberId, postId: postId ?? undefined })
  const ids = files.map((file) => file.id)
  await sql`delete from draft_file where draft_id = ${draftId}::bigint and not (file_id = any(${ids}::bigint[]))`.execute(
    tx.db,
  )
  await sql`
    insert into draft_file (draft_id, file_id)
    select ${draftId}::bigint, unnest(${ids}::bigint[]) on conflict do nothing`.execute(tx.db)
}

/** Throws one away; one that is gone is no error. */
export async function dropDraft(ctx: Ctx, memberId: Id, id: Id): Promise<void> {
  await ctx.db.deleteFrom('draft').where('id', '=', id).where('member_id', '=', memberId).execute()
}
