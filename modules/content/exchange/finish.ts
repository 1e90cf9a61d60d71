/** The numbers beside what was brought in become what its rows say; who wrote there follows it by itself. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'

export async function recountImported(tx: Ctx, site: string): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx.db)
  const prefix = `import:${site}:`
  const posts = sql`select id from post where starts_with(source, ${prefix})`
  // Posts before comments, by id, as everywhere: people are talking below these posts already.
  await sql`${posts} order by id for no key update`.execute(tx.db)
  await sql`
    update comment c set
        reply_count = (select count(*) from comment r where r.root_id = c.id and r.state = 'published'),
        reaction_count = (select count(*) from reaction x where x.comment_id = c.id)
      where c.post_id in (${posts})`.execute(tx.db)
  await sql`
    update post p set comment_count = n.comments, reaction_count = n.reactions, bookmark_count = n.bookmarks,
           active_at = greatest(p.published_at, n.newest), first_answer_at = n.first_answer
      from (select q.id,
              (select count(*) from reaction r where r.post_id = q.id and r.comment_id is null) as reactions,
              (select count(*) from bookmark b where b.post_id = q.id) as bookmarks,
              s.comments, s.newest, s.first_answer
              from post q cross join lateral (
                select count(*) as comments, max(created_at) as newest,
                       min(created_at) filter (where c.author_id <> q.author_id) as first_answer
                  from comment c where c.post_id = q.id and c.state = 'published') s
             where q.id in (${posts})) n
     where p.id = n.id`.execute(tx.db)
  await sql`
    update topic t set post_count = (
        select count(*) from post_topic x join post p on p.id = x.post_id and p.state = 'published' where x.topic_id = t.id)
      where t.id in (select topic_id from post_topic where post_id in (${posts}))`.execute(tx.db)
}
