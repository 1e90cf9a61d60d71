/** What follows from the rows of a demo: topics, follows, polls, days, and the numbers beside each post. */
import type pg from 'pg'

/** Topics of the new posts, made where nobody had them. */
export async function settleTopics(client: pg.PoolClient): Promise<ReadonlyMap<string, string[]>> {
  await client.query(
    `insert into topic (name, folded, created_at)
     select distinct on (t.folded) t.name, t.folded, p.published_at
       from demo_topic t join post p on p.id = t.post_id order by t.folded, p.published_at
     on conflict (folded) do nothing`,
  )
  const { rows } = await client.query<{ post_id: string; topics: string[] }>(
    `with put as (
       insert into post_topic (post_id, topic_id)
       select distinct t.post_id, coalesce(topic.merged_into, topic.id)
         from demo_topic t join topic on topic.folded = t.folded
       on conflict do nothing returning post_id, topic_id)
     select post_id, array_agg(topic_id::text order by topic_id) as topics from put group by post_id`,
  )
  return new Map(rows.map((row) => [row.post_id, row.topics]))
}

/** Who read what and when, which days drew how many, what was kept and voted for. A draw by md5 is the same each time. */
export async function settleAttention(client: pg.PoolClient, now: Date): Promise<void> {
  const zone = `(select time_zone from community)`
  const draw = (of: string, below: number) => `('x' || substr(md5(${of}), 1, 7))::bit(28)::int % ${below}`
  await client.query(
    `insert into post_read (member_id, post_id, read_at, comment_count)
     select r.member_id, r.post_id, max(r.at),
            (select count(*) from comment c where c.post_id = r.post_id and c.created_at <= max(r.at))
       from demo_read r group by r.member_id, r.post_id
     on conflict (member_id, post_id) do nothing`,
  )
  await client.query(
    `insert into board_visit (member_id, board_id, visited_at)
     select r.member_id, p.board_id, max(r.at) from demo_read r join post p on p.id = r.post_id group by 1, 2
     on conflict (member_id, board_id) do nothing`,
  )
  await client.query(
    `insert into post_day (post_id, day, impressions, reads, depth, shares)
     select post_id, (at at time zone ${zone})::date as day,
            count(*) * (4 + ${draw(`post_id::text`, 5)}), count(*), sum(depth),
            sum(case when ${draw(`member_id || 's' || post_id`, 100)} < 3 then 1 else 0 end)
       from demo_read group by 1, 2
     on conflict (post_id, day) do update set impressions = post_day.impressions + excluded.impressions,
       reads = post_day.reads + excluded.reads, depth = post_day.depth + excluded.depth, shares = post_day.shares + excluded.shares`,
  )
  await client.query(
    `insert into bookmark (member_id, post_id, created_at)
     select member_id, post_id, min(at) from demo_read
      where ${draw(`member_id || 'b' || post_id`, 100)} < 5 group by 1, 2 on conflict do nothing`,
  )
  await client.query(
    `insert into follow (member_id, post_id, by_itself, created_at)
     select author_id, id, true, created_at from (
       select author_id, id, created_at from post
       union all select author_id, post_id, min(created_at) from comment group by 1, 2) as written
     on conflict do nothing`,
  )
  // Members follow topics they write under; some follow who is read most.
  await client.query(
    `insert into follow (member_id, topic_id, created_at)
     select distinct on (r.member_id, t.topic_id) r.member_id, t.topic_id, r.at
       from demo_read r join post_topic t on t.post_id = r.post_id
      where ${draw(`r.member_id || 't' || t.topic_id`, 100)} < 12 order by r.member_id, t.topic_id, r.at
     on conflict do nothing`,
  )
  await client.query(
    `insert into follow (member_id, followed_id, created_at)
     select distinct on (r.member_id, p.author_id) r.member_id, p.author_id, r.at
       from demo_read r join post p on p.id = r.post_id join member a on a.id = p.author_id
      where a.seed_run_id is null and r.member_id <> p.author_id and ${draw(`r.member_id || 'f' || p.author_id`, 100)} < 14
      order by r.member_id, p.author_id, r.at
     on conflict do nothing`,
  )
  await client.query(
    `with voting as (
       select p.id as post_id, s.member_id, p.group_id, p.board_id, p.author_id,
              least($1::timestamptz, greatest(s.joined_at, p.published_at) + make_interval(mins => 5 + ${draw(`s.member_id || 'h' || p.id`, 2000)})) as at,
              ${draw(`s.member_id || 'o' || p.id`, 100)} as drawn
         from poll join post p on p.id = poll.post_id
         join group_membership s on s.group_id = p.group_id and s.left_at is null
         join member m on m.id = s.member_id and m.seed_run_id is not null and m.last_seen_at > p.published_at - interval '40 days'
        where ${draw(`s.member_id || 'v' || p.id`, 100)} < 38),
     chosen as (
       select v.*, (select o.id from poll_option o where o.post_id = v.post_id
                     order by case when o.position = least(3, case when drawn < 46 then 0 when drawn < 73 then 1 when drawn < 90 then 2 else 3 end)
                                   then 0 else 1 end, o.position limit 1) as option_id
         from voting v),
     cast_votes as (
       insert into poll_vote (post_id, option_id, member_id, voted_at)
       select post_id, option_id, member_id, at from chosen on conflict do nothing returning post_id, member_id)
     insert into event_log (name, source, recorded_at, occurred_at, actor, member_id, group_id, object_kind, object_id, props)
     select 'poll.voted', 'seed', c.at, c.at, 'system:seed', c.member_id, c.group_id, 'post', c.post_id,
            jsonb_build_object('kind', 'poll', 'boardId', c.board_id::text, 'authorId', c.author_id::text)
       from chosen c join cast_votes using (post_id, member_id)`,
    [now],
  )
}

