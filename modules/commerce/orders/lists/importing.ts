/** Lists of orders as files that come in: what of it is about orders, and what the module needs for it. */
import { sql } from 'kysely'
import { z } from 'zod'
import { announce } from '#base/facts/fact.ts'
import { id } from '#base/http/schemas.ts'
import { importJobs } from '#base/imports/jobs.ts'
import type { ImportKind, Shape, Step } from '#base/imports/kind.ts'
import { purgeImports } from '#base/imports/purge.ts'
import { type Face, importRoutes } from '#base/imports/routes.ts'
import { defineJob } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import type { Vault } from '#modules/members/api.ts'
import { orderListEnded } from '../../facts.ts'
import { commerceProblems } from '../../problems.ts'
import type { ReadOrder } from '../given.ts'
import { orderFaults, orderLabels } from '../orders.messages.ts'
import { getSource } from '../sources.ts'
import { guessColumns } from './guess.ts'
import { rowReasons } from './lists.messages.ts'
import { checkPlan, type ListPlan, listPlan, targets } from './plan.ts'
import { previewed, previewOrders } from './preview.ts'
import { readOrders } from './rows.ts'

interface OrderList extends Shape {
  readonly plan: ListPlan
  readonly thing: ReadOrder
  readonly about: {
    readonly by: string | null
    readonly source: { readonly id: string; readonly name: string; readonly currency: string }
  }
}

const recorded: Readonly<Record<Exclude<Step, 'undone'>, string>> = {
  uploaded: 'commerce.order_list_uploaded',
  checked: 'commerce.order_list_tried',
  run: 'commerce.order_list_run',
  stopped: 'commerce.order_list_stopped',
  discarded: 'commerce.order_list_discarded',
}

export const orderLists = (vault: Vault): ImportKind<OrderList> => ({
  module: 'commerce',
  name: 'commerce.order_list',
  table: 'order_list',
  errorTable: 'order_list_error',
  counts: {
    older: 'A newer one was here already',
    lines: 'Rows that are further lines of the order above them',
  },
  plan: listPlan,
  labels: { check: orderLabels.checkJob, run: orderLabels.runJob },
  reasons: { ...rowReasons, ...orderFaults },
  unreadable: commerceProblems.listUnreadable,
  about: sql`(
    select jsonb_build_object('by', (select name from account where id = i.created_by),
             'source', jsonb_build_object('id', s.id::text, 'name', s.name, 'currency', s.currency))
      from order_source s where s.id = i.source_id)`,
  record: (ctx, step, list, details) =>
    audit(
      ctx,
      recorded[step as keyof typeof recorded],
      { kind: 'order_list', id: list.id },
      { ...details, source: list.about.source.name },
    ),
  ended: (tx, listId, state) => announce(tx, orderListEnded, { listId, state }),
  checkPlan: async (_ctx, { header }, plan) => checkPlan(header, plan),
  begin: (ctx, { id, plan, about }, mode) =>
    readOrders(ctx, vault, { id, plan: plan!, sourceId: about.source.id }, mode),
})

const face: Face<OrderList> = {
  path: '/api/order-lists',
  tag: 'orders',
  permission: 'commerce.orders_manage',
  says: {
    upload: 'Upload a list of orders: the file as the plain body',
    list: 'List imports of orders',
    see: 'See an import of orders with the first rows of its list',
    preview: 'See the first orders of a list as they would come in',
    errors: 'List rows of a list of orders that were refused, with why',
    check: 'Say what the columns of a list of orders mean and try it without changing anything',
    run: 'Import the orders of a list, or go on with it',
    stop: 'Stop a check or an import of orders',
    discard: 'Throw an uploaded list of orders away',
  },
  asks: { sourceId: id },
  own: async (ctx, { sourceId }) => {
    const source = await getSource(ctx, String(sourceId))
    if (source.archivedAt) throw commerceProblems.orderSourceClosed({ values: { name: source.name } })
    return { source_id: source.id }
  },
  more: { source: z.object({ id: z.string(), name: z.string(), currency: z.string() }) },
  present: ({ about }) => ({ source: about.source }),
  target: z.enum(targets),
  targets: async () => targets,
  guess: async (_ctx, { header }) => ({ columns: guessColumns(header), amounts: 'major' }),
  previewed,
  preview: (ctx, list, plan) => previewOrders(ctx, list, plan, list.about.source.currency),
}

const dayMs = 86_400_000

const purgeJob = (kind: Parameters<typeof purgeImports>[1], files: Parts['files']) =>
  defineJob({
    name: 'commerce.orders_purge',
    label: orderLabels.purgeJob,
    input: z.object({}),
    run: async (ctx, _input, run) => {
      const purged = await purgeImports(ctx, kind, files, run.signal)
      const messages = await ctx.db
        .deleteFrom('order_hook_message')
        .where('received_at', '<', new Date(ctx.now.getTime() - 2 * dayMs))
        .executeTakeFirst()
      return { purged, messages: Number(messages.numDeletedRows) }
    },
  })

export function orderImporting(parts: Pick<Parts, 'config' | 'files' | 'jobs'>, vault: Vault) {
  const kind = orderLists(vault)
  const jobs = importJobs(kind, parts)
  const purge = purgeJob(kind, parts.files)
  return {
    routes: importRoutes({ kind, jobs, files: parts.files, queue: parts.jobs }, face),
    jobs: [jobs.check, jobs.run, purge],
    schedule: [{ job: purge.name, cron: '35 4 * * *', zone: 'community', why: orderLabels.purgeWhy }],
  }
}
