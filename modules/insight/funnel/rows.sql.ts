/** The events that a funnel looks at, as rows: which steps and exclusions each fits, and whether one may begin there. */
import { addToDay } from '#base/time/calendar.ts'
import { type Clock, type Happening, happeningSql, openBinder, rowsSql } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import type { BrokenDown } from '../breakdown.ts'
import type { Days } from '../shapes.ts'
import type { Walk } from './attempts.sql.ts'
import type { FunnelQuestion } from './funnel.ts'
import { microsOf } from './span.ts'

export interface FunnelWriting {
  readonly question: FunnelQuestion
  readonly days: Days
  readonly clock: Clock
  readonly scoped: Scoped
  readonly cut: BrokenDown | undefined
}

const dayMicros = 86_400_000_000
export const atSql = 'toInt64(toUnixTimestamp64Micro(occurred_at))'

/** Whether one event could be both; filters are not compared. */
const mayMeet = (one: readonly Happening[], other: readonly Happening[]) =>
  one.some((a) => other.some((b) => a.event === '*' || b.event === '*' || a.event === b.event))

export function walkOf({ question, cut }: FunnelWriting): Walk {
  const { steps } = question
  return {
    ...question,
    overlaps: steps.map((step, at) =>
      steps.slice(0, at).flatMap((earlier, n) => (mayMeet(earlier.of, step.of) ? [n] : [])),
    ),
    valued: cut?.of === 'row',
  }
}

/**
 * `m`, `at`, `seq`, `mask`, `begins`, one `fits_n` for each step, and `value` when it is cut by something of events.
 * Attempts begin within the days; events are read for as long after them as an attempt may last.
 */
export function funnelRowsSql(writing: FunnelWriting): {
  readonly sql: string
  readonly params: Record<string, unknown>
} {
  const { question, days, clock, scoped, cut } = writing
  const { bind, params } = openBinder('funnel')
  const fitting = (of: readonly Happening[]) =>
    of
      .map((each) => {
        const where = happeningSql(each, { clock, bind })
        return where.length > 0 ? `(${where.join(' AND ')})` : 'true'
      })
      .join(' OR ')
  const fits = question.steps.map(({ of }) => `(${fitting(of)})`)
  const out = question.exclusions.map((exclusion) => `(${fitting([exclusion])})`)
  const lasts = Math.ceil(microsOf(question.within) / dayMicros) + 1
  const where = [
    `day >= ${bind('Date', days.from)}`,
    `day <= ${bind('Date', addToDay(days.to, lasts, 'day'))}`,
    ...scoped.rows,
    // Strictly next: whatever else happened stands between.
    ...(question.order === 'strict' ? [] : [`(${[...fits, ...out].join(' OR ')})`]),
  ]
  const mask = [...fits, ...out].map((each, at) => `${each} * ${2 ** at}`).join(' + ')
  const first = question.order === 'unordered' ? `(${fits.join(' OR ')})` : fits[0]!
  const rows = rowsSql(
    [
      'seq',
      `${atSql} AS at`,
      `toUInt32(${mask}) AS mask`,
      `${first} AND day <= ${bind('Date', days.to)} AS begins`,
      ...(cut?.of === 'row' ? [`${cut.sql} AS value`] : []),
    ],
    where,
  )
  const about = scoped.people.length > 0 ? ` WHERE ${scoped.people.join(' AND ')}` : ''
  return {
    sql: about ? `SELECT * FROM (${rows})${about}` : rows,
    params: { ...params, ...scoped.params, ...cut?.params },
  }
}

/**
 * Whether ClickHouse's own `windowFunnel` says the same: it takes one event for several steps, knows no windows of
 * single steps, forgets the moments, and its own modes look at one attempt of each member.
 */
export const isPlain = ({ question }: FunnelWriting, { overlaps, valued }: Walk): boolean =>
  question.order === 'ordered' &&
  question.count === 'members' &&
  question.show.of === 'steps' &&
  question.exclusions.length === 0 &&
  !valued &&
  overlaps.every((each) => each.length === 0) &&
  question.repeats !== 'ending' &&
  !question.apart &&
  question.steps.every(({ optional, within, atLeast }) => !optional && !within && !atLeast)
