/** Reads of the composer. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

const minute = 60_000

export const peopleQuery = (
  text: string,
  place: { boardId?: string | undefined; postId?: string | undefined },
) =>
  queryOptions({
    queryKey: ['writing', 'people', text, place.boardId ?? '', place.postId ?? ''],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/member/writing/people', {
          params: {
            query: {
              text,
              ...(place.boardId ? { boardId: place.boardId } : {}),
              ...(place.postId ? { postId: place.postId } : {}),
            },
          },
          signal,
        }),
      ),
    staleTime: minute,
  })

export const topicsQuery = (text: string) =>
  queryOptions({
    queryKey: ['writing', 'topics', text],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/member/writing/topics', { params: { query: { text } }, signal })),
    staleTime: minute,
  })

export const thingsQuery = (kind: string, text: string) =>
  queryOptions({
    queryKey: ['writing', 'things', kind, text],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/member/writing/things', {
          params: { query: { ...(kind ? { kind } : {}), text } },
          signal,
        }),
      ),
    staleTime: minute,
  })

export const thingQuery = (kind: string, id: string) =>
  queryOptions({
    queryKey: ['writing', 'thing', kind, id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/member/writing/things', { params: { query: { kind, id } }, signal })),
    staleTime: minute,
  })

export const boardsQuery = queryOptions({
  queryKey: ['writing', 'boards'],
  queryFn: ({ signal }) => ask(api.GET('/api/site/boards', { signal })),
  staleTime: minute,
})
export type Board = Awaited<ReturnType<NonNullable<typeof boardsQuery.queryFn>>>['items'][number]

export const columnsQuery = queryOptions({
  queryKey: ['writing', 'columns'],
  queryFn: ({ signal }) => ask(api.GET('/api/member/columns', { signal })),
  staleTime: minute,
})

export const draftsQuery = queryOptions({
  queryKey: ['writing', 'drafts'],
  queryFn: ({ signal }) => ask(api.GET('/api/member/drafts', { signal })),
})

/** Asked anew whenever the composer opens: another device may have gone on. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['writing', 'draft', id],
    queryFn: ({ signal }) => ask(api.GET('/api/member/drafts/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

export const writtenQuery = (id: string) =>
  queryOptions({
    queryKey: ['writing', 'written', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/posts/{id}/document', { params: { path: { id } }, signal })),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

export const similarQuery = (q: string, exceptId: string | undefined) =>
  queryOptions({
    queryKey: ['writing', 'similar', q],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/site/search/similar', {
          params: { query: { q, limit: 4, ...(exceptId ? { exceptId } : {}) } },
          signal,
        }),
      ),
    staleTime: minute,
    retry: false,
  })