/** The numbers beside posts, comments, topics and polls become what the rows say. */
export const recount: readonly string[] = [
  `update comment c set
        reply_count = (select count(*) from comment r where r.root_id = c.id and r.state = 'published'),
        reaction_count = (select count(*) from reaction x where x.comment_id = c.id)
      where (reply_count, reaction_count) is distinct from (
        (select count(*)::int from comment r where r.root_id = c.id and r.state = 'published'),
        (select count(*)::int from reaction x where x.comment_id = c.id))`,
  `update post p set comment_count = n.comments, reaction_count = n.reactions, bookmark_count = n.bookmarks,
            read_count = n.reads, share_count = n.shares, active_at = greatest(p.published_at, n.newest),
            first_answer_at = n.first_answer
       from (select q.id,
               (select count(*) from comment c where c.post_id = q.id and c.state = 'published') as comments,
               (select count(*) from reaction r where r.post_id = q.id and r.comment_id is null) as reactions,
               (select count(*) from bookmark b where b.post_id = q.id) as bookmarks,
               (select coalesce(sum(reads), 0) from post_day d where d.post_id = q.id) as reads,
               (select coalesce(sum(shares), 0) from post_day d where d.post_id = q.id) as shares,
               (select max(created_at) from comment c where c.post_id = q.id and c.state = 'published') as newest,
               (select min(created_at) from comment c where c.post_id = q.id and c.state = 'published' and c.author_id <> q.author_id) as first_answer
               from post q where q.published_at is not null) n
      where p.id = n.id`,
  `update topic t set
        post_count = (select count(*) from post_topic x join post p on p.id = x.post_id and p.state = 'published' where x.topic_id = t.id),
        follower_count = (select count(*) from follow f where f.topic_id = t.id and f.muted_at is null)`,
  `update poll_option o set vote_count = (select count(*) from poll_vote v where v.option_id = o.id)`,
  `update poll set voter_count = (select count(distinct member_id) from poll_vote v where v.post_id = poll.post_id)`,
]
