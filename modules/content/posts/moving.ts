/** Moving a post to another board, merging two, and making some comments a post of their own. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { BoardStanding } from '#modules/groups/api.ts'
import { type HeldPost, lockPost, lockPosts, tellChange } from './locking.ts'
import { postProblems } from './problems.ts'
import { countTopics } from './topics.ts'

/** Moves a post to another board, also of another group. The caller has checked that both are looked after. */
export async function movePost(ctx: Ctx, postId: Id, to: BoardStanding, reason: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const post = await lockPost(tx, postId)
    if (post.state === 'merged') throw postProblems.stateUnfit()
    if (post.boardId === to.id) return
    await tx.db
      .updateTable('post')
      .set({ board_id: to.id, group_id: to.group.id, pinned_at: null, pinned_to: null })
      .where('id', '=', postId)
      .execute()
    await tellChange(tx, { ...post, groupId: to.group.id, boardId: to.id }, 'moved', { to: to.id, reason })
  })
}

/**
 * Merges a post into another one: its words become a comment there, with what people made of them; its comments,
 * follows and bookmarks move; its address leads to the other from now on. Throws `merge_unfit`.
 */
export async function mergePosts(ctx: Ctx, fromId: Id, intoId: Id, reason: string): Promise<void> {
  if (fromId === intoId) throw postProblems.mergeUnfit()
  await transact(ctx, async (tx) => {
    const held = await lockPosts(tx, [fromId, intoId])
    const from = held.get(fromId)!
    const into = held.get(intoId)!
    const polls = await tx.db.selectFrom('poll').select('post_id').where('post_id', '=', fromId).execute()
    if (from.state !== 'published' || into.state !== 'published' || polls.length > 0)
      throw postProblems.mergeUnfit()
    await moveWords(tx, from, into)
    await moveTalk(tx, fromId, intoId)
    await moveReaders(tx, fromId, intoId)
    await countTopics(tx, fromId, -1)
    await sql`
      update post set state = 'merged', merged_into = ${intoId}::bigint, pinned_at = null, pinned_to = null,
             featured_at = null, accepted_comment_id = null, state_reason = ${reason},
             state_by = ${describeActor(tx.actor)}, state_at = ${tx.now}
       where id = ${fromId}::bigint`.execute(tx.db)
    // Addresses that led to it lead on, in one step.
    await sql`update post set merged_into = ${intoId}::bigint where merged_into = ${fromId}::bigint`.execute(
      tx.db,
    )
    await recount(tx, [fromId, intoId])
    await tellChange(tx, into, 'grown', { to: fromId, reason })
    await tellChange(tx, from, 'merged', { to: intoId, reason })
  })
}

/** What was said first becomes a comment: words, versions, files and reactions. */
async function moveWords(tx: Ctx, from: HeldPost, into: HeldPost): Promise<void> {
  const { rows } = await sql<{ id: Id }>`
    insert into comment (post_id, author_id, state, document, html, plain, version, created_at, edited_at, source)
    select ${into.id}::bigint, p.author_id, 'published', b.document, b.html, b.plain, p.version,
           p.published_at, p.edited_at, 'merged:' || p.id
      from post p join post_body b on b.post_id = p.id
     where p.id = ${from.id}::bigint and (b.plain <> '' or exists (select from post_file f where f.post_id = p.id))
    returning id`.execute(tx.db)
  const comment = rows[0]?.id
  if (!comment) {
    await sql`delete from reaction where post_id = ${from.id}::bigint and comment_id is null`.execute(tx.db)
    return
  }
  await sql`
    insert into comment_version (comment_id, version, document, written_by, written_at)
    select ${comment}::bigint, version, document, written_by, written_at
      from post_version where post_id = ${from.id}::bigint`.execute(tx.db)
  await sql`
    insert into comment_file (comment_id, file_id)
    select ${comment}::bigint, file_id from post_file where post_id = ${from.id}::bigint`.execute(tx.db)
  for (const table of ['reaction', 'tip'] as const)
    await sql`
      update ${sql.table(table)} set post_id = ${into.id}::bigint, comment_id = ${comment}::bigint
       where post_id = ${from.id}::bigint and comment_id is null`.execute(tx.db)
  await sql`
    update comment set reaction_count = (select count(*) from reaction r where r.comment_id = comment.id)
     where id = ${comment}::bigint`.execute(tx.db)
}

/** Comments with what hangs on them. */
async function moveTalk(tx: Ctx, from: Id, into: Id): Promise<void> {
  await sql`update comment set post_id = ${into}::bigint where post_id = ${from}::bigint`.execute(tx.db)
  for (const table of ['reaction', 'content_report', 'tip'] as const)
    await sql`
      update ${sql.table(table)} set post_id = ${into}::bigint
       where post_id = ${from}::bigint and comment_id is not null`.execute(tx.db)
}

/** Who wanted to hear of the one, or to find it again, does so of the other. */
async function moveReaders(tx: Ctx, from: Id, into: Id): Promise<void> {
  await sql`
    insert into follow (member_id, post_id, by_itself, muted_at, created_at)
    select member_id, ${into}::bigint, by_itself, muted_at, created_at from follow where post_id = ${from}::bigint
    on conflict do nothing`.execute(tx.db)
  await sql`delete from follow where post_id = ${from}::bigint`.execute(tx.db)
  await sql`
    insert into bookmark (member_id, post_id, created_at)
    select member_id, ${into}::bigint, created_at from bookmark where post_id = ${from}::bigint
    on conflict do nothing`.execute(tx.db)
  await sql`delete from bookmark where post_id = ${from}::bigint`.execute(tx.db)
}

/** The numbers of posts and threads, counted anew. */
export async function recount(tx: Ctx, postIds: readonly Id[]): Promise<void> {
  const ids = [...postIds]
  await sql`
    update post p set
      comment_count = (select count(*) from comment c where c.post_id = p.id and c.state = 'published'),
      reaction_count = (select count(*) from reaction r where r.post_id = p.id and r.comment_id is null),
      bookmark_count = (select count(*) from bookmark b where b.post_id = p.id),
      active_at = greatest(p.published_at, (select max(c.created_at) from comment c
                                             where c.post_id = p.id and c.state = 'published')),
      first_answer_at = (select min(c.created_at) from comment c
                          where c.post_id = p.id and c.state = 'published' and c.author_id <> p.author_id),
      accepted_comment_id = (select c.id from comment c where c.id = p.accepted_comment_id and c.post_id = p.id)
     where p.id = any(${ids}::bigint[])`.execute(tx.db)
  await sql`
    update comment c set reply_count = (
      select count(*) from comment r where r.root_id = c.id and r.state = 'published')
     where c.post_id = any(${ids}::bigint[]) and c.parent_id is null`.execute(tx.db)
}
