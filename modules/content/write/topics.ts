/** Topics to name after a #: those in use whose names fit, the most used first. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import { fold } from '#base/search/fold.ts'
import { fitting } from './people.ts'

export interface SuggestedTopic {
  readonly name: string
  readonly posts: number
}

const most = 8
/** Readings are compared among the most used only. */
const looked = 500

/** At most eight topics: names that begin with `text` before those that hold it or are read so. One query. */
export async function suggestTopics(ctx: Ctx, text: string): Promise<readonly SuggestedTopic[]> {
  const wanted = fold(text)
  const escaped = wanted.replace(/[\\%_]/g, '\\$&')
  const written = /[^a-z]/.test(wanted) ? sql`and folded like ${`%${escaped}%`}` : sql``
  const { rows } = await sql<SuggestedTopic>`
    select name, post_count as posts from topic
     where hidden_at is null and merged_into is null ${written}
     order by post_count desc, id limit ${looked}`.execute(ctx.db)
  const fits = await fitting(wanted)
  const found = rows.filter((row) => fits(row.name))
  const begins = (row: SuggestedTopic) => fold(row.name).startsWith(wanted)
  return [...found.filter(begins), ...found.filter((row) => !begins(row))].slice(0, most)
}
