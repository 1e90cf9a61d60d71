/** What the task screens read. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

type Answer<Path extends '/api/tasks' | '/api/tasks/{id}' | '/api/tasks/workload' | '/api/departments'> =
  paths[Path]['get']['responses'][200]['content']['application/json']
type Query = NonNullable<paths['/api/tasks']['get']['parameters']['query']>

export type TaskList = Answer<'/api/tasks'>
export type Task = TaskList['items'][number]
export type TaskPage = Answer<'/api/tasks/{id}'>
export type Workload = Answer<'/api/tasks/workload'>
export type Load = Workload['items'][number]
export type Departments = Answer<'/api/departments'>
export type Department = Departments['items'][number]

/** Filters as they stand in the URL. */
export interface TaskFilters {
  readonly q?: string
  readonly owner?: string
  readonly department?: string
  readonly state?: string
  readonly due?: string
}

export const tasksQuery = (filters: TaskFilters) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      take<TaskList>(
        api.GET('/api/tasks', {
          params: {
            query: {
              ...(filters as Query),
              sort: filters.state && filters.state !== 'open' ? '-created' : 'due',
              limit: 50,
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id],
    queryFn: ({ signal }) => take<TaskPage>(api.GET('/api/tasks/{id}', { params: { path: { id } }, signal })),
  })

export const workloadQuery = queryOptions({
  queryKey: ['tasks', 'workload'],
  queryFn: ({ signal }) => take<Workload>(api.GET('/api/tasks/workload', { signal })),
})

/** Tasks about something, open and closed, the latest first. */
export const tasksAboutQuery = (kind: string, id: string) =>
  queryOptions({
    queryKey: ['tasks', 'about', kind, id],
    queryFn: ({ signal }) =>
      take<TaskList>(
        api.GET('/api/tasks', {
          params: { query: { object: `${kind}:${id}`, state: 'all', sort: '-created', limit: 8 } },
          signal,
        }),
      ),
  })

/** What a member is called, for a task about this person. */
export const memberNameQuery = (id: string) =>
  queryOptions({
    queryKey: ['members', id, 'name'],
    queryFn: async ({ signal }) =>
      (await take<{ nickname: string }>(api.GET('/api/members/{id}', { params: { path: { id } }, signal })))
        .nickname,
  })

/** Departments with their people, and everybody who can be given work. */
export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: ({ signal }) => take<Departments>(api.GET('/api/departments', { signal })),
  staleTime: 60_000,
})
