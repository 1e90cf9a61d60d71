/** Takes the words of simulated members out with them; what others wrote stays, with the numbers it has left. */
import { sql } from 'kysely'
import type { Simulated } from '#base/declarations/simulated.ts'
import { recount } from './numbers.sql.ts'

const simulatedMembers = sql`select id from member where seed_run_id is not null`

export const simulatedContent: Simulated = {
  async before(tx) {
    // The log still says what they read, and by the same draw what was shown to them.
    await sql`
      with attention as (
        select object_id as post_id, (occurred_at at time zone (select time_zone from community))::date as day,
               count(*) as reads, sum((props->>'depth')::int) as depth,
               count(*) * (4 + ('x' || substr(md5(object_id::text), 1, 7))::bit(28)::int % 5) as impressions,
               count(*) filter (where ('x' || substr(md5(member_id || 's' || object_id), 1, 7))::bit(28)::int % 100 < 3) as shares
          from event_log where source = 'seed' and name = 'post.read' and object_id is not null group by 1, 2)
      update post_day d
         set reads = greatest(0, d.reads - a.reads), depth = greatest(0, d.depth - a.depth),
             impressions = greatest(0, d.impressions - a.impressions), shares = greatest(0, d.shares - a.shares)
        from attention a where a.post_id = d.post_id and a.day = d.day`.execute(tx.db)
    await sql`
      update post set state = 'removed', merged_into = null, state_by = 'system:seed', state_at = ${tx.now}
       where merged_into in (select id from post where author_id in (${simulatedMembers}))`.execute(tx.db)
    await sql`delete from post where author_id in (${simulatedMembers})`.execute(tx.db)
    await sql`delete from comment where author_id in (${simulatedMembers})`.execute(tx.db)
  },
  async after(tx) {
    for (const statement of recount) await sql.raw(statement).execute(tx.db)
    await sql`
      delete from topic t where not exists (select from post_topic x where x.topic_id = t.id)
         and not exists (select from follow f where f.topic_id = t.id)
         and not exists (select from topic m where m.merged_into = t.id)`.execute(tx.db)
  },
}
