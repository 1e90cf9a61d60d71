/** What questions have in common, as the API takes them (`modules/insight/shapes.ts` says what they mean). */
import type { Definition } from '#ui/console/condition/condition.ts'

export type Unit = 'day' | 'week' | 'month'

export interface Days {
  readonly from: string
  readonly to: string
}

export type Range =
  | Days
  | { readonly last: number; readonly unit: Unit; readonly whole?: boolean | undefined }

export interface Scope {
  readonly group?: string | undefined
  readonly who?: Definition | undefined
}

export type Breakdown =
  | { readonly by: 'property'; readonly property: string }
  | { readonly by: 'group' }
  | { readonly by: 'time'; readonly part: 'hour' | 'weekday' }
  | { readonly by: 'field'; readonly field: string; readonly of?: string | undefined }
  | { readonly by: 'segments'; readonly segments: readonly string[] }
