/** What Today and the week beside it read. */
import { queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

type Answer<Path extends '/api/today' | '/api/today/week'> =
  paths[Path]['get']['responses'][200]['content']['application/json']

export type Today = Answer<'/api/today'>
export type TodayItem = Today['items'][number]
export type WorkKind = TodayItem['kind']
export type Week = Answer<'/api/today/week'>
export type MarkBody = NonNullable<
  paths['/api/today/marks']['post']['requestBody']
>['content']['application/json']

export const todayQuery = queryOptions({
  queryKey: ['today', 'queue'],
  queryFn: ({ signal }) => take<Today>(api.GET('/api/today', { signal })),
  // What nobody announces, such as a moment that passes, is seen within a minute.
  refetchInterval: 60_000,
})

export const weekQuery = (day: string) =>
  queryOptions({
    queryKey: ['today', 'week', day],
    queryFn: ({ signal }) => take<Week>(api.GET('/api/today/week', { params: { query: { day } }, signal })),
  })

export const markItems = (body: MarkBody) => take<{ count: number }>(api.POST('/api/today/marks', { body }))

/** Names an item within the queue. */
export const itemKey = ({ source, key }: Pick<TodayItem, 'source' | 'key'>): string => `${source}:${key}`
