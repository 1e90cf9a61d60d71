/** What waits at the desk of a group. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

const asked = (slug: string, cursor: string) => ({
  path: { slug },
  query: { limit: 20, ...(cursor ? { cursor } : {}) },
})

export const deskReportsQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: ['desk', slug, 'reports'],
    queryFn: ({ signal, pageParam }) =>
      ask(api.GET('/api/site/groups/{slug}/reports', { params: asked(slug, pageParam), signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
type ReportsPage = Awaited<ReturnType<NonNullable<ReturnType<typeof deskReportsQuery>['queryFn']>>>
export type DeskReport = ReportsPage['items'][number]

export const deskWaitingQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: ['desk', slug, 'waiting'],
    queryFn: ({ signal, pageParam }) =>
      ask(api.GET('/api/site/groups/{slug}/waiting', { params: asked(slug, pageParam), signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
type WaitingPage = Awaited<ReturnType<NonNullable<ReturnType<typeof deskWaitingQuery>['queryFn']>>>
export type DeskWaiting = WaitingPage['items'][number]
