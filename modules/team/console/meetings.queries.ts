import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

type Answer<Path extends '/api/meetings' | '/api/meetings/{id}' | '/api/trainings'> =
  paths[Path]['get']['responses'][200]['content']['application/json']

export type MeetingList = Answer<'/api/meetings'>
export type MeetingRow = MeetingList['items'][number]
export type Meeting = Answer<'/api/meetings/{id}'>
export type MeetingItem = Meeting['items'][number]
export type Trainings = Answer<'/api/trainings'>
export type Training = Trainings['items'][number]

export const meetingsQuery = infiniteQueryOptions({
  queryKey: ['meetings', 'list'],
  queryFn: ({ pageParam, signal }) =>
    take<MeetingList>(
      api.GET('/api/meetings', {
        params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
})

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['meetings', id],
    queryFn: ({ signal }) =>
      take<Meeting>(api.GET('/api/meetings/{id}', { params: { path: { id } }, signal })),
  })

export const trainingsQuery = infiniteQueryOptions({
  queryKey: ['trainings'],
  queryFn: ({ pageParam, signal }) =>
    take<Trainings>(
      api.GET('/api/trainings', {
        params: { query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
})
