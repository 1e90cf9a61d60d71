/** Importing a list, step by step: upload, say what its columns mean, try it, do it, take it back. */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { findJob } from '#base/jobs/board.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import { canEditField } from '../fields/field.ts'
import { findFields } from '../fields/fields.ts'
import { memberProblems } from '../problems.ts'
import { guessParts } from './card.ts'
import { guessColumns } from './guess.ts'
import { getImport, type Import, lockImport, noTally } from './import.ts'
import type { ImportJobs } from './jobs.ts'
import { takeListFile, type Upload } from './take-file.ts'
import type { ImportPlan, Target } from './target.ts'

export type ImportDoor = Pick<Parts, 'files' | 'jobs'> & { readonly importJobs: ImportJobs }

/** Keeps an uploaded list and looks at its first rows. Throws when there is no list in it. */
export async function uploadList(ctx: Ctx, { files }: Pick<Parts, 'files'>, upload: Upload): Promise<Import> {
  const { file, look } = await takeListFile(ctx, files, upload, {
    purpose: 'members.list',
    unreadable: memberProblems.importUnreadable,
  })
  const { id } = await ctx.db
    .insertInto('member_import')
    .values({
      file_id: file.id,
      file_name: upload.name.slice(-200) || 'list',
      format: look.format,
      encoding: look.encoding,
      separator: look.separator,
      header: [...look.header],
      samples: JSON.stringify(look.samples),
      outcome: JSON.stringify(noTally),
      created_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
      created_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await audit(
    ctx,
    'members.list_uploaded',
    { kind: 'member_import', id },
    { name: upload.name, size: file.size },
  )
  return await getImport(ctx, id)
}

/** What the columns probably are, and the parts of group cards when one of them holds those. */
export async function guessPlan(ctx: Ctx, list: Import): Promise<ImportPlan> {
  const fields = (await findFields(ctx)).filter((field) => !field.sensitive && canEditField(ctx.actor, field))
  const columns = guessColumns(list.header, list.samples, fields)
  const card = columns.indexOf('card')
  const count = card < 0 ? 0 : guessParts(list.samples.map((row) => row[card] ?? ''))
  return { columns, existing: 'update', tags: [], origin: '', card: cardOf(count) }
}

/** 城市-昵称, 城市-职业-昵称: the place first, the name last, as most groups ask for it. */
const cardOf = (count: number): (Target | null)[] =>
  Array.from({ length: count }, (_, at) => (at === 0 ? 'city' : at === count - 1 ? 'nickname' : null))

/**
 * Says what the columns mean and starts a dry run. Nothing is changed by it. Throws `import_columns_wrong`,
 * `import_field_unfit`, `import_busy`, `import_over`.
 */
export async function checkList(ctx: Ctx, door: ImportDoor, id: Id, plan: ImportPlan): Promise<Import> {
  return await transact(ctx, async (tx) => {
    const list = await lockImport(tx, id)
    await refuseBusy(tx, list)
    if (list.place > 0 || list.state === 'done' || list.state === 'undone') throw memberProblems.importOver()
    await checkPlan(tx, list, plan)
    const jobId = await door.jobs.enqueue(tx, door.importJobs.check, { importId: id })
    await tx.db
      .updateTable('member_import')
      .set({ plan: JSON.stringify(plan), state: 'checking', checked: null, trouble: null, job_id: jobId })
      .where('id', '=', id)
      .execute()
    await audit(tx, 'members.list_checked', { kind: 'member_import', id }, { columns: plan.columns })
    return await getImport(tx, id)
  })
}

/** Starts the import, or goes on where it was stopped. Throws `import_not_checked`, `import_busy`, `import_over`. */
export async function runImport(ctx: Ctx, door: ImportDoor, id: Id): Promise<Import> {
  return await transact(ctx, async (tx) => {
    const list = await lockImport(tx, id)
    await refuseBusy(tx, list)
    if (list.state === 'done' || list.state === 'undone') throw memberProblems.importOver()
    const begun = list.place > 0
    if (!list.plan || (list.state !== 'checked' && list.state !== 'stopped' && !begun))
      throw memberProblems.importNotChecked()
    await checkPlan(tx, list, list.plan)
    const jobId = await door.jobs.enqueue(tx, door.importJobs.load, { importId: id })
    await tx.db
      .updateTable('member_import')
      .set({ state: 'running', job_id: jobId, trouble: null, started_at: list.startedAt ?? ctx.now })
      .where('id', '=', id)
      .execute()
    await audit(
      tx,
      'members.imported',
      { kind: 'member_import', id },
      {
        name: list.fileName,
        origin: list.plan.origin,
        ...list.checked,
      },
    )
    return await getImport(tx, id)
  })
}

/** Stops a dry run or an import after the batch that is being written. What was imported stays. */
export async function stopImport(ctx: Ctx, id: Id): Promise<Import> {
  return await transact(ctx, async (tx) => {
    const list = await lockImport(tx, id)
    const state = list.state === 'checking' ? 'draft' : list.state === 'running' ? 'stopped' : undefined
    if (!state) throw memberProblems.importOver()
    await tx.db
      .updateTable('member_import')
      .set({ state, ...(state === 'stopped' ? { finished_at: ctx.now } : {}) })
      .where('id', '=', id)
      .execute()
    await audit(tx, 'members.import_stopped', { kind: 'member_import', id })
    return await getImport(tx, id)
  })
}

/** Takes back what an import did. Throws `import_busy`, `import_not_checked` when nothing was done, `import_undo_late`. */
export async function undoImport(ctx: Ctx, door: ImportDoor, id: Id): Promise<Import> {
  return await transact(ctx, async (tx) => {
    const list = await lockImport(tx, id)
    await refuseBusy(tx, list)
    if (list.state === 'undone') throw memberProblems.importOver()
    if (list.place === 0) throw memberProblems.importNotChecked()
    if (list.undoUntil && list.undoUntil < ctx.now) throw memberProblems.importUndoLate()
    const jobId = await door.jobs.enqueue(tx, door.importJobs.undo, { importId: id })
    await tx.db
      .updateTable('member_import')
      .set({ state: 'undoing', job_id: jobId })
      .where('id', '=', id)
      .execute()
    await audit(tx, 'members.import_undone', { kind: 'member_import', id }, { name: list.fileName })
    return await getImport(tx, id)
  })
}

/** Throws the list away before anything came of it. Throws `import_busy`, `import_over`. */
export async function discardImport(ctx: Ctx, { files }: Pick<Parts, 'files'>, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const list = await lockImport(tx, id)
    await refuseBusy(tx, list)
    if (list.place > 0) throw memberProblems.importOver()
    await tx.db.deleteFrom('member_import').where('id', '=', id).execute()
    if (list.fileId) await files.remove(tx, list.fileId)
    await audit(tx, 'members.list_discarded', { kind: 'member_import', id }, { name: list.fileName })
  })
}

