/** What the life cycle screens read and do. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { components } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import type { Definition } from '#ui/console/condition/condition.ts'
import { take } from '#ui/console/problem.ts'

export type Phase = 'acquisition' | 'value' | 'retention'

export interface StageRule {
  readonly key: string
  readonly name?: string | undefined
  readonly phase: Phase
  readonly when: Definition
  readonly next: readonly string[]
  readonly strategy?: string | undefined
}

export interface LifeDefinition {
  readonly version: 1
  readonly who: Definition
  readonly stages: readonly StageRule[]
}

export interface Stage {
  readonly key: string
  readonly name: string
  readonly phase: Phase
  /** The condition in words. */
  readonly sentence: string
  readonly next: readonly string[]
  readonly strategy: string
}

export interface LifeVersion {
  readonly number: number | null
  readonly definition: LifeDefinition
  readonly note: string
  readonly at: string | null
  readonly by: string
}

export interface LifeModel {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly number: number
  readonly drafted: boolean
  readonly stages: readonly Stage[]
  readonly run: {
    readonly asOf: string
    readonly computedAt: string
    readonly moved: number
    readonly counts: Readonly<Record<string, number>>
  } | null
  readonly can: { readonly edit: boolean; readonly archive: boolean }
}

export interface Size {
  readonly day: string
  readonly counts: Readonly<Record<string, number>>
  readonly moved: number
}

export interface LifeDetail extends LifeModel {
  readonly who: string
  readonly inForce: LifeVersion
  readonly draft: LifeVersion | null
  readonly versions: readonly LifeVersion[]
  readonly sizes: readonly Size[]
}

export interface Flow {
  readonly after: string
  readonly flow: readonly {
    readonly from: string | null
    readonly to: string | null
    readonly members: number
  }[]
}

export interface LifePreset {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly definition: LifeDefinition
}

export interface LifeTrial {
  readonly members: number
  readonly moved: number
  readonly counts: Readonly<Record<string, number>>
  readonly stages: readonly Stage[]
}

/** Whom a number stands for. */
export interface Whom {
  readonly stage?: string
  /** With `from` (a stage, or - for nowhere yet): who was there after this day. */
  readonly after?: string
  readonly from?: string
}

export interface InStage {
  readonly member: {
    readonly id: string
    readonly nickname: string
    readonly avatarUrl: string | null
    readonly city: string
  }
  readonly stage: string
  readonly since: string
}

export const modelsQuery = queryOptions({
  queryKey: ['lifecycle', 'models'],
  queryFn: async ({ signal }) =>
    (await take<{ items: readonly LifeModel[] }>(api.GET('/api/audience/lifecycle', { signal }))).items,
})

export const lifeModelQuery = (id: string) =>
  queryOptions({
    queryKey: ['lifecycle', id, 'model'],
    queryFn: ({ signal }) =>
      take<LifeDetail>(api.GET('/api/audience/lifecycle/{id}', { params: { path: { id } }, signal })),
  })

export const flowQuery = (id: string, after: string) =>
  queryOptions({
    queryKey: ['lifecycle', id, 'flow', after],
    queryFn: ({ signal }) =>
      take<Flow>(
        api.GET('/api/audience/lifecycle/{id}/flow', {
          params: { path: { id }, query: { after } },
          signal,
        }),
      ),
  })

export const lifePresetsQuery = queryOptions({
  queryKey: ['lifecycle', 'presets'],
  queryFn: async ({ signal }) =>
    (await take<{ items: readonly LifePreset[] }>(api.GET('/api/audience/lifecycle-presets', { signal })))
      .items,
  staleTime: 5 * 60_000,
})

export const inStageQuery = (id: string, whom: Whom) =>
  infiniteQueryOptions({
    queryKey: ['lifecycle', id, 'members', whom],
    queryFn: ({ pageParam, signal }) =>
      take<{ items: readonly InStage[]; next: string | null }>(
        api.GET('/api/audience/lifecycle/{id}/members', {
          params: {
            path: { id },
            query: { ...whom, ...(pageParam ? { cursor: pageParam } : {}), limit: 30 },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: { next: string | null }) => page.next,
  })

/** The same as the API declares it: read-only here, since screens change models by making new ones. */
interface Sent {
  version: 1
  who: SentDefinition
  stages: {
    key: string
    name?: string
    phase: Phase
    when: SentDefinition
    next: string[]
    strategy?: string
  }[]
}
interface SentDefinition {
  version: 1
  who: components['schemas']['Condition']
}
const sent = (definition: LifeDefinition) => definition as unknown as Sent

export const tryLife = (id: string, definition: LifeDefinition) =>
  take<LifeTrial>(
    api.POST('/api/audience/lifecycle/{id}/trial', {
      params: { path: { id } },
      body: { definition: sent(definition) },
    }),
  )
export const createLifeModel = (model: { name: string; note: string; definition: LifeDefinition }) =>
  take<{ id: string }>(
    api.POST('/api/audience/lifecycle', { body: { ...model, definition: sent(model.definition) } }),
  )
export const archiveLifeModel = (id: string) =>
  take(api.DELETE('/api/audience/lifecycle/{id}', { params: { path: { id } } }))
export const saveLifeDraft = (id: string, definition: LifeDefinition) =>
  take(
    api.PUT('/api/audience/lifecycle/{id}/draft', {
      params: { path: { id } },
      body: { definition: sent(definition) },
    }),
  )
export const discardLifeDraft = (id: string) =>
  take(api.DELETE('/api/audience/lifecycle/{id}/draft', { params: { path: { id } } }))
export const publishLife = (id: string, note: string) =>
  take<{ number: number; jobId: string }>(
    api.POST('/api/audience/lifecycle/{id}/publication', { params: { path: { id } }, body: { note } }),
  )
export const computeLife = (id: string) =>
  take<{ jobId: string }>(api.POST('/api/audience/lifecycle/{id}/runs', { params: { path: { id } } }))

/** A dynamic segment of who is in a stage. */
export const segmentOfStage = (modelId: string, stage: string, name: string) =>
  take<{ id: string }>(
    api.POST('/api/audience/segments', {
      body: {
        name,
        note: '',
        kind: 'dynamic',
        definition: {
          version: 1,
          who: { kind: 'field', field: 'lifecycle.stage', of: modelId, test: { op: 'is', value: stage } },
        },
      },
    }),
  )
