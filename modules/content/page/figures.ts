/** How a post does: attention, answers, and who took part (S0-42, S0-43). */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import type { PostFigures } from './shapes.ts'

interface Row extends Omit<PostFigures, 'people' | 'interactionRate'> {
  readonly people: readonly { readonly token: string; readonly name: string; readonly face: string | null }[]
}

/**
 * Interactions for each read (S0-43): (reactions + comments + shares + bookmarks) / reads, with `parts` as the counters
 * of the post. Null without a read.
 */
export const interactionRate = (parts: {
  readonly reads: number
  readonly reactions: number
  readonly comments: number
  readonly shares: number
  readonly bookmarks: number
}): number | null =>
  parts.reads === 0 ? null : (parts.reactions + parts.comments + parts.shares + parts.bookmarks) / parts.reads

/** The figures of one post in one statement; the caller has looked whether they may be seen. */
export async function findPostFigures(ctx: Ctx, postId: Id): Promise<PostFigures> {
  const { rows } = await sql<Row>`
    select coalesce(d.impressions, 0)::int as impressions, p.read_count as reads,
           round(d.depth::numeric / nullif(d.reads, 0))::int as depth,
           p.comment_count as comments, p.reaction_count as reactions, p.bookmark_count as bookmarks,
           p.share_count as shares,
           round(extract(epoch from p.first_answer_at - p.published_at) / 60)::int as "firstAnswerMinutes",
           coalesce(d.days, '[]') as days,
           coalesce((select json_agg(json_build_object('token', m.token, 'name',
                              coalesce(nullif(s.card_name, ''), m.nickname), 'face', face.token) order by who.at desc)
              from (select author_id, max(at) as at from (
                      (select author_id, created_at as at from comment
                        where post_id = p.id and parent_id is null and state = 'published' and author_id <> p.author_id
                        order by created_at desc, id desc limit 60)
                      union all
                      (select author_id, created_at from comment
                        where post_id = p.id and parent_id is not null and state = 'published' and author_id <> p.author_id
                        order by created_at desc, id desc limit 60)
                      union all
                      (select member_id, created_at from reaction
                        where post_id = p.id and member_id <> p.author_id order by id desc limit 60)) as acts
                     group by author_id order by 2 desc limit 12) as who
              join member m on m.id = who.author_id
              left join file face on face.id = m.avatar_file_id
              left join group_membership s
                on s.group_id = p.group_id and s.member_id = m.id and s.left_at is null), '[]') as people
      from post p
      left join lateral (
        select sum(impressions) as impressions, sum(reads) as reads, sum(depth) as depth,
               (select json_agg(json_build_object('day', day, 'impressions', impressions, 'reads', reads, 'shares', shares)
                                order by day)
                  from (select * from post_day l where l.post_id = p.id order by day desc limit 30) as last) as days
          from post_day t where t.post_id = p.id) as d on true
     where p.id = ${postId}::bigint`.execute(ctx.db)
  const { people, ...row } = rows[0]!
  return {
    ...row,
    interactionRate: interactionRate(row),
    people: people.map(({ token, name, face }) => ({
      token,
      name,
      avatarUrl: face === null ? null : addressOf(face, 'small'),
    })),
  }
}
