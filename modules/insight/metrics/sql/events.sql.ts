/** Figures of what happened: how often, how many members, on how many days, sums and the like. */
import { type Happening, warehouseProperty } from '#modules/audience/api.ts'
import type { EventsExpression, StockExpression } from '../metric.ts'
import type { Span } from '../spans.ts'
import { type Asked, daysSql, spansSql } from './asked.ts'
import { byDaySql, eventsSql, isRolled, memberRowsSql, totalsByDaySql } from './by-day.sql.ts'
import { amongSql, cardinalitiesSql } from './sets.sql.ts'
import { stockSets } from './stock.sql.ts'

/** Events, and among whom they are counted when not everybody counts. */
export type SettledEvents = EventsExpression & { readonly among?: Among }

/** Who came and has not gone, or who did something else in the same days. */
export type Among = StockExpression | EventsExpression

/** Sums are kept in millionths as whole numbers: they come out the same in whatever order they are added. */
const scale = 1_000_000

export const didsOf = ({
  event,
  where,
  group,
  or = [],
}: Pick<EventsExpression, 'event' | 'where' | 'group' | 'or'>): Happening[] => [
  { event, ...(where ? { where } : {}), ...(group ? { group } : {}) },
  ...or,
]

/** A query of `slot` (the place of a span), `key`, `figure` and `under`. */
export function eventsFigures(expression: SettledEvents, spans: readonly Span[], given: Asked): string {
  const asked = { ...given, anyone: expression.by === 'anyone' }
  const dids = didsOf(expression)
  const { counted } = expression
  const inSpans = spansSql(spans, asked)
  const alone = 'CAST(NULL AS Nullable(Float64)) AS under'
  /** Totals of days, added up. */
  const added = (days: string, by = 1) =>
    `SELECT s.1 AS slot, key, toFloat64(sum(n))${by === 1 ? '' : ` / ${by}`} AS figure, ${alone}
      FROM (${days}) ARRAY JOIN ${inSpans} AS s GROUP BY slot, key`
  switch (counted.of) {
    case 'members':
      // Nobody else needs the bitmaps: they are counted where they are put together, once unless windows overlap.
      if (counted.atLeast === undefined && !expression.among && plain(asked)) {
        const days = byDaySql(dids, spans, asked, daysSql(spans, asked), expression.rolling === undefined)
        return `SELECT s.1 AS slot, key, toFloat64(groupBitmapMerge(members)) AS figure, ${alone}
          FROM (${days}) ARRAY JOIN ${inSpans} AS s GROUP BY slot, key`
      }
      return `SELECT slot, key, toFloat64(n) AS figure, ${alone} FROM (${cardinalitiesSql(eventsSets(expression, spans, asked), asked)})`
    case 'days': {
      const days = `SELECT day AS slot, key, members FROM (${byDaySql(dids, spans, asked)})`
      return added(`SELECT slot AS day, key, n FROM (${cardinalitiesSql(days, asked)})`)
    }
    case 'count': {
      if (isRolled(dids, asked) && plain(asked)) return added(totalsByDaySql(dids, spans, asked, 'events'))
      return added(
        `SELECT day, key, count() AS n FROM (${eventsSql(dids, spans, asked, [])}) GROUP BY day, key`,
      )
    }
    case 'sum': {
      const ofValue = counted.property === undefined || counted.property === 'value'
      if (ofValue && isRolled(dids, asked) && plain(asked))
        return added(totalsByDaySql(dids, spans, asked, 'amount'))
      const rows = eventsSql(dids, spans, asked, [`${exactly(counted.property, asked)} AS x`])
      return added(`SELECT day, key, sum(ifNull(x, 0)) AS n FROM (${rows}) GROUP BY day, key`, scale)
    }
    case 'average': {
      const rows = eventsSql(dids, spans, asked, [`${exactly(counted.property, asked)} AS x`])
      return `SELECT s.1 AS slot, key, toFloat64(sum(total)) / ${scale} AS figure, toNullable(toFloat64(sum(n))) AS under
        FROM (SELECT day, key, sum(assumeNotNull(x)) AS total, count() AS n FROM (${rows}) WHERE isNotNull(x) GROUP BY day, key)
        ARRAY JOIN ${inSpans} AS s GROUP BY slot, key`
    }
    case 'min':
    case 'max': {
      const rows = eventsSql(dids, spans, asked, [`${numberOf(counted.property, asked)} AS x`])
      return `SELECT s.1 AS slot, key, toFloat64(${counted.of}(n)) AS figure, ${alone}
        FROM (SELECT day, key, ${counted.of}(assumeNotNull(x)) AS n FROM (${rows}) WHERE isNotNull(x) GROUP BY day, key)
        ARRAY JOIN ${inSpans} AS s GROUP BY slot, key`
    }
    case 'percentile': {
      const rows = eventsSql(dids, spans, asked, [`${numberOf(counted.property, asked)} AS x`])
      const level = counted.p / 100
      return `SELECT s.1 AS slot, key, toFloat64(quantileExactInclusiveMerge(${level})(n)) AS figure, ${alone}
        FROM (SELECT day, key, quantileExactInclusiveState(${level})(toFloat64(assumeNotNull(x))) AS n
                FROM (${rows}) WHERE isNotNull(x) GROUP BY day, key)
        ARRAY JOIN ${inSpans} AS s GROUP BY slot, key`
    }
  }
}

/** Who is behind it: a query of `slot`, `key` and `members`, not in scope yet nor cut by member. */
export function eventsSets(expression: SettledEvents, spans: readonly Span[], given: Asked): string {
  const sets = allSets(expression, spans, given)
  const { counted, among } = expression
  if (!among || counted.of !== 'members') return sets
  return amongSql(
    sets,
    (asked) => (among.kind === 'stock' ? stockSets(among, spans, asked) : allSets(among, spans, asked)),
    given,
  )
}

function allSets(expression: EventsExpression, spans: readonly Span[], given: Asked): string {
  const asked = { ...given, anyone: expression.by === 'anyone' }
  const dids = didsOf(expression)
  const { counted } = expression
  const inSpans = spansSql(spans, asked)
  const atLeast = counted.of === 'members' ? (counted.atLeast ?? 1) : 1
  if (atLeast === 1)
    return `SELECT s.1 AS slot, key, groupBitmapMergeState(members) AS members
      FROM (${byDaySql(dids, spans, asked)}) ARRAY JOIN ${inSpans} AS s GROUP BY slot, key`
  const known = `SELECT m, day, key, count() AS n FROM (${memberRowsSql(dids, spans, asked)}) GROUP BY m, day, key`
  return `SELECT slot, key, groupBitmapState(m) AS members
    FROM (SELECT s.1 AS slot, key, m FROM (${known}) ARRAY JOIN ${inSpans} AS s
           GROUP BY slot, key, m HAVING sum(n) >= ${asked.writing.bind('UInt64', atLeast)})
    GROUP BY slot, key`
}

/** Neither in scope nor cut by member: the rollups do not know how often each of them did it. */
const plain = ({ who, cut }: Asked) => who === undefined && cut?.of !== 'member'

const numberOf = (property: string | undefined, { writing: { bind } }: Asked): string =>
  warehouseProperty(property ?? 'value', bind).number

/** A number in millionths, exact for what JSON holds exactly. */
function exactly(property: string | undefined, asked: Asked): string {
  if (property === undefined || property === 'value') return `toInt128(value) * ${scale}`
  const number = numberOf(property, asked)
  return `toInt128(round(if(abs(${number}) <= 9007199254740992, ${number}, NULL) * ${scale}))`
}
