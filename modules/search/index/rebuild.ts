/**
 * Reads every thing of every source anew: after words are cut in another way, and each night, because
 * quality grows without anybody announcing it. Goes on where it was when the process dies.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import type { SearchSource } from '#base/declarations/searchable.ts'
import { defineJob, type JobRun, type Schedule } from '#base/jobs/job.ts'
import { cuttingVersion } from '#base/search/words.ts'
import { declareFailpoints } from '#base/testing/failpoint.ts'
import { searchLabels } from '../search.messages.ts'
import { refresh } from './keep.ts'

const failpoint = declareFailpoints('search.rebuild.piece')
const piece = 200

export const rebuildJob = (declared: Pick<Declared, 'searchable'>) =>
  defineJob({
    name: 'search.rebuild',
    label: searchLabels.rebuild,
    /** `always`: also sources that are built for this way of cutting words. */
    input: z.object({ always: z.boolean().default(true) }),
    expireSeconds: 7_200,
    run: async (ctx, { always }, run) => {
      let done = 0
      for (const source of declared.searchable()) {
        if (run.signal.aborted) break
        if (always || !(await isBuilt(ctx, source))) done = await rebuild(ctx, source, run, done)
      }
      return { done }
    },
  })

/** At each start of the hour what has never been built, or for another way of cutting, is. */
export const keepSchedule: Schedule = {
  job: 'search.rebuild',
  cron: '17 * * * *',
  zone: 'UTC',
  input: { always: false },
  why: searchLabels.whyKeep,
}
export const nightlySchedule: Schedule = {
  job: 'search.rebuild',
  cron: '40 3 * * *',
  zone: 'community',
  why: searchLabels.whyRebuild,
}

async function isBuilt(ctx: Ctx, source: SearchSource): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('search_source')
    .select(['version', 'ended_at'])
    .where('source', '=', source.name)
    .executeTakeFirst()
  return row?.version === cuttingVersion && row.ended_at !== null
}

/** One source, from where an unfinished run of the same version left it. */
async function rebuild(ctx: Ctx, source: SearchSource, run: JobRun, doneBefore: number): Promise<number> {
  const started = await sql<{ after: Id | null }>`
    insert into search_source as s (source, version, after_id, started_at)
    values (${source.name}, ${cuttingVersion}, 0, ${ctx.now})
    on conflict (source) do update set
           after_id = case when s.ended_at is null and s.version = excluded.version then s.after_id else 0 end,
           started_at = case when s.ended_at is null and s.version = excluded.version then s.started_at else excluded.started_at end,
           version = excluded.version, ended_at = null
    returning after_id as after`.execute(ctx.db)
  let after = started.rows[0]?.after ?? '0'
  let done = doneBefore
  while (!run.signal.aborted) {
    const ids = await source.list(ctx, after, piece)
    const last = ids.at(-1)
    // What is in the index and not in the list any more is read as well, and so found gone.
    const { rows } = await sql<{ id: Id }>`
      select ref_id as id from search_document
       where source = ${source.name} and ref_id > ${after}::bigint
         and (${last ?? null}::bigint is null or ref_id <= ${last ?? null}::bigint)`.execute(ctx.db)
    await refresh(ctx, source, [...ids, ...rows.map(({ id }) => id)])
    await failpoint('search.rebuild.piece')
    done += ids.length
    await run.progress(done, undefined, source.name)
    if (last === undefined || ids.length < piece) {
      // Nothing after it: whatever the index still has beyond is gone.
      if (last !== undefined) {
        after = last
        continue
      }
      await ctx.db
        .updateTable('search_source')
        .set({ after_id: null, ended_at: new Date() })
        .where('source', '=', source.name)
        .execute()
      break
    }
    after = last
    await ctx.db
      .updateTable('search_source')
      .set({ after_id: after })
      .where('source', '=', source.name)
      .execute()
  }
  return done
}
