/**
 * 推荐: what is likely to interest one member, made so that it can be explained and switched off (L-08).
 * The principle, as the page about it says: what you follow and what you lately read, liked and wrote
 * about, your groups, what is hot, what is new; read things step back, and nobody fills the list (at most
 * two posts of one author and three of one board among any eight). Nothing else about you is used.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type Message, render, type Values } from '#base/i18n/messages.ts'
import type { BoardStanding } from '#modules/groups/api.ts'
import { findInterests } from './interests.ts'
import { reasons } from './reasons.messages.ts'

/** Posts that are weighed; what is older than this many days is not recommended. */
const candidates = 400
const oldestDays = 30

export const personalWeights = {
  followsAuthor: 1.5,
  followsTopic: 1.2,
  followsBoard: 0.7,
  topic: 1.6,
  board: 0.8,
  ownGroup: 0.5,
  hot: 1,
  featured: 0.4,
  fresh: 1.2,
} as const
/** Freshness falls to a third in so many hours; what was read counts that much. */
const freshHours = 48
const readCounts = 0.25

interface Candidate {
  readonly id: Id
  readonly authorId: Id
  readonly boardId: Id
  readonly hot: number
  readonly ageHours: number
  readonly featured: boolean
  readonly read: boolean
  readonly topics: readonly { id: Id; name: string }[]
  readonly authorName: string
}

export interface Recommended {
  readonly id: Id
  readonly reason: string | null
}

/**
 * The list for a member as of `asOf`, best first, at most 400; a page is a slice of it. Four queries
 * however long it is.
 */
export async function recommend(
  ctx: Ctx,
  memberId: Id,
  boards: ReadonlyMap<Id, BoardStanding>,
  asOf: Date,
): Promise<Recommended[]> {
  const [found, interests, follows] = await Promise.all([
    findCandidates(ctx, memberId, [...boards.keys()], asOf),
    findInterests({ ...ctx, now: asOf }, memberId, [...boards.keys()]),
    findFollows(ctx, memberId),
  ])
  const wanted = interests.filter((each) => !each.refused)
  const strongest = Math.max(1e-9, ...wanted.map((each) => each.weight))
  const interestIn = (what: 'topic' | 'board', id: Id) =>
    (wanted.find((each) => each.what === what && each.id === id)?.weight ?? 0) / strongest
  const hottest = Math.log1p(Math.max(1e-9, ...found.map((each) => each.hot)))
  const say = (message: Message, values?: Values) => render(message, ctx.locale, values)

  const weighed = found.map((post) => {
    const board = boards.get(post.boardId)!
    const byTopic = post.topics
      .map((topic) => ({ topic, share: interestIn('topic', topic.id) }))
      .toSorted((a, b) => b.share - a.share)[0]
    const followedTopic = post.topics.find((topic) => follows.topics.has(topic.id))
    const w = personalWeights
    const grounds: readonly [points: number, why: () => string | null][] = [
      [
        follows.authors.has(post.authorId) ? w.followsAuthor : 0,
        () => say(reasons.followAuthor, { name: post.authorName }),
      ],
      [followedTopic ? w.followsTopic : 0, () => say(reasons.followTopic, { name: followedTopic!.name })],
      [
        follows.boards.has(post.boardId) ? w.followsBoard : 0,
        () => say(reasons.followBoard, { name: board.name }),
      ],
      [w.topic * (byTopic?.share ?? 0), () => say(reasons.likesTopic, { name: byTopic!.topic.name })],
      [w.board * interestIn('board', post.boardId), () => say(reasons.likesBoard, { name: board.name })],
      [board.role ? w.ownGroup : 0, () => say(reasons.sameGroup, { name: board.group.name })],
      // Why it is hot is said by the ranking itself.
      [w.hot * (Math.log1p(post.hot) / hottest), () => null],
      [post.featured ? w.featured : 0, () => say(reasons.featured)],
      [
        w.fresh * Math.exp(-post.ageHours / freshHours),
        () => (post.ageHours < 24 ? say(reasons.fresh) : null),
      ],
    ]
    const points = grounds.reduce((sum, [each]) => sum + each, 0) * (post.read ? readCounts : 1)
    const [, why] = grounds.reduce((best, each) => (each[0] > best[0] ? each : best))
    return { ...post, points, reason: why() }
  })
  return spread(weighed.toSorted((a, b) => b.points - a.points || Number(BigInt(b.id) - BigInt(a.id))))
}

