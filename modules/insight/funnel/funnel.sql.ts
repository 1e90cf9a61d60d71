/** Figures of a funnel, and who is behind them. */
import type { BoundSql } from '#modules/audience/api.ts'
import { rowsSql } from '#modules/audience/api.ts'
import { attemptsSql } from './attempts.sql.ts'
import type { FunnelCell, FunnelQuestion } from './funnel.ts'
import { atSql, type FunnelWriting, funnelRowsSql, isPlain, walkOf } from './rows.sql.ts'
import { microsOf } from './span.ts'

const params = (writing: FunnelWriting) => funnelRowsSql(writing).params

/** Of several attempts of one member: the furthest, of those with most steps, the first. */
const best = (attempts: string, keys: string) => `
  SELECT ${keys}, b.1 AS began, b.2 AS times, b.3 AS values FROM (
    SELECT ${keys}, argMax((began, times, values), (arrayLastIndex(t -> t != 0, times), arrayCount(t -> t != 0, times), -toInt64(place))) AS b
      FROM (${attempts}) GROUP BY ${keys})`

/** The first attempt of each. */
const first = (attempts: string, keys: string) => `
  SELECT ${keys}, b.1 AS began, b.2 AS times, b.3 AS values FROM (
    SELECT ${keys}, argMin((began, times, values), place) AS b FROM (${attempts}) GROUP BY ${keys})`

/** One after another: while somebody is on a way that leads to the end, no other begins. */
const rounds = (attempts: string, keys: string) => `
  SELECT ${keys}, a.1 AS place, a.2 AS began, a.3 AS times, a.4 AS values FROM (
    SELECT ${keys}, arraySort(a -> a.1, groupArray((place, began, times, values, finish))) AS all,
        arrayFold((done, a) -> if(a.1 <= done.1, (done.1, arrayPushBack(done.2, false)), (if(a.5 != 0, a.5, done.1), arrayPushBack(done.2, true))),
          all, (toUInt32(0), CAST([], 'Array(Bool)'))).2 AS free
      FROM (${attempts}) GROUP BY ${keys})
    ARRAY JOIN arrayFilter((a, f) -> f, all, free) AS a`

/** Those attempts that count. */
function countedSql(attempts: string, keys: string, count: FunnelQuestion['count']): string {
  if (count === 'attempts') return attempts
  return { members: best, first, rounds }[count](attempts, keys)
}

const countsAttempts = ({ question: { count } }: FunnelWriting) => count === 'attempts' || count === 'rounds'

/** What one member counts for: `m`, `times` (0: not taken) and, when somebody cuts it, `value`; or every attempt. */
export function standingSql(writing: FunnelWriting, plain = isPlain(writing, walkOf(writing))): string {
  const { question, cut } = writing
  const { sql } = funnelRowsSql(writing)
  const walk = walkOf(writing)
  const size = question.steps.length
  if (plain) {
    const tests = question.steps.map((_, n) => (n === 0 ? 'begins' : `bitTest(mask, ${n})`)).join(', ')
    return withMembers(
      `SELECT m, windowFunnel(${microsOf(question.within)})(toUInt64(at), ${tests}) AS reached,
         arrayMap(n -> toInt64(n <= reached), range(1, ${size + 1})) AS times FROM (${sql}) GROUP BY m HAVING reached > 0`,
      writing,
    )
  }
  const everywhere = cut?.of === 'row' && question.attribution.by === 'all'
  const by = everywhere ? ['value'] : []
  const attempts = attemptsSql(sql, walk, by)
  const standing = countedSql(attempts, ['m', ...by].join(', '), question.count)
  if (cut?.of !== 'row' || everywhere) return withMembers(standing, writing)
  return `SELECT *, ${valueSql(writing)} AS value FROM (${standing})${
    question.attribution.by === 'step' ? ` WHERE times[${question.attribution.step}] != 0` : ''
  }`
}

function valueSql({ question: { attribution } }: FunnelWriting): string {
  switch (attribution.by) {
    case 'step':
      return `values[${attribution.step}]`
    case 'last':
      return `arrayLast(v -> v != '', values)`
    default:
      return `arrayFirst(v -> v != '', values)`
  }
}

/** Beside the values of each member, where it is cut by those: he may have several, or '' for none. */
const withMembers = (standing: string, { cut }: FunnelWriting) =>
  cut?.of === 'member' ? `SELECT * FROM (${standing}) AS s LEFT JOIN (${cut.sql}) AS cut USING (m)` : standing

