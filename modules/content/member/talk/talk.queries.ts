/** Reads of one's own bookmarks and follows; both lie under the member's own key, so that they are told to be stale. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const bookmarksQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: ['member', memberId, 'bookmarks'],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/member/bookmarks', {
          params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const followKinds = ['member', 'topic', 'board', 'post'] as const
export type FollowKind = (typeof followKinds)[number]

export const followsQuery = (memberId: string, what: FollowKind | 'all') =>
  infiniteQueryOptions({
    queryKey: ['member', memberId, 'follows', what],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/member/follows', {
          params: {
            query: {
              limit: 50,
              ...(what === 'all' ? {} : { what }),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
type FollowsPage = Awaited<ReturnType<NonNullable<ReturnType<typeof followsQuery>['queryFn']>>>
export type Followed = FollowsPage['items'][number]
