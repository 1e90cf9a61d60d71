/** What the screens of interviews read and change. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import type { Definition } from '#ui/console/condition/condition.ts'
import { take } from '#ui/console/problem.ts'

/** Conditions are read-only on screens; the client's types say the same with arrays that could change. */
const read = async <T>(call: Parameters<typeof take<unknown>>[0]): Promise<T> =>
  (await take<unknown>(call)) as T

export const states = ['chosen', 'invited', 'held', 'declined', 'missed'] as const

export interface Quota {
  readonly label: string
  readonly definition: Definition
  readonly wanted: number
}

export interface StudyPlan {
  readonly title: string
  readonly goal: string
  readonly definition: Definition
  readonly method: 'random' | 'quota'
  readonly target: number
  readonly quotas: readonly Quota[]
  readonly guide: readonly string[]
}

export interface Study extends StudyPlan {
  readonly id: string
  readonly says: string
  readonly conclusion: string
  readonly createdAt: string
  readonly closedAt: string | null
  readonly chosen: number
  readonly held: number
  readonly pains: number
  readonly can: { readonly edit: boolean }
}

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never
export type Interview = Answer<'/api/studies/{id}/interviews'>['items'][number]
export type PainPoint = Answer<'/api/studies/{id}/pain-points'>['items'][number]

interface StudyPage {
  readonly items: readonly Study[]
  readonly next: string | null
}

export const studiesQuery = infiniteQueryOptions({
  queryKey: ['studies', 'list'],
  queryFn: ({ pageParam, signal }) =>
    read<StudyPage>(
      api.GET('/api/studies', {
        params: { query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page: StudyPage) => page.next,
})

export const studyQuery = (id: string) =>
  queryOptions({
    queryKey: ['studies', id],
    queryFn: ({ signal }) => read<Study>(api.GET('/api/studies/{id}', { params: { path: { id } }, signal })),
  })

export const interviewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['studies', id, 'interviews'],
    queryFn: ({ signal }) =>
      take<{ items: Interview[] }>(
        api.GET('/api/studies/{id}/interviews', { params: { path: { id } }, signal }),
      ),
  })

export const painPointsQuery = (id: string) =>
  queryOptions({
    queryKey: ['studies', id, 'pain-points'],
    queryFn: ({ signal }) =>
      take<{ items: PainPoint[] }>(
        api.GET('/api/studies/{id}/pain-points', { params: { path: { id } }, signal }),
      ),
  })

/** The client's types are of mutable arrays; what is sent is never changed in place. */
const sent = <T>(body: T) => body as T & { definition: never; quotas: never; guide: never }

export const openStudy = (plan: StudyPlan) => read<Study>(api.POST('/api/studies', { body: sent(plan) }))
export const changeStudy = (
  id: string,
  change: Partial<StudyPlan> & { conclusion?: string; closed?: boolean },
) => read<Study>(api.PATCH('/api/studies/{id}', { params: { path: { id } }, body: sent(change) }))
export const drawSample = (id: string, seed: number) =>
  take<{ added: number }>(api.POST('/api/studies/{id}/sample', { params: { path: { id } }, body: { seed } }))

export const addToSample = (id: string, memberIds: string[]) =>
  take<{ added: number }>(
    api.POST('/api/studies/{id}/interviews', { params: { path: { id } }, body: { memberIds } }),
  )

export const changeInterview = (
  id: string,
  body: {
    interviewerId?: string | null
    state?: Interview['state']
    dueOn?: string | null
    answers?: string[]
    summary?: string
  },
) => take<Interview>(api.PATCH('/api/interviews/{id}', { params: { path: { id } }, body }))
export const dropInterview = (id: string) =>
  take(api.DELETE('/api/interviews/{id}', { params: { path: { id } } }))

export type PainWords = Pick<
  PainPoint,
  'title' | 'headache' | 'willing' | 'alternatives' | 'reassured' | 'note' | 'decision' | 'action'
>
export const notePain = (studyId: string, body: PainWords) =>
  take<{ id: string }>(api.POST('/api/studies/{id}/pain-points', { params: { path: { id: studyId } }, body }))
export const changePain = (id: string, body: Partial<PainWords>) =>
  take(api.PATCH('/api/pain-points/{id}', { params: { path: { id } }, body }))
export const removePain = (id: string) =>
  take(api.DELETE('/api/pain-points/{id}', { params: { path: { id } } }))
export const noteMention = (id: string, interviewId: string, quote: string) =>
  take(
    api.PUT('/api/pain-points/{id}/mentions/{interviewId}', {
      params: { path: { id, interviewId } },
      body: { quote },
    }),
  )
export const removeMention = (id: string, interviewId: string) =>
  take(api.DELETE('/api/pain-points/{id}/mentions/{interviewId}', { params: { path: { id, interviewId } } }))
