/** What improvements did: by the days before and after, or by the arms of the experiment that tries them. */
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import { defineJob, type JobRun, type Schedule } from '#base/jobs/job.ts'
import { type Asking, openAsking } from '../asking.ts'
import { measureEffects } from '../effect/effect.analysis.ts'
import { type EffectAnswer, type EffectQuestion, effectQuestion } from '../effect/effect.ts'
import { effectSays, signedWords } from '../effect/say-effect.ts'
import { experimentAnalysis } from '../experiments/experiment.analysis.ts'
import { distanceWords } from '../figure.ts'
import type { InsightParts } from '../parts.ts'
import { both } from '../reports/body.ts'
import { whenWhole } from '../whole.ts'
import type { MeasuredEffect } from './improvement.ts'
import { improvementLabels as labels, improvementWords as words } from './improvements.messages.ts'
import { keepMeasured } from './improvements.ts'
import { findOpenImprovements, type Improvement } from './reading.ts'

/** The question that the screen of effects asks, too. Undefined before it starts. */
export const questionFor = ({
  metric,
  scope,
  against,
  startsOn,
  days,
}: Pick<Improvement, 'metric' | 'scope' | 'against' | 'startsOn' | 'days'>): EffectQuestion | undefined =>
  startsOn === null
    ? undefined
    : effectQuestion.parse({
        metric,
        scope,
        on: startsOn,
        before: days,
        after: days,
        ...(against ? { against } : {}),
      })

export interface Measurement {
  readonly measured: MeasuredEffect
  readonly answer: EffectAnswer
}

/** Undefined before it starts. Throws what asking throws: `condition_invalid`, `metric_not_found`, `timeout` … */
export async function measureImprovement(
  asking: Asking,
  improvement: Improvement,
): Promise<Measurement | undefined> {
  const question = questionFor(improvement)
  if (!question) return undefined
  const [answer] = await measureEffects(asking, [question])
  const byDays = ofDays(answer!)
  const byArms = improvement.experimentId
    ? await ofExperiment(asking, improvement.experimentId, byDays.course)
    : undefined
  return { answer: answer!, measured: byArms ?? byDays }
}

/**
 * What is known when it is decided: measured now; where what it asks for is gone, what was measured last, for it is to
 * be decided all the same. Throws `warehouse_unavailable`, `timeout`.
 */
export async function measureAtLast(
  asking: Asking,
  improvement: Improvement,
): Promise<MeasuredEffect | null> {
  try {
    return (await measureImprovement(asking, improvement))?.measured ?? null
  } catch (error) {
    if (error instanceof Problem && error.kind.status < 500) return improvement.measured
    throw error
  }
}

const ofDays = (answer: EffectAnswer): MeasuredEffect => ({
  by: 'days',
  verdict: answer.verdict,
  unit: answer.metric.unit,
  difference: answer.difference,
  low: answer.low,
  high: answer.high,
  relative: answer.relative,
  says: both((locale) => effectSays(answer, locale)),
  course: answer.course.map(({ day, value }) => ({ day, value })),
})

/** Of its goal, the arm that was decided for or the one that differs most surely from the control. */
async function ofExperiment(
  asking: Asking,
  experiment: string,
  course: MeasuredEffect['course'],
): Promise<MeasuredEffect | undefined> {
  const { figures, arms } = await experimentAnalysis.answerOf(
    asking,
    experimentAnalysis.question.parse({ experiment }),
  )
  const goal = figures.find(({ role }) => role === 'goal')
  if (!goal) return undefined
  const { unit } = goal.metric
  const known = goal.effects.filter(({ difference }) => difference !== null)
  const best = known.toSorted((one, other) => (other.chance ?? 0) - (one.chance ?? 0))[0]
  if (!best || best.difference === null || best.low === null || best.high === null)
    return {
      by: 'experiment',
      verdict: 'fewDays',
      unit,
      difference: null,
      low: null,
      high: null,
      relative: null,
      says: words.armUnknown,
      course,
    }
  const { arm, difference, low, high, relative, verdict } = best
  // Sums of a member are a mean of members: no whole people.
  const shown = goal.metric.unit === 'members' ? 'share' : unit
  return {
    by: 'experiment',
    verdict: verdict === 'unknown' ? 'unclear' : verdict,
    unit: shown,
    difference,
    low,
    high,
    relative,
    says: both((locale) =>
      render(words.armSays, locale, {
        arm: arms.find(({ key }) => key === arm)?.name ?? arm,
        way: render(difference >= 0 ? words.higher : words.lower, locale),
        difference: distanceWords(difference, shown, locale),
        low: signedWords(low, shown, locale),
        high: signedWords(high, shown, locale),
      }),
    ),
    course,
  }
}

export const measureJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.measure_improvements',
    label: labels.measure,
    input: z.object({}),
    keepDays: 7,
    run: async (ctx, _, run) => await measureAllOpen(ctx, parts, run),
  })

/**
 * Measures all that run, and keeps it. Safe to repeat. One that cannot be measured any more (what it asks for is gone)
 * is named and holds up no other. Throws `warehouse_unavailable` while figures would be wrong.
 */
export async function measureAllOpen(
  ctx: Ctx,
  parts: InsightParts,
  run: Pick<JobRun, 'signal' | 'progress'>,
): Promise<{ measured: number; failed: readonly string[] }> {
  await whenWhole(ctx, parts, run.signal)
  const asking = await openAsking(ctx, parts, run.signal, 60)
  const open = (await findOpenImprovements(ctx)).filter(({ startsOn }) => startsOn !== null)
  const failed: string[] = []
  for (const [at, improvement] of open.entries()) {
    run.signal.throwIfAborted()
    try {
      const found = await measureImprovement(asking, improvement)
      if (found) await keepMeasured(ctx, improvement.id, found.measured)
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'warehouse_unavailable') throw error
      failed.push(`${improvement.id}: ${error.code}`)
    }
    await run.progress(at + 1, open.length)
  }
  return { measured: open.length - failed.length, failed }
}

export const measureSchedule: readonly Schedule[] = [
  { job: 'insight.measure_improvements', cron: '50 0 * * *', zone: 'community', why: labels.measureWhy },
]
