/**
 * What a test of a field means, for one member's value and as an expression over the copies in the warehouse.
 * The two stand side by side because they must agree; `agreement.test.ts` proves it.
 */
import type { Field, FieldType } from '#base/declarations/fields.ts'
import { type Clock, datesOfYearAhead, daysAsked, instantsOf, isTimeTest } from './clock.ts'
import type { FieldTest } from './condition.ts'
import type { Known } from './fields.ts'
import type { Binder } from './set/binder.ts'

type Comparison = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte'

export function compares(op: Comparison, actual: number, wanted: number): boolean {
  switch (op) {
    case 'eq':
      return actual === wanted
    case 'ne':
      return actual !== wanted
    case 'gt':
      return actual > wanted
    case 'gte':
      return actual >= wanted
    case 'lt':
      return actual < wanted
    case 'lte':
      return actual <= wanted
  }
}

export const operators: Readonly<Record<Comparison, string>> = {
  eq: '=',
  ne: '!=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
}

const asTexts = (value: Known | undefined): readonly string[] => (typeof value === 'object' ? value : [])
const asNumber = (value: Known | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined

/** Whether a value passes. A field that nobody declares has no value. */
export function passes(
  type: FieldType | undefined,
  test: FieldTest,
  value: Known | undefined,
  clock: Clock,
): boolean {
  const texts = asTexts(value)
  const [text] = texts
  const number = asNumber(value)
  if (isTimeTest(test)) {
    const { from, to } = daysAsked(test, clock)
    if (type === 'day')
      return text !== undefined && (from === undefined || text >= from) && (to === undefined || text <= to)
    if (number === undefined) return false
    return (
      (from === undefined || number >= instantsOf({ from, to: from }, clock.zone).from.getTime()) &&
      (to === undefined || number < instantsOf({ from: to, to }, clock.zone).to.getTime())
    )
  }
  switch (test.op) {
    case 'is':
      return text !== undefined && text === test.value
    case 'isNot':
      return text !== test.value
    case 'contains':
      return text?.includes(test.value) ?? false
    case 'notContains':
      return !(text?.includes(test.value) ?? false)
    case 'startsWith':
      return text?.startsWith(test.value) ?? false
    case 'isOneOf':
      return text !== undefined && test.value.includes(text)
    case 'isNoneOf':
      return text === undefined || !test.value.includes(text)
    case 'hasAnyOf':
      return test.value.some((each) => texts.includes(each))
    case 'hasAllOf':
      return test.value.every((each) => texts.includes(each))
    case 'hasNoneOf':
      return !test.value.some((each) => texts.includes(each))
    case 'between':
      return number !== undefined && number >= test.value[0] && number <= test.value[1]
    case 'ne':
      return number !== test.value
    case 'eq':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return number !== undefined && compares(test.op, number, test.value)
    case 'anniversaryInNext':
      return text !== undefined && datesOfYearAhead(clock, test.value).includes(text.slice(5))
    case 'isKnown':
      return value !== undefined
    case 'isUnknown':
      return value === undefined
    case 'isTrue':
      return number === 1
    case 'isFalse':
      return number === 0
  }
}

/** The same as an expression over a row of `member`. A value that is not known is an empty list, or no key. */
export function fieldSql(
  field: Field | undefined,
  name: string,
  test: FieldTest,
  clock: Clock,
  bind: Binder,
): string {
  if (!field) return passes(undefined, test, undefined, clock) ? 'true' : 'false'
  const key = bind('String', name)
  const texts = `texts[${key}]`
  const text = `${texts}[1]`
  const isKnown = `mapContains(numbers, ${key})`
  const number = `numbers[${key}]`
  const list = (values: readonly string[]) => bind('Array(String)', values)
  /** No text that is known is empty, so what asks for an empty one asks in vain. */
  const nonEmpty = (values: readonly string[]) => values.filter((each) => each !== '')

  if (isTimeTest(test)) {
    const { from, to } = daysAsked(test, clock)
    if (field.type === 'day')
      return all([
        `${text} != ''`,
        from !== undefined && `${text} >= ${bind('String', from)}`,
        to !== undefined && `${text} <= ${bind('String', to)}`,
      ])
    return all([
      isKnown,
      from !== undefined &&
        `${number} >= ${bind('Float64', instantsOf({ from, to: from }, clock.zone).from.getTime())}`,
      to !== undefined &&
        `${number} < ${bind('Float64', instantsOf({ from: to, to }, clock.zone).to.getTime())}`,
    ])
  }
  switch (test.op) {
    case 'is':
      return all([`${text} != ''`, `${text} = ${bind('String', test.value)}`])
    case 'isNot':
      return test.value === '' ? 'true' : `${text} != ${bind('String', test.value)}`
    case 'contains':
      return all([`${text} != ''`, `position(${text}, ${bind('String', test.value)}) > 0`])
    case 'notContains':
      return `NOT (${text} != '' AND position(${text}, ${bind('String', test.value)}) > 0)`
    case 'startsWith':
      return all([`${text} != ''`, `startsWith(${text}, ${bind('String', test.value)})`])
    case 'isOneOf':
      return `has(${list(nonEmpty(test.value))}, ${text})`
    case 'isNoneOf':
      return `NOT has(${list(nonEmpty(test.value))}, ${text})`
    case 'hasAnyOf':
      return `hasAny(${texts}, ${list(test.value)})`
    case 'hasAllOf':
      return `hasAll(${texts}, ${list(test.value)})`
    case 'hasNoneOf':
      return `NOT hasAny(${texts}, ${list(test.value)})`
    case 'between':
      return all([
        isKnown,
        `${number} BETWEEN ${bind('Float64', test.value[0])} AND ${bind('Float64', test.value[1])}`,
      ])
    case 'ne':
      return `NOT (${isKnown} AND ${number} = ${bind('Float64', test.value)})`
    case 'eq':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return all([isKnown, `${number} ${operators[test.op]} ${bind('Float64', test.value)}`])
    case 'anniversaryInNext':
      return all([
        `${text} != ''`,
        `has(${list(datesOfYearAhead(clock, test.value))}, substring(${text}, 6))`,
      ])
    case 'isKnown':
      return isText(field.type) ? `notEmpty(${texts})` : isKnown
    case 'isUnknown':
      return isText(field.type) ? `empty(${texts})` : `NOT ${isKnown}`
    case 'isTrue':
      return `${number} = 1`
    case 'isFalse':
      return all([isKnown, `${number} = 0`])
  }
}

const all = (parts: readonly (string | false)[]) => `(${parts.filter(Boolean).join(' AND ')})`

const isText = (type: FieldType) =>
  type === 'text' || type === 'choice' || type === 'choices' || type === 'day'
