/** Questions that wait: for a first answer, against the promise of their board in working time, or for an end. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import { workingTime } from '#modules/team/api.ts'
import type { PostKind } from '../shapes.ts'

export interface WaitingQuestion {
  readonly id: Id
  readonly title: string
  readonly excerpt: string
  readonly kind: PostKind
  readonly author: { memberId: Id; token: string; name: string; face: string | null }
  readonly board: { id: Id; name: string }
  readonly group: { id: Id; name: string }
  readonly publishedAt: Date
  readonly activeAt: Date
  readonly commentCount: number
  readonly asked: number
  /** Working minutes that its board promises; null: none. */
  readonly answerMinutes: number | null
  readonly place: string
}

export interface Waiting extends WaitingQuestion {
  readonly dueAt: Date | null
  readonly overdue: boolean
  readonly waitedMinutes: number
}

export interface WaitingFilter {
  /** `unanswered`: nobody but its author has said anything · `stalled`: answered, not settled, silent for a week. */
  readonly what: 'unanswered' | 'stalled'
  readonly group?: Id | undefined
  readonly board?: Id | undefined
}

/** Older than this nobody waits any more. */
export const waitingDays = 90
export const stalledDays = 7

const open = sql`p.state = 'published' and p.kind in ('question', 'picture_question') and p.closed_at is null and p.locked_at is null`

/** As the partial indexes `post_silent` and `post_stalled` have it. */
const matching = (ctx: Ctx, { what, group, board }: WaitingFilter) => sql`
  ${open}
  and ${
    what === 'unanswered'
      ? sql`p.first_answer_at is null and p.published_at > ${ctx.now}::timestamptz - make_interval(days => ${waitingDays})`
      : sql`p.first_answer_at is not null and p.accepted_comment_id is null
            and p.active_at < ${ctx.now}::timestamptz - make_interval(days => ${stalledDays})
            and p.active_at > ${ctx.now}::timestamptz - make_interval(days => ${waitingDays})`
  }
  ${group ? sql`and p.group_id = ${group}::bigint` : sql``}
  ${board ? sql`and p.board_id = ${board}::bigint` : sql``}
  and exists (select from board b join community_group g on g.id = b.group_id
               where b.id = p.board_id and b.archived_at is null and g.archived_at is null)`

/** Questions that wait, longest first, of all boards; for the team. */
export async function findWaiting(
  ctx: Ctx,
  filter: WaitingFilter,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: Waiting[]; next: Place | null }> {
  const by = filter.what === 'unanswered' ? sql.ref('p.published_at') : sql.ref('p.active_at')
  const { rows } = await sql<WaitingQuestion>`
    select p.id, p.title, p.excerpt, p.kind, p.published_at as "publishedAt", p.active_at as "activeAt",
           p.comment_count as "commentCount", ${by}::text as place, set.answer_minutes as "answerMinutes",
           json_build_object('memberId', m.id::text, 'token', m.token, 'name', m.nickname, 'face', face.token) as author,
           json_build_object('id', b.id::text, 'name', b.name) as board,
           json_build_object('id', g.id::text, 'name', g.name) as "group",
           (select count(*)::int from answer_request r where r.post_id = p.id) as asked
      from post p
      join board b on b.id = p.board_id
      join community_group g on g.id = p.group_id
      join member m on m.id = p.author_id
      left join file face on face.id = m.avatar_file_id
      left join board_setting set on set.board_id = p.board_id
     where ${matching(ctx, filter)}
       ${after ? sql`and (${by}, p.id) > (${after.value}::timestamptz, ${after.id}::bigint)` : sql``}
     order by ${by}, p.id limit ${limit + 1}`.execute(ctx.db)
  const last = rows[limit - 1]
  return {
    items: await withPromise(ctx, rows.slice(0, limit)),
    next: rows.length > limit && last ? { value: last.place, id: last.id } : null,
  }
}

export async function countWaiting(ctx: Ctx, filter: WaitingFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from post p where ${matching(ctx, filter)}`.execute(ctx.db)
  return rows[0]!.count
}

async function withPromise(ctx: Ctx, rows: readonly WaitingQuestion[]): Promise<Waiting[]> {
  if (rows.length === 0) return []
  const time = await workingTime(ctx)
  return rows.map((row) => {
    const dueAt = row.answerMinutes === null ? null : time.addMinutes(row.publishedAt, row.answerMinutes)
    return {
      ...row,
      dueAt,
      overdue: dueAt !== null && dueAt <= ctx.now,
      waitedMinutes: Math.round(time.minutesBetween(row.publishedAt, ctx.now)),
    }
  })
}

/** How many questions Today looks at; more than that is a flood that the list in the console shows whole. */
const mostInToday = 500
const dayMs = 86_400_000

/**
 * Questions for Today: on boards that promise an answer all of them, elsewhere those of more than a day.
 * What is overdue first, then what is due soonest, then what waits longest.
 */
export async function findPressing(ctx: Ctx): Promise<Waiting[]> {
  const { items } = await findWaiting(ctx, { what: 'unanswered' }, { after: undefined, limit: mostInToday })
  return items
    .filter((each) => each.dueAt !== null || ctx.now.getTime() - each.publishedAt.getTime() > dayMs)
    .sort(
      (a, b) =>
        Number(b.overdue) - Number(a.overdue) ||
        (a.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) ||
        a.publishedAt.getTime() - b.publishedAt.getTime() ||
        Number(BigInt(a.id) - BigInt(b.id)),
    )
}

/**
 * What a promise of so many working minutes would mean on a board: when a question asked now would be due, and how
 * many of the last four weeks' questions (at most five hundred, the newest) had their first answer in time.
 */
export async function previewPromise(
  ctx: Ctx,
  boardId: Id,
  minutes: number,
): Promise<{ dueAt: Date; questions: number; kept: number }> {
  const time = await workingTime(ctx)
  const { rows } = await sql<{ askedAt: Date; answeredAt: Date | null }>`
    select p.published_at as "askedAt", p.first_answer_at as "answeredAt" from post p
     where p.board_id = ${boardId}::bigint and p.state = 'published' and p.kind in ('question', 'picture_question')
       and p.published_at > ${ctx.now}::timestamptz - interval '28 days'
     order by p.published_at desc limit 500`.execute(ctx.db)
  return {
    dueAt: time.addMinutes(ctx.now, minutes),
    questions: rows.length,
    kept: rows.filter(
      ({ askedAt, answeredAt }) => answeredAt !== null && time.minutesBetween(askedAt, answeredAt) <= minutes,
    ).length,
  }
}
