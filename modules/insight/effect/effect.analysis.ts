/**
 * 效果评估: whether a figure stands elsewhere since something was changed. It compares days, not people who were drawn
 * by lot: whatever else changed on that day is in it too. Experiments prove; this measures.
 */

import { render } from '#base/i18n/messages.ts'
import { addToDay, type Day, daysBetween } from '#base/time/calendar.ts'
import { defineAnalysis } from '../analysis.ts'
import type { Asking } from '../asking.ts'
import { loadMetrics, type Resolved, resolveFrom } from '../metrics/find-metric.ts'
import { type Ask, type Measured, measureAll, membersOf } from '../metrics/measure.ts'
import { sayMetric } from '../metrics/say.ts'
import { earlierDay } from '../metrics/spans.ts'
import type { Days } from '../shapes.ts'
import { effectLabels, effectWords as words } from './effect.messages.ts'
import { type EffectAnswer, type EffectQuestion, effectAnswer, effectCell, effectQuestion } from './effect.ts'
import { type Change, changeSince, type DayFigure, daysFrom, driftBefore, weekdayOf } from './interrupted.ts'
import { isAmount, type Overlap, overlapOf, pilesUp } from './overlap.ts'

interface Sides {
  readonly before: Days
  /** As far as it is over; undefined while nothing of it is. */
  readonly after: Days | undefined
}

/** Today is in neither: it runs still. */
export function sidesOf({ on, before, after }: Omit<EffectQuestion, 'metric'>, today: Day): Sides {
  const yesterday = addToDay(today, -1, 'day')
  const to = earlierDay(addToDay(on, after - 1, 'day'), yesterday)
  return {
    before: {
      from: addToDay(on, -before, 'day'),
      to: earlierDay(addToDay(on, -1, 'day'), yesterday),
    },
    after: to < on ? undefined : { from: on, to },
  }
}

/** Many effects at once: their figures share statements. In the order of the questions. */
export async function measureEffects(
  asking: Asking,
  questions: readonly EffectQuestion[],
): Promise<EffectAnswer[]> {
  const known = await loadMetrics(asking.ctx)
  const plans = questions.map((question) => {
    const resolved = resolveFrom(asking.ctx, known, question.metric)
    const sides = sidesOf(question, asking.clock.today)
    const change = pilesUp(resolved.node)
    const days = {
      // What a day added is told from the day before.
      from: addToDay(sides.before.from, change ? -1 : 0, 'day'),
      to: (sides.after ?? sides.before).to,
    }
    const scopes = [question.scope, ...(question.against ? [question.against] : [])]
    const asks = scopes.flatMap((scope): Ask[] =>
      [days, sides.before, ...(sides.after ? [sides.after] : [])].map((each, at) => ({
        ref: question.metric,
        question: { scope, days: each, unit: at === 0 ? 'day' : 'range' },
      })),
    )
    return { question, resolved, sides, change, asks }
  })
  const measured = await measureAll(
    asking,
    plans.flatMap(({ asks }) => asks),
  )
  let taken = 0
  return plans.map(({ question, resolved, sides, change, asks }) => {
    const mine = measured.slice(taken, taken + asks.length)
    taken += asks.length
    const each = sides.after ? 3 : 2
    return answerFrom(question, resolved, sides, {
      change,
      scope: mine.slice(0, each),
      against: question.against ? mine.slice(each) : undefined,
      yesterday: addToDay(asking.clock.today, -1, 'day'),
    })
  })
}

interface Read {
  readonly change: boolean
  /** By day, of the days before, of the days after. */
  readonly scope: readonly Measured[]
  readonly against: readonly Measured[] | undefined
  readonly yesterday: Day
}

type Values = ReadonlyMap<Day, number | null>

const shownOf = ({ points }: Measured): Values => new Map(points.map(({ start, value }) => [start, value]))

/** What is compared: the figure of each day, or what the day added to it. */
function readOf(shown: Values, change: boolean): Values {
  if (!change) return shown
  const added = new Map<Day, number | null>()
  for (const [day, value] of shown) {
    const before = shown.get(addToDay(day, -1, 'day')) ?? null
    added.set(day, value === null || before === null ? null : value - before)
  }
  return added
}

