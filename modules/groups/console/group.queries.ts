/** What the screens of groups read and send; the shapes are those of the API. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import type { Definition } from '#ui/console/condition/condition.ts'
import { conditioned } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'

type Ok<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  responses: { 200: { content: { 'application/json': infer Answer } } }
}
  ? Answer
  : never
type Body<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  requestBody?: { content: { 'application/json': infer Sent } }
}
  ? Sent
  : never
type Item<Page> = Page extends { items: (infer Row)[] } ? Row : never

export type Group = Ok<'/api/groups/{id}', 'get'>
export type GroupChange = Body<'/api/groups/{id}', 'patch'>
export type Overview = Item<Ok<'/api/group-health', 'get'>>
export type Health = Ok<'/api/groups/{id}/health', 'get'>
export type Lines = Ok<'/api/group-health/lines', 'get'>['lines']
export type Level = Item<Ok<'/api/group-levels', 'get'>>
export type LevelFields = Body<'/api/group-levels', 'put'>['levels'][number]
export type Membership = Item<Ok<'/api/groups/{id}/members', 'get'>>
export type Role = Membership['role']
export type Application = Item<Ok<'/api/group-applications', 'get'>>
type StepAsSent = Ok<'/api/groups/{id}/admission', 'get'>['steps'][number]
type WithCondition<S> = S extends { settings: { condition: infer C } }
  ? Omit<S, 'settings'> & {
      settings: Omit<S['settings'], 'condition'> & {
        condition: null extends C ? Definition | null : Definition
      }
    }
  : S
export type Step = WithCondition<StepAsSent>
export interface Admission {
  readonly steps: readonly Step[]
  readonly warnings: readonly { readonly stepId: string; readonly text: string }[]
}
export type Invitation = Item<Ok<'/api/groups/{id}/invitations', 'get'>>
export type Rules = Item<Ok<'/api/groups/{id}/rules', 'get'>>
export type RulesFields = Body<'/api/groups/{id}/rules', 'post'>
export type Board = Item<Ok<'/api/groups/{id}/boards', 'get'>>
export type Announcement = Item<Ok<'/api/groups/{id}/announcements', 'get'>>
export type Newcomer = Item<Ok<'/api/group-newcomers', 'get'>>
export type NewcomerStep = Ok<'/api/groups/{id}/newcomer-steps', 'get'>['steps'][number]
export type Stay = Item<Ok<'/api/members/{id}/groups', 'get'>>
type TierAsSent = Item<Ok<'/api/tiers', 'get'>>
export type RuledTier = Omit<TierAsSent, 'rule'> & {
  rule:
    | (Omit<NonNullable<TierAsSent['rule']>, 'rises' | 'stays'> & {
        rises: Definition
        stays: Definition | null
      })
    | null
}
export type TierPreview = Ok<'/api/tiers/{id}/preview', 'post'>
export type TierMove = Item<Ok<'/api/tiers/history', 'get'>>
type EliminationAsSent = Ok<'/api/groups/{id}/elimination', 'get'>
export type EliminationRule = Omit<NonNullable<EliminationAsSent['rule']>, 'risk' | 'backIf'> & {
  risk: Definition
  backIf: Definition | null
}
export type Elimination = Omit<EliminationAsSent, 'rule'> & { rule: EliminationRule | null }
export type EliminationTry = Ok<'/api/groups/{id}/elimination/preview', 'post'>
export type Case = Item<Ok<'/api/groups/{id}/elimination/cases', 'get'>>
export type Appeal = Item<Ok<'/api/group-appeals', 'get'>>
export type Charter = Ok<'/api/group-charters/{id}', 'get'>
export type CharterAnswers = Charter['answers']
export type Observation = Item<Ok<'/api/group-observations', 'get'>>

interface Page<Row> {
  readonly items: readonly Row[]
  readonly next: string | null
  readonly total?: number | null
}

const at = (id: string) => ({ path: { id } })
const paged = <Row>(
  queryKey: readonly unknown[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam || undefined, signal),
    initialPageParam: '',
    getNextPageParam: (page: Page<Row>) => page.next,
  })

export interface GroupFilters {
  readonly q?: string
  readonly kind?: string
  readonly tier?: string
  readonly state?: string
}

export const groupsQuery = (filters: GroupFilters) =>
  paged<Group>(['groups', 'list', filters], (cursor, signal) =>
    take(
      api.GET('/api/groups', {
        params: {
          query: {
            ...(filters as { kind?: Group['kind']; state?: 'open' }),
            limit: 50,
            ...(cursor ? { cursor } : {}),
          },
        },
        signal,
      }),
    ),
  )

export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: ['groups', id],
    queryFn: ({ signal }) => take<Group>(api.GET('/api/groups/{id}', { params: at(id), signal })),
  })

export const overviewQuery = queryOptions({
  queryKey: ['groups', 'health'],
  queryFn: ({ signal }) => take<{ items: Overview[] }>(api.GET('/api/group-health', { signal })),
})

export const healthQuery = (id: string) =>
  queryOptions({
    queryKey: ['group-course', id, 'health'],
    queryFn: ({ signal }) => take<Health>(api.GET('/api/groups/{id}/health', { params: at(id), signal })),
  })

export const linesQuery = (group?: string) =>
  queryOptions({
    queryKey: ['groups', 'lines', group ?? ''],
    queryFn: ({ signal }) =>
      take<{ lines: Lines; own: boolean }>(
        api.GET('/api/group-health/lines', { params: { query: group ? { group } : {} }, signal }),
      ),
  })

export const levelsQuery = queryOptions({
  queryKey: ['groups', 'levels'],
  queryFn: ({ signal }) => take<{ items: Level[] }>(api.GET('/api/group-levels', { signal })),
})

export const communityTiersQuery = queryOptions({
  queryKey: ['group-tiers', 'names'],
  queryFn: ({ signal }) => take<Ok<'/api/group-tiers', 'get'>>(api.GET('/api/group-tiers', { signal })),
})

export interface MemberFilters {
  readonly q?: string
  readonly role?: string
  readonly tier?: string
  readonly state?: string
  readonly silentDays?: string
}

export const membersOfQuery = (id: string, filters: MemberFilters) =>
  paged<Membership>(['group-members', id, filters], (cursor, signal) => {
    const { silentDays, ...rest } = filters
    return take(
      api.GET('/api/groups/{id}/members', {
        params: {
          ...at(id),
          query: {
            ...(rest as { role?: Role; state?: 'in' }),
            ...(silentDays ? { silentDays: Number(silentDays) } : {}),
            limit: 50,
            ...(cursor ? { cursor } : {}),
          },
        },
        signal,
      }),
    )
  })

export const applicationsQuery = (group: string | undefined, state: Application['state']) =>
  paged<Application>(['group-applications', group ?? '', state], (cursor, signal) =>
    take(
      api.GET('/api/group-applications', {
        params: { query: { ...(group ? { group } : {}), state, limit: 20, ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    ),
  )

export const admissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['groups', id, 'admission'],
    queryFn: ({ signal }) =>
      conditioned<Admission>(take(api.GET('/api/groups/{id}/admission', { params: at(id), signal }))),
  })

export const invitationsQuery = (id: string) =>
  paged<Invitation>(['groups', id, 'invitations'], (cursor, signal) =>
    take(
      api.GET('/api/groups/{id}/invitations', {
        params: { ...at(id), query: { limit: 20, ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    ),
  )

export const rulesQuery = (id: string) =>
  queryOptions({
    queryKey: ['groups', id, 'rules'],
    queryFn: ({ signal }) =>
      take<{ items: Rules[] }>(api.GET('/api/groups/{id}/rules', { params: at(id), signal })),
  })

export const boardsQuery = (id: string) =>
  queryOptions({
    queryKey: ['groups', id, 'boards'],
    queryFn: ({ signal }) =>
      take<{ items: Board[] }>(api.GET('/api/groups/{id}/boards', { params: at(id), signal })),
  })

export const announcementsQuery = (id: string) =>
  paged<Announcement>(['group-announcements', id], (cursor, signal) =>
    take(
      api.GET('/api/groups/{id}/announcements', {
        params: { ...at(id), query: { limit: 20, ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    ),
  )

export type Reader = Item<Ok<'/api/group-announcements/{id}/receipts', 'get'>>
export const receiptsQuery = (id: string, read: 'yes' | 'no') =>
  paged<Reader>(['group-announcements', 'receipts', id, read], (cursor, signal) =>
    take(
      api.GET('/api/group-announcements/{id}/receipts', {
        params: { ...at(id), query: { read, limit: 50, ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    ),
  )

export const newcomersOfQuery = (group: string, answered: 'yes' | 'no' | undefined) =>
  paged<Newcomer>(['group-newcomers', group, answered ?? ''], (cursor, signal) =>
    take(
      api.GET('/api/group-newcomers', {
        params: {
          query: { group, ...(answered ? { answered } : {}), limit: 30, ...(cursor ? { cursor } : {}) },
        },
        signal,
      }),
    ),
  )

export const newcomerStepsQuery = (id: string) =>
  queryOptions({
    queryKey: ['groups', id, 'newcomer-steps'],
    queryFn: ({ signal }) =>
      take<{ steps: NewcomerStep[] }>(api.GET('/api/groups/{id}/newcomer-steps', { params: at(id), signal })),
  })

export const staysQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['members', memberId, 'groups'],
    queryFn: ({ signal }) =>
      take<{ items: Stay[] }>(api.GET('/api/members/{id}/groups', { params: at(memberId), signal })),
  })

export const tiersQuery = (group?: string) =>
  queryOptions({
    queryKey: ['group-tiers', group ?? ''],
    queryFn: ({ signal }) =>
      conditioned<{ items: RuledTier[] }>(
        take(api.GET('/api/tiers', { params: { query: group ? { group } : {} }, signal })),
      ),
  })

export const tierHistoryQuery = queryOptions({
  queryKey: ['group-tiers', 'history'],
  queryFn: ({ signal }) =>
    take<{ items: TierMove[] }>(api.GET('/api/tiers/history', { params: { query: { limit: 20 } }, signal })),
})

export const eliminationQuery = (id: string) =>
  queryOptions({
    queryKey: ['group-elimination', id],
    queryFn: ({ signal }) =>
      conditioned<Elimination>(take(api.GET('/api/groups/{id}/elimination', { params: at(id), signal }))),
  })

export const casesQuery = (id: string, state: Case['state'] | undefined) =>
  paged<Case>(['group-elimination', id, 'cases', state ?? ''], (cursor, signal) =>
    take(
      api.GET('/api/groups/{id}/elimination/cases', {
        params: {
          ...at(id),
          query: { ...(state ? { state } : {}), limit: 30, ...(cursor ? { cursor } : {}) },
        },
        signal,
      }),
    ),
  )

export const appealsQuery = (group: string, state: 'open' | 'answered') =>
  paged<Appeal>(['group-elimination', group, 'appeals', state], (cursor, signal) =>
    take(
      api.GET('/api/group-appeals', {
        params: { query: { group, state, limit: 30, ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    ),
  )

export const chartersQuery = (state: 'draft' | 'used') =>
  paged<Charter>(['group-charters', state], (cursor, signal) =>
    take(
      api.GET('/api/group-charters', {
        params: { query: { state, limit: 30, ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    ),
  )

export const charterQuery = (id: string) =>
  queryOptions({
    queryKey: ['group-charters', 'one', id],
    queryFn: ({ signal }) => take<Charter>(api.GET('/api/group-charters/{id}', { params: at(id), signal })),
  })

export const charterOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['group-charters', 'group', id],
    queryFn: ({ signal }) =>
      take<{ charter: Charter | null }>(api.GET('/api/groups/{id}/charter', { params: at(id), signal })),
  })

export const observationsQuery = (q: string | undefined) =>
  paged<Observation>(['group-observations', q ?? ''], (cursor, signal) =>
    take(
      api.GET('/api/group-observations', {
        params: { query: { ...(q ? { q } : {}), limit: 30, ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    ),
  )
