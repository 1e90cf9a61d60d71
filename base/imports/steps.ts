/** Importing a file, step by step: upload, say what its columns mean, try it, do it, take it back. */
import { sql } from 'kysely'
import type { Id } from '../access/actor.ts'
import { type Ctx, transact } from '../context.ts'
import { findJob } from '../jobs/board.ts'
import type { Parts } from '../parts.ts'
import { changeImport, getImport, type Import, isBusy, lockImport } from './import.ts'
import type { ImportJobs } from './jobs.ts'
import { type ImportKind, noTally, type Shape, type Step } from './kind.ts'
import { importProblems } from './problems.ts'
import { takeListFile, type Upload } from './take-file.ts'

export interface Door<S extends Shape> {
  readonly kind: ImportKind<S>
  readonly files: Parts['files']
  readonly queue: Parts['jobs']
  readonly jobs: ImportJobs
}

/**
 * Keeps an uploaded file and looks at its first rows. `own`: columns of the kind, such as whose rows they are. Throws
 * when there is no list in it.
 */
export async function uploadImport<S extends Shape>(
  ctx: Ctx,
  { kind, files }: Pick<Door<S>, 'kind' | 'files'>,
  upload: Upload,
  own: Readonly<Record<string, string>> = {},
): Promise<Import<S>> {
  const { file, look } = await takeListFile(ctx, files, upload, {
    purpose: `${kind.module}.list`,
    unreadable: kind.unreadable,
  })
  const row = {
    file_id: file.id,
    file_name: upload.name.slice(-200) || 'list',
    format: look.format,
    encoding: look.encoding,
    separator: look.separator,
    header: [...look.header],
    samples: JSON.stringify(look.samples),
    outcome: JSON.stringify(noTally(kind)),
    created_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
    created_at: ctx.now,
    ...own,
  }
  const { rows } = await sql<{ id: Id }>`
    insert into ${sql.table(kind.table)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
    values (${sql.join(Object.values(row))}) returning id`.execute(ctx.db)
  const list = await getImport(ctx, kind, rows[0]!.id)
  await kind.record(ctx, 'uploaded', list, { name: upload.name, size: file.size })
  return list
}

/**
 * Says what the columns mean and starts a dry run. Nothing is changed by it. Throws what the kind says of the plan,
 * `import_busy`, `import_over`.
 */
export async function checkImport<S extends Shape>(
  ctx: Ctx,
  door: Door<S>,
  id: Id,
  plan: S['plan'],
): Promise<Import<S>> {
  return await step(ctx, door, id, 'checked', async (tx, list) => {
    await refuseBusy(tx, list)
    if (list.place > 0 || list.state === 'done' || list.state === 'undone') throw importProblems.importOver()
    await door.kind.checkPlan(tx, list, plan)
    const jobId = await door.queue.enqueue(tx, door.jobs.check, { importId: id })
    await changeImport(tx, door.kind, id, {
      plan: JSON.stringify(plan),
      state: 'checking',
      checked: null,
      trouble: null,
      job_id: jobId,
    })
    return { columns: plan.columns }
  })
}

/** Starts the import, or goes on where it was stopped. Throws `import_not_checked`, `import_busy`, `import_over`. */
export async function runImport<S extends Shape>(ctx: Ctx, door: Door<S>, id: Id): Promise<Import<S>> {
  return await step(ctx, door, id, 'run', async (tx, list) => {
    await refuseBusy(tx, list)
    if (list.state === 'done' || list.state === 'undone' || list.fileId === null)
      throw importProblems.importOver()
    const begun = list.place > 0
    if (!list.plan || (list.state !== 'checked' && list.state !== 'stopped' && !begun))
      throw importProblems.importNotChecked()
    await door.kind.checkPlan(tx, list, list.plan)
    const jobId = await door.queue.enqueue(tx, door.jobs.run, { importId: id })
    await changeImport(tx, door.kind, id, {
      state: 'running',
      job_id: jobId,
      trouble: null,
      started_at: list.startedAt ?? ctx.now,
    })
    return { name: list.fileName, ...list.checked }
  })
}

/** Stops a dry run or an import after the batch that is being written. What was imported stays. Throws `import_over`. */
export async function stopImport<S extends Shape>(ctx: Ctx, door: Door<S>, id: Id): Promise<Import<S>> {
  return await step(ctx, door, id, 'stopped', async (tx, list) => {
    const state = list.state === 'checking' ? 'draft' : list.state === 'running' ? 'stopped' : undefined
    if (!state) throw importProblems.importOver()
    await changeImport(tx, door.kind, id, { state, ...(state === 'stopped' ? { finished_at: ctx.now } : {}) })
    return {}
  })
}

/** Takes back what an import did. Throws `import_busy`, `import_not_checked` when nothing was done, `import_undo_late`. */
export async function undoImport<S extends Shape>(ctx: Ctx, door: Door<S>, id: Id): Promise<Import<S>> {
  return await step(ctx, door, id, 'undone', async (tx, list) => {
    await refuseBusy(tx, list)
    if (list.state === 'undone' || !door.jobs.undo) throw importProblems.importOver()
    if (list.place === 0) throw importProblems.importNotChecked()
    if (list.undoUntil && list.undoUntil < ctx.now) throw importProblems.importUndoLate()
    const jobId = await door.queue.enqueue(tx, door.jobs.undo, { importId: id })
    await changeImport(tx, door.kind, id, { state: 'undoing', job_id: jobId })
    return { name: list.fileName }
  })
}

/** Throws the file away before anything came of it. Throws `import_busy`, `import_over`. */
export async function discardImport<S extends Shape>(
  ctx: Ctx,
  { kind, files }: Door<S>,
  id: Id,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const list = await lockImport(tx, kind, id)
    await refuseBusy(tx, list)
    if (list.place > 0) throw importProblems.importOver()
    await sql`delete from ${sql.table(kind.table)} where id = ${id}`.execute(tx.db)
    for (const file of [list.fileId, list.errorFileId]) if (file) await files.remove(tx, file)
    await kind.record(tx, 'discarded', list, { name: list.fileName })
  })
}

/** One step of an import, under its lock; answers what is to be remembered of it. */
async function step<S extends Shape>(
  ctx: Ctx,
  { kind }: Door<S>,
  id: Id,
  name: Step,
  take: (tx: Ctx, list: Import<S>) => Promise<Readonly<Record<string, unknown>>>,
): Promise<Import<S>> {
  return await transact(ctx, async (tx) => {
    const list = await lockImport(tx, kind, id)
    await kind.record(tx, name, list, await take(tx, list))
    return await getImport(tx, kind, id)
  })
}

/** A state that says "under way" whose job ended for good (failed too often, cancelled) is under way no more. */
async function refuseBusy(ctx: Ctx, list: Pick<Import, 'state' | 'jobId'>): Promise<void> {
  if (!isBusy(list)) return
  const job = list.jobId ? await findJob(ctx.db, list.jobId) : undefined
  if (job && ['created', 'retry', 'active'].includes(job.state)) throw importProblems.importBusy()
}
