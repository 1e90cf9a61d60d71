/** Journeys, newcomers and regulars by channel, read from the events of the warehouse. */
import { addToDay } from '#base/time/calendar.ts'
import {
  type Binder,
  type BoundSql,
  type Clock,
  happeningSql,
  openBinder,
  rowsSql,
  warehouseProperty,
} from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import type { Days } from '../shapes.ts'
import {
  type AttributionCell,
  type AttributionQuestion,
  mostTouches,
  sameTouchMinutes,
} from './attribution.ts'
import type { ChannelRule } from './channels.ts'
import { directChannel } from './models.ts'

export interface AttributionWriting {
  readonly question: AttributionQuestion
  readonly rules: readonly ChannelRule[]
  readonly days: Days
  readonly scoped: Scoped
  readonly clock: Clock
}

/** A pattern for LIKE; what is nothing but stars fits anything that is there. */
const likeOf = (pattern: string) =>
  /^\*+$/.test(pattern)
    ? '_%'
    : pattern
        .toLowerCase()
        .replace(/[\\%_]/g, '\\$&')
        .replaceAll('*', '%')

/** What an event says about where its visit came from; empty texts where it says nothing. */
const traitSql = {
  channel: `if(name = 'member.joined', lowerUTF8(JSONExtractString(props, 'channel')), '')`,
  source: `lowerUTF8(JSONExtractString(context, 'utm', 'source'))`,
  medium: `lowerUTF8(JSONExtractString(context, 'utm', 'medium'))`,
  campaign: `lowerUTF8(JSONExtractString(context, 'utm', 'campaign'))`,
  referrer: `lower(domainWithoutWWW(JSONExtractString(context, 'referrer')))`,
} as const
const traitColumns = Object.entries(traitSql).map(([trait, sql]) => `${sql} AS of_${trait}`)

/** Rows that may say where a visit came from, before any JSON is read. */
const touches = `(name = 'member.joined' OR multiSearchAny(context, ['"utm"', '"referrer"', '"landing"']))`

/** The channel of a row with `of_…`; empty when it says nothing. */
function channelSql(rules: readonly ChannelRule[], bind: Binder): string {
  const tests = rules.map(
    ({ channel, any }) =>
      `${any.map(({ of, like }) => `of_${of} LIKE ${bind('String', likeOf(like))}`).join(' OR ')}, ${bind('String', channel)}`,
  )
  const raw = `coalesce(nullIf(of_channel, ''), nullIf(of_source, ''), nullIf(of_referrer, ''), if(landed, '${directChannel}', ''))`
  return `substringUTF8(${tests.length > 0 ? `multiIf(${[...tests, raw].join(', ')})` : raw}, 1, 40)`
}

/** Whether a row says anything. */
const known = `concat(of_channel, of_source, of_referrer) != '' OR landed`

/** What is asked about who came from where, by the day. */
export type Arriving = Pick<AttributionWriting, 'rules' | 'days' | 'scoped'>

const peopleWithin = ({ people }: Scoped) => (people.length > 0 ? `WHERE ${people.join(' AND ')}` : '')

/** Columns of rows whose channel `channelOfSql` tells. */
const arrivingColumns = [...traitColumns, `JSONHas(context, 'landing') AS landed`]

/** The channel of a row with `arrivingColumns`; empty when it says nothing. */
const channelOfSql = (rules: readonly ChannelRule[], bind: Binder) =>
  `if(${known}, ${channelSql(rules, bind)}, '')`

/** One row a touch in the range: `m`, `at` in microseconds, `channel`. */
export function touchesSql({ rules, days, scoped }: Arriving, bind: Binder): string {
  const rows = rowsSql(
    ['toUnixTimestamp64Micro(occurred_at) AS at', ...arrivingColumns],
    [`day >= ${bind('Date', days.from)}`, `day <= ${bind('Date', days.to)}`, touches],
  )
  return `SELECT m, at, channel FROM (SELECT m, at, ${channelOfSql(rules, bind)} AS channel FROM (${rows}) ${peopleWithin(scoped)})
    WHERE channel != ''`
}

/** Browsers with a touch in the range that nobody was recognised by: one row, `strangers`. */
export function strangersSql({ days }: Pick<Arriving, 'days'>): BoundSql {
  const { bind, params } = openBinder('strange')
  const sql = `SELECT uniqExactIf(anonymous_id, ${known}) AS strangers
    FROM (SELECT anonymous_id, ${arrivingColumns.join(', ')} FROM event
      WHERE person AND member_id = 0 AND anonymous_id != '' AND ${touches}
        AND day >= ${bind('Date', days.from)} AND day <= ${bind('Date', days.to)}
        AND anonymous_id GLOBAL NOT IN (SELECT anonymous_id FROM identity))`
  return { sql, params }
}

