/**
 * Members there are: who came and has not gone since. Whoever wrote it down counts here, staff, programs and the system
 * too: that an operator lets somebody in or removes him makes him no less a member. Robots and tests are left out, and
 * whoever is no profile of his own any more (doubles of another, an import that was undone), for the past too: they
 * never were one. Who left is a member up to that day: a figure of the past stays when somebody leaves today.
 */
import { addToDay } from '#base/time/calendar.ts'
import type { StockExpression } from '../metric.ts'
import { isEmpty, laterDay, type Span } from '../spans.ts'
import { type Asked, fitsSql, tuplesSql, wholeKey } from './asked.ts'

/** The last day that a figure takes in. */
export const edgesOf = ({ at }: Pick<StockExpression, 'at'>, spans: readonly Span[]): Span[] =>
  spans.map((span) => {
    const edge = at === 'start' ? addToDay(span.from, -1, 'day') : span.to
    // An edge lies in itself; a span without days stays without.
    return isEmpty(span) ? span : { from: edge, to: edge }
  })

/** Every coming and going of a member, by group: `m`, `g`, `day`, `at`, `seq`, `came`, and the key by property. */
function rowsOf({ came, gone }: StockExpression, edges: readonly Span[], asked: Asked): string {
  const { cut, writing } = asked
  const last = edges.filter((each) => !isEmpty(each)).reduce((one, { to }) => laterDay(one, to), '1970-01-01')
  const key = cut?.of === 'row' ? cut.key : `'${wholeKey}'`
  const comes = fitsSql([came], asked)
  return `SELECT member_id AS m, group_id AS g, day, occurred_at AS at, seq, ${comes} AS came, ${key} AS its
    FROM event WHERE NOT (bot OR test) AND member_id != 0 AND ${fitsSql([came, ...gone], asked)}
      AND member_id GLOBAL NOT IN (SELECT id FROM member FINAL WHERE NOT present)
      AND day <= ${writing.bind('Date', last)}`
}

/** +1 and −1 of each member, by group when it is cut by groups: `m`, `day`, `key`, `delta`. */
function changesOf(stock: StockExpression, edges: readonly Span[], asked: Asked): string {
  const order = 'ORDER BY at, seq ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW'
  const { cut } = asked
  // The first time that he came says which property he has.
  const value =
    cut?.of === 'row' && !cut.byGroup ? 'argMinIf(its, (at, seq), came) OVER (PARTITION BY m)' : 'its'
  const each = `SELECT m, g, day, at, seq, ${value} AS key,
      toInt64(came) - lagInFrame(toInt64(came), 1, 0) OVER (PARTITION BY m, g ${order}) AS delta
    FROM (${rowsOf(stock, edges, asked)})`
  if (cut?.of === 'row' && cut.byGroup)
    return `SELECT m, day, at, seq, key, delta FROM (${each}) WHERE delta != 0`
  // In any of the groups is in.
  const inside = `SELECT m, day, at, seq, key, toInt64(sum(delta) OVER (PARTITION BY m ${order}) > 0) AS inside FROM (${each})`
  return `SELECT m, day, at, seq, key, inside - lagInFrame(inside, 1, 0) OVER (PARTITION BY m ${order}) AS delta FROM (${inside})`
}

/** A query of `slot`, `key`, `figure` and `under`. */
export function stockFigures(stock: StockExpression, spans: readonly Span[], asked: Asked): string {
  const edges = edgesOf(stock, spans)
  const { cut, who } = asked
  const changes = `SELECT * FROM (${changesOf(stock, edges, asked)}) WHERE delta != 0${
    who === undefined ? '' : ` AND bitmapContains(${who}, m)`
  }`
  const keyed =
    cut?.of === 'member'
      ? `SELECT day, delta, arrayJoin(if(empty(his.keys), ['u'], his.keys)) AS key
           FROM (SELECT m, day, delta FROM (${changes})) AS changes
           LEFT JOIN (SELECT m, groupUniqArray(key) AS keys FROM (${cut.pairs}) GROUP BY m) AS his ON changes.m = his.m`
      : changes
  return `SELECT s.1 AS slot, key, toFloat64(sum(n)) AS figure, CAST(NULL AS Nullable(Float64)) AS under
    FROM (SELECT day, key, sum(delta) AS n FROM (${keyed}) GROUP BY day, key)
    ARRAY JOIN arrayFilter(s -> day <= s.3, ${tuplesSql(edges, asked)}) AS s GROUP BY slot, key`
}

/** Who is behind it: a query of `slot`, `key` and `members`, not in scope yet nor cut by member. */
export function stockSets(stock: StockExpression, spans: readonly Span[], asked: Asked): string {
  const edges = edgesOf(stock, spans)
  return `SELECT slot, key, groupBitmapState(m) AS members
    FROM (SELECT s.1 AS slot, m, key FROM (${changesOf(stock, edges, asked)})
          ARRAY JOIN arrayFilter(s -> day <= s.3, ${tuplesSql(edges, asked)}) AS s
          GROUP BY slot, m, key HAVING sum(delta) > 0)
    GROUP BY slot, key`
}
