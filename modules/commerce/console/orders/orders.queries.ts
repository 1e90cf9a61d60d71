/** What the screens of orders read. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

type Ok<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } }
}
  ? A
  : never

export type OrderPage = Ok<'/api/orders'>
export type Order = OrderPage['items'][number]
export type WholeOrder = Ok<'/api/orders/{id}'>
export type CustomerPage = Ok<'/api/order-customers'>
export type Customer = CustomerPage['items'][number]
export type Source = Ok<'/api/order-sources'>['items'][number]
export type MemberOrders = Ok<'/api/members/{id}/orders'>

export interface OrderUrl {
  readonly q?: string
  readonly sourceId?: string
  readonly status?: string
  readonly matched?: string
  readonly amount?: string
  readonly from?: string
  readonly to?: string
  readonly member?: string
  readonly product?: string
  /** The one that is looked at. */
  readonly order?: string
}

/** Amounts of the filter in minor units, for currencies with two decimals. */
export const amounts: Readonly<Record<string, { least?: number; most?: number }>> = {
  low: { most: 9_999 },
  middle: { least: 10_000, most: 29_999 },
  high: { least: 30_000 },
}

/** What the URL asks of the API. */
export const askedOf = ({ q, sourceId, status, matched, amount, from, to, member, product }: OrderUrl) => ({
  ...(q ? { q } : {}),
  ...(sourceId ? { sourceId } : {}),
  ...(status ? { status } : {}),
  ...(matched ? { matched } : {}),
  ...(amount ? amounts[amount] : {}),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...(member ? { memberId: member } : {}),
  ...(product ? { productId: product } : {}),
})

export const ordersQuery = (url: OrderUrl) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'list', askedOf(url)],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: OrderPage) => page.next ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      take<OrderPage>(
        api.GET('/api/orders', {
          params: { query: { ...askedOf(url), ...(pageParam ? { cursor: pageParam } : {}) } as never },
          signal,
        }),
      ),
  })

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', id],
    queryFn: ({ signal }) =>
      take<WholeOrder>(api.GET('/api/orders/{id}', { params: { path: { id } }, signal })),
  })

export const customersQuery = () =>
  infiniteQueryOptions({
    queryKey: ['orders', 'customers'],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: CustomerPage) => page.next ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      take<CustomerPage>(
        api.GET('/api/order-customers', {
          params: { query: pageParam ? { cursor: pageParam } : {} },
          signal,
        }),
      ),
  })

export const sourcesQuery = queryOptions({
  queryKey: ['orders', 'sources'],
  queryFn: ({ signal }) => take<{ items: readonly Source[] }>(api.GET('/api/order-sources', { signal })),
})

export const memberOrdersQuery = (id: string) =>
  queryOptions({
    queryKey: ['members', id, 'orders'],
    queryFn: ({ signal }) =>
      take<MemberOrders>(
        api.GET('/api/members/{id}/orders', { params: { path: { id }, query: { limit: 5 } }, signal }),
      ),
  })
