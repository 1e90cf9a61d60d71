/** Importing a list of orders, step by step: upload, say what its columns mean, try it, do it. */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { findJob } from '#base/jobs/board.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import { takeListFile, type Upload } from '#modules/members/api.ts'
import { commerceProblems } from '../../problems.ts'
import { getSource } from '../sources.ts'
import type { ListJobs } from './jobs.ts'
import { checkPlan, getList, type ListPlan, lockList, noTally, type OrderList } from './list.ts'

export type ListDoor = Pick<Parts, 'files' | 'jobs'> & { readonly listJobs: ListJobs }

/** Keeps an uploaded list and looks at its first rows. Throws when there is no list in it. */
export async function uploadList(
  ctx: Ctx,
  { files }: Pick<Parts, 'files'>,
  upload: Upload & { readonly sourceId: Id },
): Promise<OrderList> {
  const source = await getSource(ctx, upload.sourceId)
  if (source.archivedAt) throw commerceProblems.orderSourceClosed({ values: { name: source.name } })
  const { file, look } = await takeListFile(ctx, files, upload, {
    purpose: 'commerce.list',
    unreadable: commerceProblems.listUnreadable,
  })
  const { id } = await ctx.db
    .insertInto('order_list')
    .values({
      source_id: source.id,
      file_id: file.id,
      file_name: upload.name.slice(-200) || 'orders',
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
    'commerce.order_list_uploaded',
    { kind: 'order_list', id },
    { name: upload.name, source: source.key },
  )
  return await getList(ctx, id)
}

/** Says what the columns mean and tries the list: nothing is changed by it. Throws `list_columns_wrong`, `list_busy`, `list_over`. */
export async function tryList(ctx: Ctx, door: ListDoor, id: Id, plan: ListPlan): Promise<OrderList> {
  return await transact(ctx, async (tx) => {
    const list = await lockList(tx, id)
    await refuseBusy(tx, list)
    if (list.place > 0 || list.state === 'done') throw commerceProblems.listOver()
    checkPlan(list.header, plan)
    const jobId = await door.jobs.enqueue(tx, door.listJobs.check, { listId: id })
    await tx.db
      .updateTable('order_list')
      .set({ plan: JSON.stringify(plan), state: 'checking', checked: null, trouble: null, job_id: jobId })
      .where('id', '=', id)
      .execute()
    await audit(tx, 'commerce.order_list_tried', { kind: 'order_list', id }, { columns: plan.columns })
    return await getList(tx, id)
  })
}

/** Imports the list, or goes on where it was stopped. Throws `list_not_checked`, `list_busy`, `list_over`. */
export async function runList(ctx: Ctx, door: ListDoor, id: Id): Promise<OrderList> {
  return await transact(ctx, async (tx) => {
    const list = await lockList(tx, id)
    await refuseBusy(tx, list)
    if (list.state === 'done' || list.fileId === null) throw commerceProblems.listOver()
    const begun = list.place > 0
    if (!list.plan || (list.state !== 'checked' && list.state !== 'stopped' && !begun))
      throw commerceProblems.listNotChecked()
    const jobId = await door.jobs.enqueue(tx, door.listJobs.run, { listId: id })
    await tx.db
      .updateTable('order_list')
      .set({ state: 'running', job_id: jobId, trouble: null })
      .where('id', '=', id)
      .execute()
    await audit(
      tx,
      'commerce.order_list_run',
      { kind: 'order_list', id },
      { name: list.fileName, source: list.source.key },
    )
    return await getList(tx, id)
  })
}

/** Stops after the batch that is being written; what came in stays. Throws `list_over`. */
export async function stopList(ctx: Ctx, id: Id): Promise<OrderList> {
  return await transact(ctx, async (tx) => {
    const list = await lockList(tx, id)
    const state = list.state === 'checking' ? 'draft' : list.state === 'running' ? 'stopped' : undefined
    if (!state) throw commerceProblems.listOver()
    await tx.db
      .updateTable('order_list')
      .set({ state, ...(state === 'stopped' ? { finished_at: tx.now } : {}) })
      .where('id', '=', id)
      .execute()
    await audit(tx, 'commerce.order_list_stopped', { kind: 'order_list', id })
    return await getList(tx, id)
  })
}

/** Throws the list away before anything came of it. Throws `list_busy`, `list_over`. */
export async function discardList(ctx: Ctx, { files }: Pick<Parts, 'files'>, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const list = await lockList(tx, id)
    await refuseBusy(tx, list)
    if (list.place > 0) throw commerceProblems.listOver()
    await tx.db.deleteFrom('order_list').where('id', '=', id).execute()
    if (list.fileId) await files.remove(tx, list.fileId)
    await audit(tx, 'commerce.order_list_discarded', { kind: 'order_list', id }, { name: list.fileName })
  })
}

/** A list that says "under way" whose job ended for good is under way no more. */
async function refuseBusy(ctx: Ctx, list: OrderList): Promise<void> {
  if (list.state !== 'checking' && list.state !== 'running') return
  const job = list.jobId ? await findJob(ctx.db, list.jobId) : undefined
  if (job && ['created', 'retry', 'active'].includes(job.state)) throw commerceProblems.listBusy()
}
