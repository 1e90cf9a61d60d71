/** Posts by what people did with them in some days. */
import type { Id } from '#base/access/actor.ts'
import type { Asking } from '../../asking.ts'
import type { Days } from '../../shapes.ts'

export interface BestPost {
  readonly post: Id
  /** A reaction or a comment counts one, a share or a bookmark two. */
  readonly points: number
  /** Members who read it, signed in. */
  readonly readers: number
}

export const bestPostsSql = `
  SELECT toString(id) AS post, countIf(name IN ('reaction.given', 'comment.posted')) + 2 * countIf(name IN ('post.shared', 'post.bookmarked')) AS points,
         uniqExactIf(member_id, name = 'post.read' AND member_id != 0) AS readers
    FROM (SELECT name, member_id,
                 if(name IN ('reaction.given', 'comment.posted'), toInt64OrZero(trim(BOTH '"' FROM JSONExtractRaw(props, 'postId'))), object_id) AS id
            FROM event
           WHERE person AND name IN ('reaction.given', 'comment.posted', 'post.shared', 'post.bookmarked', 'post.read')
             AND day BETWEEN {from:Date} AND {to:Date} AND ({group:UInt64} = 0 OR group_id = {group:UInt64}))
   WHERE id > 0
   GROUP BY id HAVING points > 0
   ORDER BY points DESC, readers DESC, id LIMIT {most:UInt64}`

/** The most popular first. */
export async function findBestPosts(
  asking: Asking,
  { from, to }: Days,
  group: Id | null,
  most: number,
): Promise<BestPost[]> {
  const rows = await asking.query<Record<keyof BestPost, string>>(bestPostsSql, {
    from,
    to,
    group: group ?? '0',
    most,
  })
  return rows.map(({ post, points, readers }) => ({ post, points: Number(points), readers: Number(readers) }))
}
