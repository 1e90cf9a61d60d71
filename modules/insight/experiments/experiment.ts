/** What an experiment is, as it is sent and kept. */
import { z } from 'zod'
import { refusal } from '#base/http/schemas.ts'
import { definition } from '#modules/audience/api.ts'
import { metricRef } from '../metrics/metric.ts'
import { experimentRefusals as words } from './experiments.messages.ts'

export const experimentKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/)
  .describe('By which the rest of the product asks for it; the same for ever')

const variant = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,19}$/),
  name: z.string().trim().min(1).max(40),
  /** Of those who take part, as parts of all weights. */
  weight: z.int().min(0).max(1_000),
})

export const experimentDefinition = z
  .object({
    version: z.literal(1),
    /** The first is the control: what there is now. */
    variants: z.array(variant).min(2).max(6),
    /** Who takes part, decided when he first comes; left out: every member. */
    who: definition.optional(),
    /** What it is to move. */
    metric: metricRef,
    /** What it must not harm. */
    guardrails: z.array(metricRef).max(8).default([]),
    /** Days after the first exposure that count for a member; null: all up to the end. */
    windowDays: z.int().min(1).max(180).nullable().default(14),
    /** Days before the exposure with which figures are adjusted (CUPED); 0: not adjusted. */
    lookBackDays: z.int().min(0).max(180).default(28),
    /** How often one accepts to be fooled. */
    alpha: z.number().min(0.001).max(0.2).default(0.05),
    /** Relative effect that is worth the trouble, and the probability of seeing it: the plan. */
    effect: z.number().min(0.001).max(5).default(0.1),
    power: z.number().min(0.5).max(0.99).default(0.8),
  })
  .refine(({ variants }) => new Set(variants.map(({ key }) => key)).size === variants.length, {
    ...refusal(words.sameKey),
    path: ['variants'],
  })
  .refine(({ variants }) => variants.filter(({ weight }) => weight > 0).length >= 2, {
    ...refusal(words.noWeights),
    path: ['variants'],
  })
  .refine(({ variants }) => (variants[0]?.weight ?? 0) > 0, {
    ...refusal(words.noControl),
    path: ['variants'],
  })
export type ExperimentDefinition = z.infer<typeof experimentDefinition>

/** `draft`: nobody is in it · `running` · `stopped`: nobody new, figures stay · `decided`: everybody gets one arm. */
export const experimentStates = ['draft', 'running', 'stopped', 'decided'] as const
export type ExperimentState = (typeof experimentStates)[number]

export const stateOf = (dates: {
  readonly startedAt: Date | null
  readonly stoppedAt: Date | null
  readonly decidedAt: Date | null
}): ExperimentState =>
  dates.decidedAt ? 'decided' : dates.stoppedAt ? 'stopped' : dates.startedAt ? 'running' : 'draft'
