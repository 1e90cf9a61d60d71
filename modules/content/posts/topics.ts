/** Topics of a post: found or made from its hashtags, and counted. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { fold } from '#base/search/fold.ts'

/** Topics that one post may stand under; further hashtags stay words. */
export const mostTopics = 10

/**
 * Gives the post the topics of these names. Names fold, merged topics lead to the one
 * they became. With `make`, names nobody used before make topics. `counted`: the post is in public, so that
 * the topics count it.
 */
export async function setTopics(
  tx: Ctx,
  postId: Id,
  names: readonly string[],
  { make, counted }: { readonly make: boolean; readonly counted: boolean },
): Promise<void> {
  const ids = await findTopics(tx, names, { make })
  const { rows: gone } = await sql<{ id: Id }>`
    delete from post_topic where post_id = ${postId}::bigint and not (topic_id = any(${ids}::bigint[]))
    returning topic_id as id`.execute(tx.db)
  const { rows: come } = await sql<{ id: Id }>`
    insert into post_topic (post_id, topic_id)
    select ${postId}::bigint, unnest(${ids}::bigint[]) on conflict do nothing returning topic_id as id`.execute(
    tx.db,
  )
  if (!counted) return
  await countPosts(
    tx,
    gone.map((row) => row.id),
    -1,
  )
  await countPosts(
    tx,
    come.map((row) => row.id),
    1,
  )
}

/** The topics of these names, in order; with `make`, names nobody used before make topics. */
export async function findTopics(
  tx: Ctx,
  names: readonly string[],
  { make }: { readonly make: boolean },
): Promise<Id[]> {
  if (names.length === 0) return []
  const wanted = new Map<string, string>()
  for (const name of names) {
    const folded = fold(name)
    if (folded && !wanted.has(folded) && wanted.size < mostTopics) wanted.set(folded, name)
  }
  // In one order for everybody: two posts with the same new topics must not wait for each other.
  const sorted = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))
  const folded = sorted.map(([key]) => key)
  if (make && sorted.length > 0)
    await sql`
      insert into topic (name, folded, created_at)
      select name, folded, ${tx.now} from unnest(${sorted.map(([, name]) => name)}::text[], ${folded}::text[]) as t (name, folded)
       order by folded on conflict (folded) do nothing`.execute(tx.db)
  const { rows } = await sql<{ id: Id }>`
    select distinct coalesce(merged_into, id) as id from topic where folded = any(${folded}::text[]) order by id`.execute(
    tx.db,
  )
  return rows.map((row) => row.id)
}

/** The post came into public, or left it: its topics count it, or no longer. */
export async function countTopics(tx: Ctx, postId: Id, by: 1 | -1): Promise<void> {
  const { rows } = await sql<{ id: Id }>`
    select topic_id as id from post_topic where post_id = ${postId}::bigint`.execute(tx.db)
  await countPosts(
    tx,
    rows.map((row) => row.id),
    by,
  )
}

/** These topics have one post more, or less. */
export async function countPosts(tx: Ctx, ids: readonly Id[], by: 1 | -1): Promise<void> {
  if (ids.length === 0) return
  await sql`
    with held as (select id from topic where id = any(${[...ids]}::bigint[]) order by id for update)
    update topic set post_count = greatest(0, post_count + ${by}) from held where topic.id = held.id`.execute(
    tx.db,
  )
}
