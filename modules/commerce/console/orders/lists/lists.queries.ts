/** What the screens of order imports read and do. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { isBusy, type ListState } from '#ui/console/importing/list.ts'
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

export type OrderListPage = Get<'/api/order-lists'>
export type OrderList = OrderListPage['items'][number]
export type WholeOrderList = Get<'/api/order-lists/{id}'>
export type Plan = WholeOrderList['plan']
export type Target = WholeOrderList['targets'][number]
export type Tally = OrderList['outcome']
export type Preview = Post<'/api/order-lists/{id}/preview'>
export type PreviewedOrder = Preview['items'][number]
export type Refused = Get<'/api/order-lists/{id}/errors'>

const path = (id: string) => ({ params: { path: { id } } })

export const listsQuery = infiniteQueryOptions({
  queryKey: ['order-lists', 'list'],
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: OrderListPage) => page.next ?? undefined,
  queryFn: ({ pageParam, signal }) =>
    take<OrderListPage>(
      api.GET('/api/order-lists', {
        params: { query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
})

export const listQuery = (id: string) =>
  queryOptions({
    queryKey: ['order-lists', id],
    queryFn: ({ signal }) => take<WholeOrderList>(api.GET('/api/order-lists/{id}', { ...path(id), signal })),
    // The event stream says when it ends; while it runs the numbers are asked for.
    refetchInterval: (query) => (query.state.data && isBusy(query.state.data) ? 1_000 : false),
  })

export const previewQuery = (id: string, plan: Plan) =>
  queryOptions({
    queryKey: ['order-lists', id, 'preview', plan],
    queryFn: ({ signal }) =>
      take<Preview>(api.POST('/api/order-lists/{id}/preview', { ...path(id), body: plan, signal })),
    retry: false,
    placeholderData: (before) => before,
  })

export const refusedQuery = (id: string, state: ListState) =>
  infiniteQueryOptions({
    queryKey: ['order-lists', id, 'errors', state],
    initialPageParam: 0,
    getNextPageParam: (page: Refused) => page.next,
    queryFn: ({ pageParam, signal }) =>
      take<Refused>(
        api.GET('/api/order-lists/{id}/errors', {
          params: { path: { id }, query: { after: pageParam, limit: 50 } },
          signal,
        }),
      ),
  })

export const checkList = (id: string, plan: Plan) =>
  take(api.POST('/api/order-lists/{id}/check', { ...path(id), body: plan }))
export const runList = (id: string) => take(api.POST('/api/order-lists/{id}/run', path(id)))
export const stopList = (id: string) => take(api.POST('/api/order-lists/{id}/stop', path(id)))
export const discardList = (id: string) => take(api.DELETE('/api/order-lists/{id}', path(id)))
export const uploadOrders = (file: File, sourceId: string) =>
  sendList<WholeOrderList>('/api/order-lists', file, { sourceId })
