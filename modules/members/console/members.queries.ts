/** What the member screens read. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { dayStart, nextDay } from '#ui/console/days.ts'
import { take } from '#ui/console/problem.ts'
import type { Value } from './profile/profile.queries.ts'

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
  readonly can: { readonly tag: boolean; readonly edit: boolean; readonly export: boolean }
}

/** A row of the list. */
export interface MemberRow extends Member {
  readonly owner: { readonly accountId: string; readonly name: string } | null
  readonly fields: Readonly<Record<string, Value>>
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
  /** Done by the browser before its owner signed in. */
  readonly earlier: boolean
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
  readonly owner?: string
  readonly field?: string
  readonly segment?: string
  readonly group?: string
  readonly ids?: string
  readonly sort?: string
}

/** Before the key of a field that a filter of the list asks for. */
export const fieldFilter = 'f.'

/** As the API takes them: days become the moments at which they begin, filters of own fields become one. */
export const asked = (filters: MemberFilters, zone: string) => {
  const { joinedFrom, joinedTo, activeWithinDays, sort: _, ...rest } = filters
  const own = Object.entries(rest as Record<string, string>)
    .filter(([key, value]) => key.startsWith(fieldFilter) && value)
    .map(([key, value]) => `${key.slice(fieldFilter.length)}:${value}`)
  const plain = Object.fromEntries(Object.entries(rest).filter(([key]) => filterKeys.has(key)))
  const field = [plain.field, ...own].filter(Boolean).join('|')
  return {
    ...plain,
    ...(field ? { field } : {}),
    ...(joinedFrom ? { joinedFrom: dayStart(joinedFrom, zone) } : {}),
    ...(joinedTo ? { joinedTo: dayStart(nextDay(joinedTo), zone) } : {}),
    ...(activeWithinDays ? { activeWithinDays: Number(activeWithinDays) } : {}),
  }
}

const filterKeys = new Set(['q', 'tag', 'channel', 'owner', 'field', 'segment', 'group', 'ids'])

export const membersQuery = (filters: MemberFilters, zone: string) =>
  infiniteQueryOptions({
    queryKey: ['members', 'list', filters, zone],
    queryFn: ({ pageParam, signal }) =>
      take<Page<MemberRow>>(
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
    getNextPageParam: (page: Page<MemberRow>) => page.next,
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

export interface TimelineFilters {
  readonly kind?: 'facts' | 'behaviour' | undefined
  readonly names?: readonly string[]
  readonly before?: string
}

export const timelineQuery = (id: string, { kind, names = [], before }: TimelineFilters = {}) =>
  infiniteQueryOptions({
    queryKey: ['members', id, 'timeline', 'list', kind ?? '', names.join(), before ?? ''],
    queryFn: ({ pageParam, signal }) =>
      take<{ items: readonly Moment[]; next: string | null }>(
        api.GET('/api/members/{id}/timeline', {
          params: {
            path: { id },
            query: {
              limit: 40,
              ...(kind ? { kind } : {}),
              ...(names.length > 0 ? { names: names.join() } : {}),
              ...(before ? { before } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: { next: string | null }) => page.next,
  })

export interface KnownTag {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly groupId: string | null
  readonly members: number
  readonly byRule: number
}

export const tagsQuery = queryOptions({
  queryKey: ['members', 'tags'],
  queryFn: ({ signal }) => take<{ items: readonly KnownTag[] }>(api.GET('/api/members/tags', { signal })),
})

export const changeTags = (change: { ids: readonly string[]; add?: string[]; remove?: string[] }) =>
  take(api.POST('/api/members/tags', { body: { add: [], remove: [], ...change, ids: [...change.ids] } }))
