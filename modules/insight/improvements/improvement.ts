/** What an improvement is made of, as it is sent and kept; and its stages, which need no database. */
import { z } from 'zod'
import { day, id, refusal } from '#base/http/schemas.ts'
import { addToDay, type Day } from '#base/time/calendar.ts'
import { effectVerdicts, wholeWeeks } from '../effect/effect.ts'
import { metricRef, metricUnits } from '../metrics/metric.ts'
import { scope } from '../shapes.ts'
import { improvementRefusals as words } from './improvements.messages.ts'

/** 待开始 → 进行中 → 待复看 → 已定. */
export const stages = ['planned', 'running', 'review', 'decided'] as const
export type Stage = (typeof stages)[number]

/** 保留 · 调整 · 放弃. */
export const verdicts = ['kept', 'adjusted', 'dropped'] as const
export type Verdict = (typeof verdicts)[number]

const said = z.object({ zh: z.string(), en: z.string() })

/** What an improvement begins with. */
export const foundIn = ['signal', 'goal', 'question', 'words'] as const
export const found = z.discriminatedUnion('of', [
  z.object({ of: z.literal('signal'), id }),
  z.object({ of: z.literal('goal'), id }),
  z.object({ of: z.literal('question'), id }),
  z.object({ of: z.literal('words'), words: z.string().trim().min(2).max(300) }),
])
export type Found = z.output<typeof found>

/** What was found, as it was when the improvement was made: it is never worked out again. */
export const evidence = z.object({
  of: z.enum(foundIn),
  says: said,
  note: said,
  /** Where it stands in the console; null for own words. */
  path: z.string().nullable(),
  unit: z.enum(metricUnits).nullable(),
  value: z.number().nullable(),
  against: z.number().nullable(),
  from: day.nullable(),
  to: day.nullable(),
  series: z.array(z.object({ start: day, value: z.number().nullable() })),
})
export type Evidence = z.output<typeof evidence>

/** What was measured at a time. `by`: the days before and after, or the arms of an experiment. */
export const measuredEffect = z.object({
  by: z.enum(['days', 'experiment']),
  verdict: z.enum(effectVerdicts),
  unit: z.enum(metricUnits),
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  relative: z.number().nullable(),
  /** The sentence, as it was said. */
  says: said,
  course: z.array(z.object({ day, value: z.number().nullable() })),
})
export type MeasuredEffect = z.output<typeof measuredEffect>

/** A place in the console where it is done. */
const link = z.object({
  name: z.string().trim().min(1).max(60),
  path: z
    .string()
    .max(300)
    .regex(/^\/[a-z0-9]/)
    .refine((path) => !/\.\.|\/\/|\\/.test(path), refusal(words.notInConsole)),
})

export const improvementDraft = z.object({
  name: z.string().trim().min(1).max(60),
  found,
  doing: z.string().trim().min(1).max(500),
  /** For whom it is done. */
  whom: scope.default({}),
  links: z.array(link).max(10).default([]),
  experimentId: id.nullable().default(null),
  metric: metricRef,
  scope: scope.default({}),
  against: scope.nullable().default(null),
  days: wholeWeeks.default(28),
  success: z.string().trim().min(1).max(300),
  ownerId: id.nullable().default(null),
})
export type ImprovementDraft = z.output<typeof improvementDraft>

/** Before it starts everything may be changed but what was found; afterwards how it is judged stays. */
export const improvementChange = z.object({
  name: improvementDraft.shape.name.optional(),
  doing: improvementDraft.shape.doing.optional(),
  whom: scope.optional(),
  links: z.array(link).max(10).optional(),
  experimentId: id.nullable().optional(),
  metric: metricRef.optional(),
  scope: scope.optional(),
  against: scope.nullable().optional(),
  days: wholeWeeks.optional(),
  success: improvementDraft.shape.success.optional(),
  ownerId: id.nullable().optional(),
})
export type ImprovementChange = z.output<typeof improvementChange>

/** How it is judged: fixed when it starts, so that nobody chooses the figure by its answer. */
export const judged = ['metric', 'scope', 'against', 'days', 'success'] as const

/** The first day on which all its days are over. */
export const reviewOn = (startsOn: Day, days: number): Day => addToDay(startsOn, days, 'day')

export function stageOf(
  {
    startsOn,
    days,
    verdict,
  }: { readonly startsOn: Day | null; readonly days: number; readonly verdict: Verdict | null },
  today: Day,
): Stage {
  if (verdict) return 'decided'
  if (!startsOn) return 'planned'
  return today >= reviewOn(startsOn, days) ? 'review' : 'running'
}
