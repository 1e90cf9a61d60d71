/**
 * Reads of the page of a post. Keys begin with `posts` and the id, as facts about it touch them; comments have keys of
 * their own, because nothing is put under the eyes of a reader unasked.
 */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

const minute = 60_000

export const postQuery = (id: string) =>
  queryOptions({
    queryKey: ['posts', id, 'page'],
    queryFn: ({ signal }) => ask(api.GET('/api/site/posts/{id}', { params: { path: { id } }, signal })),
    staleTime: minute,
  })
export type PostPage = Awaited<ReturnType<NonNullable<ReturnType<typeof postQuery>['queryFn']>>>

export const sorts = ['best', 'newest', 'oldest'] as const
export type Sort = (typeof sorts)[number]

/** The first page travels in the HTML: same order, same size (`modules/content/page/public`). */
export const commentsQuery = (id: string, sort: Sort) =>
  infiniteQueryOptions({
    queryKey: ['talk', id, sort],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/site/posts/{id}/comments', {
          params: { path: { id }, query: { sort, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: minute,
  })
export type ThreadPage = Awaited<ReturnType<NonNullable<ReturnType<typeof commentsQuery>['queryFn']>>>
export type Thread = ThreadPage['items'][number]
export type Comment = Thread['replies'][number]

export const repliesQuery = (commentId: string, cursor: string) =>
  infiniteQueryOptions({
    queryKey: ['replies', commentId, cursor],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/site/comments/{id}/replies', {
          params: { path: { id: commentId }, query: { limit: 20, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: cursor,
    getNextPageParam: (page) => page.next,
    staleTime: minute,
  })

export const commentQuery = (id: string) =>
  queryOptions({
    queryKey: ['comment', id],
    queryFn: ({ signal }) => ask(api.GET('/api/site/comments/{id}', { params: { path: { id } }, signal })),
    retry: false,
  })

export const pollQuery = (id: string) =>
  queryOptions({
    queryKey: ['posts', id, 'poll'],
    queryFn: ({ signal }) => ask(api.GET('/api/site/posts/{id}/poll', { params: { path: { id } }, signal })),
    staleTime: minute,
  })
export type Poll = Awaited<ReturnType<NonNullable<ReturnType<typeof pollQuery>['queryFn']>>>

export const reactionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['posts', id, 'reactions'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/posts/{id}/reaction', { params: { path: { id } }, signal })),
  })

export const relatedQuery = (id: string) =>
  queryOptions({
    queryKey: ['related', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/posts/{id}/related', { params: { path: { id } }, signal })),
    staleTime: 10 * minute,
  })

export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['posts', id, 'figures'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/posts/{id}/figures', { params: { path: { id } }, signal })),
  })

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['posts', id, 'versions'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/posts/{id}/versions', { params: { path: { id } }, signal })),
  })

export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['posts', id, 'versions', version],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/site/posts/{id}/versions/{version}', {
          params: { path: { id, version } },
          signal,
        }),
      ),
    staleTime: 60 * minute,
  })

/** Boards to which one may move a post: those that one may post on. */
export const boardsQuery = queryOptions({
  queryKey: ['writing', 'boards'],
  queryFn: ({ signal }) => ask(api.GET('/api/site/boards', { signal })),
  staleTime: 5 * minute,
})
