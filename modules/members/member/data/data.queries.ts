/** Reads of what the community knows of oneself. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const ownFieldsQuery = queryOptions({
  queryKey: ['member', 'fields'],
  queryFn: ({ signal }) => ask(api.GET('/api/member/fields', { signal })),
})
export type OwnField = Awaited<ReturnType<NonNullable<typeof ownFieldsQuery.queryFn>>>['items'][number]

export const ownTagsQuery = queryOptions({
  queryKey: ['member', 'tags'],
  queryFn: ({ signal }) => ask(api.GET('/api/member/tags', { signal })),
})

/** Looked at again while one is being made. */
export const copyQuery = queryOptions({
  queryKey: ['member', 'copy'],
  queryFn: ({ signal }) => ask(api.GET('/api/member/copy', { signal })),
  refetchInterval: ({ state }) => (state.data?.state === 'making' ? 2_000 : false),
})
