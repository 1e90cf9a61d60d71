/** What the segment screens read and change. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import type { KnownSegment } from '#ui/console/condition/catalogue.ts'
import type { Definition } from '#ui/console/condition/condition.ts'
import type { SentencePart } from '#ui/console/condition/preview.ts'
import { sent } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'

export interface Segment {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly kind: 'dynamic' | 'static'
  readonly version: number | null
  readonly definition: Definition | null
  readonly sentence: string | null
  readonly members: number
  readonly trend: readonly number[]
  readonly createdBy: string | null
  readonly createdAt: string
  readonly changedAt: string
  readonly computedAt: string | null
  /** Computed from the definition in force. */
  readonly current: boolean
  readonly failure: string | null
  readonly can: {
    readonly edit: boolean
    readonly list: boolean
    readonly remove: boolean
    readonly export: boolean
  }
}

export interface SegmentDetail extends Segment {
  /** The sentence in pieces. */
  readonly parts: readonly SentencePart[] | null
  readonly versions: number
  readonly computedMs: number | null
  readonly today: { readonly entered: number; readonly left: number }
  readonly yesterday: number | null
  readonly uses: readonly {
    readonly by: string
    readonly id: string
    readonly name: string
    readonly path: string
  }[]
}

export interface Version {
  readonly number: number
  readonly definition: Definition
  readonly sentence: string
  readonly madeAt: string
  readonly madeBy: string | null
  readonly restoredFrom: number | null
}

export interface Preset {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly definition: Definition
  readonly sentence: string
}

export interface ListedMember {
  readonly id: string
  readonly nickname: string
  readonly avatarUrl: string | null
  readonly city: string
  readonly since: string
}

interface Page<Row> {
  readonly items: readonly Row[]
  readonly next: string | null
  readonly total: number | null
}

export const segmentsQuery = (filters: { readonly q?: string; readonly kind?: string }) =>
  infiniteQueryOptions({
    queryKey: ['segments', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      take<Page<Segment>>(
        api.GET('/api/audience/segments', {
          params: {
            query: {
              ...(filters.q ? { q: filters.q } : {}),
              ...(filters.kind === 'dynamic' || filters.kind === 'static' ? { kind: filters.kind } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
              limit: 50,
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: Page<Segment>) => page.next,
  })

/** Segments that a condition may ask for. */
export const knownSegmentsQuery = queryOptions({
  queryKey: ['segments', 'known'],
  queryFn: async ({ signal }) =>
    (
      await take<Page<Segment>>(
        api.GET('/api/audience/segments', { params: { query: { limit: 100 } }, signal }),
      )
    ).items.map(
      ({ id, name, members, definition, kind }): KnownSegment => ({
        id,
        name,
        members,
        definition: kind === 'dynamic' ? definition?.who : undefined,
      }),
    ),
})

export const segmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['segments', id],
    queryFn: ({ signal }) =>
      take<SegmentDetail>(api.GET('/api/audience/segments/{id}', { params: { path: { id } }, signal })),
  })

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['segments', id, 'versions'],
    queryFn: ({ signal }) =>
      take<{ items: readonly Version[] }>(
        api.GET('/api/audience/segments/{id}/versions', { params: { path: { id } }, signal }),
      ),
  })

export interface SizeOfDay {
  readonly day: string
  readonly members: number
  readonly entered: number
  readonly left: number
}

export const sizesQuery = (id: string, days: number) =>
  queryOptions({
    queryKey: ['segments', id, 'sizes', days],
    queryFn: ({ signal }) =>
      take<{ items: readonly SizeOfDay[] }>(
        api.GET('/api/audience/segments/{id}/sizes', { params: { path: { id }, query: { days } }, signal }),
      ),
  })

export const listedQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['segments', id, 'members'],
    queryFn: ({ pageParam, signal }) =>
      take<Page<ListedMember>>(
        api.GET('/api/audience/segments/{id}/members', {
          params: { path: { id }, query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: Page<ListedMember>) => page.next,
  })

export const presetsQuery = queryOptions({
  queryKey: ['segments', 'presets'],
  queryFn: ({ signal }) =>
    take<{ items: readonly Preset[]; missing: readonly string[] }>(
      api.GET('/api/audience/segment-presets', { signal }),
    ),
})

export interface Overlap {
  readonly segments: readonly { readonly id: string; readonly name: string; readonly members: number }[]
  readonly together: number
  readonly parts: readonly { readonly of: readonly number[]; readonly members: number }[]
  readonly both: readonly (readonly number[])[]
}

export const overlapQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['segments', 'overlap', ids],
    queryFn: ({ signal }) =>
      take<Overlap>(
        api.GET('/api/audience/segment-overlap', { params: { query: { ids: ids.join(',') } }, signal }),
      ),
    enabled: ids.length >= 2,
  })

export const segmentsOfQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['segments', 'of', memberId],
    queryFn: ({ signal }) =>
      take<{ items: readonly { id: string; name: string; kind: 'dynamic' | 'static'; since: string }[] }>(
        api.GET('/api/audience/members/{id}/segments', { params: { path: { id: memberId } }, signal }),
      ),
  })

export const createSegment = (segment: {
  readonly name: string
  readonly kind: 'dynamic' | 'static'
  readonly definition?: Definition
  readonly from?: string
}) =>
  take<SegmentDetail>(
    api.POST('/api/audience/segments', {
      body: {
        note: '',
        name: segment.name,
        kind: segment.kind,
        ...(segment.definition ? { definition: sent(segment.definition) } : {}),
        ...(segment.from ? { from: segment.from } : {}),
      },
    }),
  )

export const changeSegment = (
  id: string,
  change: {
    readonly name?: string
    readonly note?: string
    readonly definition?: Definition
    readonly seenVersion?: number | null
  },
) =>
  take<SegmentDetail>(
    api.PATCH('/api/audience/segments/{id}', {
      params: { path: { id } },
      body: { ...change, definition: change.definition && sent(change.definition) },
    }),
  )

export const removeSegment = (id: string) =>
  take(api.DELETE('/api/audience/segments/{id}', { params: { path: { id } } }))

export const restoreVersion = (id: string, number: number) =>
  take<Segment>(
    api.PUT('/api/audience/segments/{id}/version', { params: { path: { id } }, body: { number } }),
  )

export const computeNow = (id: string) =>
  take<{ jobId: string }>(api.POST('/api/audience/segments/{id}/computation', { params: { path: { id } } }))

export const changeList = (
  id: string,
  change: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
) =>
  take<{ added: number; removed: number }>(
    api.POST('/api/audience/segments/{id}/members', {
      params: { path: { id } },
      body: { add: [...(change.add ?? [])], remove: [...(change.remove ?? [])] },
    }),
  )

export const exportMembers = (segment: string) =>
  take<{ jobId: string }>(
    api.POST('/api/members/export', {
      body: {
        filter: { segment },
        columns: ['nickname', 'city', 'channel', 'tags', 'joinedAt', 'lastSeenAt'],
      },
    }),
  )
