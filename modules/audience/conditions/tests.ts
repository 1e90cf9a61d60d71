/** Which tests a field takes, by its type; pickers offer them in this order. */
import type { FieldType } from '#base/declarations/fields.ts'
import type { FieldTest } from './condition.ts'

export type TestOp = FieldTest['op']

const known = ['isKnown', 'isUnknown'] as const
const times = ['inLast', 'beforeLast', 'inNext', 'onOrAfter', 'before'] as const
const comparisons = ['gte', 'lte', 'gt', 'lt', 'eq', 'ne', 'between'] as const

const tests = {
  text: ['is', 'isNot', 'contains', 'notContains', 'startsWith', 'isOneOf', 'isNoneOf', ...known],
  choice: ['isOneOf', 'isNoneOf', 'is', 'isNot', ...known],
  choices: ['hasAnyOf', 'hasAllOf', 'hasNoneOf', ...known],
  number: [...comparisons, ...known],
  money: [...comparisons, ...known],
  date: [...times, ...known],
  day: ['anniversaryInNext', ...times, ...known],
  flag: ['isTrue', 'isFalse', ...known],
} as const satisfies Record<FieldType, readonly TestOp[]>

export const testsOf: Readonly<Record<FieldType, readonly TestOp[]>> = tests
