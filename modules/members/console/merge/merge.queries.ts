/** What the screens of doubles read and do. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

export type MergeReason = 'phone' | 'email' | 'external' | 'wechat' | 'name' | 'hand'

export interface Someone {
  readonly id: string
  readonly nickname: string
  readonly avatarUrl: string | null
  readonly city: string
  readonly joinedAt: string
}

export interface Side extends Someone {
  readonly lastSeenAt: string | null
  readonly channel: string
  readonly bio: string
  readonly hasAccount: boolean
  readonly tags: readonly string[]
  readonly contacts: readonly { readonly kind: string; readonly masked: string }[]
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  readonly events: number
}

export interface Pair {
  readonly id: string
  readonly reason: MergeReason
  readonly foundAt: string
  readonly left: Someone
  readonly right: Someone
}

export interface Merge {
  readonly id: string
  readonly reason: MergeReason
  readonly note: string
  readonly double: Someone
  readonly into: Someone
  readonly mergedAt: string
  readonly undoUntil: string
  readonly undoneAt: string | null
  readonly can: { readonly undo: boolean }
}

export interface Comparison {
  readonly double: Side
  readonly into: Side
  readonly moving: readonly { readonly label: string; readonly rows: number }[]
}

const after = (cursor: string) => (cursor ? { cursor } : {})

export const doublesQuery = infiniteQueryOptions({
  queryKey: ['doubles', 'list'],
  queryFn: ({ pageParam, signal }) =>
    take<{ items: Pair[]; next: string | null; total: number | null }>(
      api.GET('/api/doubles', { params: { query: { limit: 20, ...after(pageParam) } }, signal }),
    ),
  initialPageParam: '',
  getNextPageParam: (page: { next: string | null }) => page.next,
})

export const mergesQuery = infiniteQueryOptions({
  queryKey: ['merges', 'list'],
  queryFn: ({ pageParam, signal }) =>
    take<{ items: Merge[]; next: string | null }>(
      api.GET('/api/merges', { params: { query: { limit: 20, ...after(pageParam) } }, signal }),
    ),
  initialPageParam: '',
  getNextPageParam: (page: { next: string | null }) => page.next,
})

export const doublesOfQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['doubles', 'of', memberId],
    queryFn: ({ signal }) =>
      take<{ items: readonly Pair[] }>(
        api.GET('/api/doubles', { params: { query: { memberId, limit: 5 } }, signal }),
      ),
  })

export const mergesOfQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['merges', 'of', memberId],
    queryFn: ({ signal }) =>
      take<{ items: readonly Merge[] }>(
        api.GET('/api/merges', { params: { query: { memberId, limit: 10 } }, signal }),
      ),
  })

export const comparisonQuery = (doubleId: string, intoId: string) =>
  queryOptions({
    queryKey: ['merges', 'preview', doubleId, intoId],
    queryFn: ({ signal }) =>
      take<Comparison>(api.GET('/api/merges/preview', { params: { query: { doubleId, intoId } }, signal })),
  })

export const mergeMembers = (merge: {
  doubleId: string
  intoId: string
  reason: MergeReason
  note: string
}) => take(api.POST('/api/merges', { body: merge }))
/** `left`: what could not be given back, in sentences. */
export const undoMerge = (id: string) =>
  take<Merge & { readonly left: readonly string[] }>(
    api.POST('/api/merges/{id}/undo', { params: { path: { id } } }),
  )
export const tellApart = (id: string) =>
  take(api.PUT('/api/doubles/{id}/apart', { params: { path: { id } } }))
export const searchDoubles = () => take<{ jobId: string }>(api.POST('/api/doubles/search', {}))

/** Members by a part of their name, to merge with by hand. */
export const namesakesQuery = (q: string) =>
  queryOptions({
    queryKey: ['members', 'namesakes', q],
    queryFn: ({ signal }) =>
      take<{ items: readonly { readonly id: string; readonly nickname: string; readonly city: string }[] }>(
        api.GET('/api/members', { params: { query: { q: q.slice(0, 60), limit: 8 } }, signal }),
      ),
    placeholderData: (before) => before,
  })
