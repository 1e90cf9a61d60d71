/**
 * Words of public posts and comments in the warehouse. A copy says what everybody in the group may read now: what was
 * taken away, erased or hidden is copied as nothing, over what was there. Nothing else of a text leaves PostgreSQL.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Warehouse } from '#base/parts.ts'
import { meaningfulWords } from '#base/search/keywords.ts'
import { findGeneration } from '#modules/audience/api.ts'
import { findSaidComments, findSaidPosts, listSaid, type Said } from '#modules/content/api.ts'
import { moodOf } from './mood.ts'

/** Texts of one read and one insert; cutting a thousand takes about half a second. */
const batch = 500
/** Longer texts are about what their beginning is about. */
const mostCharacters = 8_000

const read = { post: findSaidPosts, comment: findSaidComments } as const

/** As the warehouse reads a moment in UTC. */
const momentText = (at: Date) => at.toISOString().slice(0, 23).replace('T', ' ')

/** Whether all that was said before is copied into the tables that the warehouse has now. */
export async function areTalkCopiesWhole(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean }>`
    select copies.finished_at is not null as whole from talk_copies as copies, warehouse_sink as sink
     where copies.generation = sink.generation`.execute(ctx.db)
  return rows[0]?.whole ?? false
}

export interface TalkCopies {
  refresh(ctx: Ctx, kind: Said['kind'], ids: readonly Id[]): Promise<void>
  /** Goes on where it was interrupted; resolves to false while the warehouse has no tables or it was asked to stop. */
  fill(ctx: Ctx, signal?: AbortSignal): Promise<boolean>
}

export function openTalkCopies(warehouse: Pick<Warehouse, 'query' | 'insert'>): TalkCopies {
  async function write(ctx: Ctx, kind: Said['kind'], ids: readonly Id[]): Promise<void> {
    // The texts are read after this moment, so they are at least as new.
    const { rows: clock } = await sql<{ version: string }>`
      select (extract(epoch from clock_timestamp()) * 1000000)::bigint::text as version`.execute(ctx.db)
    const { version } = clock[0]!
    const said = new Map((await read[kind](ctx, ids)).map((each) => [each.id, each]))
    await warehouse.insert({
      table: 'talk',
      columns: [
        'kind',
        'id',
        'group_id',
        'board_id',
        'author_id',
        'said_at',
        'words',
        'mood',
        'present',
        'version',
      ],
      rows: ids.map((id) => {
        const found = said.get(id)
        const text = found?.text.slice(0, mostCharacters) ?? ''
        return {
          kind,
          id,
          group_id: found?.groupId ?? '0',
          board_id: found?.boardId ?? '0',
          author_id: found?.authorId ?? '0',
          said_at: momentText(found?.at ?? new Date(0)),
          words: meaningfulWords(text),
          mood: moodOf(text),
          present: found !== undefined,
          version,
        }
      }),
    })
  }

  const copies: TalkCopies = {
    async refresh(ctx, kind, ids) {
      const each = [...new Set(ids)]
      for (let at = 0; at < each.length; at += batch) await write(ctx, kind, each.slice(at, at + batch))
    },
    async fill(ctx, signal) {
      const generation = await findGeneration(ctx, warehouse)
      if (generation === undefined) return false
      await sql`
        update talk_copies set generation = ${generation}::uuid, post_to = 0, comment_to = 0, began_at = now(), finished_at = null
         where generation is distinct from ${generation}::uuid`.execute(ctx.db)
      for (const kind of ['post', 'comment'] as const)
        for (;;) {
          if (signal?.aborted) return false
          const { rows } = await sql<{ to: Id; finished: boolean }>`
            select ${kind === 'post' ? sql`post_to` : sql`comment_to`} as to, finished_at is not null as finished
              from talk_copies where generation = ${generation}::uuid`.execute(ctx.db)
          const [state] = rows
          if (!state) return false
          if (state.finished) return true
          const ids = await listSaid(ctx, kind, state.to, batch)
          if (ids.length === 0) break
          await write(ctx, kind, ids)
          const to = ids.at(-1)!
          await sql`
            update talk_copies set post_to = ${kind === 'post' ? to : sql`post_to`}::bigint,
                   comment_to = ${kind === 'comment' ? to : sql`comment_to`}::bigint
             where generation = ${generation}::uuid and finished_at is null`.execute(ctx.db)
        }
      // Made anew meanwhile: then the next run begins again.
      if ((await findGeneration(ctx, warehouse)) !== generation) return false
      await sql`
        update talk_copies set finished_at = now() where generation = ${generation}::uuid and finished_at is null`.execute(
        ctx.db,
      )
      return true
    },
  }
  return copies
}
