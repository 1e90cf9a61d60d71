import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'
import type { robotAnswer, subscriptionAnswer } from '../../subscriptions/shapes.ts'
import { post } from '../frame/post.ts'

export type Subscription = z.output<typeof subscriptionAnswer>
export type Timing = Subscription['timing']
export type LetterRobot = z.output<typeof robotAnswer>
export interface Fields {
  readonly timing: Timing
  readonly readers: readonly string[]
  readonly robots: readonly string[]
}

export const subscriptionsQuery = queryOptions({
  queryKey: ['subscriptions'],
  queryFn: async ({ signal }) =>
    (await take<{ items: Subscription[] }>(api.GET('/api/insight/subscriptions', { signal }))).items,
})

export const letterRobotsQuery = queryOptions({
  queryKey: ['letter-robots'],
  queryFn: async ({ signal }) =>
    (await take<{ items: LetterRobot[] }>(api.GET('/api/insight/letter-robots', { signal }))).items,
})

const at = (id: string) => ({ params: { path: { id } } })
const path = '/api/insight/subscriptions/{id}'

export const subscribe = (body: Fields & { kind: 'dashboard' | 'report'; thing: string }) =>
  take<Subscription>(post('/api/insight/subscriptions', body))
export const changeSubscription = (id: string, { timing, readers, robots }: Fields) =>
  take<Subscription>(
    api.PUT(path, { ...at(id), body: { timing, readers: [...readers], robots: [...robots] } }),
  )
export const pauseSubscription = (id: string, paused: boolean) =>
  take(api.PUT(`${path}/pause`, { ...at(id), body: { paused } }))
export const removeSubscription = (id: string) => take(api.DELETE(path, at(id)))
export const sendMe = (id: string) => take(api.POST(`${path}/send-me`, at(id)))
export const readAgain = (id: string) => take(api.POST(`${path}/read-again`, at(id)))

export interface NewRobot {
  readonly name: string
  readonly robot: { readonly kind: LetterRobot['kind']; readonly url: string; readonly secret?: string }
}
export const addRobot = (body: NewRobot) => take<LetterRobot>(post('/api/insight/letter-robots', body))

const robotPath = '/api/insight/letter-robots/{id}'
export const changeRobot = (id: string, body: Partial<NewRobot>) =>
  take<LetterRobot>(api.PATCH(robotPath, { ...at(id), body }))
export const tryRobot = (id: string) =>
  take<{ outcome: 'told' | 'refused' | 'later'; problem: string | null }>(
    api.POST(`${robotPath}/try`, at(id)),
  )
export const removeRobot = (id: string) => take(api.DELETE(robotPath, at(id)))
