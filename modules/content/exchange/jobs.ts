/** The long work of the exchange, as jobs. */
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { defineJob, type JobRun } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { exchangeLabels as labels } from './exchange.messages.ts'
import { exportRecords } from './export.ts'
import { getImport } from './import.ts'
import { checkImport, runImport } from './walk.ts'

const hours = 3_600
const imported = z.object({ importId: z.string() })

export const importJob = ({ files }: Pick<Parts, 'files'>) =>
  defineJob({
    name: 'content.import',
    label: labels.importJob,
    input: imported,
    expireSeconds: 12 * hours,
    run: async (ctx, { importId }, run) => await work(ctx, files, importId, run),
  })

async function work(ctx: Ctx, files: Parts['files'], importId: string, run: JobRun) {
  const { state } = await getImport(ctx, importId)
  if (state !== 'running' && state !== 'checking') return { state }
  const walk = {
    signal: run.signal,
    progress: (done: number, note: string) => run.progress(done, undefined, note),
  }
  try {
    const ended = await (state === 'running' ? runImport : checkImport)(ctx, files, importId, walk)
    return { state: ended.state, taken: ended.taken, refused: ended.refused }
  } catch (error) {
    const now = (await getImport(ctx, importId)).state
    // Somebody stopped it: that is no failure, and nothing to try again.
    if (now !== state) return { state: now }
    if (run.signal.aborted) throw error
    // A file that cannot be read does not become readable; the database being away for a moment is tried again.
    if (!isUnreadable(error)) throw error
    await sql`
      update content_import set state = 'failed', finished_at = ${ctx.now}, trouble = ${error.message.slice(0, 500)}
       where id = ${importId}::bigint`.execute(ctx.db)
    return { state: 'failed' }
  }
}

/** Raised by the readers of files, not by PostgreSQL, whose errors carry a code. */
const isUnreadable = (error: unknown): error is Error => error instanceof Error && !('code' in error)

export const exportJob = ({ files }: Pick<Parts, 'files'>) =>
  defineJob({
    name: 'content.export',
    label: labels.exportJob,
    input: z.object({ askedBy: z.string() }),
    expireSeconds: 12 * hours,
    run: async (ctx, { askedBy }, run) => {
      const owner = run.requestedBy.match(/^account:(\d+)$/)?.[1]
      const counted = { lines: 0 }
      async function* lines(): AsyncGenerator<string> {
        for await (const record of exportRecords(ctx)) {
          yield `${JSON.stringify(record)}\n`
          counted.lines++
          if (counted.lines % 1_000 === 0) {
            run.signal.throwIfAborted()
            await run.progress(counted.lines)
          }
        }
      }
      const file = await files.put(ctx, {
        bytes: Readable.from(lines()),
        purpose: 'content.export',
        name: `community-${ctx.now.toISOString().slice(0, 10)}-${askedBy}.jsonl.txt`,
        // Private to the one who asked: the job itself acts for nobody.
        ...(owner ? { owner } : {}),
      })
      return { fileId: file.id, url: file.url, lines: counted.lines }
    },
  })
