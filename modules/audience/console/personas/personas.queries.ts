/** What the persona screens read and change. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import type { Definition } from '#ui/console/condition/condition.ts'
import { take } from '#ui/console/problem.ts'

/** Conditions are read-only on screens; the client's types say the same with arrays that could change. */
const read = async <T>(call: Parameters<typeof take<unknown>>[0]): Promise<T> =>
  (await take<unknown>(call)) as T

export const tones = ['pine', 'sky', 'wheat', 'plum', 'persimmon', 'slate'] as const

export interface PersonaWords {
  readonly name: string
  readonly tagline: string
  readonly definition: Definition
  readonly needs: string
  readonly approach: string
  readonly tone: (typeof tones)[number]
}

export interface Persona extends PersonaWords {
  readonly id: string
  readonly says: string
  readonly failure: string | null
  readonly changedAt: string
  readonly sizes: readonly { readonly day: string; readonly members: number; readonly ofAll: number }[]
  readonly can: { readonly edit: boolean }
}

export interface Portrait {
  readonly members: number
  readonly ofAll: number
  readonly traits: readonly {
    readonly field: string
    readonly fieldLabel: string
    readonly value: string
    readonly label: string
    readonly members: number
    readonly share: number
    readonly shareOfAll: number
    readonly lift: number
  }[]
  readonly middles: readonly {
    readonly field: string
    readonly fieldLabel: string
    readonly type: 'number' | 'money'
    readonly median: number
    readonly medianOfAll: number
  }[]
  readonly typical: {
    readonly id: string
    readonly nickname: string
    readonly avatarUrl: string | null
    readonly city: string
  } | null
}

export interface Matrix {
  readonly field: { readonly key: string; readonly label: string }
  readonly behaviour: string
  readonly members: number
  readonly columns: readonly { readonly key: string; readonly label: string; readonly members: number }[]
  readonly rows: readonly {
    readonly value: string
    readonly label: string
    readonly members: number
    readonly cells: readonly { readonly members: number; readonly definition: Definition }[]
  }[]
}

export const personasQuery = queryOptions({
  queryKey: ['personas', 'list'],
  queryFn: ({ signal }) =>
    read<{ items: readonly Persona[]; can: { edit: boolean } }>(api.GET('/api/personas', { signal })),
})

export const personaQuery = (id: string) =>
  queryOptions({
    queryKey: ['personas', id],
    queryFn: ({ signal }) =>
      read<Persona>(api.GET('/api/personas/{id}', { params: { path: { id } }, signal })),
  })

export const portraitQuery = (id: string) =>
  queryOptions({
    queryKey: ['personas', id, 'portrait'],
    queryFn: ({ signal }) =>
      take<Portrait>(api.GET('/api/personas/{id}/portrait', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  })

export const behaviours = ['activity', 'purchase', 'contribution'] as const
export type Behaviour = (typeof behaviours)[number]

export const matrixQuery = (field: string, behaviour: Behaviour) =>
  queryOptions({
    queryKey: ['personas', 'matrix', field, behaviour],
    queryFn: ({ signal }) =>
      read<Matrix>(api.GET('/api/personas/matrix', { params: { query: { field, behaviour } }, signal })),
    staleTime: 60_000,
  })

/** The client's types are of mutable arrays; a definition is never changed in place. */
const sent = (words: PersonaWords) => words as PersonaWords & { definition: never }

export const definePersona = (words: PersonaWords) =>
  read<Persona>(api.POST('/api/personas', { body: sent(words) }))
export const changePersona = (id: string, words: PersonaWords) =>
  read<Persona>(api.PATCH('/api/personas/{id}', { params: { path: { id } }, body: sent(words) }))
export const removePersona = (id: string) =>
  take(api.DELETE('/api/personas/{id}', { params: { path: { id } } }))
