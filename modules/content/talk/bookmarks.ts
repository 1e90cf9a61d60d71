/** 收藏: posts that a member keeps for himself. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Place } from '#base/http/cursor.ts'
import { type AccessedPost, requireAsker } from '../access.ts'
import { postBookmarked } from '../facts.ts'
import { talkProblems } from './problems.ts'

/** Keeps a post; again is no news. */
export async function bookmark(ctx: Ctx, post: AccessedPost): Promise<void> {
  const memberId = requireAsker(ctx)
  if (post.state !== 'published') throw talkProblems.notOpen()
  await transact(ctx, async (tx) => {
    await sql`select from post where id = ${post.id}::bigint for no key update`.execute(tx.db)
    const made = await tx.db
      .insertInto('bookmark')
      .values({ member_id: memberId, post_id: post.id, created_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('post_id')
      .executeTakeFirst()
    if (!made) return
    await sql`update post set bookmark_count = bookmark_count + 1 where id = ${post.id}::bigint`.execute(
      tx.db,
    )
    await announce(
      tx,
      postBookmarked,
      { kind: post.kind, boardId: post.boardId, authorId: post.authorId },
      { memberId, groupId: post.groupId, object: { kind: 'post', id: post.id } },
    )
  })
}

/** Lets go of a post, also of one that he may not see any more. */
export async function unbookmark(ctx: Ctx, postId: Id): Promise<void> {
  const memberId = requireAsker(ctx)
  await transact(ctx, async (tx) => {
    await sql`select from post where id = ${postId}::bigint for no key update`.execute(tx.db)
    const gone = await tx.db
      .deleteFrom('bookmark')
      .where('member_id', '=', memberId)
      .where('post_id', '=', postId)
      .returning('post_id')
      .executeTakeFirst()
    if (gone)
      await sql`update post set bookmark_count = bookmark_count - 1 where id = ${postId}::bigint`.execute(
        tx.db,
      )
  })
}

/** Ids of the posts that a member keeps, kept last first. */
export async function findBookmarks(
  ctx: Ctx,
  memberId: Id,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ ids: Id[]; next: Place | null }> {
  const { rows } = await sql<{ id: Id; place: string }>`
    select post_id as id, created_at::text as place from bookmark
     where member_id = ${memberId}::bigint
       ${after ? sql`and (created_at, post_id) < (${after.value}::timestamptz, ${after.id}::bigint)` : sql``}
     order by created_at desc, post_id desc limit ${limit + 1}`.execute(ctx.db)
  const last = rows[limit - 1]
  return {
    ids: rows.slice(0, limit).map((row) => row.id),
    next: rows.length > limit && last ? { value: last.place, id: last.id } : null,
  }
}
