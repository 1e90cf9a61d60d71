/** The long work of imports, as jobs. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Id } from '../access/actor.ts'
import { type Ctx, transact } from '../context.ts'
import { defineJob, type Job, type JobRun } from '../jobs/job.ts'
import type { Parts } from '../parts.ts'
import { type Change, changeImport, type Import, type ImportState, lockImport } from './import.ts'
import type { EndedState, ImportKind, Mode, Shape, Tally } from './kind.ts'
import { troubleOf } from './look.ts'
import { openList } from './read-file.ts'
import { forgetErrors, writeErrorFile } from './refused.ts'
import { type Ended, walkImport } from './walk.ts'

export const undoDays = 30
const hours = 3_600
const input = z.object({ importId: z.string() })

interface JobParts extends Pick<Parts, 'files'> {
  readonly config: Pick<Parts['config'], 'dataDir'>
}
type ImportJob = Job<typeof input>

export interface ImportJobs {
  readonly check: ImportJob
  readonly run: ImportJob
  readonly undo: ImportJob | undefined
}

export function importJobs<S extends Shape>(kind: ImportKind<S>, parts: JobParts): ImportJobs {
  const { labels, undo } = kind
  return {
    check: defineJob({
      name: `${kind.name}_check`,
      label: labels.check,
      input,
      expireSeconds: 4 * hours,
      run: async (ctx, { importId }, run) => await work(ctx, kind, parts, importId, 'check', run),
    }),
    run: defineJob({
      name: `${kind.name}_run`,
      label: labels.run,
      input,
      expireSeconds: 12 * hours,
      run: async (ctx, { importId }, run) => await work(ctx, kind, parts, importId, 'run', run),
    }),
    undo:
      undo &&
      defineJob({
        name: `${kind.name}_undo`,
        label: labels.undo ?? labels.run,
        input,
        expireSeconds: 12 * hours,
        run: async (ctx, { importId }, run) => {
          const taken = await undo(ctx, importId, run)
          await settle(ctx, kind, { importId, jobId: run.id }, 'undoing', 'undone', {
            undone_at: ctx.now,
            undone_by: run.requestedBy,
          })
          return taken
        },
      }),
  }
}

async function work<S extends Shape>(
  ctx: Ctx,
  kind: ImportKind<S>,
  parts: JobParts,
  importId: Id,
  mode: Mode,
  run: Pick<JobRun, 'id' | 'signal' | 'progress'>,
): Promise<Tally | undefined> {
  const mine: Mine = { importId, jobId: run.id }
  const busy = mode === 'check' ? 'checking' : 'running'
  const list = await transact(ctx, (tx) => begin(tx, kind, mine, mode))
  if (!list) return undefined
  let ended: Ended
  try {
    ended = await walk(ctx, kind, parts, list, mode, run)
  } catch (error) {
    if ((run.signal.reason as Error | undefined)?.message === 'cancelled') {
      // Somebody cancelled the job where jobs are cancelled.
      await settle(ctx, kind, mine, busy, mode === 'check' ? 'draft' : 'stopped', {})
      return undefined
    }
    const trouble = error instanceof FileGone ? 'gone' : troubleOf(error)
    if (!trouble) throw error
    await settle(ctx, kind, mine, busy, 'failed', { trouble, finished_at: ctx.now })
    return undefined
  }
  if (ended.stopped) return undefined
  await writeErrorFile(ctx, kind, parts.files, list)
  if (mode === 'check')
    await settle(ctx, kind, mine, busy, 'checked', { checked: JSON.stringify(ended.tally) })
  else
    await settle(ctx, kind, mine, busy, 'done', {
      finished_at: ctx.now,
      ...(kind.undo ? { undo_until: new Date(ctx.now.getTime() + undoDays * 86_400_000) } : {}),
    })
  return ended.tally
}

/** An import, as long as this job is the one that works on it: stopped and continued, another one does. */
interface Mine {
  readonly importId: Id
  readonly jobId: string
}

/** Undefined when there is nothing to do: stopped, done by the run before a crash, or the work of a later job. */
async function begin<S extends Shape>(
  ctx: Ctx,
  kind: ImportKind<S>,
  { importId, jobId }: Mine,
  mode: Mode,
): Promise<Import<S> | undefined> {
  const list = await lockImport(ctx, kind, importId)
  if (list.jobId !== jobId || !list.plan) return undefined
  if (list.state !== (mode === 'check' ? 'checking' : 'running')) return undefined
  // What a dry run refused is said again by the run; a run that goes on keeps what it refused so far.
  if (mode === 'check' || list.place === 0) await forgetErrors(ctx, kind, [importId])
  return list
}

class FileGone extends Error {}

async function walk<S extends Shape>(
  ctx: Ctx,
  kind: ImportKind<S>,
  { files, config }: JobParts,
  list: Import<S>,
  mode: Mode,
  run: Pick<JobRun, 'signal' | 'progress'>,
): Promise<Ended> {
  const stored = list.fileId === null ? undefined : await files.get(ctx, list.fileId)
  if (!stored) throw new FileGone()
  const opened = await openList(
    { stream: stored.stream, size: stored.file.size },
    list,
    join(config.dataDir ?? tmpdir(), 'arriving'),
  )
  try {
    return await walkImport(ctx, kind, list, opened.rows(), {
      mode,
      signal: run.signal,
      progress: (done) => run.progress(done, list.checked?.rows),
    })
  } finally {
    await opened.close()
  }
}

/** Moves an import on, unless somebody has moved it meanwhile. */
async function settle<S extends Shape>(
  ctx: Ctx,
  kind: ImportKind<S>,
  { importId, jobId }: Mine,
  from: ImportState,
  to: EndedState | 'draft',
  change: Change,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const moved = await changeImport(
      tx,
      kind,
      importId,
      { ...change, state: to },
      { state: from, job_id: jobId },
    )
    if (moved && to !== 'draft') await kind.ended(tx, importId, to)
  })
}
