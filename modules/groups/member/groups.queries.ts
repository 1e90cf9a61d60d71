/** Reads of groups. Keys begin with `groups`, as facts about groups touch them. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const ownGroupsQuery = queryOptions({
  queryKey: ['groups', 'own'],
  queryFn: ({ signal }) => ask(api.GET('/api/member/groups', { signal })),
})
export type GroupCard = Awaited<ReturnType<NonNullable<typeof ownGroupsQuery.queryFn>>>['items'][number]

export const kinds = ['interest', 'welfare', 'member', 'local', 'beta', 'service', 'industry'] as const
export type Kind = (typeof kinds)[number]

export const directoryQuery = (kind: Kind | '', q: string) =>
  infiniteQueryOptions({
    queryKey: ['groups', 'directory', kind, q],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/site/groups', {
          params: {
            query: {
              limit: 24,
              ...(kind ? { kind } : {}),
              ...(q ? { q } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

const withCode = (code: string) => (code ? { query: { code } } : {})

export const groupQuery = (slug: string, code = '') =>
  queryOptions({
    queryKey: ['groups', 'page', slug, code],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/groups/{slug}', { params: { path: { slug }, ...withCode(code) }, signal })),
  })
export type GroupPage = Awaited<ReturnType<NonNullable<ReturnType<typeof groupQuery>['queryFn']>>>
export type Board = GroupPage['boards'][number]

export const admissionQuery = (slug: string, code = '') =>
  queryOptions({
    queryKey: ['groups', 'admission', slug, code],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/site/groups/{slug}/admission', {
          params: { path: { slug }, ...withCode(code) },
          signal,
        }),
      ),
  })
export type Admission = Awaited<ReturnType<NonNullable<ReturnType<typeof admissionQuery>['queryFn']>>>
export type Step = Admission['steps'][number]

export const announcementsQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: ['groups', 'announcements', slug],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/site/groups/{slug}/announcements', {
          params: { path: { slug }, query: { limit: 5, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
export type Announcement = Awaited<
  ReturnType<NonNullable<ReturnType<typeof announcementsQuery>['queryFn']>>
>['items'][number]

export const newcomersQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: ['groups', 'newcomers', slug],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/site/groups/{slug}/newcomers', {
          params: { path: { slug }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
export type Newcomer = Awaited<
  ReturnType<NonNullable<ReturnType<typeof newcomersQuery>['queryFn']>>
>['items'][number]

export const fellowsQuery = (slug: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['groups', 'fellows', slug, q],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/site/groups/{slug}/members', {
          params: {
            path: { slug },
            query: { limit: 40, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const firstStepsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['groups', 'first-steps', slug],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/groups/{slug}/first-steps', { params: { path: { slug } }, signal })),
  })

export const courseQuery = (slug: string) =>
  queryOptions({
    queryKey: ['groups', 'course', slug],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/groups/{slug}/course', { params: { path: { slug } }, signal })),
  })
export type Course = Awaited<ReturnType<NonNullable<ReturnType<typeof courseQuery>['queryFn']>>>
