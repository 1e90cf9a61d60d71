/** What the team decides about what was reported, and the queue it decides from. */
import { sql } from 'kysely'
import { describeActor, type Id, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Place } from '#base/http/cursor.ts'
import { audit } from '#modules/identity/api.ts'
import type { AccessedComment, AccessedPost } from '../access.ts'
import { reportDecided } from '../facts.ts'
import { hidePost, removePost, restorePost } from '../posts/visibility.ts'
import { contentProblems } from '../problems.ts'
import type { CommentState, PostState } from '../shapes.ts'
import { changeCommentState } from './editing.ts'
import { talkProblems } from './problems.ts'
import type { ReportReason } from './reporting.ts'

export interface Decision {
  readonly upheld: boolean
  /** What becomes of the thing when the report was right. */
  readonly act: 'none' | 'hide' | 'remove'
  /** Told to its author. */
  readonly reason: string
  /** Told to those who reported. */
  readonly answer: string
}

/**
 * Decides all open reports of a post or a comment at once. Right: the thing is hidden or removed, or stays.
 * Not right: what had been hidden is seen again. Everybody who reported is told. Throws `nothing_reported`,
 * `reason_missing`, `may_not_moderate`.
 */
export async function decideReports(
  ctx: Ctx,
  { post, comment }: { readonly post: AccessedPost; readonly comment?: AccessedComment | undefined },
  { upheld, act, reason, answer }: Decision,
): Promise<void> {
  // Hosts do not judge what was reported of themselves.
  const own = comment ? comment.own : post.own
  if (!post.moderates || (own && !may(ctx.actor, 'content.moderate'))) throw contentProblems.mayNotModerate()
  if (upheld && act !== 'none' && reason === '') throw talkProblems.reasonMissing()
  await transact(ctx, async (tx) => {
    await sql`select from post where id = ${post.id}::bigint for no key update`.execute(tx.db)
    const decided = await tx.db
      .updateTable('content_report')
      .set({
        state: upheld ? 'upheld' : 'dismissed',
        decided_by: describeActor(tx.actor),
        decided_at: tx.now,
        answer,
      })
      .where('post_id', '=', post.id)
      .where('comment_id', comment ? '=' : 'is', comment?.id ?? null)
      .where('state', '=', 'open')
      .returning(['id', 'reporter_id as reporterId'])
      .execute()
    if (decided.length === 0) throw talkProblems.nothingReported()
    for (const { id, reporterId } of decided)
      await announce(
        tx,
        reportDecided,
        {
          postId: post.id,
          commentId: comment?.id ?? null,
          reportId: id,
          upheld,
          authorId: comment?.authorId ?? post.authorId,
        },
        {
          memberId: reporterId,
          groupId: post.groupId,
          object: comment ? { kind: 'comment', id: comment.id } : { kind: 'post', id: post.id },
        },
      )
    await actOn(tx, { post, comment }, upheld ? act : 'restore', reason)
    await audit(
      tx,
      'content.report_decided',
      comment ? { kind: 'comment', id: comment.id } : { kind: 'post', id: post.id },
      { postId: post.id, upheld, act, reports: decided.length, reason },
    )
  })
}

/** Only what the reports themselves had hidden comes back by their dismissal. */
async function actOn(
  tx: Ctx,
  { post, comment }: { readonly post: AccessedPost; readonly comment?: AccessedComment | undefined },
  act: 'none' | 'hide' | 'remove' | 'restore',
  reason: string,
): Promise<void> {
  if (act === 'none') return
  if (act === 'restore') {
    if (!(await isHiddenByReports(tx, post.id, comment?.id))) return
    if (comment) await changeCommentState(tx, comment, 'published')
    else await restorePost(tx, post.id)
  } else if (comment) await changeCommentState(tx, comment, act === 'hide' ? 'hidden' : 'removed', reason)
  else if (act === 'remove') await removePost(tx, post.id, reason)
  else if (post.state === 'published') await hidePost(tx, post.id, reason)
}

async function isHiddenByReports(tx: Ctx, postId: Id, commentId: Id | undefined): Promise<boolean> {
  const { rows } = await sql`
    select from ${sql.table(commentId ? 'comment' : 'post')}
     where id = ${commentId ?? postId}::bigint and state = 'hidden' and state_by = 'system:content.reports'`.execute(
    tx.db,
  )
  return rows.length > 0
}

interface Person {
  readonly memberId: Id
  readonly token: string
  readonly name: string
  readonly face: string | null
}

export interface CaseRow {
  readonly postId: Id
  readonly commentId: Id | null
  readonly title: string
  readonly words: string
  readonly author: Person
  readonly board: string
  readonly group: string
  readonly thing: PostState | CommentState
  readonly reports: readonly {
    id: Id
    reporter: Person
    reason: ReportReason
    note: string
    at: string
    upheld: number
    dismissed: number
  }[]
  readonly since: Date
  readonly state: 'open' | 'upheld' | 'dismissed'
  /** Name of who decided; as the log names him when his account is gone. */
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly answer: string
  readonly place: string
  readonly placeId: Id
}