/** Per member: `arrivals` (moment, channel), touches close together as one, and `won` (moment, worth), in order. */
function membersSql({ question, rules, days, scoped, clock }: AttributionWriting, bind: Binder): string {
  const { conversion, worth, lookBack } = question
  const fits = happeningSql(conversion, { clock, bind }).join(' AND ') || 'true'
  const amount =
    worth.of === 'nothing'
      ? 'toInt64(0)'
      : worth.of === 'value'
        ? 'ifNull(value, 0)'
        : `toInt64(ifNull(round(${warehouseProperty(worth.property, bind).number}), 0))`
  const from = bind('Date', days.from)
  const inScope = scoped.rows.length > 0 ? ` AND ${scoped.rows.join(' AND ')}` : ''
  const converts = `((${fits}) AND day >= ${from}${inScope})`
  const rows = rowsSql(
    [
      'toUnixTimestamp64Micro(occurred_at) AS at',
      'seq',
      `${converts} AS converts`,
      `if(converts, ${amount}, 0) AS worth`,
      ...arrivingColumns,
    ],
    [
      `day >= ${bind('Date', addToDay(days.from, -lookBack - 1, 'day'))}`,
      `day <= ${bind('Date', days.to)}`,
      `(${touches} OR ${converts})`,
    ],
  )
  const close = sameTouchMinutes * 60_000_000
  return `SELECT m,
      arraySort(groupArrayIf((at, seq, channel), channel != '')) AS all_touches,
      arrayFilter((_, this, before, gap, place) -> place = 1 OR this != before OR gap >= ${close}, all_touches,
        all_touches.3, arrayPopBack(arrayPushFront(all_touches.3, '')), arrayDifference(all_touches.1), arrayEnumerate(all_touches)) AS arrivals,
      arraySort(groupArrayIf((at, seq, worth), converts)) AS won
    FROM (SELECT m, at, seq, converts, worth, ${channelOfSql(rules, bind)} AS channel FROM (${rows}) ${peopleWithin(scoped)})
    GROUP BY m`
}

/** One row a journey: `m`, `touched` (moment, channel), `ends` (moment; of the last touch without a conversion), `times`, `worth`. */
function journeysSql(writing: AttributionWriting, bind: Binder): string {
  const back = writing.question.lookBack * 86_400_000_000
  const from = `toUnixTimestamp64Micro(toDateTime64(${bind('String', `${writing.days.from} 00:00:00`)}, 6, ${bind('String', writing.clock.zone)}))`
  const shortened = (touches: string) =>
    `if(length(${touches}) > ${mostTouches}, arrayConcat(arraySlice(${touches}, 1, 1), arraySlice(${touches}, -${mostTouches - 1})), ${touches})`
  return `SELECT m, ${shortened('journey.1')} AS touched, journey.2 AS ends, journey.3 AS times, journey.4 AS worth
    FROM (
      SELECT m, arrayJoin(if(notEmpty(won),
          arrayMap(each -> (arrayFilter(touch -> touch.1 <= each.1 AND touch.1 >= each.1 - ${back}, arrivals), each.1, toUInt8(1), each.3), won),
          [(arrayFilter(touch -> touch.1 >= ${from}, arrivals), toInt64(0), toUInt8(0), toInt64(0))])) AS journey
      FROM (${membersSql(writing, bind)}))
    WHERE times = 1 OR notEmpty(touched)`
}

export interface JourneyRow {
  readonly path: readonly string[]
  readonly conversions: string
  readonly value: string
  readonly nulls: string
  readonly decay: readonly number[]
  readonly decayValue: readonly number[]
}

const bound = ({ scoped }: AttributionWriting, sql: string, params: Record<string, unknown>): BoundSql => ({
  sql,
  params: { ...params, ...scoped.params },
})

/** Journeys that are alike, with the weights of time decay. */
export function journeysByPathSql(writing: AttributionWriting): BoundSql {
  const { bind, params } = openBinder('touch')
  const halfLife = writing.question.halfLife * 86_400_000_000
  const sql = `SELECT path, sum(times) AS conversions, sum(toInt128(worth)) AS value, countIf(times = 0) AS nulls,
      sumForEach(weights) AS decay, sumForEach(arrayMap(weight -> weight * worth, weights)) AS decayValue
    FROM (
      SELECT touched.3 AS path, times, worth,
        arrayMap(touch -> if(times = 0, 0., exp2((touch.1 - touched[-1].1) / ${halfLife})), touched) AS raw,
        arrayMap(weight -> if(times = 0, 0., weight / arraySum(raw)), raw) AS weights
      FROM (${journeysSql(writing, bind)}))
    GROUP BY path`
  return bound(writing, sql, params)
}

const present = '(SELECT groupBitmapState(id) FROM member FINAL WHERE present) AS present'

