/** What the builder asks the server while somebody builds. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { components } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '../problem.ts'
import { type Catalogue, isWhole, type Option } from './catalogue.ts'
import { type Condition, type Definition, isGroup } from './condition.ts'
import type { Explanation, Preview, SampleMember } from './preview.ts'

export const catalogueQuery = queryOptions({
  queryKey: ['audience', 'catalogue'],
  queryFn: ({ signal }) => take<Catalogue>(api.GET('/api/audience/catalogue', { signal })),
  staleTime: 60_000,
})

export const valuesQuery = (field: string, text: string) =>
  queryOptions({
    queryKey: ['audience', 'values', field, text],
    queryFn: ({ signal }) =>
      take<{ items: readonly Option[] }>(
        api.GET('/api/audience/values', { params: { query: { field, text } }, signal }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

/** The same as the API declares it: read-only here, since screens change conditions by making new ones. */
type Sent = { version: 1; who: components['schemas']['Condition'] }
export const sent = (definition: Definition): Sent => definition as Sent

/** Conditions hold conditions; the generated types write them out anew for each route, so they only look different. */
export const conditioned = async <T>(call: Promise<unknown>): Promise<T> => (await call) as T

/** Counts, sentence, narrowing and ten people. What is not finished yet counts as if it were not there. */
export const previewQuery = (definition: Definition, seed: number) => {
  const finished: Definition = { version: 1, who: settle(definition.who, true) }
  return queryOptions({
    queryKey: ['audience', 'preview', JSON.stringify(finished), seed],
    queryFn: ({ signal }) =>
      take<Preview>(
        api.POST('/api/audience/preview', { body: { definition: sent(finished), seed }, signal }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  })
}

/**
 * The same tree, every node at its place, with unfinished conditions replaced by what changes nothing:
 * everybody where all must hold, nobody where any will do, the other way round behind a 非.
 */
function settle(node: Condition, everybody: boolean): Condition {
  if (isGroup(node)) {
    if (node.of.length === 0) return neutral(everybody)
    return { ...node, of: node.of.map((each) => settle(each, node.kind === 'all')) }
  }
  if (node.kind === 'not') return { ...node, of: settle(node.of, !everybody) }
  return isWhole(node) ? node : neutral(everybody)
}

const neutral = (everybody: boolean): Condition => ({ kind: everybody ? 'all' : 'any', of: [] })

export interface Explained {
  readonly member: Omit<SampleMember, 'fact'>
  readonly explanation: Explanation
  /** How many members miss exactly one condition; null while the warehouse is away. */
  readonly oneShort: number | null
}

export const explanationQuery = (definition: Definition, memberId: string) =>
  queryOptions({
    queryKey: ['audience', 'explanation', JSON.stringify(definition), memberId],
    queryFn: ({ signal }) =>
      take<Explained>(
        api.POST('/api/audience/explanation', { body: { definition: sent(definition), memberId }, signal }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  })

/** Whose people: of a node, of a step of the narrowing strip, or those who miss one condition. */
export type Behind = { readonly node: string } | { readonly step: number } | { readonly oneShort: true }

export const peopleQuery = (definition: Definition, behind: Behind) =>
  infiniteQueryOptions({
    queryKey: ['audience', 'people', JSON.stringify(definition), behind],
    queryFn: ({ pageParam, signal }) =>
      take<{ items: readonly Omit<SampleMember, 'fact'>[]; next: string | null }>(
        api.POST('/api/audience/people', {
          body: {
            definition: sent({ version: 1, who: settle(definition.who, true) }),
            ...behind,
            limit: 50,
            ...(pageParam ? { cursor: pageParam } : {}),
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: { next: string | null }) => page.next,
  })

export interface FoundMember {
  readonly id: string
  readonly nickname: string
  readonly avatarUrl: string | null
  readonly city: string
}

export const memberSearch = (q: string) =>
  queryOptions({
    queryKey: ['members', 'search', q],
    queryFn: ({ signal }) =>
      take<{ items: readonly FoundMember[] }>(
        api.GET('/api/members', { params: { query: { q, limit: 6 } }, signal }),
      ),
    placeholderData: keepPreviousData,
    enabled: q !== '',
  })
