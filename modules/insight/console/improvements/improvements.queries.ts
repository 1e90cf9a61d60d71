import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#ui/api.ts'
import { conditioned } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'
import type {
  Evidence,
  ImprovementChange,
  ImprovementDraft,
  MeasuredEffect,
  Verdict,
} from '../../improvements/improvement.ts'
import type { improvementAnswer, wholeAnswer } from '../../improvements/improvements.routes.ts'
import type { MetricRef } from '../../metrics/metric.ts'
import type { Scope } from '../../shapes.ts'
import type { EffectAnswer } from '../effect/effect.ts'
import { post } from '../frame/post.ts'

export type Improvement = z.output<typeof improvementAnswer>
export type WholeImprovement = z.output<typeof wholeAnswer>
export type Draft = ImprovementDraft

export interface Finding {
  readonly evidence: Omit<Evidence, 'says' | 'note'> & { readonly says: string; readonly note: string }
  readonly metric: MetricRef | null
  readonly scope: Scope
}

export interface Measured {
  readonly measured: (Omit<MeasuredEffect, 'says'> & { readonly says: string }) | null
  readonly answer: EffectAnswer | null
}

interface Of {
  readonly decided?: boolean
  readonly signal?: string
  readonly goal?: string
}
export const improvementsQuery = ({ decided = false, signal, goal }: Of) =>
  queryOptions({
    queryKey: ['improvements', { decided, signal, goal }],
    queryFn: async ({ signal: abort }) =>
      (
        await take<{ items: Improvement[] }>(
          conditioned(
            api.GET('/api/insight/improvements', {
              params: {
                query: {
                  limit: 100,
                  ...(decided ? { decided: 'true' as const } : {}),
                  ...(signal ? { signal } : {}),
                  ...(goal ? { goal } : {}),
                },
              },
              signal: abort,
            }),
          ),
        )
      ).items,
  })

const at = (id: string) => ({ params: { path: { id } } })

export const improvementQuery = (id: string) =>
  queryOptions({
    queryKey: ['improvements', id],
    queryFn: ({ signal }) =>
      take<WholeImprovement>(conditioned(api.GET('/api/insight/improvements/{id}', { ...at(id), signal }))),
  })

export const measuredQuery = (id: string) =>
  queryOptions({
    queryKey: ['improvements', id, 'effect'],
    queryFn: ({ signal }) =>
      take<Measured>(conditioned(api.GET('/api/insight/improvements/{id}/effect', { ...at(id), signal }))),
    retry: false,
  })

export const findingQuery = (of: 'signal' | 'goal' | 'question', id: string) =>
  queryOptions({
    queryKey: ['improvements', 'finding', of, id],
    queryFn: ({ signal }) =>
      take<Finding>(
        conditioned(api.GET('/api/insight/improvement-finding', { params: { query: { of, id } }, signal })),
      ),
    retry: false,
  })

export const makeImprovement = (draft: Draft) =>
  take<WholeImprovement>(post('/api/insight/improvements', draft))
export const changeImprovement = (id: string, body: ImprovementChange) =>
  take<WholeImprovement>(
    conditioned(api.PATCH('/api/insight/improvements/{id}', { ...at(id), body: body as never })),
  )
export const startImprovement = (id: string, on: string) =>
  take<WholeImprovement>(
    conditioned(api.POST('/api/insight/improvements/{id}/start', { ...at(id), body: { on } })),
  )
export const decideImprovement = (id: string, body: { verdict: Verdict; reason: string }) =>
  take<WholeImprovement>(conditioned(api.POST('/api/insight/improvements/{id}/decide', { ...at(id), body })))

export interface TaskOf {
  readonly id: string
  readonly title: string
  readonly owner: { readonly name: string } | null
  readonly closed: { readonly outcome: 'done' | 'dropped' } | null
}
export const tasksOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'improvement', id],
    queryFn: async ({ signal }) =>
      (
        await take<{ items: TaskOf[] }>(
          api.GET('/api/tasks', {
            params: { query: { object: `improvement:${id}`, state: 'all', limit: 50 } },
            signal,
          }),
        )
      ).items,
  })

export const experimentsQuery = queryOptions({
  queryKey: ['experiments', 'choices'],
  queryFn: async ({ signal }) =>
    (
      await take<{ items: { readonly id: string; readonly name: string }[] }>(
        conditioned(api.GET('/api/insight/experiments', { signal })),
      )
    ).items,
})
