/**
 * Figures of single members, before and after they met an experiment, added up per arm: what differences between arms
 * are made of. A metric is asked of each member by itself: how often, whether at all, on how many days, or how much;
 * a ratio of two such (orders per visit) stays two figures. What is divided by the number of members (of the
 * community, of a group) is per member already; rolling windows give way to the window of the experiment.
 */

import type { Day } from '#base/time/calendar.ts'
import type { BoundSql, Clock } from '#modules/audience/api.ts'
import { type Binder, happeningSql, openBinder, rowsSql, warehouseProperty } from '#modules/audience/api.ts'
import type { Formula } from '../metrics/formula.ts'
import type { EventsExpression } from '../metrics/metric.ts'
import type { Node } from '../metrics/resolve.ts'
import { didsOf } from '../metrics/sql/events.sql.ts'

/** A figure of a member: arithmetic over what he did. */
export interface PerMember {
  readonly over: Figure
  /** What it is divided by, where the metric is a ratio. */
  readonly under: Figure | null
  /** A yes or no. */
  readonly share: boolean
}

type Figure =
  | { readonly kind: 'leaf'; readonly leaf: EventsExpression }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: '+' | '-' | '*' | '/'; readonly left: Figure; readonly right: Figure }

const people = new Set(['population', 'time'])

/** How a metric is asked of single members; undefined when it cannot be. */
export function perMemberOf(node: Node): PerMember | undefined {
  if (node.kind === 'ratio') {
    const over = figureOf(node.over)
    if (!over) return undefined
    // Per member of the community, per day: the mean over the members of an arm says that already.
    if (node.under.kind === 'leaf' && people.has(node.under.leaf.kind))
      return { over, under: null, share: isShare(over) }
    const under = figureOf(node.under)
    return under && { over, under, share: false }
  }
  if (node.kind === 'leaf' && node.leaf.kind === 'events' && node.leaf.counted.of === 'average') {
    const { counted, ...leaf } = node.leaf
    const sum = { ...leaf, counted: { ...counted, of: 'sum' as const } }
    return {
      over: { kind: 'leaf', leaf: sum },
      under: { kind: 'leaf', leaf: { ...leaf, counted: { of: 'count' } } },
      share: false,
    }
  }
  const over = figureOf(node)
  return over && { over, under: null, share: isShare(over) }
}

const isShare = (figure: Figure) => figure.kind === 'leaf' && figure.leaf.counted.of === 'members'

const countable = new Set(['count', 'members', 'days', 'sum'])

function figureOf(node: Node): Figure | undefined {
  switch (node.kind) {
    case 'leaf':
      return node.leaf.kind === 'events' && countable.has(node.leaf.counted.of)
        ? { kind: 'leaf', leaf: node.leaf }
        : undefined
    case 'ratio':
      return node.under.kind === 'leaf' && people.has(node.under.leaf.kind) ? figureOf(node.over) : undefined
    case 'formula':
      return formulaFigure(node.formula, node.of)
  }
}

/** Sums and differences, and what is multiplied or divided by a number: what a mean of members keeps. */
function formulaFigure(formula: Formula, of: ReadonlyMap<string, Node>): Figure | undefined {
  switch (formula.kind) {
    case 'number':
      return { kind: 'number', number: formula.number }
    case 'letter': {
      const node = of.get(formula.letter)
      return node && figureOf(node)
    }
    case 'minus': {
      const right = formulaFigure(formula.of, of)
      return right && { kind: '-', left: { kind: 'number', number: 0 }, right }
    }
    default: {
      const [left, right] = [formulaFigure(formula.left, of), formulaFigure(formula.right, of)]
      if (!left || !right) return undefined
      if (formula.kind === '*' && left.kind !== 'number' && right.kind !== 'number') return undefined
      if (formula.kind === '/' && (right.kind !== 'number' || right.number === 0)) return undefined
      return { kind: formula.kind, left, right }
    }
  }
}

/** Whose figures: a query of `m`, `variant` and `at`, the moment from which it counts, each member once. */
export interface Exposures extends BoundSql {
  /** The first day of any exposure: nothing before it, and before what is looked back at, is read. */
  readonly since: Day
}

/**
 * Who met an experiment, when first, and in which arm; who was in two (doubles that became one) is in `crossed`. Only
 * those who still have a profile, as everywhere where people stand behind a figure; who closed his account has one,
 * without a name, so that an arm which drives people away does not lose them from its figures.
 */
export function exposuresSql(experimentId: string, since: Day): Exposures {
  return { ...metSql(experimentId, since, '= 1'), since }
}

function metSql(experimentId: string, since: Day, arms: '= 1' | '> 1'): BoundSql {
  // Programs and jobs expose too, so this asks for all but robots and tests.
  return {
    sql: `SELECT m, any(arm) AS variant, min(happened) AS at FROM (
        SELECT member_id AS m, JSONExtractString(props, 'variant') AS arm, occurred_at AS happened FROM event
         WHERE name = 'experiment.exposed' AND object_kind = 'experiment' AND object_id = {exposed_in:Int64}
           AND member_id != 0 AND NOT (bot OR test) AND day >= {exposed_since:Date}
           AND member_id GLOBAL IN (SELECT id FROM member FINAL WHERE present))
      GROUP BY m HAVING uniqExact(arm) ${arms}`,
    params: { exposed_in: experimentId, exposed_since: since },
  }
}