export interface CaseFilter {
  readonly state: 'open' | 'decided'
  readonly reason?: ReportReason | undefined
  readonly group?: Id | undefined
  /** Of these boards only. */
  readonly boards?: readonly Id[] | undefined
}

const personOf = (member: string, face: string) => sql`
  json_build_object('memberId', ${sql.ref(`${member}.id`)}::text, 'token', ${sql.ref(`${member}.token`)},
                    'name', ${sql.ref(`${member}.nickname`)}, 'face', ${sql.ref(`${face}.token`)})`

/** Reports of one thing that were open, or decided, together are one case; open ones longest waiting first. */
const cases = ({ state, reason, group, boards }: CaseFilter) => sql`
  select post_id, comment_id, decided_at, min(created_at) as since, min(id) as place_id
    from content_report r
   where ${state === 'open' ? sql`state = 'open'` : sql`state <> 'open'`}
     ${reason ? sql`and reason = ${reason}` : sql``}
     ${group ? sql`and exists (select from post p where p.id = r.post_id and p.group_id = ${group}::bigint)` : sql``}
     ${boards ? sql`and exists (select from post p where p.id = r.post_id and p.board_id = any(${[...boards]}::bigint[]))` : sql``}
   group by post_id, comment_id, decided_at`

/** Cases of the queue, with everybody who reported: one query. */
export async function findCases(
  ctx: Ctx,
  filter: CaseFilter,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: CaseRow[]; next: Place | null }> {
  const open = filter.state === 'open'
  const beyond = after
    ? open
      ? sql`where (k.since, k.place_id) > (${after.value}::timestamptz, ${after.id}::bigint)`
      : sql`where (k.decided_at, k.place_id) < (${after.value}::timestamptz, ${after.id}::bigint)`
    : sql``
  const order = open ? sql`k.since, k.place_id` : sql`k.decided_at desc, k.place_id desc`
  const { rows } = await sql<CaseRow>`
    with k as (
      select * from (${cases(filter)}) as k ${beyond} order by ${order} limit ${limit + 1})
    select p.id as "postId", c.id as "commentId", p.title,
           left(coalesce(c.plain, b.plain), 500) as words, ${personOf('m', 'face')} as author,
           board.name as board, g.name as "group", coalesce(c.state, p.state) as thing,
           k.since, k.decided_at as "decidedAt", k.place_id as "placeId",
           ${open ? sql`k.since::text` : sql`k.decided_at::text`} as place, r.reports,
           r.state, coalesce(judge.name, r.decided_by) as "decidedBy", r.answer
      from k
      join post p on p.id = k.post_id
      join post_body b on b.post_id = p.id
      left join comment c on c.id = k.comment_id
      join member m on m.id = coalesce(c.author_id, p.author_id)
      left join file face on face.id = m.avatar_file_id
      join board on board.id = p.board_id
      join community_group g on g.id = p.group_id
     cross join lateral (
       select min(r.state) as state, min(r.decided_by) as decided_by, coalesce(min(r.answer), '') as answer,
              json_agg(json_build_object('id', r.id::text, 'reporter', ${personOf('who', 'look')}, 'reason', r.reason,
                'note', r.note, 'at', r.created_at, 'upheld', past.upheld, 'dismissed', past.dismissed) order by r.id) as reports
         from (select * from content_report r
                where r.post_id = k.post_id and r.comment_id is not distinct from k.comment_id
                  and r.decided_at is not distinct from k.decided_at order by r.id limit 50) as r
         join member who on who.id = r.reporter_id
         left join file look on look.id = who.avatar_file_id
        cross join lateral (
          select count(*) filter (where o.state = 'upheld') as upheld,
                 count(*) filter (where o.state = 'dismissed') as dismissed
            from content_report o where o.reporter_id = r.reporter_id) as past) as r
      left join account judge on 'account:' || judge.id = r.decided_by
     order by ${order}`.execute(ctx.db)
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { value: last.place, id: last.placeId } : null,
  }
}

export async function countCases(ctx: Ctx, filter: CaseFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${cases(filter)}) as k`.execute(ctx.db)
  return rows[0]!.count
}

/** How many must report before something goes out of sight by itself; null: never. */
export async function findHideReports(ctx: Ctx): Promise<number | null> {
  const row = await ctx.db.selectFrom('talk_setting').select('hide_reports').executeTakeFirstOrThrow()
  return row.hide_reports
}

export async function setHideReports(ctx: Ctx, people: number | null): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await tx.db
      .selectFrom('talk_setting')
      .select('hide_reports')
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (before.hide_reports === people) return
    await tx.db
      .updateTable('talk_setting')
      .set({ hide_reports: people, changed_at: tx.now, changed_by: describeActor(tx.actor) })
      .execute()
    await audit(tx, 'content.report_setting_changed', undefined, {
      before: before.hide_reports,
      after: people,
    })
  })
}
