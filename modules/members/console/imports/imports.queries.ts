/** What the import screens read and do. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { isBusy, type ListState, type RefusedRow, type Trouble } from '#ui/console/importing/list.ts'
import { sendList } from '#ui/console/importing/sendList.ts'
import { take } from '#ui/console/problem.ts'

export interface Tally {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  readonly repeated: number
}

export interface Import {
  readonly id: string
  readonly fileName: string
  readonly format: 'csv' | 'xlsx'
  readonly encoding: string
  readonly separator: string
  readonly header: readonly string[]
  readonly state: ListState
  readonly trouble: Trouble | null
  readonly jobId: string | null
  readonly checked: Tally | null
  readonly outcome: Tally
  readonly errorFileUrl: string | null
  readonly origin: string
  readonly createdBy: string | null
  readonly createdAt: string
  readonly finishedAt: string | null
  readonly undoUntil: string | null
  readonly can: {
    readonly check: boolean
    readonly run: boolean
    readonly stop: boolean
    readonly undo: boolean
    readonly discard: boolean
  }
}

export interface Plan {
  readonly columns: readonly (string | null)[]
  readonly existing: 'update' | 'fill' | 'skip'
  readonly tags: readonly string[]
  readonly origin: string
  readonly card: readonly (string | null)[]
}

export interface WholeImport extends Import {
  readonly samples: readonly (readonly string[])[]
  readonly plan: Plan
  readonly planned: boolean
  readonly targets: readonly { readonly target: string; readonly label: string | null }[]
}

export interface PreviewedRow {
  readonly row: number
  readonly nickname: string
  readonly city: string
  readonly contacts: readonly { readonly kind: string; readonly system: string; readonly value: string }[]
  readonly tags: readonly string[]
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  readonly joinedAt: string | null
  readonly reasons: readonly { readonly column: number | null; readonly message: string }[]
}

const path = (id: string) => ({ params: { path: { id } } })

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ pageParam, signal }) =>
    take<{ items: Import[]; next: string | null }>(
      api.GET('/api/imports', {
        params: { query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page: { next: string | null }) => page.next,
})

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => take<WholeImport>(api.GET('/api/imports/{id}', { ...path(id), signal })),
    // The event stream says when it ends; while it runs the numbers are asked for.
    refetchInterval: (query) => (query.state.data && isBusy(query.state.data) ? 1_000 : false),
  })

export const previewQuery = (id: string, plan: Plan) =>
  queryOptions({
    queryKey: ['imports', id, 'preview', plan],
    queryFn: ({ signal }) =>
      take<{ items: readonly PreviewedRow[] }>(
        api.POST('/api/imports/{id}/preview', { ...path(id), body: asBody(plan), signal }),
      ),
    retry: false,
    placeholderData: (before) => before,
  })

export const refusedQuery = (id: string, state: ListState) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'errors', state],
    queryFn: ({ pageParam, signal }) =>
      take<{ items: RefusedRow[]; next: number | null }>(
        api.GET('/api/imports/{id}/errors', {
          params: { path: { id }, query: { after: pageParam, limit: 50 } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page: { next: number | null }) => page.next,
  })

type Body = {
  columns: ('nickname' | null)[]
  existing: Plan['existing']
  tags: string[]
  origin: string
  card: ('nickname' | null)[]
}

/** The targets come from the server; their names are more than the types of the client say. */
const asBody = (plan: Plan): Body => ({
  columns: [...plan.columns] as Body['columns'],
  existing: plan.existing,
  tags: [...plan.tags],
  origin: plan.origin,
  card: [...plan.card] as Body['card'],
})

export const checkImport = (id: string, plan: Plan) =>
  take(api.POST('/api/imports/{id}/check', { ...path(id), body: asBody(plan) }))
export const runImport = (id: string) => take(api.POST('/api/imports/{id}/run', path(id)))
export const stopImport = (id: string) => take(api.POST('/api/imports/{id}/stop', path(id)))
export const undoImport = (id: string) => take(api.POST('/api/imports/{id}/undo', path(id)))
export const discardImport = (id: string) => take(api.DELETE('/api/imports/{id}', path(id)))

export const uploadList = (file: File) => sendList<WholeImport>('/api/imports', file)
