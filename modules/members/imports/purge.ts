/** Lists are personal data: thirty days after their end nothing is left of them but the numbers. */
import { z } from 'zod'
import { type Ctx, transact } from '#base/context.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { importLabels } from './import.messages.ts'

const keptDays = 30
const atOnce = 50

export const purgeJob = (files: Parts['files']) =>
  defineJob({
    name: 'members.import_purge',
    label: importLabels.purgeJob,
    input: z.object({}),
    run: async (ctx, _input, run) => {
      let purged = 0
      for (;;) {
        run.signal.throwIfAborted()
        const some = await purgeSome(ctx, files)
        if (some === 0) return { purged }
        purged += some
      }
    },
  })

/** Every night, when few people are about. */
export const purgeSchedule = (job: ReturnType<typeof purgeJob>): Schedule => ({
  job: job.name,
  cron: '20 4 * * *',
  zone: 'community',
  why: importLabels.purgeWhy,
})

/** How many imports were purged; each keeps its name, its numbers and who did it. */
async function purgeSome(ctx: Ctx, files: Parts['files']): Promise<number> {
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000)
  return await transact(ctx, async (tx) => {
    const old = await tx.db
      .selectFrom('member_import')
      .select(['id', 'file_id', 'error_file_id'])
      .where((where) => where(where.fn.coalesce('finished_at', 'created_at'), '<', before))
      .where('state', 'not in', ['checking', 'running', 'undoing'])
      .where((where) =>
        where.or([
          where('file_id', 'is not', null),
          where('error_file_id', 'is not', null),
          where('samples', '<>', '[]'),
        ]),
      )
      .orderBy('id')
      .limit(atOnce)
      .forUpdate()
      .execute()
    const ids = old.map(({ id }) => id)
    if (ids.length === 0) return 0
    await tx.db.deleteFrom('member_import_change').where('import_id', 'in', ids).execute()
    await tx.db.deleteFrom('member_import_error').where('import_id', 'in', ids).execute()
    await tx.db
      .updateTable('member_import')
      .set({ file_id: null, error_file_id: null, samples: '[]', undo_until: before })
      .where('id', 'in', ids)
      .execute()
    for (const file of old.flatMap(({ file_id, error_file_id }) => [file_id, error_file_id]))
      if (file) await files.remove(tx, file)
    return ids.length
  })
}
