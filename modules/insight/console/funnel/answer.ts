/** What the screen of funnels asks and is answered. */
import type { z } from 'zod'
import type { Happening } from '#ui/console/condition/condition.ts'
import type { funnelAnswer } from '../../funnel/funnel.ts'
import type { FunnelSpan } from '../../funnel/span.ts'
import type { Breakdown, Range, Scope } from '../frame/question.ts'

export type FunnelAnswer = z.output<typeof funnelAnswer>
export type { FunnelSpan }

export interface Step {
  readonly of: readonly Happening[]
  readonly optional?: boolean | undefined
  readonly within?: FunnelSpan | undefined
  readonly atLeast?: FunnelSpan | undefined
}

export interface Exclusion extends Happening {
  readonly after: number
  readonly before: number
}

export interface FunnelQuestion {
  readonly range: Range
  readonly scope?: Scope
  readonly steps: readonly Step[]
  readonly order: 'ordered' | 'strict' | 'unordered'
  readonly within: FunnelSpan
  /** Without it as `usualRepeats` has it; in any order neither this nor `apart` means anything. */
  readonly repeats?: 'ignored' | 'ending' | undefined
  readonly apart?: boolean | undefined
  readonly exclusions: readonly Exclusion[]
  readonly count: 'members' | 'first' | 'attempts' | 'rounds'
  readonly breakdown?: Breakdown | undefined
  readonly attribution?:
    | { readonly by: 'first' | 'last' | 'all' }
    | { readonly by: 'step'; readonly step: number }
}

/** From reading to buying: what a brand asks first. */
export const initial: FunnelQuestion = {
  range: { last: 30, unit: 'day' },
  steps: [
    { of: [{ event: 'post.read' }] },
    { of: [{ event: 'comment.posted' }, { event: 'reaction.given' }] },
    { of: [{ event: 'order.paid' }] },
  ],
  order: 'ordered',
  within: { amount: 14, unit: 'days' },
  exclusions: [],
  count: 'members',
}

/** An event not chosen yet is no question. */
export const isFinished = ({ steps, exclusions }: FunnelQuestion): boolean =>
  steps.length >= 2 && [...steps.flatMap(({ of }) => of), ...exclusions].every(({ event }) => event !== '')

/** Whether a step may be done again on the way, where nobody says so. */
export const usualRepeats = { ordered: 'ignored', strict: 'ending', unordered: 'ignored' } as const

/** What a step has whatever its place and the order. */
const placeless = ({ optional, within, atLeast, ...step }: Step): Step => step

/** What no longer fits after steps changed is put right: first and last are never optional, exclusions stay inside. */
export function mended(question: FunnelQuestion): FunnelQuestion {
  const last = question.steps.length - 1
  const { attribution } = question
  return {
    ...question,
    repeats:
      question.order === 'unordered' || question.repeats === usualRepeats[question.order]
        ? undefined
        : question.repeats,
    apart: question.order === 'unordered' ? undefined : question.apart,
    steps: question.steps.map((step, at) => {
      if (question.order === 'unordered' || at === 0) return placeless(step)
      return at === last ? { ...step, optional: undefined } : step
    }),
    exclusions: question.exclusions
      .map((each) => ({ ...each, before: Math.min(each.before, last + 1) }))
      .filter(({ after, before }) => after < before),
    attribution: attribution?.by === 'step' && attribution.step > last + 1 ? { by: 'first' } : attribution,
  }
}
