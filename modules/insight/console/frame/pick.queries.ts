/** What the pickers offer. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import type { KnownSegment } from '#ui/console/condition/catalogue.ts'
import type { Condition } from '#ui/console/condition/condition.ts'
import { conditioned } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'

interface SegmentRow {
  readonly id: string
  readonly name: string
  readonly kind: 'dynamic' | 'static'
  readonly members: number
  readonly definition: { readonly who: Condition } | null
}

/** Segments that a question may ask for. */
const segmentsQuery = queryOptions({
  queryKey: ['segments', 'known', 'insight'],
  queryFn: async ({ signal }) => {
    const call = api.GET('/api/audience/segments', { params: { query: { limit: 100 } }, signal })
    const { items } = await take<{ items: readonly SegmentRow[] }>(conditioned(call))
    return items.map(
      ({ id, name, members, kind, definition }): KnownSegment => ({
        id,
        name,
        members,
        definition: kind === 'dynamic' ? definition?.who : undefined,
      }),
    )
  },
  staleTime: 60_000,
})

export const useSegments = (wanted: boolean): readonly KnownSegment[] =>
  useQuery({ ...segmentsQuery, enabled: wanted }).data ?? []