/** Whether a day's figure rests on days of both sides, or waits for days that are not over. */
function isMixed(day: Day, on: Day, { back, ahead }: Overlap, yesterday: Day): boolean {
  if (day >= on) return daysBetween(on, day) < back || daysBetween(day, yesterday) < ahead
  return daysBetween(day, on) <= ahead
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

export function answerFrom(
  question: EffectQuestion,
  { metric, node }: Resolved,
  sides: Sides,
  { change, scope, against, yesterday }: Read,
): EffectAnswer {
  const { on } = question
  const shown = shownOf(scope[0]!)
  const values = readOf(shown, change)
  const other = against && readOf(shownOf(against[0]!), change)
  const overlap = overlapOf(node)
  const days = daysFrom(sides.before.from, (sides.after ?? sides.before).to)
  const known = (day: Day) => values.get(day) != null && (!other || other.get(day) != null)
  const mixed = days.filter((day) => isMixed(day, on, overlap, yesterday))
  const counted = new Set(days.filter((day) => known(day) && !mixed.includes(day)))
  const used = (side: 'before' | 'after') => [...counted].filter((day) => day < on === (side === 'before'))
  const meanOf = (of: Values | undefined, side: 'before' | 'after') =>
    of ? mean(used(side).map((day) => of.get(day)!)) : null
  const scale = other ? scaleOf(meanOf(values, 'before'), meanOf(other, 'before'), isAmount(node)) : 1
  const figures = [...counted].map(
    (day): DayFigure => ({ day, value: values.get(day)! - (other ? scale * other.get(day)! : 0) }),
  )
  const shared = Math.max(overlap.back, Number.isFinite(overlap.ahead) ? overlap.ahead : 0)
  const found = changeSince(figures, on, shared)
  const after = meanOf(values, 'after')
  const usual = found && after !== null ? after - found.difference : null
  const part = (figure: number | undefined) =>
    figure === undefined || usual === null || usual <= 0 ? null : figure / usual
  const sideOf = (side: 'before' | 'after', at: number) => ({
    days: sides[side] ?? null,
    counted: used(side).length,
    mean: meanOf(values, side),
    against: meanOf(other, side),
    whole: sides[side] ? (scope[at]?.total.value ?? null) : null,
  })
  return {
    metric: {
      key: metric.key,
      name: metric.name,
      unit: metric.unit,
      better: metric.better,
      formula: metric.formula,
    },
    on,
    reads: change ? 'change' : 'level',
    course: days.map((day) => ({
      day,
      value: (change ? values : shown).get(day) ?? null,
      against: other?.get(day) == null ? null : scale * other.get(day)!,
      usual: day >= on ? usualOf(found, day, other?.get(day), scale) : null,
      counted: counted.has(day),
    })),
    before: sideOf('before', 1),
    after: sideOf('after', 2),
    ahead: question.after - (sides.after ? daysBetween(sides.after.from, sides.after.to) + 1 : 0),
    difference: found?.difference ?? null,
    low: found?.low ?? null,
    high: found?.high ?? null,
    relative: part(found?.difference),
    relativeLow: part(found?.low),
    relativeHigh: part(found?.high),
    verdict: verdictOf(found, metric.better),
    drift: driftOf(found, figures, on, shared),
    leftOut: {
      noBase: days.filter((day) => !known(day) && !mixed.includes(day)).length,
      mixed: mixed.length,
    },
  }
}

/**
 * What the other scope is multiplied by: amounts are brought to the level of before, so that a group of a hundred can
 * stand against one of a thousand; shares and means are compared as they are.
 */
const scaleOf = (mine: number | null, theirs: number | null, amount: boolean): number =>
  amount && mine !== null && theirs !== null && mine > 0 && theirs > 0 ? mine / theirs : 1

function usualOf(
  found: Change | undefined,
  day: Day,
  other: number | null | undefined,
  scale: number,
): number | null {
  const usual = found?.usual[weekdayOf(day)] ?? null
  return usual === null ? null : usual + (other == null ? 0 : scale * other)
}

function verdictOf(found: Change | undefined, better: 'more' | 'less'): EffectAnswer['verdict'] {
  if (!found) return 'fewDays'
  if (found.low > 0) return better === 'more' ? 'better' : 'worse'
  if (found.high < 0) return better === 'more' ? 'worse' : 'better'
  return 'unclear'
}

/** Only where it speaks against what was found: the figure went that way before anything was done. */
function driftOf(
  found: Change | undefined,
  figures: readonly DayFigure[],
  on: Day,
  shared: number,
): number | null {
  const drift = found && driftBefore(figures, on, shared)
  if (!found || !drift) return null
  const clear = drift.low > 0 || drift.high < 0
  return clear && Math.sign(drift.perWeek) === Math.sign(found.difference) ? drift.perWeek : null
}

async function sayEffectQuestion(asking: Asking, question: EffectQuestion): Promise<string> {
  const { locale } = asking.ctx
  const { who } = question.scope
  return render(words.says, locale, {
    metric: await sayMetric(asking, question.metric),
    on: question.on,
    before: question.before,
    after: question.after,
    who: who ? render(words.who, locale, { who: await asking.parts.audience.say(asking.ctx, who) }) : '',
    against: question.against ? render(words.against, locale) : '',
  })
}

export const effectAnalysis = defineAnalysis({
  name: 'effect',
  label: effectLabels.effect,
  question: effectQuestion,
  answer: effectAnswer,
  cell: effectCell,
  say: sayEffectQuestion,
  answerOf: async (asking, question) => (await measureEffects(asking, [question]))[0]!,
  peopleOf: async (asking, question, { side, day, of, part }) => {
    const sides = sidesOf(question, asking.clock.today)
    const scope = of === 'against' ? (question.against ?? question.scope) : question.scope
    const days = sides[side]
    return await membersOf(asking, question.metric, {
      scope,
      // Nothing of it is over: nobody.
      days: days ?? { from: question.on, to: addToDay(question.on, -1, 'day') },
      ...(day === undefined ? {} : { unit: 'day' as const, start: day }),
      ...(part ? { of: part } : {}),
    })
  },
})
