import { Readable } from 'node:stream'
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { filePurposes } from '#base/files/purpose.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { commerceProblems } from '../../problems.ts'
import { orderStatuses } from '../order.ts'
import { findErrors, sayReason } from './errors.ts'
import { guessColumns } from './guess.ts'
import { findLists, getList, listPlan, listStates, type OrderList, targets } from './list.ts'
import { discardList, type ListDoor, runList, stopList, tryList, uploadList } from './lists.ts'
import { previewOrders } from './preview.ts'

const access = permitted('commerce.orders_manage')
const tag = 'orders'

const tally = z.object({
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  older: z.int().describe('A newer one was here already'),
  lines: z.int().describe('Rows that are further lines of the order above them'),
  failed: z.int(),
})
const listAnswer = z.object({
  id: z.string(),
  source: z.object({ id: z.string(), name: z.string(), currency: z.string() }),
  fileName: z.string(),
  encoding: z.string(),
  header: z.array(z.string()),
  state: z.enum(listStates),
  trouble: z.string().nullable(),
  jobId: z.string().nullable(),
  checked: tally.nullable(),
  outcome: tally,
  errorFileUrl: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  can: z.object({ check: z.boolean(), run: z.boolean(), stop: z.boolean(), discard: z.boolean() }),
})
const wholeAnswer = listAnswer.extend({
  samples: z.array(z.array(z.string())),
  plan: listPlan,
  planned: z.boolean().describe('Whether somebody said what the columns mean, or it is our guess'),
  targets: z.array(z.enum(targets)),
})

const previewed = z.object({
  row: z.int(),
  rows: z.int(),
  number: z.string(),
  customer: z.string(),
  status: z.enum(orderStatuses).nullable(),
  totalMinor: z.int().nullable(),
  paidMinor: z.int().nullable(),
  refundedMinor: z.int().nullable(),
  placedAt: z.iso.datetime().nullable(),
  items: z.array(z.string()),
  reasons: z.array(z.object({ column: z.int().nullable(), message: z.string() })),
})

