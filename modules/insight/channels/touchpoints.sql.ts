/** Who touched which channel and how far they went, and what became of those who joined by it; from the warehouse. */
import { addToDay, type Day } from '#base/time/calendar.ts'
import { type Binder, type BoundSql, openBinder, rowsSql } from '#modules/audience/api.ts'
import { type Arriving, fansSql, touchesSql } from '../attribution/attribution.sql.ts'
import { unknownChannel } from '../attribution/models.ts'
import { againDays, type StageName, stageEvents, type TouchpointCell } from './touchpoints.ts'
import { stageNames } from './types.ts'

export interface TouchpointWriting extends Arriving {
  readonly within: number
  readonly today: Day
  /** Channels that were classified, by kind. */
  readonly own: readonly string[]
  readonly public: readonly string[]
}

const day = 86_400_000_000
/** After every moment there is. */
const never = 'toInt64(9223372036854775807)'
const present = 'm IN (SELECT id FROM member FINAL WHERE present)'
const eventList = (events: readonly string[]) => events.map((name) => `'${name}'`).join(', ')

const kindSql = (writing: TouchpointWriting, bind: Binder) =>
  `multiIf(has(${bind('Array(String)', writing.own)}, channel), 'own', has(${bind('Array(String)', writing.public)}, channel), 'public', 'none')`

/**
 * `m`, `milestones`: when each stage was reached for the first time, in microseconds (`never`), a later stage standing
 * for those before it; and `paid`, all paid orders (moment, value). Events are read, because moments decide what came
 * after the touch, which rollups of days do not know.
 */
function milestonesSql({ today }: Pick<TouchpointWriting, 'today'>, bind: Binder): string {
  const { joined, interacted, bought } = stageEvents
  const rows = rowsSql(
    ['name', 'toUnixTimestamp64Micro(occurred_at) AS at', 'ifNull(value, 0) AS worth'],
    [`name IN (${eventList([...joined, ...interacted, ...bought])})`, `day <= ${bind('Date', today)}`],
  )
  const first = (events: readonly string[]) => `minIf(at, name IN (${eventList(events)}))`
  return `SELECT m, arraySort(groupArrayIf((at, worth), name IN (${eventList(bought)}))) AS paid,
      arrayMap(at -> if(at = 0, ${never}, at), [${first(joined)}, ${first(interacted)}, paid[1].1, paid[2].1]) AS firsts,
      arrayMap(from -> arrayMin(arraySlice(firsts, from)), [1, 2, 3, 4]) AS milestones
    FROM (${rows}) GROUP BY m`
}

/**
 * One row per member and place: `of` (`channel`, `kind`, `all`) and `name`, `met` (its first touch), `ends`, `reached` and
 * `stood` (of each stage), and `bought`, the orders of its window.
 */
function metSql(writing: TouchpointWriting, bind: Binder): string {
  const within = writing.within * day
  const reachedAt = (at: number) => `if(empty(milestones), ${never}, milestones[${at}])`
  const by = (at: number) => `${reachedAt(at)} <= ends`
  const had = (at: number) => `${reachedAt(at)} < met`
  const stages = stageNames.map((_, at) => at + 1)
  return `SELECT m, of, name, met, met + ${within} AS ends,
      [${stages.map((at) => `${by(at)} AND NOT ${had(at)}`).join(', ')}] AS reached,
      [${stages.map((at) => `NOT ${had(at)}${at > 1 ? ` AND ${by(at - 1)}` : ''}`).join(', ')}] AS stood,
      arrayFilter(order -> order.1 >= met AND order.1 <= ends, paid) AS bought
    FROM (
      SELECT m, place.1 AS of, place.2 AS name, min(at) AS met
      FROM (SELECT m, channel, min(at) AS at FROM (${touchesSql(writing, bind)}) WHERE ${present} GROUP BY m, channel)
      ARRAY JOIN [('channel', channel), ('kind', ${kindSql(writing, bind)}), ('all', '')] AS place
      GROUP BY m, of, name) AS arrivals
    LEFT JOIN (${milestonesSql(writing, bind)}) AS ways USING (m)`
}

export interface MetRow {
  readonly of: 'channel' | 'kind' | 'all'
  readonly name: string
  readonly met: string
  readonly reached: readonly string[]
  readonly stood: readonly string[]
  readonly orders: string
  readonly revenue: string
  readonly open: string
}

const bound = ({ scoped }: Arriving, sql: string, params: Record<string, unknown>): BoundSql => ({
  sql,
  params: { ...params, ...scoped.params },
})

/** Members who touched each place, and how far they went. `now`: the moment of asking, in microseconds. */
export function metByPlaceSql(writing: TouchpointWriting, now: number): BoundSql {
  const { bind, params } = openBinder('touch')
  const sql = `SELECT of, name, count() AS met, sumForEach(reached) AS reached, sumForEach(stood) AS stood,
      sum(length(bought)) AS orders, sum(arraySum(order -> toInt128(order.2), bought)) AS revenue,
      countIf(ends > ${bind('Int64', String(now))}) AS open
    FROM (${metSql(writing, bind)}) GROUP BY of, name`
  return bound(writing, sql, params)
}

