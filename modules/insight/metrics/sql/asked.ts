/** What every statement of the metric language is written with: scope, breakdown, parameters, spans. */
import type { Happening } from '#modules/audience/api.ts'
import { happeningSql, type Writing } from '#modules/audience/api.ts'
import { isEmpty, type Span, unionOf } from '../spans.ts'

/** A breakdown with the values that stand by themselves. Keys: `v` with the value, `r` the rest, `u` not known. */
export type Cut =
  | {
      readonly of: 'row'
      /** An expression over a row of `event` (for groups also of `event_day`): the key. */
      readonly key: string
      readonly byGroup: boolean
    }
  | {
      readonly of: 'member'
      /** A query of `m` and `key`: a member may have several; who has none is missing. */
      readonly pairs: string
    }

export interface Asked {
  readonly writing: Writing
  /** Only what happened in this group. */
  readonly group?: string | undefined
  /** A scalar: the bitmap of the members it is about. */
  readonly who?: string | undefined
  readonly cut?: Cut | undefined
  /** Whoever wrote it down. */
  readonly anyone?: boolean
}

/** The key of figures that are not cut. */
export const wholeKey = 'a'

/** The key of a value, given the ones that stand by themselves. */
export const keySql = (value: string, tops: readonly string[], { bind }: Pick<Writing, 'bind'>): string =>
  `multiIf(${value} = '', 'u', has(${bind('Array(String)', tops)}, ${value}), concat('v', ${value}), 'r')`

/** Rows in which one of these happened. */
export function fitsSql(dids: readonly Happening[], { writing, group }: Asked): string {
  const each = dids.map((did) => {
    const tests = happeningSql(did, writing)
    return tests.length === 0 ? 'true' : `(${tests.join(' AND ')})`
  })
  const one = each.length === 1 ? each[0]! : `(${each.join(' OR ')})`
  return group === undefined ? one : `(${one} AND group_id = ${writing.bind('UInt64', group)})`
}

/** Rows of the days that lie in one of the spans. */
export function daysSql(spans: readonly Span[], { writing: { bind } }: Asked): string {
  const ranges = unionOf(spans).map(
    ({ from, to }) => `(day >= ${bind('Date', from)} AND day <= ${bind('Date', to)})`,
  )
  return ranges.length === 0 ? 'false' : `(${ranges.join(' OR ')})`
}

/** An array of the spans that a row of `day` lies in: tuples of place, first and last day. */
export function spansSql(spans: readonly Span[], asked: Asked): string {
  return `arrayFilter(s -> day >= s.2 AND day <= s.3, ${tuplesSql(spans, asked)})`
}

/** All spans that are not empty: tuples of place, first and last day. */
export function tuplesSql(spans: readonly Span[], { writing: { bind } }: Asked): string {
  const some = spans.flatMap((span, at) => (isEmpty(span) ? [] : [{ ...span, at }]))
  const at = bind(
    'Array(UInt32)',
    some.map((each) => each.at),
  )
  const from = bind(
    'Array(Date)',
    some.map((each) => each.from),
  )
  const to = bind(
    'Array(Date)',
    some.map((each) => each.to),
  )
  return `arrayZip(${at}, ${from}, ${to})`
}

export const emptyBitmap = 'bitmapBuild(emptyArrayUInt64())'
