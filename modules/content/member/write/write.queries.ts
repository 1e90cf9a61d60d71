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
