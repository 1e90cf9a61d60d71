/** Members by what they did and did not do around a bucket: bitmaps of each part, put together span by span. */
import { addToDay } from '#base/time/calendar.ts'
import type { PeopleExpression, StockExpression } from '../metric.ts'
import { firstDay, isEmpty, type Span } from '../spans.ts'
import { type Asked, emptyBitmap, spansSql } from './asked.ts'
import { byDaySql } from './by-day.sql.ts'
import { didsOf } from './events.sql.ts'
import { amongSql, untilEndsSql } from './sets.sql.ts'
import { stockSets } from './stock.sql.ts'

type Part = PeopleExpression['who'][number]

/** People, and among whom they are counted when not everybody counts. */
export type SettledPeople = PeopleExpression & { readonly among?: StockExpression }

/** The days of a part for a span; without `from` since the beginning. */
function daysOfPart({ when = 'bucket' }: Part, span: Span): { readonly from?: string; readonly to: string } {
  if (isEmpty(span)) return { from: '2000-01-02', to: '2000-01-01' }
  switch (when) {
    case 'bucket':
      return span
    case 'before':
      return { to: addToDay(span.from, -1, 'day') }
    case 'ever':
      return { to: span.to }
    default: {
      const to = addToDay(span.to, -when.to, 'day')
      return when.from === undefined ? { to } : { from: addToDay(span.to, -when.from, 'day'), to }
    }
  }
}

/** All days that a part may read for these spans, for whoever asks whether anything new is among them. */
export const spansOfPart = (part: Part, spans: readonly Span[]): Span[] =>
  spans.map((span) => ({ from: firstDay, ...daysOfPart(part, span) }))

/** A query of `slot`, `key` and `members` of one part. */
function partSets(part: Part, spans: readonly Span[], given: Asked): string {
  const asked = { ...given, anyone: part.by === 'anyone' }
  const dids = didsOf(part)
  const read = spansOfPart(part, spans)
  const since = daysOfPart(part, { from: '2000-01-01', to: '2000-01-01' }).from
  if (since !== undefined)
    return `SELECT s.1 AS slot, key, groupBitmapMergeState(members) AS members
      FROM (${byDaySql(dids, read, asked)}) ARRAY JOIN ${spansSql(read, asked)} AS s GROUP BY slot, key`
  return untilEndsSql(byDaySql(dids, read, asked), read, asked)
}

/** A query of `slot`, `key` and `members`, not in scope yet nor cut by member. */
export function peopleSets(people: SettledPeople, spans: readonly Span[], asked: Asked): string {
  const sets = allPeople(people, spans, asked)
  return people.among ? amongSql(sets, (given) => stockSets(people.among!, spans, given), asked) : sets
}

function allPeople(
  { who: [first, ...others] }: PeopleExpression,
  spans: readonly Span[],
  asked: Asked,
): string {
  const did = partSets(first!, spans, asked)
  if (others.length === 0) return did
  const { cut: _, ...uncut } = asked
  const parts = others.map(
    (part, at) => `SELECT slot, ${at} AS part, members FROM (${partSets(part, spans, uncut)})`,
  )
  const columns = others.map((_part, at) => `groupBitmapMergeStateIf(members, part = ${at}) AS part_${at}`)
  const members = others.reduce(
    (found, part, at) =>
      `${part.not ? 'bitmapAndnot' : 'bitmapAnd'}(${found}, if(seen, part_${at}, ${emptyBitmap}))`,
    'members',
  )
  return `SELECT slot, key, ${members} AS members FROM (${did}) AS did
    LEFT JOIN (SELECT slot, true AS seen, ${columns.join(', ')} FROM (${parts.join(' UNION ALL ')}) GROUP BY slot) AS others
      USING (slot)`
}
