/** A list of orders as a row: the file, what its columns mean, and how far it is. */
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { commerceProblems } from '../../problems.ts'

/** What a column of a list can be. */
export const targets = [
  'number',
  'status',
  'total',
  'paid',
  'refunded',
  'placedAt',
  'paidAt',
  'shippedAt',
  'completedAt',
  'cancelledAt',
  'refundedAt',
  'updatedAt',
  'customer',
  'phone',
  'email',
  'name',
  'sku',
  'item',
  'quantity',
  'unit',
] as const
export type Target = (typeof targets)[number]

export const listPlan = z.object({
  /** For each column what it is; null: left out. */
  columns: z.array(z.enum(targets).nullable()).min(1).max(200),
  /** `major`: 68.00; `minor`: 6800. */
  amounts: z.enum(['major', 'minor']).default('major'),
})
export type ListPlan = z.infer<typeof listPlan>

/** Each target once, and what no order can be without. Throws `list_columns_wrong`. */
export function checkPlan(header: readonly string[], { columns }: ListPlan): void {
  const given = columns.filter((target) => target !== null)
  const needed: readonly Target[] = ['number', 'total', 'placedAt']
  if (
    columns.length !== header.length ||
    new Set(given).size < given.length ||
    needed.some((target) => !given.includes(target))
  )
    throw commerceProblems.listColumnsWrong()
}

export const listStates = ['draft', 'checking', 'checked', 'running', 'done', 'stopped', 'failed'] as const
export type ListState = (typeof listStates)[number]

/** Rows by what became of them. An order of several rows counts with its first; the others are `lines`. */
export interface Tally {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly older: number
  readonly lines: number
  readonly failed: number
}
export const noTally: Tally = { rows: 0, created: 0, updated: 0, unchanged: 0, older: 0, lines: 0, failed: 0 }

export interface OrderList {
  readonly id: Id
  readonly source: {
    readonly id: Id
    readonly key: string
    readonly name: string
    readonly currency: string
    readonly archivedAt: Date | null
  }
  readonly fileId: Id | null
  readonly fileName: string
  readonly format: 'csv' | 'xlsx'
  readonly encoding: string
  readonly separator: string
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
  readonly plan: ListPlan | undefined
  readonly state: ListState
  readonly trouble: string | null
  readonly jobId: string | null
  readonly checked: Tally | null
  readonly outcome: Tally
  readonly place: number
  readonly errorFileId: Id | null
  readonly createdBy: Id | null
  readonly createdByName: string | null
  readonly createdAt: Date
  readonly finishedAt: Date | null
}

const rows = (ctx: Pick<Ctx, 'db'>) =>
  ctx.db
    .selectFrom('order_list as l')
    .innerJoin('order_source as s', 's.id', 'l.source_id')
    .leftJoin('account as a', 'a.id', 'l.created_by')
    .select([
      'l.id',
      's.id as sourceId',
      's.key as sourceKey',
      's.name as sourceName',
      's.currency',
      's.archived_at as archivedAt',
      'l.file_id as fileId',
      'l.file_name as fileName',
      'l.format',
      'l.encoding',
      'l.separator',
      'l.header',
      'l.samples',
      'l.plan',
      'l.state',
      'l.trouble',
      'l.job_id as jobId',
      'l.checked',
      'l.outcome',
      'l.place',
      'l.error_file_id as errorFileId',
      'l.created_by as createdBy',
      'a.name as createdByName',
      'l.created_at as createdAt',
      'l.finished_at as finishedAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function fromRow({ sourceId, sourceKey, sourceName, currency, archivedAt, ...row }: Row): OrderList {
  const plan = row.plan as unknown as ListPlan | Record<string, never>
  return {
    ...row,
    source: { id: sourceId, key: sourceKey, name: sourceName, currency, archivedAt },
    format: row.format as OrderList['format'],
    samples: row.samples as unknown as string[][],
    plan: 'columns' in plan ? (plan as ListPlan) : undefined,
    state: row.state as ListState,
    checked: row.checked as unknown as Tally | null,
    outcome: { ...noTally, ...(row.outcome as object) },
    place: Number(row.place),
  }
}

/** Throws `list_not_found`. */
export async function getList(ctx: Ctx, id: Id): Promise<OrderList> {
  const row = await rows(ctx).where('l.id', '=', id).executeTakeFirst()
  if (!row) throw commerceProblems.listNotFound()
  return fromRow(row)
}

/** Whoever changes a list and the job that works it off take turns. */
export async function lockList(ctx: Ctx, id: Id): Promise<OrderList> {
  await ctx.db.selectFrom('order_list').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return await getList(ctx, id)
}

/** Newest first. */
export async function findLists(
  ctx: Ctx,
  { after, limit }: { readonly after: Id | undefined; readonly limit: number },
): Promise<{ items: OrderList[]; next: Id | null }> {
  const page = await rows(ctx)
    .$if(after !== undefined, (query) => query.where('l.id', '<', after!))
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = page.slice(0, limit).map(fromRow)
  return { items, next: page.length > limit ? (items.at(-1)?.id ?? null) : null }
}
