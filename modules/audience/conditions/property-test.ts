/**
 * What a test of a property of an event means, in ClickHouse and in PostgreSQL, side by side because they must agree.
 * A number is a JSON number; a text is a string, `true` or `false`, or a whole number in digits. Lists and
 * objects have neither. `value` is the amount of the event itself.
 */
import { type RawBuilder, sql } from 'kysely'
import { amendable } from '#base/facts/amending.ts'
import type { PropertyTest } from './condition.ts'
import { operators } from './field-test.ts'
import type { Binder } from './set/binder.ts'

/** Whole numbers beyond this are not exact in JSON, and have no text here. */
const mostExact = 9_007_199_254_740_992

export interface Dialect<T> {
  readonly number: T
  readonly text: T
  readonly known: T
}

/** Expressions over a row of the warehouse's `event`. Number and text are null where there is none. */
export function warehouseProperty(property: string, bind: Binder): Dialect<string> {
  if (property === 'value')
    return { number: 'toFloat64(value)', text: 'toString(value)', known: 'isNotNull(value)' }
  const key = bind('String', property)
  const type = `JSONType(props, ${key})`
  const number = `if(${type} IN ('Int64', 'UInt64', 'Double'), JSONExtractFloat(props, ${key}), NULL)`
  return {
    number,
    text: `multiIf(${type} = 'String', JSONExtractString(props, ${key}), ${type} = 'Bool', JSONExtractRaw(props, ${key}),
      ifNull(${number} = trunc(${number}) AND abs(${number}) <= ${mostExact}, false), toString(toInt64(assumeNotNull(${number}))), NULL)`,
    known: `${type} != 'Null'`,
  }
}

/**
 * The value of a row of `event_log as e` as it counts: what was put right later stands in place of what was said then,
 * as in the warehouse.
 */
export const logValue: RawBuilder<unknown> = sql`
  (case when e.name in (${sql.join([...amendable].map((name) => sql.lit(name)))}) and e.object_id is not null then coalesce(
     (select a.value from event_amendment a
       where a.name = e.name and a.object_kind = e.object_kind and a.object_id = e.object_id), e.value) else e.value end)`

/** Expressions over a row of `event_log as e`. */
export function logProperty(property: string): Dialect<RawBuilder<unknown>> {
  if (property === 'value')
    return {
      number: sql`${logValue}::float8`,
      text: sql`${logValue}::text`,
      known: sql`${logValue} is not null`,
    }
  const json = sql`(e.props -> ${property}::text)`
  const number = sql`case when jsonb_typeof(${json}) = 'number' and abs(${json}::numeric) < 1e300 then ${json}::float8 end`
  return {
    number,
    text: sql`case jsonb_typeof(${json}) when 'string' then ${json} #>> '{}' when 'boolean' then ${json} #>> '{}'
      when 'number' then case when abs(${json}::numeric) <= ${sql.lit(mostExact)} and ${json}::numeric = trunc(${json}::numeric)
        then trunc(${json}::numeric)::bigint::text end end`,
    known: sql`jsonb_typeof(${json}) is distinct from 'null' and ${json} is not null`,
  }
}

/**
 * What must stand somewhere in the properties when one of them is, or contains, one of these texts: found much sooner
 * than JSON is read. PostgreSQL writes every letter as it is, but quotes, backslashes and what is no letter.
 */
function standsInProps(property: string, texts: readonly string[], bind: Binder): string {
  if (property === 'value' || texts.some((text) => text === '' || /["\\\p{Cc}]/u.test(text))) return ''
  return `multiSearchAny(props, ${bind('Array(String)', texts)}) AND `
}

export function warehouseTest({ property, test }: PropertyTest, bind: Binder): string {
  const { number, text, known } = warehouseProperty(property, bind)
  const stands = (...texts: readonly string[]) => standsInProps(property, texts, bind)
  const yes = (expression: string) => `ifNull(${expression}, false)`
  switch (test.op) {
    case 'is':
      return `(${stands(test.value)}${yes(`${text} = ${bind('String', test.value)}`)})`
    case 'isNot':
      return `NOT ${yes(`${text} = ${bind('String', test.value)}`)}`
    case 'contains':
      return `(${stands(test.value)}${yes(`position(${text}, ${bind('String', test.value)}) > 0`)})`
    case 'isOneOf':
      return `(${stands(...test.value)}${yes(`has(${bind('Array(String)', test.value)}, ${text})`)})`
    case 'isNoneOf':
      return `NOT ${yes(`has(${bind('Array(String)', test.value)}, ${text})`)}`
    case 'ne':
      return `NOT ${yes(`${number} = ${bind('Float64', test.value)}`)}`
    case 'eq':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return yes(`${number} ${operators[test.op]} ${bind('Float64', test.value)}`)
    case 'isKnown':
      return known
    case 'isUnknown':
      return `NOT (${known})`
  }
}

/** The signs as PostgreSQL takes them. */
const signs = { eq: sql`=`, gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` } as const

export function logTest({ property, test }: PropertyTest): RawBuilder<unknown> {
  const { number, text, known } = logProperty(property)
  const yes = (expression: RawBuilder<unknown>) => sql`coalesce(${expression}, false)`
  switch (test.op) {
    case 'is':
      return yes(sql`(${text}) = ${test.value}::text`)
    case 'isNot':
      return sql`not ${yes(sql`(${text}) = ${test.value}::text`)}`
    case 'contains':
      return yes(sql`position(${test.value}::text in (${text})) > 0`)
    case 'isOneOf':
      return yes(sql`(${text}) = any(${test.value}::text[])`)
    case 'isNoneOf':
      return sql`not ${yes(sql`(${text}) = any(${test.value}::text[])`)}`
    case 'ne':
      return sql`not ${yes(sql`(${number}) = ${test.value}::float8`)}`
    case 'eq':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return yes(sql`(${number}) ${signs[test.op]} ${test.value}::float8`)
    case 'isKnown':
      return sql`(${known})`
    case 'isUnknown':
      return sql`not (${known})`
  }
}
