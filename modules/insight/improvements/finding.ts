/** What an improvement begins with: a signal, a goal, a kept question or own words, frozen, and what it proposes. */
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type Locale, locales, type Message, render } from '#base/i18n/messages.ts'
import { addToDay } from '#base/time/calendar.ts'
import { formatDay } from '#base/time/format.ts'
import { metricNames } from '../alerts/metric-names.ts'
import { getRule } from '../alerts/rules.ts'
import { signalNote, signalTitle } from '../alerts/sentences.ts'
import { getSignal, type Signal } from '../alerts/signals.ts'
import { findAnalysis } from '../analyses.ts'
import type { Asking } from '../asking.ts'
import { screenOf } from '../console/dashboards/screens.ts'
import { figureWords } from '../figure.ts'
import { standingOf } from '../goals/goal.ts'
import { findReadings, getGoal } from '../goals/goals.ts'
import { loadMetrics } from '../metrics/find-metric.ts'
import { type MetricRef, metricRef } from '../metrics/metric.ts'
import { both } from '../reports/body.ts'
import { accessQuestion } from '../saved/saved.ts'
import { type Scope, scope } from '../shapes.ts'
import type { Evidence, Found } from './improvement.ts'
import { improvementWords as words } from './improvements.messages.ts'

export interface Finding {
  readonly evidence: Evidence
  readonly signalId: Id | null
  readonly goalId: Id | null
  readonly questionId: Id | null
  /** What it may be judged by; null: to be chosen. */
  readonly metric: MetricRef | null
  readonly scope: Scope
}

const nothing: Evidence = {
  of: 'words',
  says: { zh: '', en: '' },
  note: { zh: '', en: '' },
  path: null,
  unit: null,
  value: null,
  against: null,
  from: null,
  to: null,
  series: [],
}
const nowhere = { signalId: null, goalId: null, questionId: null }

/**
 * Throws `signal_not_found`, `goal_not_found`, `question_not_found`; of a question that cannot be asked any more, what
 * asking it throws.
 */
export async function freezeFinding(asking: Asking, found: Found): Promise<Finding> {
  switch (found.of) {
    case 'signal':
      return await ofSignal(asking.ctx, await getSignal(asking.ctx, found.id))
    case 'goal':
      return await ofGoal(asking.ctx, found.id)
    case 'question':
      return await ofQuestion(asking, found.id)
    case 'words':
      return {
        ...nowhere,
        evidence: { ...nothing, says: { zh: found.words, en: found.words }, note: words.ownWords },
        metric: null,
        scope: {},
      }
  }
}

async function ofSignal(ctx: Ctx, signal: Signal): Promise<Finding> {
  const names = await Promise.all(locales.map((locale) => metricNames({ ...ctx, locale })))
  const { evidence } = signal
  const told = (locale: Locale) => ({
    evidence,
    groupName: signal.groupName,
    goalName: signal.goalId ? signal.name : null,
    metricName: names[locales.indexOf(locale)]!(evidence.metric),
  })
  const asked = signal.goalId ? await getGoal(ctx, signal.goalId) : await getRule(ctx, signal.ruleId!)
  return {
    ...nowhere,
    signalId: signal.id,
    evidence: {
      of: 'signal',
      says: both((locale) => signalTitle(told(locale), locale)),
      note: both((locale) => signalNote(told(locale), locale)),
      path: `/plan/signals/${signal.id}`,
      unit: evidence.unit,
      value: evidence.value,
      against: evidence.line ?? evidence.against,
      from: evidence.bucket.from,
      to: evidence.bucket.to,
      series: evidence.series.map(({ start, value }) => ({ start, value })),
    },
    metric: asked.metric,
    scope: { ...asked.scope, ...(signal.groupId ? { group: signal.groupId } : {}) },
  }
}

