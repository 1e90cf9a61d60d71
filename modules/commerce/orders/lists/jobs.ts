/** The long work of lists of orders, as jobs, and what is thrown away at night. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { defineJob, type JobRun, type Schedule } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { openList, troubleOf, type Vault } from '#modules/members/api.ts'
import { orderListEnded } from '../../facts.ts'
import { orderLabels } from '../orders.messages.ts'
import { writeErrorFile } from './errors.ts'
import { type ListState, lockList, type OrderList, type Tally } from './list.ts'
import { type Ended, walkList } from './walk.ts'

export type ListParts = Pick<Parts, 'files' | 'config'> & { readonly vault: Vault }

const input = z.object({ listId: z.string() })
const hours = 3_600
const dayMs = 86_400_000

export function listJobs(parts: ListParts) {
  const check = defineJob({
    name: 'commerce.order_list_check',
    label: orderLabels.checkJob,
    input,
    expireSeconds: 4 * hours,
    run: async (ctx, { listId }, run) => await work(ctx, parts, listId, 'check', run),
  })
  const run = defineJob({
    name: 'commerce.order_list_run',
    label: orderLabels.runJob,
    input,
    expireSeconds: 12 * hours,
    run: async (ctx, { listId }, run) => await work(ctx, parts, listId, 'run', run),
  })
  return { check, run }
}
export type ListJobs = ReturnType<typeof listJobs>

interface Mine {
  readonly listId: Id
  readonly jobId: string
}

async function work(
  ctx: Ctx,
  parts: ListParts,
  listId: Id,
  mode: 'check' | 'run',
  run: Pick<JobRun, 'id' | 'signal' | 'progress'>,
): Promise<Tally | undefined> {
  const mine: Mine = { listId, jobId: run.id }
  const list = await transact(ctx, (tx) => begin(tx, mine, mode))
  if (!list) return undefined
  const busy: ListState = mode === 'check' ? 'checking' : 'running'
  let ended: Ended
  try {
    ended = await walk(ctx, parts, list, mode, run)
  } catch (error) {
    if ((run.signal.reason as Error | undefined)?.message === 'cancelled') {
      await settle(ctx, mine, busy, mode === 'check' ? 'draft' : 'stopped', {})
      return undefined
    }
    const trouble = error instanceof FileGone ? 'gone' : troubleOf(error)
    if (!trouble) throw error
    await settle(ctx, mine, busy, 'failed', { trouble, finished_at: ctx.now })
    return undefined
  }
  if (ended.stopped) return undefined
  await writeErrorFile(ctx, parts.files, list, ctx.locale)
  if (mode === 'check') await settle(ctx, mine, busy, 'checked', { checked: JSON.stringify(ended.tally) })
  else await settle(ctx, mine, busy, 'done', { finished_at: ctx.now })
  return ended.tally
}

/** Undefined when there is nothing to do: stopped, done by the run before a crash, or the work of a later job. */
async function begin(
  ctx: Ctx,
  { listId, jobId }: Mine,
  mode: 'check' | 'run',
): Promise<OrderList | undefined> {
  const list = await lockList(ctx, listId)
  if (list.jobId !== jobId || !list.plan) return undefined
  if (list.state !== (mode === 'check' ? 'checking' : 'running')) return undefined
  // What a dry run refused is said again by the run; a run that goes on keeps what it refused so far.
  if (mode === 'check' || list.place === 0)
    await ctx.db.deleteFrom('order_list_error').where('list_id', '=', listId).execute()
  return list
}

class FileGone extends Error {}

async function walk(
  ctx: Ctx,
  { files, vault, config }: ListParts,
  list: OrderList,
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
      zone: community?.time_zone ?? 'Asia/Shanghai',
      signal: run.signal,
      progress: (done) => run.progress(done, list.checked?.rows),
    })
  } finally {
    await opened.close()
  }
}

/** Moves a list on, unless somebody has moved it meanwhile. */
async function settle(
  ctx: Ctx,
  { listId, jobId }: Mine,
  from: ListState,
  to: ListState,
  set: { readonly trouble?: string; readonly checked?: string; readonly finished_at?: Date },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const moved = await tx.db
      .updateTable('order_list')
      .set({ state: to, ...set })
      .where('id', '=', listId)
      .where('state', '=', from)
      .where('job_id', '=', jobId)
      .returning('id')
      .executeTakeFirst()
    if (moved && to !== 'draft') await announce(tx, orderListEnded, { listId, state: to })
  })
}

/** Lists are personal data: thirty days after their end nothing is left of them but the numbers. */
export const purgeOrdersJob = (files: Parts['files']) =>
  defineJob({
    name: 'commerce.orders_purge',
    label: orderLabels.purgeJob,
    input: z.object({}),
    run: async (ctx, _input, run) => {
      let purged = 0
      for (;;) {
        run.signal.throwIfAborted()
        const some = await purgeSome(ctx, files)
        purged += some
        if (some === 0) break
      }
      const messages = await ctx.db
        .deleteFrom('order_hook_message')
        .where('received_at', '<', new Date(ctx.now.getTime() - 2 * dayMs))
        .executeTakeFirst()
      return { purged, messages: Number(messages.numDeletedRows) }
    },
  })

export const purgeOrdersSchedule = (job: ReturnType<typeof purgeOrdersJob>): Schedule => ({
  job: job.name,
  cron: '35 4 * * *',
  zone: 'community',
  why: orderLabels.purgeWhy,
})

async function purgeSome(ctx: Ctx, files: Parts['files']): Promise<number> {
  const before = new Date(ctx.now.getTime() - 30 * dayMs)
  return await transact(ctx, async (tx) => {
    const old = await tx.db
      .selectFrom('order_list')
      .select(['id', 'file_id', 'error_file_id'])
      .where((where) => where(where.fn.coalesce('finished_at', 'created_at'), '<', before))
      .where('state', 'not in', ['checking', 'running'])
      .where((where) =>
        where.or([
          where('file_id', 'is not', null),
          where('error_file_id', 'is not', null),
          where('samples', '<>', '[]'),
        ]),
      )
      .orderBy('id')
      .limit(50)
      .forUpdate()
      .execute()
    const ids = old.map(({ id }) => id)
    if (ids.length === 0) return 0
    await tx.db.deleteFrom('order_list_error').where('list_id', 'in', ids).execute()
    await tx.db
      .updateTable('order_list')
      .set({ file_id: null, error_file_id: null, samples: '[]' })
      .where('id', 'in', ids)
      .execute()
    for (const file of old.flatMap(({ file_id, error_file_id }) => [file_id, error_file_id]))
      if (file) await files.remove(tx, file)
    return ids.length
  })
}