/** Who joined in the range, with `mature`, `kept` and what they paid in their first days (`bought`). */
function wonSql(writing: TouchpointWriting, bind: Binder): string {
  const { within, days, today } = writing
  const fans = fansSql(writing, bind)
  const back = `SELECT arrayJoin(bitmapToArray(bitmapAnd(members, (SELECT groupBitmapState(toUInt64(m)) FROM (${fans}))))) AS m, day
      FROM active_day WHERE day >= ${bind('Date', addToDay(days.from, within, 'day'))}
        AND day < ${bind('Date', addToDay(days.to, within + againDays, 'day'))}`
  return `SELECT m, channel, mature, mature AND back > 0 AS kept,
      if(mature, arrayFilter(order -> order.1 >= joined AND order.1 <= joined + ${within * day}, paid), []) AS bought
    FROM (
      SELECT m, any(fans.channel) AS channel, any(fans.joined) AS joined,
        any(fans.joined_on) + ${within + againDays} <= ${bind('Date', today)} AS mature,
        countIf(days.day >= fans.joined_on + ${within} AND days.day < fans.joined_on + ${within + againDays}) AS back
      FROM (${fans}) AS fans LEFT JOIN (${back}) AS days USING (m)
      WHERE ${present} GROUP BY m) AS won
    LEFT JOIN (${milestonesSql(writing, bind)}) AS ways USING (m)`
}

export interface WonRow {
  readonly channel: string
  readonly fans: string
  readonly mature: string
  readonly kept: string
  readonly buyers: string
  readonly orders: string
  readonly revenue: string
}

/** Members who joined in the range by each channel (`''`: not known), and what became of them. */
export function wonByChannelSql(writing: TouchpointWriting): BoundSql {
  const { bind, params } = openBinder('touch')
  const sql = `SELECT channel, count() AS fans, countIf(mature) AS mature, countIf(kept) AS kept,
      countIf(notEmpty(bought)) AS buyers, sum(length(bought)) AS orders,
      sum(arraySum(order -> toInt128(order.2), bought)) AS revenue
    FROM (${wonSql(writing, bind)}) GROUP BY channel`
  return bound(writing, sql, params)
}

export interface FansOnDay {
  readonly channel: string
  readonly day: Day
  readonly fans: string
}

/** Members who joined on each day of the range, by channel (`''`: not known): as many in all as `wonByChannelSql` has. */
export function fansByDaySql(writing: Arriving): BoundSql {
  const { bind, params } = openBinder('touch')
  const sql = `SELECT channel, toString(joined_on) AS day, count() AS fans
    FROM (${fansSql(writing, bind)}) WHERE ${present} GROUP BY channel, day ORDER BY day, channel`
  return bound(writing, sql, params)
}

/** Who is behind a figure: one column `member_id`, each once. */
export function touchpointPeopleSql(writing: TouchpointWriting, cell: TouchpointCell, now: number): BoundSql {
  const { bind, params } = openBinder('touch')
  const sql = () => {
    switch (cell.of) {
      case 'met':
      case 'stage':
      case 'base':
      case 'open':
        return `SELECT m AS member_id FROM (${metSql(writing, bind)}) WHERE ${[...placeSql(cell, bind), ...stageSql(cell, bind, now)].join(' AND ')}`
      case 'fans':
      case 'mature':
      case 'kept':
      case 'buyers': {
        const of = { fans: 'true', mature: 'mature', kept: 'kept', buyers: 'notEmpty(bought)' }[cell.of]
        const kind = cell.kind ? ` AND ${kindSql(writing, bind)} = ${bind('String', cell.kind)}` : ''
        const channel =
          cell.channel === undefined
            ? ''
            : ` AND channel = ${bind('String', cell.channel === unknownChannel ? '' : cell.channel)}`
        return `SELECT m AS member_id FROM (${wonSql(writing, bind)}) WHERE ${of}${channel}${kind}`
      }
    }
  }
  return bound(writing, sql(), params)
}

type MetCell = Extract<TouchpointCell, { of: 'met' | 'stage' | 'base' | 'open' }>

function placeSql(cell: MetCell, bind: Binder): string[] {
  if (cell.of === 'open') return [`of = 'all'`]
  if (cell.channel !== undefined) return [`of = 'channel'`, `name = ${bind('String', cell.channel)}`]
  if (cell.kind !== undefined) return [`of = 'kind'`, `name = ${bind('String', cell.kind)}`]
  return [`of = 'all'`]
}

function stageSql(cell: MetCell, bind: Binder, now: number): string[] {
  const place = (stage: StageName) => stageNames.indexOf(stage) + 1
  switch (cell.of) {
    case 'met':
      return []
    case 'stage':
      return [`reached[${place(cell.stage)}]`]
    case 'base':
      return [`stood[${place(cell.stage)}]`]
    case 'open':
      return [`ends > ${bind('Int64', String(now))}`]
  }
}