async function ofGoal(ctx: Ctx, id: Id): Promise<Finding> {
  const goal = await getGoal(ctx, id)
  const readings = (await findReadings(ctx, [id])).get(id) ?? []
  const { pace, value, expected, day } = standingOf(goal, readings)
  const unit =
    (typeof goal.metric === 'string' ? (await loadMetrics(ctx)).get(goal.metric)?.unit : undefined) ??
    'number'
  const figure = (of: number | null) => (locale: Locale) => figureWords(of, unit, locale)
  const says = value === null ? words.goalUnread : pace === 'behind' ? words.goalBehind : words.goalOn
  return {
    ...nowhere,
    goalId: id,
    evidence: {
      of: 'goal',
      says: both((locale) =>
        render(says, locale, {
          goal: goal.name,
          value: figure(value)(locale),
          expected: figure(expected)(locale),
        }),
      ),
      note: both((locale) =>
        render(words.goalNote, locale, {
          from: formatDay(goal.startsOn, locale),
          to: formatDay(goal.dueOn, locale),
          target: figure(goal.target)(locale),
        }),
      ),
      path: `/plan/goals/${id}`,
      unit,
      value,
      against: expected,
      from: goal.startsOn,
      to: day,
      series: readings
        .filter((reading) => reading.day >= addToDay(goal.startsOn, -28, 'day'))
        .slice(-120)
        .map((reading) => ({ start: reading.day, value: reading.value })),
    },
    metric: goal.metric,
    scope: goal.scope,
  }
}

/** What questions may have that a judgement is made of. */
const judging = z.object({
  metric: metricRef.optional(),
  of: z.array(z.object({ metric: metricRef })).optional(),
  scope: scope.optional(),
})
/** The figures of a trend. */
const trendFigures = z.object({
  days: z.object({ from: z.string(), to: z.string() }),
  series: z
    .array(
      z.object({
        name: z.string(),
        unit: z.custom<NonNullable<Evidence['unit']>>(),
        points: z.array(z.object({ start: z.string(), value: z.number().nullable() })),
        total: z.object({ value: z.number().nullable() }),
      }),
    )
    .min(1),
})

async function ofQuestion(asking: Asking, id: Id): Promise<Finding> {
  const { ctx } = asking
  const kept = await accessQuestion(ctx, id)
  const analysis = findAnalysis(kept.analysis)
  const asked = analysis?.question.safeParse(kept.question)
  const note = both((locale) => render(words.questionNote, locale, { name: kept.name }))
  const screen = screenOf(kept.analysis)
  const place = {
    of: 'question' as const,
    path: screen ? `${screen}?${new URLSearchParams({ q: JSON.stringify(kept.question) })}` : null,
  }
  const plain = { ...nowhere, questionId: id }
  if (!analysis || !asked?.success)
    return {
      ...plain,
      evidence: { ...nothing, ...place, says: { zh: kept.name, en: kept.name }, note },
      metric: null,
      scope: {},
    }
  const proposed = judging.safeParse(asked.data).data ?? {}
  const answer = trendFigures.safeParse(await analysis.answerOf(asking, asked.data)).data
  const [series] = answer?.series ?? []
  const said: string[] = []
  for (const locale of locales)
    said.push(
      series
        ? render(words.questionSays, locale, {
            name: series.name,
            value: figureWords(series.total.value, series.unit, locale),
          })
        : await analysis.say({ ...asking, ctx: { ...ctx, locale } }, asked.data),
    )
  const says: Message = both((locale) => said[locales.indexOf(locale)]!)
  return {
    ...plain,
    evidence: {
      ...nothing,
      ...place,
      says,
      note,
      ...(answer && series
        ? {
            unit: series.unit,
            value: series.total.value,
            from: answer.days.from,
            to: answer.days.to,
            series: series.points.slice(-120),
          }
        : {}),
    },
    metric: proposed.metric ?? proposed.of?.[0]?.metric ?? null,
    scope: proposed.scope ?? {},
  }
}
