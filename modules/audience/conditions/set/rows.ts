/**
 * Rows of behaviour for set queries: what people did, under the member that it counts for. What a browser did before
 * its owner signed in is his; what a double did is of the member that remains.
 */
import type { Clock, Span } from '../clock.ts'
import type { Happening } from '../condition.ts'
import { warehouseTest } from '../property-test.ts'
import type { Binder } from './binder.ts'

export interface Writing {
  readonly clock: Clock
  readonly bind: Binder
}

/** Which event, in which group, with which properties. */
export function happeningSql(happening: Happening, { bind }: Writing): string[] {
  return [
    ...(happening.event === '*' ? [] : [`name = ${bind('String', happening.event)}`]),
    ...(happening.group === undefined ? [] : [`group_id = ${bind('UInt64', happening.group)}`]),
    ...(happening.where ?? []).map((test) => warehouseTest(test, bind)),
  ]
}

export function spanSql(span: Span, { bind }: Writing): string[] {
  if (span.by === 'days')
    return span.from > span.to
      ? ['false']
      : [`day >= ${bind('Date', span.from)}`, `day <= ${bind('Date', span.to)}`]
  const moment = (at: Date) => `fromUnixTimestamp64Milli(${bind('Int64', at.getTime())}, 'UTC')`
  return [`occurred_at > ${moment(span.after)}`, `occurred_at <= ${moment(span.upTo)}`]
}

/** `columns` of all rows that fit, with `m`, the member they count for. */
export function rowsSql(columns: readonly string[], where: readonly string[]): string {
  const conditions = where.map((each) => `AND ${each}`).join(' ')
  const rest = columns.map((column) => `, ${column}`).join('')
  return `SELECT member_id AS m${rest} FROM event
     WHERE person AND member_id != 0 ${conditions}
    UNION ALL
    SELECT owner AS m${rest} FROM event
     GLOBAL INNER JOIN (SELECT anonymous_id, argMin(member_id, seq) AS owner FROM identity GROUP BY anonymous_id) AS proofs USING (anonymous_id)
     WHERE person AND member_id = 0 AND anonymous_id != '' ${conditions}`
}
