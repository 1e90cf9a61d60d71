/**
 * Members there are: who came and has not gone since. Whoever wrote it down counts here, staff, programs and the system
 * too: that an operator lets somebody in or removes him makes him no less a member. Robots and tests are left out, and
 * whoever is no profile of his own any more (doubles of another, an import that was undone), for the past too: they
 * never were one. Who left is a member up to that day: a figure of the past stays when somebody leaves today.
 *
 * Who had two profiles is there as long as one of them is: what a double left does not end what the profile has that
 * remains. From the day on which they became one, leaving is leaving with both.
 */
import { addToDay } from '#base/time/calendar.ts'
import type { StockExpression } from '../metric.ts'
import { firstDay, isEmpty, laterDay, type Span } from '../spans.ts'
import { type Asked, fitsSql, tuplesSql, wholeKey } from './asked.ts'
import { untilEndsSql } from './sets.sql.ts'

/** The last day that a figure takes in. */
export const edgesOf = ({ at }: Pick<StockExpression, 'at'>, spans: readonly Span[]): Span[] =>
  spans.map((span) => {
    const edge = at === 'start' ? addToDay(span.from, -1, 'day') : span.to
    // An edge lies in itself; a span without days stays without.
    return isEmpty(span) ? span : { from: edge, to: edge }
  })

/** Rows of the log about members, up to the last edge. */
function upToEdge(edges: readonly Span[], { writing }: Asked): string {
  const last = edges.filter((each) => !isEmpty(each)).reduce((one, { to }) => laterDay(one, to), firstDay)
  return `NOT (bot OR test) AND member_id != 0
      AND member_id GLOBAL NOT IN (SELECT id FROM member FINAL WHERE NOT present)
      AND day <= ${writing.bind('Date', last)}`
}

const keyOf = ({ cut }: Asked) => (cut?.of === 'row' ? cut.key : `'${wholeKey}'`)
const isByGroup = ({ cut }: Asked) => cut?.of === 'row' && cut.byGroup

/**
 * Every coming and going of a member, by group and profile (`p`, 0 for his own): `m`, `g`, `p`, `day`, `at`, `seq`,
 * `came`, and the key by property.
 */
function rowsOf({ came, gone }: StockExpression, edges: readonly Span[], asked: Asked, who: string): string {
  const comes = fitsSql([came], asked)
  const rows = (
    fits: string,
  ) => `SELECT member_id AS m, group_id AS g, logged_as AS p, day, occurred_at AS at, seq,
      ${comes} AS came, ${keyOf(asked)} AS its
    FROM event WHERE ${upToEdge(edges, asked)} AND ${fits}${who}`
  const own = rows(fitsSql([came, ...gone], asked))
  if (gone.length === 0) return own
  const merged = `SELECT member_id AS m, logged_as AS p, max(occurred_at) AS at FROM event
    WHERE name = 'member.merged_away' AND logged_as != 0 GROUP BY m, p`
  return `${own} UNION ALL SELECT own.m AS m, g, double.p AS p, day, own.at AS at, seq, came, its FROM (${rows(fitsSql(gone, asked))}) AS own
    GLOBAL INNER JOIN (${merged}) AS double ON own.m = double.m WHERE own.p = 0 AND NOT own.came AND own.at > double.at`
}

/** +1 and −1 of those who may have gone: `m`, `day`, `key`, `delta`; by group when it is cut by groups. */
function goingsOf(stock: StockExpression, edges: readonly Span[], asked: Asked, who: string): string {
  const order = 'ORDER BY at, seq, p ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW'
  // The first time that he came says which property he has.
  const value =
    asked.cut?.of === 'row' && !isByGroup(asked)
      ? 'argMinIf(its, (at, seq), came) OVER (PARTITION BY m)'
      : 'its'
  const each = `SELECT m, p, day, at, seq, ${value} AS key,
      toInt64(came) - lagInFrame(toInt64(came), 1, 0) OVER (PARTITION BY m, g, p ${order}) AS delta
    FROM (${rowsOf(stock, edges, asked, who)})`
  // In any of the groups, and with any of his profiles, is in.
  const one = isByGroup(asked) ? 'PARTITION BY m, key' : 'PARTITION BY m'
  const inside = `SELECT m, p, day, at, seq, key, toInt64(sum(delta) OVER (${one} ${order}) > 0) AS inside FROM (${each})`
  return `SELECT m, day, key, inside - lagInFrame(inside, 1, 0) OVER (${one} ${order}) AS delta FROM (${inside})`
}

/** +1 and −1 of each member, by group when it is cut by groups: `m`, `day`, `key`, `delta`. */
function changesOf(stock: StockExpression, edges: readonly Span[], asked: Asked): string {
  if (asked.cut?.of === 'row' && !isByGroup(asked)) return goingsOf(stock, edges, asked, '')
  const stayed = (
    leavers: string,
  ) => `SELECT member_id AS m, min(day) AS first, ${keyOf(asked)} AS key, toInt64(1) AS delta
    FROM event WHERE ${upToEdge(edges, asked)} AND ${fitsSql([stock.came], asked)}${leavers} GROUP BY m, key`
  const kept = (leavers: string) => `SELECT m, first AS day, key, delta FROM (${stayed(leavers)})`
  if (stock.gone.length === 0) return kept('')
  // Few ever go; of all others the first coming says it.
  const leavers = `(SELECT member_id FROM event WHERE ${upToEdge(edges, asked)} AND ${fitsSql(stock.gone, asked)})`
  return `${kept(` AND member_id GLOBAL NOT IN ${leavers}`)}
    UNION ALL ${goingsOf(stock, edges, asked, ` AND member_id GLOBAL IN ${leavers}`)}`
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

/**
 * Who is behind it: a query of `slot`, `key` and `members`, not in scope yet nor cut by member. Each coming and each
 * going turns a member over, so that he is there after an odd number of them.
 */
export function stockSets(stock: StockExpression, spans: readonly Span[], asked: Asked): string {
  const edges = edgesOf(stock, spans)
  const turned = `SELECT m, day, key FROM (${changesOf(stock, edges, asked)}) WHERE delta != 0`
  return untilEndsSql(turned, edges, asked, 'turned')
}