/** Members who met more than one arm. */
export function crossedSql(experimentId: string, since: Day): BoundSql {
  const { sql, params } = metSql(experimentId, since, '> 1')
  return {
    sql: `SELECT count() AS members FROM (${sql})`,
    params,
  }
}

/** Members who meet each arm, day after day: `variant`, `day`, `members`. */
export function arrivalsSql(exposures: Exposures, zone: string): BoundSql {
  return {
    sql: `SELECT variant, toDate(at, {arrive_zone:String}) AS day, count() AS members FROM (${exposures.sql}) GROUP BY variant, day ORDER BY day`,
    params: { ...exposures.params, arrive_zone: zone },
  }
}

export interface Window {
  readonly days: number | null
  readonly lookBack: number
  /** Nothing after this counts. */
  readonly until: Date
}

/**
 * Those of `exposures` whose days are over: who came yesterday has had one of his fourteen, and would count as if he
 * had done in them all that he will ever do.
 */
export function finishedSql(exposures: Exposures, { days, until }: Window): Exposures {
  if (days === null) return exposures
  return {
    ...exposures,
    sql: `SELECT m, variant, at FROM (${exposures.sql})
      WHERE at + toIntervalDay({window_days:UInt16}) <= fromUnixTimestamp64Milli({window_end:Int64}, 'UTC')`,
    params: { ...exposures.params, window_days: days, window_end: until.getTime() },
  }
}

/**
 * Of those whose days are over: `variant`, `n`, sums of the figure after (`y`), before (`b`), of what it is divided by (`d`, `e`), and of all their
 * products: `yy`, `yb` …
 */
export function sumsSql({ over, under }: PerMember, met: Exposures, window: Window, clock: Clock): BoundSql {
  const exposures = finishedSql(met, window)
  const { bind, params } = openBinder('exp')
  const leaves: EventsExpression[] = []
  const columnOf = (figure: Figure, when: 'after' | 'before'): string => {
    switch (figure.kind) {
      case 'leaf': {
        let at = leaves.indexOf(figure.leaf)
        if (at < 0) at = leaves.push(figure.leaf) - 1
        return `l${at}.${when}`
      }
      case 'number':
        return `toFloat64(${bind('Float64', figure.number)})`
      default:
        return `(${columnOf(figure.left, when)} ${figure.kind} ${columnOf(figure.right, when)})`
    }
  }
  const none = 'toFloat64(0)'
  const columns = [
    `${columnOf(over, 'after')} AS y`,
    `${columnOf(over, 'before')} AS b`,
    `${under ? columnOf(under, 'after') : none} AS d`,
    `${under ? columnOf(under, 'before') : none} AS e`,
  ]
  const joins = leaves.map(
    (leaf, at) =>
      `LEFT JOIN (${leafSql(leaf, exposures, window, { clock, bind })}) AS l${at} ON l${at}.m = met.m`,
  )
  const names = ['y', 'b', 'd', 'e']
  const sums = names.flatMap((one, at) => [
    `sum(${one}) AS s_${one}`,
    ...names.slice(at).map((other) => `sum(${one} * ${other}) AS s_${one}${other}`),
  ])
  return {
    sql: `SELECT variant, count() AS n, ${sums.join(', ')} FROM (
        SELECT met.variant AS variant, ${columns.join(', ')} FROM (${exposures.sql}) AS met ${joins.join(' ')})
      GROUP BY variant`,
    params: { ...exposures.params, ...params },
  }
}

/** `m`, `after` and `before`: what each member who met it did of a leaf. */
function leafSql(
  leaf: EventsExpression,
  exposures: Exposures,
  { days, lookBack, until }: Window,
  writing: { readonly clock: Clock; readonly bind: Binder },
): string {
  const { bind } = writing
  const each = didsOf(leaf).map((did) => `(${happeningSql(did, writing).join(' AND ') || 'true'})`)
  const first = bind('Date', exposures.since)
  const where = [`(${each.join(' OR ')})`, `day >= ${first} - ${bind('UInt16', lookBack + 1)}`]
  const number =
    leaf.counted.of === 'sum' ? warehouseProperty(leaf.counted.property ?? 'value', bind).number : '1'
  const columns = ['day', 'occurred_at', `toFloat64(ifNull(${number}, 0)) AS worth`]
  const rows =
    leaf.by === 'anyone'
      ? `SELECT member_id AS m, ${columns.join(', ')} FROM event WHERE NOT (bot OR test) AND member_id != 0 AND ${where.join(' AND ')}`
      : rowsSql(columns, where)
  const until_ = `fromUnixTimestamp64Milli(${bind('Int64', until.getTime())}, 'UTC')`
  const end = days === null ? until_ : `least(${until_}, at + toIntervalDay(${bind('UInt16', days)}))`
  const counted = (when: string) => {
    switch (leaf.counted.of) {
      case 'members':
        return `toFloat64(countIf(${when}) >= ${bind('UInt32', leaf.counted.atLeast ?? 1)})`
      case 'days':
        return `toFloat64(uniqExactIf(day, ${when}))`
      case 'sum':
        return `sumIf(worth, ${when})`
      default:
        return `toFloat64(countIf(${when}))`
    }
  }
  return `SELECT did.m AS m, ${counted(`occurred_at >= at AND occurred_at < ${end}`)} AS after,
      ${counted(`occurred_at < at AND occurred_at >= at - toIntervalDay(${bind('UInt16', lookBack)})`)} AS before
    FROM (${rows}) AS did INNER JOIN (${exposures.sql}) AS met ON met.m = did.m GROUP BY m`
}
