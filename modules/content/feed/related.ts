/** What one may want to read next: posts that share topics, then those of the same board that did well. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { BoardStanding } from '#modules/groups/api.ts'

/**
 * Ids, best first. The more topics are shared and the rarer they are, the nearer; among the near ones the
 * solved, the featured and the liked come first, the old later. One query.
 */
export async function findRelated(
  ctx: Ctx,
  postId: Id,
  boards: ReadonlyMap<Id, BoardStanding>,
  limit = 5,
): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    with this as (select id, board_id, kind from post where id = ${postId}::bigint),
    shared as (
      select near.post_id as id, sum(1 / ln(2 + t.post_count)) as nearness
        from post_topic own join topic t on t.id = own.topic_id
       cross join lateral (select pt.post_id from post_topic pt
                            where pt.topic_id = own.topic_id and pt.post_id <> own.post_id
                            order by pt.post_id desc limit 300) as near
       where own.post_id = ${postId}::bigint group by near.post_id),
    beside as (
      select p.id from this join post p on p.board_id = this.board_id and p.id <> this.id and p.state = 'published'
       order by p.published_at desc, p.id desc limit 60)
    select p.id
      from (select id, nearness from shared union all select id, 0.15 from beside) as near
      join post p using (id) cross join this
     where p.state = 'published' and p.board_id = any(${[...boards.keys()]}::bigint[])
     group by p.id, this.kind
     order by sum(near.nearness)
              * (1 + ln(1 + p.reaction_count + 2 * p.comment_count) / 6
                   + case when p.featured_at is not null then 0.4 else 0 end
                   + case when p.accepted_comment_id is not null then 0.3 else 0 end
                   + case when p.kind = this.kind then 0.1 else 0 end)
              * (0.4 + 0.6 * exp(-extract(epoch from ${ctx.now}::timestamptz - p.published_at) / 86400 / 120)) desc, p.id desc
     limit ${limit}`.execute(ctx.db)
  return rows.map((row) => row.id)
}
