/** What the RFM screens read and do. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

export type Kind = 'purchase' | 'contribution'
export type Tier =
  | 'important_value'
  | 'general_value'
  | 'important_develop'
  | 'general_develop'
  | 'important_keep'
  | 'general_keep'
  | 'important_retain'
  | 'general_retain'
export type Place = Tier | 'none'

export type Cut =
  | { readonly mode: 'fixed'; readonly value: number }
  | { readonly mode: 'mean' | 'median' }
  | { readonly mode: 'quintile'; readonly from: number }

export interface RfmDefinition {
  readonly version: 1
  readonly windowDays: number | null
  readonly recency: { readonly events: readonly string[]; readonly cut: Cut }
  readonly frequency: {
    readonly events: readonly string[]
    readonly per: 'event' | 'day'
    readonly cut: Cut
  }
  readonly amount: {
    readonly parts: readonly {
      readonly event: string
      readonly of: 'count' | 'value'
      readonly weight: number
    }[]
    readonly unit: 'money' | 'points'
    readonly cut: Cut
  }
  readonly tiers: Partial<Record<Place, { readonly name?: string; readonly strategy?: string }>>
}

export interface Version {
  readonly number: number | null
  readonly definition: RfmDefinition
  readonly note: string
  readonly at: string | null
  readonly by: string
}

export interface TierWords {
  readonly key: Place
  readonly name: string
  readonly fixedName: string
  readonly strategy: string
}

export interface Model {
  readonly kind: Kind
  readonly inForce: Version
  readonly draft: Version | null
  readonly versions: readonly Version[]
  readonly tiers: readonly TierWords[]
  readonly run: { readonly asOf: string; readonly computedAt: string; readonly moved: number } | null
  readonly events: readonly string[]
  readonly can: { readonly edit: boolean; readonly compute: boolean }
}

export interface Measured {
  readonly cut: number
  readonly mean: number
  readonly median: number
  readonly fifths: readonly number[]
}

export interface Cell {
  readonly tier: Tier
  readonly r: number
  readonly f: number
  readonly m: number
  readonly members: number
  readonly amount: number
}

export interface Picture {
  readonly asOf: string
  readonly members: number
  readonly measured: number
  readonly cutOffs: {
    readonly recency: Measured
    readonly frequency: Measured
    readonly amount: Measured
  }
  readonly cells: readonly Cell[]
}

export interface Movement {
  readonly from: string
  readonly to: string
  readonly moves: readonly { readonly from: Place; readonly to: Place; readonly members: number }[]
}

/** Whom a number stands for. */
export interface Behind {
  readonly tier?: Tier
  readonly r?: number
  readonly f?: number
  readonly m?: number
  readonly before?: string
  readonly beforeTier?: Place
}

export interface Placed {
  readonly member: {
    readonly id: string
    readonly nickname: string
    readonly avatarUrl: string | null
    readonly city: string
  }
  readonly tier: Tier
  readonly recency: number
  readonly frequency: number
  readonly amount: number
  readonly r: number
  readonly f: number
  readonly m: number
}

export const modelQuery = (kind: Kind) =>
  queryOptions({
    queryKey: ['rfm', kind, 'model'],
    queryFn: ({ signal }) =>
      take<Model>(api.GET('/api/audience/rfm/{kind}', { params: { path: { kind } }, signal })),
  })

export const pictureQuery = (kind: Kind, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['rfm', kind, 'picture', asOf ?? 'today'],
    queryFn: ({ signal }) =>
      take<Picture>(
        api.GET('/api/audience/rfm/{kind}/picture', {
          params: { path: { kind }, query: asOf ? { asOf } : {} },
          signal,
        }),
      ),
  })

export const trialQuery = (kind: Kind, definition: RfmDefinition) =>
  queryOptions({
    queryKey: ['rfm', kind, 'trial', definition],
    queryFn: ({ signal }) =>
      take<Picture>(
        api.POST('/api/audience/rfm/{kind}/trial', {
          params: { path: { kind } },
          body: { definition: writable(definition) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  })

export const movementQuery = (kind: Kind, from: string, to: string | undefined) =>
  queryOptions({
    queryKey: ['rfm', kind, 'movement', from, to ?? 'today'],
    queryFn: ({ signal }) =>
      take<Movement>(
        api.GET('/api/audience/rfm/{kind}/movement', {
          params: { path: { kind }, query: { from, ...(to ? { to } : {}) } },
          signal,
        }),
      ),
  })

export const placedQuery = (kind: Kind, asOf: string | undefined, behind: Behind) =>
  infiniteQueryOptions({
    queryKey: ['rfm', kind, 'members', asOf ?? 'today', behind],
    queryFn: ({ pageParam, signal }) =>
      take<{ items: readonly Placed[]; next: string | null }>(
        api.GET('/api/audience/rfm/{kind}/members', {
          params: {
            path: { kind },
            query: {
              ...behind,
              ...(asOf ? { asOf } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
              limit: 30,
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: { next: string | null }) => page.next,
  })

/** The generated types have arrays that may be changed; nobody changes these. */
const writable = (definition: RfmDefinition) => structuredClone(definition) as Parameters<typeof putBody>[0]
const putBody = (definition: {
  version: 1
  windowDays: number | null
  recency: { events: string[]; cut: Cut }
  frequency: { events: string[]; per: 'event' | 'day'; cut: Cut }
  amount: {
    parts: { event: string; of: 'count' | 'value'; weight: number }[]
    unit: 'money' | 'points'
    cut: Cut
  }
  tiers: Partial<Record<Place, { name?: string; strategy?: string }>>
}) => definition

export const saveDraft = (kind: Kind, definition: RfmDefinition) =>
  take(
    api.PUT('/api/audience/rfm/{kind}/draft', {
      params: { path: { kind } },
      body: { definition: writable(definition) },
    }),
  )
export const discardDraft = (kind: Kind) =>
  take(api.DELETE('/api/audience/rfm/{kind}/draft', { params: { path: { kind } } }))
export const publish = (kind: Kind, note: string) =>
  take<{ number: number; jobId: string }>(
    api.POST('/api/audience/rfm/{kind}/publication', { params: { path: { kind } }, body: { note } }),
  )
export const compute = (kind: Kind) =>
  take<{ jobId: string }>(api.POST('/api/audience/rfm/{kind}/runs', { params: { path: { kind } } }))

/** A dynamic segment of a tier: it follows the model. */
export const segmentOfTier = (kind: Kind, tier: Tier, name: string) =>
  take<{ id: string }>(
    api.POST('/api/audience/segments', {
      body: {
        name,
        note: '',
        kind: 'dynamic',
        definition: {
          version: 1,
          who: {
            kind: 'field',
            field: kind === 'purchase' ? 'rfm.tier' : 'contribution.tier',
            test: { op: 'is', value: tier },
          },
        },
      },
    }),
  )

/** A list of exactly these people. */
export const segmentOfPeople = (name: string, members: readonly string[]) =>
  take<{ id: string }>(
    api.POST('/api/audience/segments', { body: { name, note: '', kind: 'static', members: [...members] } }),
  )
