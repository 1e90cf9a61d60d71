/** 话题: which are hot and why, one of them, and which stand beside it. */
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import type { Place } from '#base/http/cursor.ts'
import { fold } from '#base/search/fold.ts'
import { type BoardStanding, findBoardStandings } from '#modules/groups/api.ts'
import { askerOf } from '../access.ts'
import { contentProblems } from '../problems.ts'
import { countOn, rankedElsewhere, rankedOn } from '../topics.sql.ts'
import type { CardParts } from './cards.ts'
import { findTopicId } from './feed.ts'
import { heatReason } from './heat-reasons.ts'
import type { TopicCard, topicPage } from './shapes.ts'

interface Row {
  id: Id
  name: string
  summary: string
  cover: string | null
  posts: number
  followers: number
  hot: number
  people: number
  hours: number
  burst: number
  trend: number[]
  following: boolean
}

const present = (ctx: Ctx, row: Row): TopicCard => ({
  name: row.name,
  summary: row.summary,
  coverUrl: row.cover === null ? null : addressOf(row.cover, 'medium'),
  posts: row.posts,
  followers: row.followers,
  trend: row.trend,
  reason: row.hot > 0 ? heatReason(ctx, row) : null,
  following: row.following,
})

/**
 * What may be told of topic `t` to who sees these boards, as `o` and `w`: the figures of open boards; those of all
 * boards only where he sees every one on which it stands.
 */
const figures = (boardIds: readonly Id[], known: boolean) => sql`
  left join topic_heat o on o.topic_id = t.id and o.open
  left join topic_heat w on w.topic_id = t.id and not w.open and ${known}
                        and not ${rankedElsewhere(sql`t.id`, boardIds)}`

const told = (column: 'hot' | 'people' | 'hours' | 'burst' | 'trend', otherwise: RawBuilder<unknown>) =>
  sql`coalesce(${sql.ref(`w.${column}`)}, ${sql.ref(`o.${column}`)}, ${otherwise}) as ${sql.ref(column)}`

const toldHeat = sql.join([
  told('hot', sql`0`),
  told('people', sql`0`),
  told('hours', sql`72`),
  told('burst', sql`0`),
  told('trend', sql`array_fill(0, array[14])`),
])

/**
 * Topics by how hot they are, then by how much was written; `followed`: those of the member, newest first.
 * Only those with something published on these boards, and no figures of others. One query.
 */
export async function findTopics(
  ctx: Ctx,
  boards: ReadonlyMap<Id, BoardStanding>,
  {
    q = '',
    followed = false,
    after,
    limit,
  }: { q?: string; followed?: boolean; after?: Place | undefined; limit: number },
): Promise<{ items: TopicCard[]; next: Place | null }> {
  const asker = askerOf(ctx) ?? null
  if (followed && asker === null) return { items: [], next: null }
  const folded = fold(q)
  const boardIds = [...boards.keys()]
  const order = followed ? sql`f.id` : sql`h.hot`
  const { rows } = await sql<Row & { value: string }>`
    with page as (
    select t.id, f.id is not null as following, h.hot as rank, h.posts as much, f.id as "followId",
           ${followed ? sql`f.id::text` : sql`h.hot::text || ' ' || h.posts`} as value
      from topic_heat h
      join topic t on t.id = h.topic_id and t.hidden_at is null and t.merged_into is null
      left join follow f on f.topic_id = t.id and f.member_id = ${asker}::bigint and f.muted_at is null
     where h.open = ${asker === null} and ${rankedOn(sql`t.id`, boardIds)} > 0
       and (${folded} = '' or t.folded like '%' || ${folded.replace(/[\\%_]/g, '\\$&')} || '%')
       ${followed ? sql`and f.id is not null` : sql``}
       ${
         after
           ? followed
             ? sql`and f.id < ${after.id}::bigint`
             : sql`and (h.hot, h.posts, t.id) < (split_part(${after.value}, ' ', 1)::real, split_part(${after.value}, ' ', 2)::int, ${after.id}::bigint)`
           : sql``
       }
     order by ${order} desc, ${followed ? sql`t.id` : sql`h.posts`} desc, t.id desc
     limit ${limit + 1})
    select t.id, t.name, t.summary, cover.token as cover, t.follower_count as followers, page.following, page.value,
           ${rankedOn(sql`t.id`, boardIds)} as posts, ${toldHeat}
      from page join topic t using (id)
      left join file cover on cover.id = t.cover_file_id
      ${figures(boardIds, asker !== null)}
     order by ${followed ? sql`page."followId" desc` : sql`page.rank desc, page.much desc`}, t.id desc`.execute(
    ctx.db,
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1)! : null
  return {
    items: shown.map((row) => present(ctx, row)),
    next: last && { value: last.value, id: followed ? last.value : last.id },
  }
}

/**
 * The page of a topic: counts are of what the one who asks may read. Throws `topic_not_found` also when
 * nothing under it is for him.
 */
export async function getTopicPage(
  ctx: Ctx,
  { audience }: CardParts,
  name: string,
): Promise<z.input<typeof topicPage>> {
  const id = await findTopicId(ctx, name)
  const asker = askerOf(ctx) ?? null
  const boards = await findBoardStandings(ctx, audience)
  const boardIds = [...boards.keys()]
  const { rows } = await sql<Row & { muted: boolean }>`
    select t.id, t.name, t.summary, cover.token as cover, t.follower_count as followers, mine.posts,
           ${toldHeat},
           f.id is not null and f.muted_at is null as following, f.muted_at is not null as muted
      from topic t
     cross join lateral (select ${countOn(sql`t.id`, boardIds)} as posts) as mine
      left join file cover on cover.id = t.cover_file_id
      ${figures(boardIds, asker !== null)}
      left join follow f on f.topic_id = t.id and f.member_id = ${asker}::bigint
     where t.id = ${id}::bigint and t.hidden_at is null`.execute(ctx.db)
  const [row] = rows
  if (!row || row.posts === 0) throw contentProblems.topicNotFound()
  return { ...present(ctx, row), muted: row.muted, related: await findBeside(ctx, id, boards) }
}

/** Topics that stand together with this one in posts of the last half-year. */
async function findBeside(ctx: Ctx, id: Id, boards: ReadonlyMap<Id, BoardStanding>) {
  const { rows } = await sql<{ name: string; posts: number }>`
    with lately as (
      select p.id from post_topic pt join post p on p.id = pt.post_id
       where pt.topic_id = ${id}::bigint and p.state = 'published' and p.board_id = any(${[...boards.keys()]}::bigint[])
         and p.published_at > ${ctx.now}::timestamptz - interval '180 days'
       order by p.published_at desc limit 500)
    select t.name, count(*)::int as posts
      from lately join post_topic pt on pt.post_id = lately.id and pt.topic_id <> ${id}::bigint
      join topic t on t.id = pt.topic_id and t.hidden_at is null and t.merged_into is null
     group by t.id order by count(*) desc, t.id limit 8`.execute(ctx.db)
  return rows
}
