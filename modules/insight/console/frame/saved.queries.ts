import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

export interface Saved {
  readonly id: string
  readonly analysis: string
  readonly question: Readonly<Record<string, unknown>>
  readonly name: string
  readonly note: string
  readonly shared: boolean
  readonly own: boolean
  readonly by: string | null
  readonly changedAt: string
  readonly can: { readonly change: boolean }
}

export const savedQuery = (analysis: string) =>
  queryOptions({
    queryKey: ['insight', 'saved', analysis],
    queryFn: async ({ signal }) =>
      (
        await take<{ items: Saved[] }>(
          api.GET('/api/insight/saved', { params: { query: { analysis, limit: 100 } }, signal }),
        )
      ).items,
    staleTime: 30_000,
  })

/** The newest of all analyses. */
export const newestSavedQuery = queryOptions({
  queryKey: ['insight', 'saved', 'newest'],
  queryFn: async ({ signal }) =>
    (
      await take<{ items: Saved[] }>(
        api.GET('/api/insight/saved', { params: { query: { limit: 12 } }, signal }),
      )
    ).items,
  staleTime: 30_000,
})

export interface SavedFields {
  readonly name: string
  readonly note: string
  readonly shared: boolean
}

export const saveQuestion = (analysis: string, question: object, fields: SavedFields) =>
  take<Saved>(api.POST('/api/insight/saved', { body: { analysis, question: { ...question }, ...fields } }))

export const changeSaved = (id: string, change: Partial<SavedFields> & { question?: object }) => {
  const { question, ...rest } = change
  return take<Saved>(
    api.PATCH('/api/insight/saved/{id}', {
      params: { path: { id } },
      body: { ...rest, ...(question ? { question: { ...question } } : {}) },
    }),
  )
}

export const removeSaved = (id: string) =>
  take(api.DELETE('/api/insight/saved/{id}', { params: { path: { id } } }))