/** Members still there: who converted, who was touched and did not, and who met each channel on the way. */
export function converterSql(writing: AttributionWriting): BoundSql {
  const { bind, params } = openBinder('touch')
  const sql = `WITH ${present}
    SELECT channel, bitmapAndCardinality(groupBitmapStateIf(m, times = 1), present) AS converted,
      bitmapAndCardinality(groupBitmapStateIf(m, times = 0), present) AS without
    FROM (SELECT m, times, arrayJoin(arrayPushBack(arrayDistinct(touched.3), '')) AS channel FROM (${journeysSql(writing, bind)}))
    GROUP BY channel`
  return bound(writing, sql, params)
}

/** Who joined in the range: `m`, `channel` (`''`: not known), `joined` in microseconds, and `joined_on`, the day. */
export function fansSql({ rules, days, scoped }: Arriving, bind: Binder): string {
  const rows = rowsSql(
    ['day', 'toUnixTimestamp64Micro(occurred_at) AS at', 'seq', ...arrivingColumns],
    [`name = 'member.joined'`, `day >= ${bind('Date', days.from)}`, `day <= ${bind('Date', days.to)}`],
  )
  return `SELECT m, argMin(${channelOfSql(rules, bind)}, (at, seq)) AS channel, min(at) AS joined, min(day) AS joined_on
    FROM (${rows}) ${peopleWithin(scoped)} GROUP BY m`
}

/** Of those: who was there again a week later or after that. The rollup of days has every active member of a day. */
function keptSql(writing: AttributionWriting, bind: Binder): string {
  const since = bind('Date', addToDay(writing.days.from, 7, 'day'))
  return `SELECT m, channel, back >= joined_on + 7 AS kept FROM (${fansSql(writing, bind)}) AS fans
    LEFT JOIN (SELECT arrayJoin(bitmapToArray(members)) AS m, max(day) AS back FROM active_day
      WHERE day >= ${since} GROUP BY m) AS days USING (m)`
}

/** Members still there who joined in the range, and who of them came back, by channel. */
export function fansByChannelSql(writing: AttributionWriting): BoundSql {
  const { bind, params } = openBinder('touch')
  const sql = `WITH ${present}
    SELECT channel, bitmapAndCardinality(groupBitmapState(m), present) AS fans,
      bitmapAndCardinality(groupBitmapStateIf(m, kept), present) AS kept
    FROM (${keptSql(writing, bind)}) GROUP BY channel`
  return bound(writing, sql, params)
}

/** Who was there in the range and had not joined in it. Exact by the rollup of days: it asks whether, not how often. */
function regularsSql(writing: AttributionWriting, bind: Binder): string {
  const { days, scoped } = writing
  const people = scoped.people.length > 0 ? `AND ${scoped.people.join(' AND ')}` : ''
  return `SELECT m FROM (SELECT DISTINCT arrayJoin(bitmapToArray(members)) AS m FROM active_day
      WHERE day >= ${bind('Date', days.from)} AND day <= ${bind('Date', days.to)})
    WHERE m NOT IN (SELECT m FROM (${fansSql(writing, bind)})) ${people}`
}

export function regularsTotalSql(writing: AttributionWriting): BoundSql {
  const { bind, params } = openBinder('touch')
  const sql = `WITH ${present} SELECT bitmapAndCardinality(groupBitmapState(m), present) AS regulars FROM (${regularsSql(writing, bind)})`
  return bound(writing, sql, params)
}

/** Who is behind a figure: one column `member_id`, each once. */
export function attributionPeopleSql(writing: AttributionWriting, cell: AttributionCell): BoundSql {
  const { bind, params } = openBinder('touch')
  const sql = () => {
    switch (cell.of) {
      case 'converted':
        return `SELECT DISTINCT m AS member_id FROM (${journeysSql(writing, bind)}) WHERE times = 1`
      case 'without':
        return `SELECT DISTINCT m AS member_id FROM (${journeysSql(writing, bind)}) WHERE times = 0`
      case 'channel':
        return `SELECT DISTINCT m AS member_id FROM (${journeysSql(writing, bind)})
          WHERE times = 1 AND ${cell.channel === 'unknown' ? 'empty(touched)' : `has(touched.3, ${bind('String', cell.channel)})`}`
      case 'fans':
      case 'kept': {
        const where = [
          ...(cell.channel === undefined
            ? []
            : [`channel = ${bind('String', cell.channel === 'unknown' ? '' : cell.channel)}`]),
          ...(cell.of === 'kept' ? ['kept'] : []),
        ]
        return `SELECT m AS member_id FROM (${keptSql(writing, bind)})${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''}`
      }
      case 'regulars':
        return `SELECT m AS member_id FROM (${regularsSql(writing, bind)})`
    }
  }
  return bound(writing, sql(), params)
}
