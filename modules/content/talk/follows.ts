/** 关注: of which posts, topics, boards and people a member wants to hear, and of which never again. */

import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { addressOf } from '#base/files/files.ts'
import type { Place } from '#base/http/cursor.ts'
import { fold } from '#base/search/fold.ts'
import type { Audience } from '#modules/audience/api.ts'
import type { BoardStanding } from '#modules/groups/api.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import { accessPost, findBoard, requireAsker } from '../access.ts'
import { followStarted } from '../facts.ts'
import { standsOn } from '../topics.sql.ts'
import { excerptOf } from '../words.ts'
import { talkProblems } from './problems.ts'
import type { FollowKind, FollowState } from './shapes.ts'

/** What is followed: the column of its id, and the id. */
interface Followed {
  readonly what: FollowKind
  readonly id: Id
  readonly groupId?: Id
}

const columnOf = {
  post: 'post_id',
  topic: 'topic_id',
  board: 'board_id',
  member: 'followed_id',
} as const satisfies Record<FollowKind, string>

const is = ({ what, id }: Followed): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(columnOf[what])} = ${id}::bigint`

/** What an address of following names, for the one who asks. Throws `nothing_to_follow` for what he may not see. */
async function access(ctx: Ctx, audience: Audience, what: FollowKind, named: string): Promise<Followed> {
  const bigint = /^[1-9]\d{0,17}$/.test(named)
  switch (what) {
    case 'post': {
      if (!bigint) throw talkProblems.nothingToFollow()
      const post = await accessPost(ctx, audience, named)
      return { what, id: post.id, groupId: post.groupId }
    }
    case 'board': {
      const board = bigint ? await findBoard(ctx, audience, named) : undefined
      if (!board) throw talkProblems.nothingToFollow()
      return { what, id: board.id, groupId: board.group.id }
    }
    case 'topic': {
      const topic = await ctx.db
        .selectFrom('topic')
        .select((row) => row.fn.coalesce('merged_into', 'id').as('id'))
        .where('folded', '=', fold(named))
        .where('hidden_at', 'is', null)
        .executeTakeFirst()
      // Named on closed boards only, it is no topic to who cannot read there. What he follows he may always let go.
      const boards = [...(await findBoardStandings(ctx, audience)).keys()]
      const seen = topic
        ? await sql<{ seen: boolean }>`
            select ${standsOn(sql`${topic.id}::bigint`, boards)} or exists (
                     select from follow f where f.topic_id = ${topic.id}::bigint
                        and f.member_id = ${requireAsker(ctx)}::bigint) as seen`.execute(ctx.db)
        : undefined
      if (!topic || !seen?.rows[0]?.seen) throw talkProblems.nothingToFollow()
      return { what, id: topic.id }
    }
    case 'member': {
      const followed = await ctx.db
        .selectFrom('member')
        .select((row) => row.fn.coalesce('merged_into', 'id').as('id'))
        .where('token', '=', named)
        .executeTakeFirst()
      if (!followed) throw talkProblems.nothingToFollow()
      if (followed.id === requireAsker(ctx)) throw talkProblems.notOneself()
      return { what, id: followed.id }
    }
  }
}

/** Follows something, or with `muted` makes sure that nothing of it is ever told. The same again is no news. */
export async function follow(
  ctx: Ctx,
  audience: Audience,
  what: FollowKind,
  named: string,
  muted: boolean,
): Promise<FollowState> {
  const memberId = requireAsker(ctx)
  const thing = await access(ctx, audience, what, named)
  await transact(ctx, async (tx) => {
    const before = await lockFollow(tx, thing, memberId)
    if (before && before.muted === muted && !before.byItself) return
    if (before)
      await sql`update follow set by_itself = false, muted_at = ${muted ? tx.now : null}::timestamptz
                 where id = ${before.id}::bigint`.execute(tx.db)
    else
      await sql`insert into follow (member_id, ${sql.ref(columnOf[what])}, muted_at, created_at)
                values (${memberId}::bigint, ${thing.id}::bigint, ${muted ? tx.now : null}::timestamptz, ${tx.now}::timestamptz)`.execute(
        tx.db,
      )
    const started = !muted && (!before || before.muted)
    await countFollower(tx, thing, Number(!muted) - Number(before !== undefined && !before.muted))
    if (started)
      await announce(
        tx,
        followStarted,
        { what },
        { memberId, groupId: thing.groupId ?? null, object: { kind: what, id: thing.id } },
      )
  })
  return { following: !muted, muted }
}

/** Follows it no longer, and may follow it by itself again. */
export async function unfollow(
  ctx: Ctx,
  audience: Audience,
  what: FollowKind,
  named: string,
): Promise<FollowState> {
  const memberId = requireAsker(ctx)
  const thing = await access(ctx, audience, what, named)
  await transact(ctx, async (tx) => {
    const before = await lockFollow(tx, thing, memberId)
    if (!before) return
    await tx.db.deleteFrom('follow').where('id', '=', before.id).execute()
    await countFollower(tx, thing, before.muted ? 0 : -1)
  })
  return { following: false, muted: false }
}

/** How the one who asks stands to something. */
export async function findFollow(
  ctx: Ctx,
  audience: Audience,
  what: FollowKind,
  named: string,
): Promise<FollowState> {
  const thing = await access(ctx, audience, what, named)
  const { rows } = await sql<{ muted: boolean }>`
    select muted_at is not null as muted from follow
     where member_id = ${requireAsker(ctx)}::bigint and ${is(thing)}`.execute(ctx.db)
  return { following: rows[0]?.muted === false, muted: rows[0]?.muted === true }
}

/** One change of one's wish at a time: the thing's number must follow it. */
async function lockFollow(tx: Ctx, thing: Followed, memberId: Id) {
  await sql`select pg_advisory_xact_lock(hashtext('content.follow'), hashtext(${memberId}))`.execute(tx.db)
  const { rows } = await sql<{ id: Id; muted: boolean; byItself: boolean }>`
    select id, muted_at is not null as muted, by_itself as "byItself" from follow
     where member_id = ${memberId}::bigint and ${is(thing)} for update`.execute(tx.db)
  return rows[0]
}

async function countFollower(tx: Ctx, { what, id }: Followed, by: number): Promise<void> {
  if (what !== 'topic' || by === 0) return
  await sql`update topic set follower_count = greatest(0, follower_count + ${by}) where id = ${id}::bigint`.execute(
    tx.db,
  )
}

export interface FollowRow {
  readonly id: Id
  readonly what: FollowKind
  readonly named: string
  readonly name: string
  readonly note: string
  readonly pictureUrl: string | null
  readonly path: string
  readonly byItself: boolean
  readonly muted: boolean
  readonly since: Date
}

interface Listed {
  id: Id
  what: FollowKind
  postId: Id | null
  title: string | null
  plain: string | null
  boardId: Id | null
  topic: string | null
  token: string | null
  nickname: string | null
  city: string | null
  face: string | null
  byItself: boolean
  muted: boolean
  since: Date
}

/** What a member follows or has muted, newest first; what he may not see any more is left out. */
export async function findFollows(
  ctx: Ctx,
  audience: Audience,
  { what, after, limit }: { what: FollowKind | undefined; after: Place | undefined; limit: number },
): Promise<{ items: FollowRow[]; next: Place | null }> {
  const boards = await findBoardStandings(ctx, audience)
  const ids = [...boards.keys()]
  const { rows } = await sql<Listed>`
    select f.id, case when f.post_id is not null then 'post' when f.topic_id is not null then 'topic'
                      when f.board_id is not null then 'board' else 'member' end as what,
           f.post_id as "postId", p.title, p.excerpt as plain, coalesce(f.board_id, p.board_id) as "boardId",
           t.name as topic, m.token, m.nickname, m.city, face.token as face,
           f.by_itself as "byItself", f.muted_at is not null as muted, f.created_at as since
      from follow f
      left join post p on p.id = f.post_id
      left join topic t on t.id = f.topic_id
      left join member m on m.id = f.followed_id
      left join file face on face.id = m.avatar_file_id
     where f.member_id = ${requireAsker(ctx)}::bigint
       ${what ? sql`and f.${sql.ref(columnOf[what])} is not null` : sql``}
       ${after ? sql`and f.id < ${after.id}::bigint` : sql``}
       and (f.post_id is null or (p.state = 'published' and p.board_id = any(${ids}::bigint[])))
       and (f.board_id is null or f.board_id = any(${ids}::bigint[]))
     order by f.id desc limit ${limit + 1}`.execute(ctx.db)
  const items = rows
    .slice(0, limit)
    .map((row) => presentFollow(row, row.boardId === null ? undefined : boards.get(row.boardId)))
  const last = items[limit - 1]
  return { items, next: rows.length > limit && last ? { value: null, id: last.id } : null }
}

/** One line of the list: `named` is what its address says, `board` the one it is or stands on. */
function presentFollow(row: Listed, board: BoardStanding | undefined): FollowRow {
  const common = {
    id: row.id,
    what: row.what,
    byItself: row.byItself,
    muted: row.muted,
    since: row.since,
    pictureUrl: row.face === null ? null : addressOf(row.face, 'small'),
  }
  const place = board ? `${board.group.name} · ${board.name}` : ''
  switch (row.what) {
    case 'post':
      return {
        ...common,
        named: row.postId!,
        name: row.title || excerptOf(row.plain ?? '', 40),
        note: place,
        path: `/posts/${row.postId}`,
      }
    case 'board':
      return {
        ...common,
        named: row.boardId!,
        name: board?.name ?? '',
        note: board?.group.name ?? '',
        path: `/groups/${board?.group.slug ?? ''}?board=${row.boardId}`,
      }
    case 'topic':
      return {
        ...common,
        named: row.topic!,
        name: `#${row.topic}`,
        note: '',
        path: `/topics/${encodeURIComponent(row.topic!)}`,
      }
    case 'member':
      return {
        ...common,
        named: row.token!,
        name: row.nickname!,
        note: row.city ?? '',
        path: `/members/${row.token}`,
      }
  }
}
