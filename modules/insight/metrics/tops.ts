/** Which values of a breakdown stand by themselves: those of most events, or of most members, of all that is looked at. */
import { openBinder } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import { type BrokenDown, mostValues } from '../breakdown.ts'
import type { Breakdown } from '../shapes.ts'
import { type AskedLeaf, spansRead, touchedBy } from './leaf.sql.ts'
import type { PreparedScope } from './scope.ts'
import type { Span } from './spans.ts'
import { type Asked, daysSql, fitsSql } from './sql/asked.ts'

interface TopsQuestion {
  readonly breakdown: Breakdown
  readonly broken: BrokenDown
  readonly leaf: AskedLeaf
  readonly spans: readonly Span[]
  readonly scope: PreparedScope
}

/** The largest values, the largest first, for each question; one statement for all. */
export async function findTops(asking: Asking, questions: readonly TopsQuestion[]): Promise<string[][]> {
  const tops: string[][] = questions.map(() => [])
  const { sql, params } = topsStatement(questions, asking.clock)
  if (questions.length === 0) return tops
  const rows = await asking.once<{ place: number; value: string; n: string }>(sql, params)
  rows.sort((one, other) => Number(other.n) - Number(one.n) || (one.value < other.value ? -1 : 1))
  for (const { place, value } of rows) tops[place]!.push(value)
  return tops
}

export function topsStatement(questions: readonly TopsQuestion[], clock: Asking['clock']) {
  const { bind, params } = openBinder('t')
  const parts = questions.map(({ breakdown, broken, leaf, spans, scope }, place) => {
    Object.assign(params, broken.params)
    const limit = `WHERE value != '' GROUP BY value ORDER BY n DESC, value LIMIT ${mostValues}`
    // A field or a segment has the same values for every figure, so that tiles beside each other agree.
    if (broken.of === 'member')
      return `SELECT ${place} AS place, value, n FROM (SELECT value, count() AS n FROM (${broken.sql}) ${limit})`
    const asked: Asked = { writing: { clock, bind }, group: scope.group }
    const [touched] = touchedBy(leaf, spansRead(leaf, spans), clock.today)
    const { dids } = touched!
    const rolled = breakdown.by === 'group' && dids.every(({ where }) => !where?.length)
    const days = leaf.kind === 'events' ? daysSql(touched!.spans, asked) : 'true'
    const counted = rolled ? 'sum(events + excluded)' : 'count()'
    // `value` is a column of events: conditions about it must not meet this one.
    return `SELECT ${place} AS place, mine AS value, n FROM (
      SELECT ${broken.sql} AS mine, ${counted} AS n FROM ${rolled ? 'event_day' : 'event'}
       WHERE ${fitsSql(dids, asked)} AND ${days}${rolled ? '' : ' AND NOT (bot OR test)'} AND mine != ''
       GROUP BY mine ORDER BY n DESC, mine LIMIT ${broken.most ?? mostValues})`
  })
  return { sql: parts.join('\nUNION ALL\n'), params }
}
