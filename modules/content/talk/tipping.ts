/** 打赏 (S2-07): points for words that helped. Who keeps points answers the gate and moves them. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { ask } from '#base/facts/gate.ts'
import { render } from '#base/i18n/messages.ts'
import { type AccessedPost, requireAsker } from '../access.ts'
import { postTipped } from '../facts.ts'
import { mayTip } from '../gates.ts'
import { talkProblems } from './problems.ts'

/**
 * Gives points to who wrote a post, or one of its comments. `key` names the gift: the same again is the
 * same gift. The points move in this transaction or the gift is not made. Throws `own_words`, `tip_refused`.
 */
export async function tip(
  ctx: Ctx,
  post: AccessedPost,
  gift: {
    readonly points: number
    readonly key: string
    readonly comment?: { readonly id: Id; readonly authorId: Id } | undefined
  },
): Promise<void> {
  const fromId = requireAsker(ctx)
  const { points, key, comment } = gift
  const toId = comment?.authorId ?? post.authorId
  if (toId === fromId) throw talkProblems.ownWords()
  if (post.state !== 'published') throw talkProblems.notOpen()
  await transact(ctx, async (tx) => {
    if (!(await keepInSight(tx, post.id, comment?.id))) throw talkProblems.notOpen()
    const made = await tx.db
      .insertInto('tip')
      .values({
        post_id: post.id,
        comment_id: comment?.id ?? null,
        from_id: fromId,
        to_id: toId,
        points,
        key,
        created_at: tx.now,
      })
      .onConflict((conflict) => conflict.columns(['from_id', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return
    const verdict = await ask(tx, mayTip, {
      fromId,
      toId,
      points,
      postId: post.id,
      commentId: comment?.id ?? null,
      key: `tip:${made.id}`,
    })
    if (!verdict.allowed)
      throw talkProblems.tipRefused({ values: { because: render(verdict.because, tx.locale) } })
    await announce(
      tx,
      postTipped,
      {
        kind: post.kind,
        boardId: post.boardId,
        authorId: post.authorId,
        commentId: comment?.id ?? null,
        tippedId: toId,
      },
      { memberId: fromId, groupId: post.groupId, object: { kind: 'post', id: post.id }, value: points },
    )
  })
}

/** Keeps what is tipped from moving or going out of sight until the points have moved; false when it has. */
async function keepInSight(tx: Ctx, postId: Id, commentId: Id | undefined): Promise<boolean> {
  const { rows } = await sql`
    select from post where id = ${postId}::bigint and state = 'published' for share`.execute(tx.db)
  if (rows.length === 0 || !commentId) return rows.length > 0
  const { rows: comments } = await sql`
    select from comment where id = ${commentId}::bigint and post_id = ${postId}::bigint and state = 'published'
       for share`.execute(tx.db)
  return comments.length > 0
}

/** Points that were given for a post and its comments so far, and by how many people. */
export async function findTips(ctx: Ctx, postId: Id): Promise<{ points: number; tippers: number }> {
  const row = await ctx.db
    .selectFrom('tip')
    .select((tip) => [
      tip.fn.coalesce(tip.fn.sum<string>('points'), tip.val('0')).as('points'),
      tip.fn.count<string>('from_id').distinct().as('tippers'),
    ])
    .where('post_id', '=', postId)
    .executeTakeFirstOrThrow()
  return { points: Number(row.points), tippers: Number(row.tippers) }
}
