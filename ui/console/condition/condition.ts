/**
 * Conditions as the API takes them: the language of `modules/audience/conditions/condition.ts`, which says
 * what they mean. Screens build and show them here; the server checks and evaluates.
 */

export type Comparison = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte'

export type Window =
  | { readonly last: Span }
  | { readonly from?: string | undefined; readonly to?: string | undefined }

export interface Span {
  readonly amount: number
  readonly unit: 'hours' | 'days'
}

export type TimeTest =
  | { readonly op: 'onOrAfter' | 'before'; readonly value: string }
  | { readonly op: 'inLast' | 'beforeLast' | 'inNext'; readonly value: number }

export type FieldTest =
  | { readonly op: 'is' | 'isNot' | 'contains' | 'notContains' | 'startsWith'; readonly value: string }
  | {
      readonly op: 'isOneOf' | 'isNoneOf' | 'hasAnyOf' | 'hasAllOf' | 'hasNoneOf'
      readonly value: readonly string[]
    }
  | { readonly op: Comparison; readonly value: number }
  /** Two numbers; the client's types know no pairs. */
  | { readonly op: 'between'; readonly value: readonly number[] }
  | TimeTest
  | { readonly op: 'anniversaryInNext'; readonly value: number }
  | { readonly op: 'isKnown' | 'isUnknown' | 'isTrue' | 'isFalse' }

export interface PropertyTest {
  readonly property: string
  readonly test:
    | { readonly op: 'is' | 'isNot' | 'contains'; readonly value: string }
    | { readonly op: 'isOneOf' | 'isNoneOf'; readonly value: readonly string[] }
    | { readonly op: Comparison; readonly value: number }
    | { readonly op: 'isKnown' | 'isUnknown' }
}

export interface Happening {
  readonly event: string
  readonly where?: readonly PropertyTest[] | undefined
  readonly group?: string | undefined
}

export type Measure =
  | { readonly of: 'count' | 'days' | 'daysSince'; readonly op: Comparison; readonly value: number }
  | {
      readonly of: 'sum'
      readonly property?: string | undefined
      readonly op: Comparison
      readonly value: number
    }
  | { readonly of: 'first' | 'last'; readonly test: TimeTest }

export interface FieldCondition {
  readonly kind: 'field'
  readonly field: string
  readonly of?: string | undefined
  readonly test: FieldTest
}
export interface EventCondition extends Happening {
  readonly kind: 'event'
  readonly window?: Window | undefined
  readonly measure: Measure
}
export interface SequenceCondition {
  readonly kind: 'sequence'
  readonly steps: readonly Happening[]
  readonly within: Span
  readonly window?: Window | undefined
}
export interface SegmentCondition {
  readonly kind: 'segment'
  readonly segment: string
}
export type Leaf = FieldCondition | EventCondition | SequenceCondition | SegmentCondition

export interface GroupCondition {
  readonly kind: 'all' | 'any'
  readonly of: readonly Condition[]
}
export interface NotCondition {
  readonly kind: 'not'
  readonly of: Condition
}
export type Condition = Leaf | GroupCondition | NotCondition

export interface Definition {
  readonly version: 1
  readonly who: Condition
}

export const everybody: Definition = { version: 1, who: { kind: 'all', of: [] } }

/** Deepest nesting and most conditions of one definition; the server refuses more. */
export const mostDeep = 6
export const mostLeaves = 60

export const isGroup = (node: Condition): node is GroupCondition => node.kind === 'all' || node.kind === 'any'
