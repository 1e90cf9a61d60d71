import { queryOptions } from '@tanstack/react-query'
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

type LevelAsSent = Ok<'/api/content/trust-levels', 'get'>['items'][number]
export type Level = Omit<LevelAsSent, 'definition'> & { definition: Definition | null }
export interface Levels {
  readonly items: readonly Level[]
}
export type Limits = Level['limits']
export type Standing = Ok<'/api/content/members/{id}/trust', 'get'>

export const levelsQuery = queryOptions({
  queryKey: ['content', 'trust'],
  queryFn: ({ signal }) => conditioned<Levels>(take(api.GET('/api/content/trust-levels', { signal }))),
})

export const standingQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['members', memberId, 'trust'],
    queryFn: ({ signal }) =>
      take<Standing>(
        api.GET('/api/content/members/{id}/trust', { params: { path: { id: memberId } }, signal }),
      ),
  })
