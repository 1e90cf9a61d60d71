/** What can be asked, as `GET /api/audience/catalogue` says it, and where a new condition begins. */
import type { Condition, FieldTest, Happening, Leaf, Measure, PropertyTest, TimeTest } from './condition.ts'

export type FieldType = 'text' | 'choice' | 'choices' | 'number' | 'money' | 'date' | 'day' | 'flag'

export interface Option {
  readonly value: string
  readonly label: string
}

export interface CatalogueField {
  readonly key: string
  readonly label: string
  readonly section: string
  readonly type: FieldType
  /** What a number counts. */
  readonly unit: string | null
  /** A field for each of something: what it is, and which there are. */
  readonly of: { readonly label: string; readonly options: readonly Option[] } | null
  /** All values; null: looked up by what one types, when `searchable`. */
  readonly options: readonly Option[] | null
  readonly searchable: boolean
}

export interface CatalogueEvent {
  /** `*`: any. */
  readonly name: string
  readonly label: string
  readonly kind: 'any' | 'fact' | 'behaviour'
  readonly properties: readonly {
    readonly name: string
    readonly label: string
    readonly type: 'text' | 'number' | 'flag'
  }[]
  /** How often it happened in the last 30 days. */
  readonly recent: number | null
}

export interface Catalogue {
  readonly fields: readonly CatalogueField[]
  readonly events: readonly CatalogueEvent[]
  /** Tests that a field of each type takes. */
  readonly tests: Readonly<Partial<Record<FieldType, readonly string[]>>>
}

/** A segment that a condition may ask for. */
export interface KnownSegment {
  readonly id: string
  readonly name: string
  readonly members: number
  readonly definition?: Condition | undefined
}

export const noCatalogue: Catalogue = {
  fields: [],
  events: [],
  tests: {},
}

/** A condition on a field as it begins: the test that is asked most of this type. */
export function newField(field: CatalogueField): Leaf {
  return {
    kind: 'field',
    field: field.key,
    ...(field.of?.options[0] ? { of: field.of.options[0].value } : {}),
    test: firstTest[field.type],
  }
}

const firstTest: Readonly<Record<FieldType, FieldTest>> = {
  text: { op: 'contains', value: '' },
  choice: { op: 'isOneOf', value: [] },
  choices: { op: 'hasAnyOf', value: [] },
  number: { op: 'gte', value: 1 },
  money: { op: 'gte', value: 10_000 },
  date: { op: 'inLast', value: 30 },
  day: { op: 'anniversaryInNext', value: 7 },
  flag: { op: 'isTrue' },
}

/** Somebody did it at least once in 30 days. */
export const newEvent = (event: string): Leaf => ({
  kind: 'event',
  event,
  window: { last: { amount: 30, unit: 'days' } },
  measure: { of: 'count', op: 'gte', value: 1 },
})

export const newSequence = (first: string, second: string): Leaf => ({
  kind: 'sequence',
  steps: [{ event: first }, { event: second }],
  within: { amount: 7, unit: 'days' },
  window: { last: { amount: 90, unit: 'days' } },
})

/** The same test with another operator; the value stays where it still makes sense. */
export function withOp(type: FieldType, test: FieldTest, op: FieldTest['op']): FieldTest {
  const value = 'value' in test ? test.value : undefined
  switch (op) {
    case 'isKnown':
    case 'isUnknown':
    case 'isTrue':
    case 'isFalse':
      return { op }
    case 'is':
    case 'isNot':
    case 'contains':
    case 'notContains':
    case 'startsWith':
      return {
        op,
        value: Array.isArray(value) ? String(value[0] ?? '') : typeof value === 'string' ? value : '',
      }
    case 'isOneOf':
    case 'isNoneOf':
    case 'hasAnyOf':
    case 'hasAllOf':
    case 'hasNoneOf':
      return {
        op,
        value: Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : [],
      }
    case 'between': {
      const low = Array.isArray(value) ? Number(value[0]) : typeof value === 'number' ? value : first(type)
      return { op, value: Array.isArray(value) ? [low, Number(value[1])] : [low, low * 2] }
    }
    case 'onOrAfter':
    case 'before':
      return { op, value: typeof value === 'string' ? value : '' }
    case 'inLast':
    case 'beforeLast':
    case 'inNext':
    case 'anniversaryInNext':
      return { op, value: typeof value === 'number' ? value : 30 }
    default:
      return {
        op,
        value: Array.isArray(value) ? Number(value[0]) : typeof value === 'number' ? value : first(type),
      }
  }
}

const first = (type: FieldType): number => (type === 'money' ? 10_000 : 1)

/** Whether a condition says all that it needs; what does not is neither counted nor saved. */
export function isWhole(leaf: Leaf): boolean {
  switch (leaf.kind) {
    case 'field':
      return isWholeTest(leaf.test)
    case 'event':
      return (
        isWholeHappening(leaf) &&
        (leaf.measure.of === 'first' || leaf.measure.of === 'last' ? isWholeTest(leaf.measure.test) : true)
      )
    case 'sequence':
      return leaf.steps.length >= 2 && leaf.steps.every(isWholeHappening)
    case 'segment':
      return leaf.segment !== ''
  }
}

const isWholeHappening = ({ event, where = [] }: Happening): boolean =>
  event !== '' && where.every(({ property, test }: PropertyTest) => property !== '' && isWholeTest(test))

function isWholeTest(test: FieldTest | PropertyTest['test'] | TimeTest): boolean {
  if (!('value' in test)) return true
  const { value } = test
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value === 'number') return Number.isFinite(value)
  return value.length > 0 && value.every((each) => each !== '' && each !== null)
}

/** What happened at all, however often: for switching between "how often" and "never". */
export const isNever = (measure: Measure): boolean =>
  measure.of === 'count' && measure.op === 'eq' && measure.value === 0
