/** What the screens of imports and exports of communities read and do. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { ApiProblem, take } from '#ui/console/problem.ts'

export type Import =
  paths['/api/content/imports/{id}']['get']['responses'][200]['content']['application/json']
type ImportPage = paths['/api/content/imports']['get']['responses'][200]['content']['application/json']
type Refusals =
  paths['/api/content/imports/{id}/refusals']['get']['responses'][200]['content']['application/json']

const path = (id: string) => ({ params: { path: { id } } })
export const isBusy = ({ state }: Pick<Import, 'state'>) => state === 'checking' || state === 'running'

export const importsQuery = infiniteQueryOptions({
  queryKey: ['content', 'imports', 'list'],
  queryFn: ({ pageParam, signal }) =>
    take<ImportPage>(
      api.GET('/api/content/imports', {
        params: { query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page: ImportPage) => page.next,
})
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['content', 'imports', id],
    queryFn: ({ signal }) => take<Import>(api.GET('/api/content/imports/{id}', { ...path(id), signal })),
    refetchInterval: (query) => (query.state.data && isBusy(query.state.data) ? 1_000 : false),
  })
export const refusalsQuery = (id: string, state: Import['state']) =>
  infiniteQueryOptions({
    queryKey: ['content', 'imports', id, 'refusals', state],
    queryFn: ({ pageParam, signal }) =>
      take<Refusals>(
        api.GET('/api/content/imports/{id}/refusals', {
          params: { path: { id }, query: { limit: 100, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: Refusals) => (page.items.length < 100 ? null : page.items.at(-1)?.id),
  })
export const boardsQuery = queryOptions({
  queryKey: ['content', 'boards'],
  queryFn: async ({ signal }) => (await take(api.GET('/api/content/boards', { signal }))).items,
})

export const beginImport = (body: { site: string; format: Import['format']; boardId: string }) =>
  take<Import>(api.POST('/api/content/imports', { body }))
export const checkImport = (id: string) => take(api.POST('/api/content/imports/{id}/check', path(id)))
export const runImport = (id: string) => take(api.POST('/api/content/imports/{id}/run', path(id)))
export const stopImport = (id: string) => take(api.POST('/api/content/imports/{id}/stop', path(id)))
export const exportAll = () => take<{ jobId: string }>(api.POST('/api/content/exports'))

/** Sends a file: the plain bytes are the body, which the generated client does not speak. */
export async function uploadFile(id: string, file: File): Promise<void> {
  const answer = await fetch(
    `/api/content/imports/${id}/files?${new URLSearchParams({ name: file.name.slice(-190) })}`,
    {
      method: 'POST',
      body: file,
      headers: {
        'content-type': 'application/octet-stream',
        'accept-language': document.documentElement.lang,
      },
    },
  )
  if (!answer.ok) throw new ApiProblem(answer.status, await answer.json().catch(() => ({})))
}
