/** What the member screens read. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { dayStart, nextDay } from '#ui/console/days.ts'
import { take } from '#ui/console/problem.ts'

export interface Member {
  readonly id: string
  readonly token: string
  readonly nickname: string
  readonly avatarUrl: string | null
  readonly city: string
  readonly bio: string
  readonly channel: string
  readonly tags: readonly string[]
  readonly joinedAt: string
  readonly lastSeenAt: string | null
  readonly can: { readonly tag: boolean; readonly export: boolean }
}

export interface MemberProfile extends Member {
  readonly source: {
    readonly channel?: string
    readonly utm?: Readonly<Record<string, string>>
    readonly referrer?: string
    readonly landing?: string
    readonly at?: string
  }
  readonly accountId: string | null
}

export interface Moment {
  readonly id: string
  readonly name: string
  readonly occurredAt: string
  readonly value: string | null
  readonly object: { readonly kind: string; readonly id: string } | null
  /** What a module calls it, in the reader's language; null for tracked behaviour. */
  readonly label: string | null
  readonly props: Readonly<Record<string, unknown>>
}

interface Page<Row> {
  readonly items: readonly Row[]
  readonly next: string | null
  readonly total: number | null
}

/** Filters as they stand in the URL. */
export interface MemberFilters {
  readonly q?: string
  readonly tag?: string
  readonly channel?: string
  readonly joinedFrom?: string
  readonly joinedTo?: string
  readonly activeWithinDays?: string
  readonly sort?: string
}

/** As the API takes them: days become the moments at which they begin in the community's zone. */
export const asked = (
  { joinedFrom, joinedTo, activeWithinDays, sort: _, ...rest }: MemberFilters,
  zone: string,
) => ({
  ...rest,
  ...(joinedFrom ? { joinedFrom: dayStart(joinedFrom, zone) } : {}),
  ...(joinedTo ? { joinedTo: dayStart(nextDay(joinedTo), zone) } : {}),
  ...(activeWithinDays ? { activeWithinDays: Number(activeWithinDays) } : {}),
})

export const membersQuery = (filters: MemberFilters, zone: string) =>
  infiniteQueryOptions({
    queryKey: ['members', 'list', filters, zone],
    queryFn: ({ pageParam, signal }) =>
      take<Page<Member>>(
        api.GET('/api/members', {
          params: {
            query: {
              ...asked(filters, zone),
              ...(filters.sort ? { sort: filters.sort as 'joinedAt' } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
              limit: 50,
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: Page<Member>) => page.next,
  })

export const memberCountQuery = queryOptions({
  queryKey: ['members', 'count'],
  queryFn: async ({ signal }) =>
    (await take<Page<Member>>(api.GET('/api/members', { params: { query: { limit: 1 } }, signal }))).total ??
    0,
})

/** Newcomers, latest first, for Today. */
export const newcomersQuery = queryOptions({
  queryKey: ['members', 'newcomers'],
  queryFn: async ({ signal }) =>
    await take<Page<Member>>(
      api.GET('/api/members', { params: { query: { limit: 6, sort: '-joinedAt' } }, signal }),
    ),
})

export const memberQuery = (id: string) =>
  queryOptions({
    queryKey: ['members', id],
    queryFn: ({ signal }) =>
      take<MemberProfile>(api.GET('/api/members/{id}', { params: { path: { id } }, signal })),
  })

export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['members', id, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      take<{ items: readonly Moment[]; next: string | null }>(
        api.GET('/api/members/{id}/timeline', {
          params: { path: { id }, query: { limit: 40, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: { next: string | null }) => page.next,
  })

export const tagsQuery = queryOptions({
  queryKey: ['members', 'tags'],
  queryFn: ({ signal }) =>
    take<{ items: readonly { name: string; members: number }[] }>(api.GET('/api/members/tags', { signal })),
})

export const changeTags = (change: { ids: readonly string[]; add?: string[]; remove?: string[] }) =>
  take(api.POST('/api/members/tags', { body: { add: [], remove: [], ...change, ids: [...change.ids] } }))
