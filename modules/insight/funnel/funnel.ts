/**
 * Funnels: how many go how far. What a question means is written in docs/decisions/funnels.md; in short:
 *
 * - An *attempt* begins with an event of the first step within the range and takes the following steps as they come:
 *   of the events after the step taken last, the first that fits. It may end after the range, within its window.
 * - `ordered`: other things may happen in between. `strict`: the very next event of the member must be the next step.
 *   `unordered`: an attempt begins with any step and takes the others in whatever order.
 * - Windows are elapsed time from the beginning (`within`) and from the step before (`step.within`), bounds included.
 * - Going back (a step already reached is done again) is passed over in `ordered` and ends the attempt in `strict`,
 *   unless `repeats` says otherwise. `apart`: of two events of the same moment none comes after the other.
 * - Of several attempts of a member the one counts that got furthest, then that with most steps, then the first;
 *   or (`count`) the first whatever it reached, or every attempt, or every `round`: attempts that do not overlap.
 * - One event is one step at most. Events of the same moment stand in the order of the steps.
 */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { happening } from '#modules/audience/api.ts'
import { breakdown, range, scope, unit } from '../shapes.ts'
import { words } from './funnel.messages.ts'
import { microsOf } from './span.ts'

export const mostSteps = 10

const span = z.object({ amount: z.int().min(1).max(3_660), unit: z.enum(['minutes', 'hours', 'days']) })

const step = z.object({
  /** Any of these. */
  of: z.array(happening).min(1).max(8),
  name: z.string().trim().min(1).max(40).optional(),
  /** Who goes past it goes on; the first and the last step are never optional. */
  optional: z.boolean().optional(),
  /** At most so long after the step taken before. */
  within: span.optional(),
  /** At least so long after it: what comes sooner is not this step. */
  atLeast: span.optional(),
})
export type FunnelStep = z.infer<typeof step>

const stepNumber = z.int().min(1).max(mostSteps)

/** Who does this after step `after` and before step `before` is out. */
const exclusion = z.object({ ...happening.shape, after: stepNumber, before: stepNumber })

const show = z.discriminatedUnion('of', [
  z.object({ of: z.literal('steps') }),
  /** How long from one step to a later one. */
  z.object({ of: z.literal('time'), from: stepNumber, to: stepNumber }),
  /** By when attempts began. */
  z.object({ of: z.literal('trend'), unit }),
  /** What people did between a step and the next one: those who went on, and those who stopped. */
  z.object({ of: z.literal('between'), from: stepNumber }),
])

export const funnelQuestion = z
  .object({
    range,
    scope: scope.default({}),
    steps: z.array(step).min(2).max(mostSteps),
    order: z.enum(['ordered', 'strict', 'unordered']).default('ordered'),
    within: span.default({ amount: 14, unit: 'days' }),
    exclusions: z.array(exclusion).max(5).default([]),
    /** Whether a step may be done again on the way; without it, in `ordered` yes, in `strict` no. */
    repeats: z.enum(['ignored', 'ending']).optional(),
    /** Only later moments are after; without it events of one moment may be successive steps. */
    apart: z.boolean().optional(),
    /**
     * Each member once, by the furthest attempt or by the first; or every attempt; or those that begin after the last
     * step of the one before, when that got all the way.
     */
    count: z.enum(['members', 'first', 'attempts', 'rounds']).default('members'),
    breakdown: breakdown.optional(),
    /**
     * Whose value counts, when it is cut by a property of events or by group: the first or the last that is known
     * among the steps taken, that of one step, or the same on all of them (a funnel of its own for each value).
     */
    attribution: z
      .discriminatedUnion('by', [
        z.object({ by: z.enum(['first', 'last', 'all']) }),
        z.object({ by: z.literal('step'), step: stepNumber }),
      ])
      .default({ by: 'first' }),
    show: show.default({ of: 'steps' }),
  })
  .superRefine(({ steps, order, exclusions, attribution, show, repeats, apart }, ctx) => {
    const refuse = (path: (string | number)[], message: { readonly zh: string; readonly en: string }) =>
      ctx.addIssue({ code: 'custom', path, params: { message }, message: message.en })
    for (const at of [0, steps.length - 1])
      if (steps[at]?.optional) refuse(['steps', at, 'optional'], words.edgeOptional)
    for (const [at, { optional, within, atLeast }] of steps.entries()) {
      if (order === 'unordered' && (optional || within || atLeast))
        refuse(['steps', at], words.unorderedPlain)
      if (within && atLeast && microsOf(atLeast) > microsOf(within))
        refuse(['steps', at, 'atLeast'], words.badWait)
    }
    if (order === 'unordered' && (repeats || apart)) refuse(['order'], words.unorderedFree)
    for (const [at, { after, before }] of exclusions.entries())
      if (after >= before || before > steps.length) refuse(['exclusions', at, 'before'], words.badPlace)
    if (attribution.by === 'step' && attribution.step > steps.length)
      refuse(['attribution', 'step'], words.badPlace)
    if (show.of === 'time' && (show.from >= show.to || show.to > steps.length))
      refuse(['show', 'to'], words.badPlace)
    if (show.of === 'between' && show.from >= steps.length) refuse(['show', 'from'], words.badPlace)
  })
