/**
 * What is hot, and why (S0-46). The rule, as the page about it says: everybody who commented, reacted or
 * read in the last three days counts, and fades by half every eight hours; nobody counts more than once
 * over, so that one person cannot push anything; the author does not count. Where people come faster
 * than on the day before, up to twice as much. Nobody's place is bought or set by hand.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import type { CardParts } from './cards.ts'

/** Hours after which nothing counts any more, and in which what is left of a voice halves. */
export const heatWindow = 72
export const heatHalves = 8
/** What one does counts: a comment, a reaction, a read. Together at most `most` for one person. */
export const heatWeights = { comment: 3, reaction: 1, read: 0.2, most: 4 } as const

/** Windows in which the people are counted for the reason: the shortest that holds at least three. */
const windows = [3, 6, 24, 72] as const

/** Everything that people did lately, with who and when. `c.author_id` of the post is left out. */
const voices = (now: Date) => sql`
  select p.id as post_id, v.member_id, v.at, v.weight
    from (select c.post_id, c.author_id as member_id, c.created_at as at, ${heatWeights.comment}::float8 as weight
            from comment c
           where c.state = 'published' and c.created_at > ${now}::timestamptz - make_interval(hours => ${heatWindow})
             and c.created_at <= ${now}::timestamptz
          union all
          select r.post_id, r.member_id, r.created_at, ${heatWeights.reaction}::float8 from reaction r
           where r.created_at > ${now}::timestamptz - make_interval(hours => ${heatWindow}) and r.created_at <= ${now}::timestamptz
          union all
          select d.post_id, d.member_id, d.read_at, ${heatWeights.read}::float8 from post_read d
           where d.read_at > ${now}::timestamptz - make_interval(hours => ${heatWindow}) and d.read_at <= ${now}::timestamptz) as v
    join post p on p.id = v.post_id and p.state = 'published' and p.author_id <> v.member_id`

/**
 * Ranks posts anew; answers with how many are hot. Posts that somebody is changing this moment keep their
 * place until the next round, so that nobody waits for the ranking.
 */
export async function rankPosts(ctx: Ctx): Promise<number> {
  return await transact(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('content.heat'))`.execute(tx.db)
    await sql`create temporary table heat_now on commit drop as
      with voices as materialized (${voices(tx.now)}),
      people as (
        select post_id, member_id, max(at) as last_at,
               least(${heatWeights.most}::float8,
                     sum(weight * power(0.5, extract(epoch from ${tx.now}::timestamptz - at) / 3600 / ${heatHalves}))) as voice,
               bool_or(weight >= ${heatWeights.reaction}) as takes_part
          from voices group by post_id, member_id),
      counted as (
        select post_id, sum(voice) as voice, ${countWindows()},
               count(*)::int as anybody
          from people group by post_id),
      kinds as (
        select post_id, (count(*) filter (where weight = ${heatWeights.comment}))::int as comments,
               (count(*) filter (where weight = ${heatWeights.reaction}))::int as reactions,
               (count(*) filter (where weight = ${heatWeights.read}))::int as reads,
               ${burst(tx.now)} as burst
          from voices group by post_id)
      select c.post_id, (c.voice * least(2, greatest(1, k.burst)))::real as hot,
             ${pickWindow('hours')} as hours, ${pickWindow('people')} as people,
             k.comments, k.reactions, k.reads, k.burst::real as burst
        from counted c join kinds k using (post_id)
       -- two readers are not yet a matter
       where c.voice >= 1`.execute(tx.db)
    await sql`with free as materialized (
        select p.id from post p left join heat_now h on h.post_id = p.id
         where (h.post_id is not null or (p.state = 'published' and p.hot > 0))
           and abs(p.hot - coalesce(h.hot, 0)) > 0.01 * greatest(p.hot, 0.01)
         order by p.id for no key update of p skip locked)
      update post p set hot = coalesce((select h.hot from heat_now h where h.post_id = p.id), 0)
        from free where free.id = p.id`.execute(tx.db)
    await sql`delete from post_heat h where not exists (select from heat_now n where n.post_id = h.post_id)`.execute(
      tx.db,
    )
    // The reference to a post wants a lock on it as well.
    await sql`with free as materialized (
        select p.id from post p join heat_now n on n.post_id = p.id order by p.id for key share of p skip locked)
      insert into post_heat (post_id, people, hours, comments, reactions, reads, burst, computed_at)
      select n.post_id, n.people, n.hours, n.comments, n.reactions, n.reads, n.burst, ${tx.now}
        from heat_now n join free on free.id = n.post_id
      on conflict (post_id) do update set people = excluded.people, hours = excluded.hours, comments = excluded.comments,
        reactions = excluded.reactions, reads = excluded.reads, burst = excluded.burst, computed_at = excluded.computed_at`.execute(
      tx.db,
    )
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from heat_now`.execute(tx.db)
    return rows[0]!.count
  })

  function countWindows() {
    return sql.join(
      windows.map(
        (hours) =>
          sql`(count(*) filter (where takes_part and last_at > ${ctx.now}::timestamptz - make_interval(hours => ${hours})))::int as ${sql.ref(`within_${hours}`)}`,
      ),
    )
  }
}

/** The shortest window with at least three people, or the longest; and the people in it. */
const pickWindow = (what: 'hours' | 'people') =>
  sql`case ${sql.join(
    windows.slice(0, -1).map((hours) => {
      const within = sql.ref(`within_${hours}`)
      return sql`when ${within} >= 3 then ${what === 'hours' ? sql.lit(hours) : within}`
    }),
    sql` `,
  )} else ${what === 'hours' ? sql.lit(heatWindow) : sql.ref(`within_${heatWindow}`)} end`

