/** What the screens of order imports read and do. */
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { type ImportDoor, importQueries } from '#ui/console/importing/door.ts'
import { sendList } from '#ui/console/importing/sendList.ts'
import { take } from '#ui/console/problem.ts'

type Get<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } }
}
  ? A
  : never
type Post<P extends keyof paths> = paths[P] extends {
  post: { responses: { 200: { content: { 'application/json': infer A } } } }
}
  ? A
  : never

type Page = Get<'/api/order-lists'>
export type OrderList = Page['items'][number]
export type WholeOrderList = Get<'/api/order-lists/{id}'>
export type Plan = WholeOrderList['plan']
export type Target = WholeOrderList['targets'][number]
export type Tally = OrderList['outcome']
type Preview = Post<'/api/order-lists/{id}/preview'>
export type PreviewedOrder = Preview['items'][number]
type Refused = Get<'/api/order-lists/{id}/errors'>

const path = (id: string) => ({ params: { path: { id } } })

export const door: ImportDoor<OrderList, WholeOrderList, Plan, PreviewedOrder> = {
  key: 'order-lists',
  page: (query, signal) => take<Page>(api.GET('/api/order-lists', { params: { query }, signal })),
  see: (id, signal) => take<WholeOrderList>(api.GET('/api/order-lists/{id}', { ...path(id), signal })),
  preview: (id, plan, signal) =>
    take<Preview>(api.POST('/api/order-lists/{id}/preview', { ...path(id), body: plan, signal })),
  refused: (id, after, signal) =>
    take<Refused>(
      api.GET('/api/order-lists/{id}/errors', {
        params: { path: { id }, query: { after, limit: 50 } },
        signal,
      }),
    ),
  check: (id, plan) => take(api.POST('/api/order-lists/{id}/check', { ...path(id), body: plan })),
  run: (id) => take(api.POST('/api/order-lists/{id}/run', path(id))),
  stop: (id) => take(api.POST('/api/order-lists/{id}/stop', path(id))),
  discard: (id) => take(api.DELETE('/api/order-lists/{id}', path(id))),
}

export const listQuery = importQueries(door).one

export const uploadOrders = (file: File, sourceId: string) =>
  sendList<WholeOrderList>('/api/order-lists', file, { sourceId })
