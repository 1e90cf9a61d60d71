import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#ui/api.ts'
import { conditioned } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'
import type { planAnswer, stageAnswer } from '../../stage/stage.routes.ts'
import type { Stage } from '../../stage/stage.ts'
import { addDays } from '../calendar.ts'

export type StageAnswer = z.output<typeof stageAnswer>
export type Chosen = NonNullable<StageAnswer['chosen']>
export type Plan = z.output<typeof planAnswer>

export const stageQuery = queryOptions({
  queryKey: ['product-stage'],
  queryFn: ({ signal }) => take<StageAnswer>(conditioned(api.GET('/api/insight/product-stage', { signal }))),
})

export const readHistory = (cursor: string | undefined, signal: AbortSignal) =>
  take<{ items: Chosen[]; next: string | null }>(
    api.GET('/api/insight/product-stage/history', {
      params: { query: { limit: 20, ...(cursor ? { cursor } : {}) } },
      signal,
    }),
  )

export const planQuery = (stage: Stage) =>
  queryOptions({
    queryKey: ['product-stage', 'plan', stage],
    queryFn: ({ signal }) =>
      take<Plan>(
        conditioned(api.GET('/api/insight/product-stage/plan', { params: { query: { stage } }, signal })),
      ),
  })

export const chooseStage = (body: {
  readonly stage: Stage
  readonly why: string
  readonly after: string | null
}) => take<Chosen>(api.POST('/api/insight/product-stage', { body }))

/** Figures of the thirty days that are over, beside the thirty before. */
export const monthOf = (metrics: readonly string[], today: string) => ({
  of: metrics.map((metric) => ({ metric })),
  range: { from: addDays(today, -30), to: addDays(today, -1) },
  unit: 'month',
  compare: 'previous',
})
