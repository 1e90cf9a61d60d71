/** What the tag rule screens read and change. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import type { Definition } from '#ui/console/condition/condition.ts'
import { sent } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'

export interface TagRule {
  readonly id: string
  readonly tag: string
  readonly definition: Definition
  readonly sentence: string
  readonly active: boolean
  readonly takesAway: boolean
  readonly members: number
  readonly createdBy: string | null
  readonly changedAt: string
  readonly computedAt: string | null
  readonly failure: string | null
  readonly can: { readonly edit: boolean }
}

export const tagRulesQuery = infiniteQueryOptions({
  queryKey: ['tag-rules', 'list'],
  queryFn: async ({ signal }) => ({
    ...(await take<{ items: readonly TagRule[] }>(api.GET('/api/audience/tag-rules', { signal }))),
    next: null,
  }),
  initialPageParam: '',
  getNextPageParam: () => null,
})

export const tagRuleQuery = (id: string) =>
  queryOptions({
    queryKey: ['tag-rules', id],
    queryFn: ({ signal }) =>
      take<TagRule>(api.GET('/api/audience/tag-rules/{id}', { params: { path: { id } }, signal })),
  })

/** Names of tags that exist. */
export const tagNamesQuery = queryOptions({
  queryKey: ['members', 'tags', 'names'],
  queryFn: async ({ signal }) =>
    (await take<{ items: readonly { name: string }[] }>(api.GET('/api/members/tags', { signal }))).items.map(
      ({ name }) => name,
    ),
})

export const createTagRule = (rule: {
  readonly tag: string
  readonly definition: Definition
  readonly takesAway: boolean
}) =>
  take<TagRule>(api.POST('/api/audience/tag-rules', { body: { ...rule, definition: sent(rule.definition) } }))

export const changeTagRule = (
  id: string,
  change: { readonly definition?: Definition; readonly active?: boolean; readonly takesAway?: boolean },
) =>
  take<TagRule>(
    api.PATCH('/api/audience/tag-rules/{id}', {
      params: { path: { id } },
      body: { ...change, definition: change.definition && sent(change.definition) },
    }),
  )

export const removeTagRule = (id: string) =>
  take(api.DELETE('/api/audience/tag-rules/{id}', { params: { path: { id } } }))

export const applyTagRule = (id: string) =>
  take<{ jobId: string }>(api.POST('/api/audience/tag-rules/{id}/application', { params: { path: { id } } }))