const busy = ['checking', 'running', 'undoing'] as const

/** A state that says "under way" whose job ended for good (failed too often, cancelled) is under way no more. */
async function refuseBusy(ctx: Ctx, list: Import): Promise<void> {
  if (!(busy as readonly string[]).includes(list.state)) return
  const job = list.jobId ? await findJob(ctx.db, list.jobId) : undefined
  if (job && ['created', 'retry', 'active'].includes(job.state)) throw memberProblems.importBusy()
}

/** Each target once, something to know people by, and no field that a list must not fill. */
export async function checkPlan(ctx: Ctx, list: Import, plan: ImportPlan): Promise<void> {
  const given = [...plan.columns, ...plan.card].filter((target) => target !== null)
  const names =
    plan.columns.includes('nickname') || (plan.columns.includes('card') && plan.card.includes('nickname'))
  const keys = given.some(
    (each) => ['phone', 'email', 'wechat'].includes(each) || each.startsWith('external:'),
  )
  const cardIsRight = plan.columns.includes('card') === plan.card.length > 0 && !plan.card.includes('card')
  if (
    plan.columns.length !== list.header.length ||
    new Set(given).size !== given.length ||
    !(names || keys) ||
    !cardIsRight
  )
    throw memberProblems.importColumnsWrong()
  const fields = await findFields(ctx)
  for (const target of given.filter((each) => each.startsWith('field:'))) {
    const field = fields.find(({ key }) => `field:${key}` === target)
    if (!field || field.sensitive || !canEditField(ctx.actor, field))
      throw memberProblems.importFieldUnfit({
        values: { label: field?.label ?? target.slice('field:'.length) },
      })
  }
}
