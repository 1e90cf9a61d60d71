/** Everything that conditions can ask, for pickers. */
import type { FieldOption, FieldType } from '#base/declarations/fields.ts'

export interface CatalogueOption {
  readonly value: FieldOption['value']
  readonly label: string
}

export interface CatalogueField {
  readonly key: string
  readonly label: string
  readonly section: string
  readonly type: FieldType
  readonly unit: string | null
  /** A field for each of something: its label and what there is. */
  readonly of: { readonly label: string; readonly options: readonly CatalogueOption[] } | null
  /** All values, when they are few; null: ask `GET /api/audience/values`. */
  readonly options: readonly CatalogueOption[] | null
  /** Whether values can be looked up. */
  readonly searchable: boolean
}

export interface CatalogueProperty {
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'number' | 'flag'
}

export interface CatalogueEvent {
  /** `*`: any. */
  readonly name: string
  readonly label: string
  /** `fact`: something we announce · `behaviour`: something pages and apps report. */
  readonly kind: 'any' | 'fact' | 'behaviour'
  readonly properties: readonly CatalogueProperty[]
  /** How often it happened in the last 30 days; null when the warehouse is away. */
  readonly recent: number | null
}

export interface Catalogue {
  readonly fields: readonly CatalogueField[]
  readonly events: readonly CatalogueEvent[]
  /** Tests that a field of each type takes. */
  readonly tests: Readonly<Record<FieldType, readonly string[]>>
}
