/** The long work of imports, as jobs. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { defineJob, type JobRun } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { findFields } from '../fields/fields.ts'
import type { Vault } from '../vault.ts'
import { forgetErrors } from './batch.sql.ts'
import { writeErrorFile } from './error-file.ts'
import { importEnded } from './import.facts.ts'
import { importLabels } from './import.messages.ts'
import { type Import, type ImportState, lockImport, type Tally, type Trouble } from './import.ts'
import { troubleOf } from './look.ts'
import { openList } from './read-file.ts'
import { undoBatches } from './undo.ts'
import { type Ended, walkList } from './walk.ts'

export const undoDays = 30

export type ImportParts = Pick<Parts, 'files' | 'config'> & { readonly vault: Vault }

const input = z.object({ importId: z.string() })
const hours = 3_600

export function importJobs(parts: ImportParts) {
  const check = defineJob({
    name: 'members.import_check',
    label: importLabels.checkJob,
    input,
    expireSeconds: 4 * hours,
    run: async (ctx, { importId }, run) => await work(ctx, parts, importId, 'check', run),
  })
  const load = defineJob({
    name: 'members.import_run',
    label: importLabels.runJob,
    input,
    expireSeconds: 12 * hours,
    run: async (ctx, { importId }, run) => await work(ctx, parts, importId, 'run', run),
  })
  const undo = defineJob({
    name: 'members.import_undo',
    label: importLabels.undoJob,
    input,
    expireSeconds: 12 * hours,
    run: async (ctx, { importId }, run) => {
      const taken = await undoBatches(ctx, importId, run)
      await settle(ctx, { importId, jobId: run.id }, 'undoing', 'undone', {
        undone_at: ctx.now,
        undone_by: run.requestedBy,
      })
      return taken
    },
  })
  return { check, load, undo }
}
export type ImportJobs = ReturnType<typeof importJobs>

async function work(
  ctx: Ctx,
  parts: ImportParts,
  importId: Id,
  mode: 'check' | 'run',
  run: Pick<JobRun, 'id' | 'signal' | 'progress'>,
): Promise<Tally | undefined> {
  const mine: Mine = { importId, jobId: run.id }
  const list = await transact(ctx, (tx) => begin(tx, mine, mode))
  if (!list) return undefined
  let ended: Ended
  try {
    ended = await walk(ctx, parts, list, mode, run)
  } catch (error) {
    if ((run.signal.reason as Error | undefined)?.message === 'cancelled') {
      await stopHere(ctx, mine, mode)
      return undefined
    }
    const trouble = error instanceof FileGone ? 'gone' : troubleOf(error)
    if (!trouble) throw error
    await settle(ctx, mine, mode === 'check' ? 'checking' : 'running', 'failed', {
      trouble,
      finished_at: ctx.now,
    })
    return undefined
  }
  if (ended.stopped) return undefined
  await writeErrorFile(ctx, parts.files, list, ctx.locale)
  if (mode === 'check')
    await settle(ctx, mine, 'checking', 'checked', { checked: JSON.stringify(ended.tally) })
  else
    await settle(ctx, mine, 'running', 'done', {
      finished_at: ctx.now,
      undo_until: new Date(ctx.now.getTime() + undoDays * 86_400_000),
    })
  return ended.tally
}

/** An import, as long as this job is the one that works on it: stopped and continued, another one does. */
interface Mine {
  readonly importId: Id
  readonly jobId: string
}

/** Undefined when there is nothing to do: stopped, done by the run before a crash, or the work of a later job. */
async function begin(
  ctx: Ctx,
  { importId, jobId }: Mine,
  mode: 'check' | 'run',
): Promise<Import | undefined> {
  const list = await lockImport(ctx, importId)
  if (list.jobId !== jobId) return undefined
  if (list.state !== (mode === 'check' ? 'checking' : 'running') || !list.plan) return undefined
  // What a dry run refused is said again by the run; a run that goes on keeps what it refused so far.
  if (mode === 'check' || list.place === 0) await forgetErrors(ctx, importId)
  return list
}

class FileGone extends Error {}

async function walk(
  ctx: Ctx,
  { files, vault, config }: ImportParts,
  list: Import,
  mode: 'check' | 'run',
  run: Pick<JobRun, 'signal' | 'progress'>,
): Promise<Ended> {
  const stored = list.fileId === null ? undefined : await files.get(ctx, list.fileId)
  if (!stored) throw new FileGone()
  const community = await findCommunity(ctx)
  const opened = await openList(
    { stream: stored.stream, size: stored.file.size },
    list,
    join(config.dataDir ?? tmpdir(), 'arriving'),
  )
  try {
    return await walkList(ctx, list, opened.rows(), {
      mode,
      vault,
      fields: (await findFields(ctx)).filter((field) => !field.sensitive),
      zone: community?.time_zone ?? 'Asia/Shanghai',
      signal: run.signal,
      progress: (done) => run.progress(done, list.checked?.rows),
    })
  } finally {
    await opened.close()
  }
}

/** Somebody cancelled the job where jobs are cancelled. */
const stopHere = (ctx: Ctx, mine: Mine, mode: 'check' | 'run') =>
  settle(ctx, mine, mode === 'check' ? 'checking' : 'running', mode === 'check' ? 'draft' : 'stopped', {})

/** Moves an import on, unless somebody has moved it meanwhile. */
async function settle(
  ctx: Ctx,
  { importId, jobId }: Mine,
  from: ImportState,
  to: ImportState,
  set: {
    readonly trouble?: Trouble
    readonly checked?: string
    readonly finished_at?: Date
    readonly undo_until?: Date
    readonly undone_at?: Date
    readonly undone_by?: string
  },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const moved = await tx.db
      .updateTable('member_import')
      .set({ state: to, ...set })
      .where('id', '=', importId)
      .where('state', '=', from)
      .where('job_id', '=', jobId)
      .returning('id')
      .executeTakeFirst()
    if (moved && to !== 'draft') await announce(tx, importEnded, { importId, state: to as 'done' })
  })
}