/** `counts` and `members` of all steps, of everybody (`value` null) or by value. */
export function stepsSql(writing: FunnelWriting, byValue: boolean): BoundSql {
  const size = writing.question.steps.length
  const members = countsAttempts(writing)
    ? `[${Array.from({ length: size }, (_, n) => `uniqExactIf(m, times[${n + 1}] != 0)`).join(', ')}]`
    : 'counts'
  const whole = byValue ? writing : { ...writing, cut: undefined }
  return {
    sql: `SELECT ${byValue ? 'value, ' : ''}sumForEach(arrayMap(t -> t != 0, times)) AS counts, ${members} AS members
      FROM (${standingSql(whole)}) ${byValue ? 'GROUP BY value ORDER BY counts[1] DESC, value' : ''}`,
    params: params(whole),
  }
}

const whole = (writing: FunnelWriting): FunnelWriting => ({ ...writing, cut: undefined })

/** Seconds from the step taken before to each step: `average` and `median`, null where nobody took it. */
export function stepTimesSql(writing: FunnelWriting): BoundSql {
  const all = whole(writing)
  const lasted = writing.question.steps.map((_, at) =>
    at === 0 ? '' : `(times[${at + 1}] - arrayMax(arraySlice(times, 1, ${at}))) / 1e6`,
  )
  const each = (aggregate: string) =>
    lasted
      .map((took, at) => (at === 0 ? 'NULL' : `${aggregate}OrNullIf(${took}, times[${at + 1}] != 0)`))
      .join(', ')
  return {
    sql: `SELECT [${each('avg')}] AS average, [${each('quantileExactInclusive(0.5)').replaceAll('quantileExactInclusive(0.5)OrNullIf(', 'quantileExactInclusiveOrNullIf(0.5)(')}] AS median FROM (${standingSql(all)})`,
    params: params(all),
  }
}

const tookSql = (from: number, to: number) => `(times[${to}] - times[${from}]) / 1e6`
const both = (from: number, to: number) => `times[${from}] != 0 AND times[${to}] != 0`

/** How long from one step to another: how many, `average`, quantiles, in seconds. */
export function timeSql(writing: FunnelWriting, from: number, to: number): BoundSql {
  const all = whole(writing)
  return {
    sql: `SELECT count() AS members, uniqExact(m) AS people, avgOrNull(took) AS average, quantilesExactInclusiveOrNull(0.5, 0.9, 0.98)(took) AS at,
        max(took) AS longest
      FROM (SELECT m, ${tookSql(from, to)} AS took FROM (${standingSql(all)}) WHERE ${both(from, to)})`,
    params: params(all),
  }
}

/** Members by time in bins of `width` seconds; the last, from `most` bins on, holds all the rest. */
export function binsSql(
  writing: FunnelWriting,
  from: number,
  to: number,
  width: number,
  most: number,
): BoundSql {
  const all = whole(writing)
  return {
    sql: `SELECT least(toUInt32(floor(${tookSql(from, to)} / {bin_width:Float64})), {bin_most:UInt32}) AS bin, count() AS count
      FROM (${standingSql(all)}) WHERE ${both(from, to)} GROUP BY bin ORDER BY bin`,
    params: { ...params(all), bin_width: width, bin_most: most },
  }
}

const bucketSql = {
  day: 'began_day',
  week: 'toMonday(began_day)',
  month: 'toStartOfMonth(began_day)',
} as const

/** The best attempt of each member in each bucket, by when it began; or of those that count. */
function bucketsSql(writing: FunnelWriting, unit: keyof typeof bucketSql): string {
  const attempts = attemptsSql(funnelRowsSql(writing).sql, walkOf(writing))
  const { count } = writing.question
  const counted = count === 'members' ? attempts : countedSql(attempts, 'm', count)
  const dated = `SELECT *, toDate(fromUnixTimestamp64Micro(began, 'UTC'), {funnel_zone:String}) AS began_day, ${bucketSql[unit]} AS bucket FROM (${counted})`
  return count === 'members' ? best(dated, 'm, bucket') : dated
}

/** `entered` and `converted` by the bucket in which attempts began. */
export function trendSql(writing: FunnelWriting, unit: keyof typeof bucketSql): BoundSql {
  const all = whole(writing)
  return {
    sql: `SELECT bucket AS start, count() AS entered, countIf(times[${all.question.steps.length}] != 0) AS converted
      FROM (${bucketsSql(all, unit)}) GROUP BY bucket ORDER BY bucket`,
    params: { ...params(all), funnel_zone: all.clock.zone },
  }
}

/** Everybody who took step `from`: `a` when, `b` when he took the next that has to be taken, 0 for those who stopped. */
const crossingSql = (writing: FunnelWriting, from: number, to: number) =>
  `SELECT m, times[${from}] AS a, times[${to}] AS b FROM (${standingSql({ ...writing, question: { ...writing.question, count: writing.question.count === 'first' ? 'first' : 'members' } })}) WHERE a != 0`