/** How many of one author and of one board may stand among any eight in a row. */
const among = 8
const most = { author: 2, board: 3 } as const

/** The best that would not crowd the list, again and again; when all would, the best. */
export function spread<T extends Pick<Candidate, 'id' | 'authorId' | 'boardId'>>(ranked: readonly T[]): T[] {
  const left = [...ranked]
  const list: T[] = []
  while (left.length > 0) {
    const before = list.slice(-(among - 1))
    const crowds = (one: T) =>
      before.filter((each) => each.authorId === one.authorId).length >= most.author ||
      before.filter((each) => each.boardId === one.boardId).length >= most.board
    const at = Math.max(
      0,
      left.findIndex((one) => !crowds(one)),
    )
    list.push(...left.splice(at, 1))
  }
  return list
}

async function findCandidates(
  ctx: Ctx,
  memberId: Id,
  boardIds: readonly Id[],
  asOf: Date,
): Promise<Candidate[]> {
  const seen = sql`p.state = 'published' and p.board_id = any(${[...boardIds]}::bigint[])
    and p.author_id <> ${memberId}::bigint and p.published_at <= ${asOf}
    and p.published_at > ${asOf}::timestamptz - make_interval(days => ${oldestDays})`
  const share = (part: number) => sql.lit(Math.round(candidates * part))
  const { rows } = await sql<Candidate>`
    with chosen as (
      (select p.id from post p where ${seen} and p.hot > 0 order by p.hot desc, p.id desc limit ${share(0.4)})
      union
      (select p.id from post p where ${seen} order by p.published_at desc, p.id desc limit ${share(0.4)})
      union
      (select p.id from follow f join post p on p.author_id = f.followed_id
        where f.member_id = ${memberId}::bigint and f.followed_id is not null and f.muted_at is null and ${seen}
        order by p.published_at desc, p.id desc limit ${share(0.1)})
      union
      (select p.id from follow f join post_topic t on t.topic_id = f.topic_id join post p on p.id = t.post_id
        where f.member_id = ${memberId}::bigint and f.topic_id is not null and f.muted_at is null and ${seen}
        order by p.published_at desc, p.id desc limit ${share(0.1)}))
    select p.id, p.author_id as "authorId", p.board_id as "boardId", p.hot,
           extract(epoch from ${asOf}::timestamptz - p.published_at)::float8 / 3600 as "ageHours",
           p.featured_at is not null as featured,
           exists (select from post_read r where r.post_id = p.id and r.member_id = ${memberId}::bigint
                      and r.read_at <= ${asOf}) as read,
           coalesce((select json_agg(json_build_object('id', t.topic_id::text, 'name', n.name))
                       from post_topic t join topic n on n.id = t.topic_id where t.post_id = p.id), '[]') as topics,
           m.nickname as "authorName"
      from chosen join post p using (id) join member m on m.id = p.author_id
     order by p.id desc limit ${candidates}`.execute(ctx.db)
  return rows
}

async function findFollows(ctx: Ctx, memberId: Id) {
  const { rows } = await sql<{ authorId: Id | null; topicId: Id | null; boardId: Id | null }>`
    select f.followed_id as "authorId", f.topic_id as "topicId", f.board_id as "boardId" from follow f
     where f.member_id = ${memberId}::bigint and f.post_id is null and f.muted_at is null
     order by f.id desc limit 500`.execute(ctx.db)
  return {
    authors: new Set(rows.flatMap((row) => row.authorId ?? [])),
    topics: new Set(rows.flatMap((row) => row.topicId ?? [])),
    boards: new Set(rows.flatMap((row) => row.boardId ?? [])),
  }
}
