import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#ui/api.ts'
import type { Happening } from '#ui/console/condition/condition.ts'
import { take } from '#ui/console/problem.ts'
import type { attributionAnswer, attributionQuestion } from '../../attribution/attribution.ts'
import type { ChannelRule } from '../../attribution/channels.ts'
import type { Scope } from '../frame/question.ts'

export type AttributionQuestion = Omit<z.input<typeof attributionQuestion>, 'scope' | 'conversion'> & {
  readonly scope?: Scope
  readonly conversion: Happening
}
export type AttributionAnswer = z.output<typeof attributionAnswer>
export type ChannelFigures = AttributionAnswer['channels'][number]
export type { ChannelRule }

export interface ChannelCost {
  readonly id: string
  readonly channel: string
  readonly name: string
  readonly firstDay: string
  readonly lastDay: string
  readonly amount: number
  readonly purpose: 'winning' | 'keeping'
  readonly note: string
  readonly can: { readonly remove: boolean }
}

export const channelsQuery = queryOptions({
  queryKey: ['insight', 'channels'],
  queryFn: ({ signal }) =>
    take<{ rules: ChannelRule[]; can: { change: boolean } }>(api.GET('/api/insight/channels', { signal })),
})

export const presetsQuery = queryOptions({
  queryKey: ['insight', 'channels', 'presets'],
  queryFn: async ({ signal }) =>
    (await take<{ rules: ChannelRule[] }>(api.GET('/api/insight/channels/presets', { signal }))).rules,
})

export const costsQuery = queryOptions({
  queryKey: ['insight', 'channel-costs'],
  queryFn: async ({ signal }) =>
    (
      await take<{ items: ChannelCost[] }>(
        api.GET('/api/insight/channel-costs', { params: { query: { limit: 100 } }, signal }),
      )
    ).items,
})

export type CostFields = Omit<ChannelCost, 'id' | 'name' | 'can'>

export const enterCost = (body: CostFields) =>
  take<ChannelCost>(api.POST('/api/insight/channel-costs', { body }))
export const pasteCosts = (text: string) =>
  take<{ entered: number }>(api.POST('/api/insight/channel-costs/pasted', { body: { text } }))
export const removeCost = (id: string) =>
  take(api.DELETE('/api/insight/channel-costs/{id}', { params: { path: { id } } }))
export const saveChannels = (rules: readonly ChannelRule[]) =>
  take(
    api.PUT('/api/insight/channels', {
      body: { rules: rules.map((rule) => ({ ...rule, any: [...rule.any] })) },
    }),
  )