/** How many went on and how many stopped; how long nine of ten of the former took, in microseconds. */
export function crossingsSql(writing: FunnelWriting, from: number, to: number): BoundSql {
  const all = whole(writing)
  return {
    sql: `SELECT countIf(b != 0) AS went, countIf(b = 0) AS stopped, ifNull(quantileExactIfOrNull(0.9)(b - a, b != 0), 0) AS needed
      FROM (${crossingSql(all, from, to)})`,
    params: params(all),
  }
}

/** What each did in between: `m`, `name`, `went`. */
function doneBetweenSql(writing: FunnelWriting, from: number, to: number): string {
  const done = rowsSql(
    ['name', `${atSql} AS at`],
    ['day >= {between_from:Date}', 'day <= {between_to:Date}', ...writing.scoped.rows],
  )
  return `SELECT m, name, b != 0 AS went_on FROM (${done}) AS done INNER JOIN (${crossingSql(writing, from, to)}) AS crossing USING (m)
    WHERE at > a AND at < if(b != 0, b, a + {between_needed:Int64} + 1) GROUP BY m, name, went_on`
}

export interface Watched {
  readonly days: { readonly from: string; readonly to: string }
  /** Microseconds. */
  readonly needed: number
}

const betweenParams = (writing: FunnelWriting, { days, needed }: Watched) => ({
  ...params(writing),
  between_from: days.from,
  between_to: days.to,
  between_needed: needed,
})

/** Members who did each thing in between, of those who went on and of those who stopped. */
export function betweenSql(writing: FunnelWriting, from: number, to: number, watched: Watched): BoundSql {
  const all = whole(writing)
  return {
    sql: `SELECT name, countIf(went_on) AS went, countIf(NOT went_on) AS stopped FROM (${doneBetweenSql(all, from, to)}) AS done
      GROUP BY name ORDER BY went + stopped DESC, name LIMIT 200`,
    params: betweenParams(all, watched),
  }
}

export function betweenPeopleSql(
  writing: FunnelWriting,
  from: number,
  to: number,
  watched: Watched,
  cell: Extract<FunnelCell, { of: 'did' }>,
): BoundSql {
  const all = whole(writing)
  return {
    sql: `SELECT DISTINCT m AS member_id FROM (${doneBetweenSql(all, from, to)}) WHERE name = {between_name:String} AND ${cell.went ? '' : 'NOT '}went_on`,
    params: { ...betweenParams(all, watched), between_name: cell.event },
  }
}

/** The step before `step` that everybody has to take; its own number for the first. */
export function stepBefore({ steps, order }: FunnelWriting['question'], step: number): number {
  if (order === 'unordered') return Math.max(1, step - 1)
  for (let n = step - 1; n >= 1; n--) if (!steps[n - 1]?.optional) return n
  return 1
}

/** The next step that everybody has to take. */
export function stepAfter({ steps, order }: FunnelWriting['question'], step: number): number {
  if (order === 'unordered') return step + 1
  for (let n = step + 1; n < steps.length; n++) if (!steps[n - 1]?.optional) return n
  return steps.length
}

/** Members behind a figure of steps, times or the trend. */
export function peopleSql(writing: FunnelWriting, cell: Exclude<FunnelCell, { of: 'did' }>): BoundSql {
  const { question } = writing
  const all = whole(writing)
  const some = (standing: string, where: string) =>
    `SELECT DISTINCT m AS member_id FROM (${standing}) WHERE ${where}`
  switch (cell.of) {
    case 'reached':
    case 'dropped': {
      const within = cell.value === undefined ? all : writing
      const where =
        cell.of === 'reached'
          ? `times[${cell.step}] != 0`
          : `times[${stepBefore(question, cell.step)}] != 0 AND times[${cell.step}] = 0`
      const valued = cell.value === undefined ? '' : ' AND value = {cell_value:String}'
      return {
        sql: some(standingSql(within), where + valued),
        params: { ...params(within), ...(cell.value === undefined ? {} : { cell_value: cell.value }) },
      }
    }
    case 'time': {
      const { show } = question
      const [from, to] = show.of === 'time' ? [show.from, show.to] : [1, question.steps.length]
      const upTo = cell.to === null ? '' : ` AND ${tookSql(from, to)} < {cell_to:Float64}`
      return {
        sql: some(
          standingSql(all),
          `${both(from, to)} AND ${tookSql(from, to)} >= {cell_from:Float64}${upTo}`,
        ),
        params: { ...params(all), cell_from: cell.from, ...(cell.to === null ? {} : { cell_to: cell.to }) },
      }
    }
    case 'began': {
      const unit = question.show.of === 'trend' ? question.show.unit : 'day'
      return {
        sql: some(
          bucketsSql(all, unit),
          `bucket = {cell_start:Date}${cell.converted ? ` AND times[${question.steps.length}] != 0` : ''}`,
        ),
        params: { ...params(all), funnel_zone: all.clock.zone, cell_start: cell.start },
      }
    }
  }
}
