/**
 * 举报 (L-63): every word and picture of people can be reported, once by each. What several people report
 * goes out of sight until the team has looked; a brigade cannot make that happen again once the team has
 * decided, and those who are often wrong, or came only just now, do not count (T28).
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { type AccessedPost, requireAsker } from '../access.ts'
import { contentReported } from '../facts.ts'
import { hidePost } from '../posts/visibility.ts'
import { contentProblems } from '../problems.ts'
import { hideComment } from './editing.ts'
import { talkProblems } from './problems.ts'
import type { reportReasons } from './shapes.ts'

/** What is reported: a post, or one of its comments. */
export interface Reported {
  readonly post: AccessedPost
  readonly comment?:
    | { readonly id: Id; readonly postId: Id; readonly authorId: Id; readonly version: number }
    | undefined
}

export type ReportReason = (typeof reportReasons)[number]

/** Throws `own_words`, `already_reported`. */
export async function report(
  ctx: Ctx,
  { post, comment }: Reported,
  { reason, note }: { readonly reason: ReportReason; readonly note: string },
): Promise<void> {
  const memberId = requireAsker(ctx)
  const authorId = comment?.authorId ?? post.authorId
  if (authorId === memberId) throw talkProblems.ownWords()
  await transact(ctx, async (tx) => {
    // Reports of one post are taken one after the other, so that exactly one of them hides it.
    await sql`select from post where id = ${post.id}::bigint for no key update`.execute(tx.db)
    if (comment && !(await isOfPost(tx, comment.id, post.id))) throw contentProblems.commentNotFound()
    const made = await tx.db
      .insertInto('content_report')
      .values({
        post_id: post.id,
        comment_id: comment?.id ?? null,
        reporter_id: memberId,
        reason,
        note,
        version: comment?.version ?? post.version,
        created_at: tx.now,
      })
      .onConflict((conflict) => conflict.columns(['post_id', 'comment_id', 'reporter_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw talkProblems.alreadyReported()
    await announce(
      tx,
      contentReported,
      { postId: post.id, commentId: comment?.id ?? null, reason },
      {
        memberId,
        groupId: post.groupId,
        object: comment ? { kind: 'comment', id: comment.id } : { kind: 'post', id: post.id },
      },
    )
    if (!(await isEnough(tx, { post, comment }, authorId))) return
    const itself: Ctx = { ...tx, actor: { kind: 'system', name: 'content.reports' } }
    const why = tx.locale === 'en' ? 'Reported by several people' : '多人举报，等团队查看'
    if (comment) await hideComment(itself, comment, why)
    else await hidePost(itself, post.id, why)
  })
}

/** It may have been moved to another post since it was fetched. */
async function isOfPost(tx: Ctx, commentId: Id, postId: Id): Promise<boolean> {
  const { rows } = await sql`
    select from comment where id = ${commentId}::bigint and post_id = ${postId}::bigint`.execute(tx.db)
  return rows.length > 0
}

/** Days after which a newcomer's report counts towards hiding. */
const settledDays = 3

/** Whether so many people reported it that it goes out of sight; never what hosts wrote or the team has cleared. */
async function isEnough(tx: Ctx, { post, comment }: Reported, authorId: Id): Promise<boolean> {
  const { rows } = await sql<{ enough: boolean }>`
    with counted as (
      select count(*) as people from content_report r join member m on m.id = r.reporter_id
       where r.post_id = ${post.id}::bigint and r.comment_id is not distinct from ${comment?.id ?? null}::bigint
         and r.state = 'open'
         and m.joined_at <= ${tx.now}::timestamptz - make_interval(days => ${settledDays})
         and (select count(*) filter (where o.state = 'dismissed') < 3
                  or count(*) filter (where o.state = 'dismissed') <= count(*) filter (where o.state = 'upheld')
                from content_report o where o.reporter_id = r.reporter_id))
    select counted.people >= s.hide_reports
       and not exists (select from content_report d where d.post_id = ${post.id}::bigint
             and d.comment_id is not distinct from ${comment?.id ?? null}::bigint and d.state = 'dismissed'
             and d.version = ${comment?.version ?? post.version})
       and not exists (select from group_membership h where h.group_id = ${post.groupId}::bigint
             and h.member_id = ${authorId}::bigint and h.left_at is null and h.role in ('owner', 'moderator')) as enough
      from talk_setting s, counted where s.hide_reports is not null`.execute(tx.db)
  return rows[0]?.enough ?? false
}