export type FunnelQuestion = z.output<typeof funnelQuestion>

const count = z.int().nonnegative()
const seconds = z.number().nonnegative().nullable()

const stepFigure = z.object({
  /** Members, or attempts when those (or rounds) are counted. */
  count,
  members: count,
  /** Of the step before that everybody has to take; null when nobody was there. */
  rate: z.number().nullable(),
  /** Of the first step. */
  overall: z.number().nullable(),
  /** From the step taken before; only when `show` asks for times. */
  medianSeconds: seconds.optional(),
  averageSeconds: seconds.optional(),
})

export const funnelAnswer = z.object({
  from: day,
  to: day,
  steps: z.array(stepFigure.extend({ name: z.string(), optional: z.boolean() })),
  /** By value of the breakdown, the largest first. */
  values: z.array(
    z.object({
      value: z.string(),
      label: z.string(),
      steps: z.array(stepFigure),
    }),
  ),
  /** Values beyond those shown. */
  otherValues: count,
  time: z
    .object({
      members: count,
      medianSeconds: seconds,
      averageSeconds: seconds,
      p90Seconds: seconds,
      /** Seconds, the lower bound included; the last one is open when `to` is null. */
      bins: z.array(z.object({ from: z.number(), to: z.number().nullable(), count })),
    })
    .nullable(),
  trend: z
    .array(
      z.object({
        start: day,
        entered: count,
        converted: count,
        rate: z.number().nullable(),
        /** False while an attempt of this bucket may still go on. */
        complete: z.boolean(),
      }),
    )
    .nullable(),
  between: z
    .object({
      went: count,
      stopped: count,
      /** Those who stopped are watched for as long as nine of ten of the others needed. */
      seconds: z.number(),
      events: z.array(
        z.object({
          event: z.string(),
          label: z.string(),
          went: count,
          stopped: count,
          /** Share of those who went on, over the share of those who stopped; null when none of these did it. */
          lift: z.number().nullable(),
          /** Whether the two shares differ by more than chance (95 %). */
          clear: z.boolean(),
        }),
      ),
    })
    .nullable(),
})
export type FunnelAnswer = z.input<typeof funnelAnswer>

/** `value` and `start` narrow to a value of the breakdown and to a bucket of the trend. */
const part = { value: z.string().max(200).optional() }
export const funnelCell = z.discriminatedUnion('of', [
  z.object({ of: z.literal('reached'), step: stepNumber, ...part }),
  /** Took the step before, and not this one. */
  z.object({ of: z.literal('dropped'), step: stepNumber, ...part }),
  z.object({ of: z.literal('time'), from: z.number(), to: z.number().nullable() }),
  z.object({ of: z.literal('began'), start: day, converted: z.boolean() }),
  z.object({ of: z.literal('did'), event: z.string().max(64), went: z.boolean() }),
])
export type FunnelCell = z.output<typeof funnelCell>
