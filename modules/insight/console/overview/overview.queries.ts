import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

export type { Pair } from '../../overview/question.ts'

export interface OverviewQuestion {
  readonly weeks: number
  readonly to?: string | undefined
  readonly group?: string | undefined
  readonly compare: 'previous' | 'year'
  readonly against: number
  readonly by: 'group' | 'kind' | 'channel'
}

export const firstQuestion: OverviewQuestion = { weeks: 12, compare: 'previous', against: 4, by: 'group' }

const isWeeks = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

/** What somebody wrote into the address by hand may be anything. */
export const isQuestion = ({ weeks, against, compare, by, to }: OverviewQuestion): boolean =>
  isWeeks(weeks, 4, 52) &&
  isWeeks(against, 1, 12) &&
  ['previous', 'year'].includes(compare) &&
  ['group', 'kind', 'channel'].includes(by) &&
  (to === undefined || /^\d{4}-\d\d-\d\d$/.test(to))

export interface Annotation {
  readonly id: string | null
  readonly day: string
  readonly until: string | null
  readonly text: string
  readonly kind: 'release' | 'activity' | 'campaign' | 'content' | 'outside' | 'other'
  readonly groupId: string | null
  readonly by: string | null
  readonly can: { readonly change: boolean }
}

export const annotationsQuery = (from: string, to: string, group: string | undefined) =>
  queryOptions({
    queryKey: ['insight', 'annotations', from, to, group ?? ''],
    queryFn: async ({ signal }) =>
      (
        await take<{ items: Annotation[] }>(
          api.GET('/api/insight/annotations', {
            params: { query: { from, to, ...(group ? { group } : {}) } },
            signal,
          }),
        )
      ).items,
    staleTime: 60_000,
  })
