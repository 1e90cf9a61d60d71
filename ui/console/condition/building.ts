/** What all parts of the builder share: the condition, how it changes, and what is known around it. */
import { createContext, useContext } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Catalogue, CatalogueEvent, CatalogueField, KnownSegment } from './catalogue.ts'
import type { Condition, GroupCondition, Leaf } from './condition.ts'
import type { Speech } from './say.ts'
import type { Path } from './tree.ts'

export interface Drop {
  readonly group: Path
  readonly place: number
}

export interface Building {
  readonly root: GroupCondition
  readonly change: (root: Condition) => void
  readonly undo: (() => void) | undefined
  readonly catalogue: Catalogue
  readonly segments: readonly KnownSegment[]
  /** How many fit a node by itself, by path; undefined while nobody has counted it. */
  readonly countOf: (path: Path) => number | undefined
  /** How many a `not` takes away from what is left before it. */
  readonly removedBy: (path: Path) => number | undefined
  /** The largest count of a leaf, for the bars. */
  readonly scale: number
  /** Opens the people behind a node. */
  readonly people: ((path: Path) => void) | undefined
  /** The node that the sentence or the explanation points at. */
  readonly pointed: Path | undefined
  readonly point: (path: Path | undefined) => void
  readonly dragged: Path | undefined
  readonly drop: Drop | undefined
  readonly readOnly: boolean
}

export const BuildingContext = createContext<Building | undefined>(undefined)

export function useBuilding(): Building {
  const building = useContext(BuildingContext)
  if (!building) throw new Error('ConditionBuilder is missing above this component')
  return building
}

export function useSpeech(): Speech {
  const t = useT()
  const format = useFormat()
  return { t, format }
}

export const fieldOf = (catalogue: Catalogue, key: string): CatalogueField | undefined =>
  catalogue.fields.find((field) => field.key === key)

export const eventOf = (catalogue: Catalogue, name: string): CatalogueEvent | undefined =>
  catalogue.events.find((event) => event.name === name)

/** Groups that the community has, from the field that knows them; for "only within this group". */
export const groupsOf = (catalogue: Catalogue) =>
  catalogue.fields.find((field) => field.key === 'group.joined_at')?.of?.options ??
  catalogue.fields.find((field) => field.key === 'group.member_of')?.options ??
  []

/** What a leaf is called: the field, the event, the segment. */
export function nameOf(
  leaf: Leaf,
  { catalogue, segments }: Pick<Building, 'catalogue' | 'segments'>,
): string {
  switch (leaf.kind) {
    case 'field':
      return fieldOf(catalogue, leaf.field)?.label ?? leaf.field
    case 'event':
      return eventOf(catalogue, leaf.event)?.label ?? leaf.event
    case 'sequence':
      return leaf.steps.map((step) => eventOf(catalogue, step.event)?.label ?? step.event).join(' → ')
    case 'segment':
      return segments.find((segment) => segment.id === leaf.segment)?.name ?? leaf.segment
  }
}