/** People of the last three hours against those of three hours on the day before; 1 is as usual. */
const burst = (now: Date) => sql`
  (count(distinct member_id) filter (where at > ${now}::timestamptz - interval '3 hours') + 1)::float8
  / (count(distinct member_id) filter (where at <= ${now}::timestamptz - interval '3 hours'
                                         and at > ${now}::timestamptz - interval '27 hours') / 8.0 + 1)`

/** Ranks topics anew, over open boards and over all but private groups; answers with how many there are. */
export async function rankTopics(
  ctx: Ctx,
  { audience }: Pick<CardParts, 'audience'>,
  zone: string,
): Promise<number> {
  const stranger: Ctx = { ...ctx, actor: { kind: 'anonymous' } }
  const open = [...(await findBoardStandings(stranger, audience)).values()]
  const listed = await ctx.db
    .selectFrom('board as b')
    .innerJoin('community_group as g', 'g.id', 'b.group_id')
    .select('b.id')
    .where('b.archived_at', 'is', null)
    .where('g.archived_at', 'is', null)
    .where('g.visibility', '=', 'public')
    .execute()
  return await transact(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('content.topics'))`.execute(tx.db)
    const openIds = open
      .filter((board) => board.open && board.group.visibility === 'public')
      .map((board) => board.id)
    await countByBoard(tx)
    await rankWithin(tx, zone, true, openIds)
    return await rankWithin(
      tx,
      zone,
      false,
      listed.map((board) => board.id),
    )
  })
}

/** How much stands under each topic on each board, for who sees some of them. */
async function countByBoard(tx: Ctx): Promise<void> {
  await sql`
    with counted as materialized (
      select t.topic_id, p.board_id, count(*)::int as posts
        from post_topic t join post p on p.id = t.post_id and p.state = 'published' group by 1, 2),
    gone as (
      delete from topic_board b where not exists (
        select from counted c where c.topic_id = b.topic_id and c.board_id = b.board_id))
    insert into topic_board as b (topic_id, board_id, posts) select topic_id, board_id, posts from counted
    on conflict (topic_id, board_id) do update set posts = excluded.posts where b.posts <> excluded.posts`.execute(
    tx.db,
  )
}

async function rankWithin(tx: Ctx, zone: string, open: boolean, boardIds: readonly Id[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with tagged as materialized (
      select t.topic_id, p.id as post_id, p.author_id, p.published_at
        from post_topic t join post p on p.id = t.post_id
        join topic on topic.id = t.topic_id and topic.hidden_at is null and topic.merged_into is null
       where p.state = 'published' and p.board_id = any(${[...boardIds]}::bigint[])),
    totals as (select topic_id, count(*)::int as posts from tagged group by topic_id),
    voices as (
      select topic_id, author_id as member_id, published_at as at, 3::float8 as weight from tagged
       where published_at > ${tx.now}::timestamptz - make_interval(hours => ${heatWindow}) and published_at <= ${tx.now}::timestamptz
      union all
      select g.topic_id, c.author_id, c.created_at, 1 from comment c join tagged g on g.post_id = c.post_id
       where c.state = 'published' and c.created_at > ${tx.now}::timestamptz - make_interval(hours => ${heatWindow})
         and c.created_at <= ${tx.now}::timestamptz),
    people as (
      select topic_id, member_id, max(at) as last_at,
             least(${heatWeights.most}::float8,
                   sum(weight * power(0.5, extract(epoch from ${tx.now}::timestamptz - at) / 3600 / ${heatHalves}))) as voice
        from voices group by topic_id, member_id),
    counted as (
      select topic_id, sum(voice) as voice, ${sql.join(
        windows.map(
          (hours) =>
            sql`(count(*) filter (where last_at > ${tx.now}::timestamptz - make_interval(hours => ${hours})))::int as ${sql.ref(`within_${hours}`)}`,
        ),
      )} from people group by topic_id),
    bursts as (select topic_id, ${burst(tx.now)} as burst from voices group by topic_id),
    days as (select (${tx.now}::timestamptz at time zone ${zone})::date - 13 + n as day, n from generate_series(0, 13) as n),
    daily as (
      select topic_id, (published_at at time zone ${zone})::date as day, count(*)::int as posts from tagged
       where published_at > ${tx.now}::timestamptz - interval '15 days' group by 1, 2),
    trends as (
      select t.topic_id, array_agg(coalesce(d.posts, 0) order by days.n) as trend
        from totals t cross join days left join daily d on d.topic_id = t.topic_id and d.day = days.day
       group by t.topic_id),
    fresh as (
      insert into topic_heat (topic_id, open, hot, people, hours, posts, burst, trend, computed_at)
      select t.topic_id, ${open}, coalesce(c.voice * least(2, greatest(1, b.burst)), 0), coalesce(${pickWindow('people')}, 0),
             case when c.topic_id is null then ${heatWindow} else ${pickWindow('hours')} end,
             t.posts, coalesce(b.burst, 0), r.trend, ${tx.now}
        from totals t join trends r using (topic_id) left join counted c using (topic_id) left join bursts b using (topic_id)
      on conflict (topic_id, open) do update set hot = excluded.hot, people = excluded.people, hours = excluded.hours,
        posts = excluded.posts, burst = excluded.burst, trend = excluded.trend, computed_at = excluded.computed_at
      returning topic_id),
    gone as (
      delete from topic_heat h where h.open = ${open} and not exists (select from totals t where t.topic_id = h.topic_id))
    select count(*)::int as count from fresh`.execute(tx.db)
  return rows[0]!.count
}
