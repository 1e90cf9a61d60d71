import { queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

type Ok<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } }
}
  ? Answer
  : never

export type Insight = Ok<'/api/search/insight'>
export type Query = Insight['top'][number]
export type Synonyms = Ok<'/api/search/synonyms'>['items'][number]
type Index = Ok<'/api/search/index'>

export const insightQuery = (days: number) =>
  queryOptions({
    queryKey: ['search', 'insight', days],
    queryFn: ({ signal }) =>
      take<Insight>(api.GET('/api/search/insight', { params: { query: { days } }, signal })),
  })

export const synonymsQuery = queryOptions({
  queryKey: ['search-synonyms'],
  queryFn: ({ signal }) =>
    take<Ok<'/api/search/synonyms'>>(api.GET('/api/search/synonyms', { signal })).then(({ items }) => items),
})

export const indexQuery = queryOptions({
  queryKey: ['search', 'index'],
  queryFn: ({ signal }) => take<Index>(api.GET('/api/search/index', { signal })),
})

export const saveSynonyms = (id: string | undefined, words: string[]) =>
  id === undefined
    ? take(api.POST('/api/search/synonyms', { body: { words } }))
    : take(api.PUT('/api/search/synonyms/{id}', { params: { path: { id } }, body: { words } }))

export const removeSynonyms = (id: string) =>
  take(api.DELETE('/api/search/synonyms/{id}', { params: { path: { id } } }))

export const rebuildIndex = () => take<{ jobId: string }>(api.POST('/api/search/rebuild'))
