import { queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

export type WorkingCalendar =
  paths['/api/working-calendar']['get']['responses'][200]['content']['application/json']
export type WeeklyHours = WorkingCalendar['hours'][number]
export type SpecialDay = WorkingCalendar['days'][number]

export const workingCalendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['working-calendar', year],
    queryFn: ({ signal }) =>
      take<WorkingCalendar>(api.GET('/api/working-calendar', { params: { query: { year } }, signal })),
    placeholderData: (before) => before,
  })