export const listRoutes = (door: ListDoor) => {
  const show = async (ctx: Ctx, list: OrderList): Promise<z.input<typeof listAnswer>> => {
    const allowed = may(ctx.actor, 'commerce.orders_manage')
    const busy = list.state === 'checking' || list.state === 'running'
    const fresh = !busy && list.place === 0 && list.fileId !== null && list.state !== 'done'
    const begun = list.state === 'stopped' || (list.state === 'failed' && list.place > 0)
    return {
      id: list.id,
      source: { id: list.source.id, name: list.source.name, currency: list.source.currency },
      fileName: list.fileName,
      encoding: list.encoding,
      header: [...list.header],
      state: list.state,
      trouble: list.trouble,
      jobId: list.jobId,
      checked: list.checked,
      outcome: list.outcome,
      errorFileUrl: list.errorFileId ? ((await door.files.url(ctx, list.errorFileId)) ?? null) : null,
      createdBy: list.createdByName,
      createdAt: list.createdAt.toISOString(),
      finishedAt: list.finishedAt?.toISOString() ?? null,
      can: {
        check: allowed && fresh,
        run: allowed && list.fileId !== null && (list.state === 'checked' || begun),
        stop: allowed && busy,
        discard: allowed && fresh,
      },
    }
  }
  const showWhole = async (ctx: Ctx, list: OrderList): Promise<z.input<typeof wholeAnswer>> => ({
    ...(await show(ctx, list)),
    samples: list.samples.map((row) => [...row]),
    plan: list.plan ?? { columns: guessColumns(list.header), amounts: 'major' },
    planned: list.plan !== undefined,
    targets: [...targets],
  })
  const steer = { tag, access, params: idParams, answer: listAnswer }
  return [
    route(
      {
        method: 'post',
        path: '/api/order-lists',
        summary: 'Upload a list of orders: the file as the plain body',
        tag,
        access,
        limit: { max: 20, perSeconds: 60 },
        idempotency: 'none',
        maxBody: filePurposes.list.maxBytes,
        types: [
          'application/octet-stream',
          'text/csv',
          'text/plain',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        ],
        seconds: 180,
        query: z.object({ name: z.string().trim().min(1).max(200), sourceId: id }),
        answer: wholeAnswer,
        status: 201,
      },
      async (ctx, { query, request }) => {
        if (!request.raw.body) throw commerceProblems.listUnreadable()
        const bytes = Readable.fromWeb(request.raw.body as import('node:stream/web').ReadableStream)
        return await showWhole(ctx, await uploadList(ctx, door, { bytes, ...query }))
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/order-lists',
        summary: 'List imports of orders',
        tag,
        access,
        query: pageQuery,
        answer: pageOf(listAnswer),
      },
      async (ctx, { query }) => {
        const page = await findLists(ctx, {
          after: readCursor('order lists', query.cursor)?.id,
          limit: query.limit,
        })
        return {
          items: await Promise.all(page.items.map((list) => show(ctx, list))),
          next: writeCursor('order lists', page.next === null ? null : { value: null, id: page.next }),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/order-lists/{id}',
        summary: 'See an import of orders with the first rows of its list',
        tag,
        access,
        params: idParams,
        answer: wholeAnswer,
      },
      async (ctx, { params }) => await showWhole(ctx, await getList(ctx, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/api/order-lists/{id}/preview',
        summary: 'See the first orders of a list as they would come in',
        tag,
        access,
        // What stands in a list is kept in the list alone.
        idempotency: 'none',
        params: idParams,
        body: listPlan,
        answer: z.object({ items: z.array(previewed) }),
      },
      async (ctx, { params, body }) => ({
        items: (await previewOrders(ctx, await getList(ctx, params.id), body)).map((order) => ({
          ...order,
          items: [...order.items],
          reasons: [...order.reasons],
          placedAt: order.placedAt?.toISOString() ?? null,
        })),
      }),
    ),
    route(
      {
        method: 'get',
        path: '/api/order-lists/{id}/errors',
        summary: 'List rows of a list of orders that were refused, with why',
        tag,
        access,
        params: idParams,
        query: z.object({
          after: z.coerce.number().int().min(0).default(0),
          limit: z.coerce.number().int().min(1).max(100).default(50),
        }),
        answer: z.object({
          items: z.array(
            z.object({
              row: z.int(),
              cells: z.array(z.string()),
              reasons: z.array(z.object({ column: z.int().nullable(), message: z.string() })),
            }),
          ),
          next: z.int().nullable(),
        }),
      },
      async (ctx, { params, query }) => {
        await getList(ctx, params.id)
        const items = await findErrors(ctx, params.id, query)
        return {
          items: items.map(({ row, cells, reasons }) => ({
            row,
            cells: [...cells],
            reasons: reasons.map((reason) => ({
              column: reason.column ?? null,
              message: sayReason(reason, ctx.locale),
            })),
          })),
          next: items.length === query.limit ? (items.at(-1)?.row ?? null) : null,
        }
      },
    ),
    route(
      {
        ...steer,
        method: 'post',
        path: '/api/order-lists/{id}/check',
        summary: 'Say what the columns of a list of orders mean and try it without changing anything',
        body: listPlan,
        status: 202,
      },
      async (ctx, { params, body }) => await show(ctx, await tryList(ctx, door, params.id, body)),
    ),
    route(
      {
        ...steer,
        method: 'post',
        path: '/api/order-lists/{id}/run',
        summary: 'Import the orders of a list, or go on with it',
        idempotency: 'required',
        status: 202,
      },
      async (ctx, { params }) => await show(ctx, await runList(ctx, door, params.id)),
    ),
    route(
      {
        ...steer,
        method: 'post',
        path: '/api/order-lists/{id}/stop',
        summary: 'Stop a check or an import of orders',
      },
      async (ctx, { params }) => await show(ctx, await stopList(ctx, params.id)),
    ),
    route(
      {
        method: 'delete',
        path: '/api/order-lists/{id}',
        summary: 'Throw an uploaded list of orders away',
        tag,
        access,
        params: idParams,
      },
      async (ctx, { params }) => {
        await discardList(ctx, door, params.id)
        return undefined
      },
    ),
  ]
}
