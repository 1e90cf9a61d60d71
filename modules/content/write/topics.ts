/** Topics to name after a #: those in use whose names fit, the most used first. */

import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { fold } from '#base/search/fold.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import type { ContentParts } from '../parts.ts'
import { countOn, standsOn } from '../topics.sql.ts'
import { fitting } from './people.ts'

export interface SuggestedTopic {
  readonly name: string
  readonly posts: number
}

const most = 8
/** Readings are compared among the most used only. */
const looked = 500

/**
 * At most eight topics: names that begin with `text` before those that hold it or are read so. Only those under
 * which the one who asks may read something. Three queries.
 */
export async function suggestTopics(
  ctx: Ctx,
  { audience }: Pick<ContentParts, 'audience'>,
  text: string,
): Promise<readonly SuggestedTopic[]> {
  const wanted = fold(text)
  const escaped = wanted.replace(/[\\%_]/g, '\\$&')
  const written = /[^a-z]/.test(wanted) ? sql`and folded like ${`%${escaped}%`}` : sql``
  const boards = [...(await findBoardStandings(ctx, audience)).keys()]
  const { rows } = await sql<{ id: Id; name: string }>`
    select id, name from topic
     where hidden_at is null and merged_into is null ${written} and ${standsOn(sql`topic.id`, boards)}
     order by post_count desc, id limit ${looked}`.execute(ctx.db)
  const fits = await fitting(wanted)
  const found = rows.filter((row) => fits(row.name))
  const begins = (row: { name: string }) => fold(row.name).startsWith(wanted)
  const offered = [...found.filter(begins), ...found.filter((row) => !begins(row))].slice(0, most)
  const { rows: counted } = await sql<{ id: Id; posts: number }>`
    select t.id, ${countOn(sql`t.id`, boards)} as posts from topic t
     where t.id = any(${offered.map(({ id }) => id)}::bigint[])`.execute(ctx.db)
  const posts = new Map(counted.map((row) => [row.id, row.posts]))
  return offered.map(({ id, name }) => ({ name, posts: posts.get(id) ?? 0 }))
}
