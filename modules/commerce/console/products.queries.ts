import { infiniteQueryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

export type ProductPage = paths['/api/products']['get']['responses'][200]['content']['application/json']
export type Product = ProductPage['items'][number]

export const productsQuery = ({ q, state }: { q?: string | undefined; state?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['products', q ?? '', state ?? ''],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ProductPage) => page.next ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      take<ProductPage>(
        api.GET('/api/products', {
          params: {
            query: {
              ...(q ? { q } : {}),
              ...(state === 'off' ? { archived: 'true' } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
  })
