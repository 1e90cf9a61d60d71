/** What the screens of care read and change. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type CarePage = Answer<'/api/care'>
export type Care = CarePage['items'][number]
export type Program = Care['program']
export type Stage = Care['stage']
export type CareOfMember = Answer<'/api/members/{id}/care'>
export type Visit = CareOfMember['visits']['items'][number]
export type Occasions = Answer<'/api/occasions'>

export const stages = ['discovered', 'supported', 'producing', 'retained'] as const
export const programs = ['koc', 'star', 'vip'] as const

export interface CareFilters {
  readonly program?: Program
  readonly due?: 'overdue' | 'today' | 'week'
  readonly owner?: string
  readonly q?: string
}

export const stageQuery = (stage: Stage, filters: CareFilters) =>
  infiniteQueryOptions({
    queryKey: ['care', 'stage', stage, filters],
    queryFn: ({ pageParam, signal }) =>
      take<CarePage>(
        api.GET('/api/care', {
          params: { query: { ...filters, stage, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: CarePage) => page.next,
  })

export const careSummaryQuery = queryOptions({
  queryKey: ['care', 'summary'],
  queryFn: ({ signal }) => take<Answer<'/api/care/summary'>>(api.GET('/api/care/summary', { signal })),
})

export const careOfMemberQuery = (id: string) =>
  queryOptions({
    queryKey: ['care', 'member', id],
    queryFn: ({ signal }) =>
      take<CareOfMember>(
        api.GET('/api/members/{id}/care', { params: { path: { id }, query: { limit: 50 } }, signal }),
      ),
  })

export const startCare = (body: {
  memberIds: string[]
  program: Program
  ownerId: string | null
  cadenceDays: number | null
  nextOn?: string | null
  why: string
}) => take<{ started: number }>(api.POST('/api/care', { body }))

export const changeCare = (
  id: string,
  body: {
    stage?: Stage
    why?: string
    ownerId?: string | null
    cadenceDays?: number | null
    nextOn?: string | null
    needs?: string
  },
) => take<Care>(api.PATCH('/api/care/{id}', { params: { path: { id } }, body }))

export const endCare = (id: string) =>
  take(api.DELETE('/api/care/{id}', { params: { path: { id }, query: {} } }))

export const noteVisit = (
  memberId: string,
  body: {
    careId?: string
    purpose: Visit['purpose']
    way: Visit['way']
    summary: string
    found: string
    given: string
    visitedOn?: string
    nextOn?: string
  },
) => take<{ id: string }>(api.POST('/api/members/{id}/visits', { params: { path: { id: memberId } }, body }))

export const occasionsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['occasions', from, to],
    queryFn: ({ signal }) =>
      take<Occasions>(api.GET('/api/occasions', { params: { query: { from, to } }, signal })),
  })

export const keptDaysQuery = queryOptions({
  queryKey: ['occasions', 'kept'],
  queryFn: ({ signal }) => take<Answer<'/api/occasions/kept'>>(api.GET('/api/occasions/kept', { signal })),
})

export type CelebratedPage = Answer<'/api/occasions/people'>

export const celebratedQuery = (what: 'birthday' | 'anniversary', day: string) =>
  infiniteQueryOptions({
    queryKey: ['occasions', 'people', what, day],
    queryFn: ({ pageParam, signal }) =>
      take<CelebratedPage>(
        api.GET('/api/occasions/people', {
          params: { query: { what, day, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: CelebratedPage) => page.next,
  })
