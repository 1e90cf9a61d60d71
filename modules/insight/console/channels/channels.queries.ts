import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'
import type { TouchpointAnswer, touchpointQuestion } from '../../channels/touchpoints.ts'
import type { ChannelType, TrafficKind } from '../../channels/types.ts'
import type { Scope } from '../frame/question.ts'

export type ChannelsQuestion = Omit<z.input<typeof touchpointQuestion>, 'scope'> & {
  readonly scope?: Pick<Scope, 'who'>
}
export type { TouchpointAnswer }
export type ChannelRow = TouchpointAnswer['channels'][number]

export interface Registered {
  readonly id: string
  readonly channel: string
  readonly name: string
  readonly ownName: string
  readonly type: ChannelType
  readonly typeName: string
  readonly kind: TrafficKind
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly note: string
  readonly classifiedAt: string
  readonly classifiedByName: string | null
  readonly base: { readonly at: string; readonly byName: string | null; readonly reason: string } | null
  readonly retiredAt: string | null
  readonly can: { readonly change: boolean }
}

export interface PlanCourse {
  readonly fans: number
  readonly budget: number
  readonly actual: number
  readonly spent: number
  readonly pace: 'ahead' | 'on' | 'behind' | 'unknown'
  readonly expected: number | null
  readonly forecast: { readonly value: number; readonly low: number; readonly high: number } | null
}
export interface PlanLine extends PlanCourse {
  readonly id: string
  readonly channel: string
  readonly name: string
  readonly kind: TrafficKind
  readonly measures: string
  readonly ownerId: string | null
  readonly ownerName: string | null
}
export interface Plan {
  readonly month: string
  readonly days: { readonly from: string; readonly to: string } | null
  readonly lines: readonly PlanLine[]
  readonly totals: readonly (PlanCourse & { readonly kind: TrafficKind | null })[]
  readonly unplanned: number
  readonly can: { readonly change: boolean }
}

export const registerQuery = queryOptions({
  queryKey: ['insight', 'channel-register'],
  queryFn: ({ signal }) =>
    take<{ items: Registered[]; can: { change: boolean } }>(
      api.GET('/api/insight/channel-register', { signal }),
    ),
})

export const planQuery = (month: string) =>
  queryOptions({
    queryKey: ['insight', 'channel-plan', month],
    queryFn: ({ signal }) =>
      take<Plan>(api.GET('/api/insight/channel-plan', { params: { query: { month } }, signal })),
    retry: false,
  })

export interface Said {
  readonly channel: string
  readonly type: ChannelType
  readonly name?: string
  readonly ownerId?: string | null
  readonly note?: string
}
export const classify = (channels: readonly Said[]) =>
  take<{ items: Registered[] }>(
    api.PUT('/api/insight/channel-register', { body: { channels: [...channels] } }),
  )
export const chooseBase = (id: string, reason: string) =>
  take(api.PUT('/api/insight/channel-register/{id}/base', { params: { path: { id } }, body: { reason } }))
export const endBase = (id: string) =>
  take(api.DELETE('/api/insight/channel-register/{id}/base', { params: { path: { id } } }))
export const retire = (id: string, retired: boolean) =>
  take(api.PUT('/api/insight/channel-register/{id}/retired', { params: { path: { id } }, body: { retired } }))

export interface Planned {
  readonly channel: string
  readonly fans: number
  readonly budget: number
  readonly measures: string
  readonly ownerId: string | null
}
export const planFans = (month: string, entries: readonly Planned[]) =>
  take<Plan>(api.PUT('/api/insight/channel-plan', { body: { month, entries: [...entries] } }))
export const pastePlan = (month: string, text: string) =>
  take<{ planned: number }>(api.POST('/api/insight/channel-plan/pasted', { body: { month, text } }))
export const copyPlan = (month: string) =>
  take<{ copied: number }>(api.POST('/api/insight/channel-plan/copied', { body: { month } }))
export const removePlan = (id: string) =>
  take(api.DELETE('/api/insight/channel-plan/{id}', { params: { path: { id } } }))
