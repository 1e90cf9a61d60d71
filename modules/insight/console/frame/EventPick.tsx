/** What happened: an event of the catalogue, narrowed by its properties and by a group. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Building, BuildingContext, eventOf } from '#ui/console/condition/building.ts'
import { Chip } from '#ui/console/condition/Chip.tsx'
import { noCatalogue } from '#ui/console/condition/catalogue.ts'
import { everybody, type GroupCondition, type Happening } from '#ui/console/condition/condition.ts'
import { Narrowed } from '#ui/console/condition/EventChips.tsx'
import { Picker } from '#ui/console/condition/Picker.tsx'
import { catalogueQuery } from '#ui/console/condition/queries.ts'
import { useT } from '#ui/locale/locale.tsx'
import { frameWords as words } from './frame.words.ts'

interface Props {
  readonly value: Happening
  readonly onChange: (happening: Happening) => void
  readonly readOnly?: boolean
}

/** `event: ''` is not chosen yet. */
export function EventPick({ value, onChange, readOnly = false }: Props) {
  const t = useT()
  const catalogue = useQuery(catalogueQuery).data ?? noCatalogue
  return (
    <WithCatalogue readOnly={readOnly}>
      <span className="event-pick">
        <Chip
          name={t(words.event)}
          label={
            value.event === ''
              ? t(words.pickEvent)
              : (eventOf(catalogue, value.event)?.label ??
                (value.event === '*' ? t(words.anyEvent) : value.event))
          }
          unset={value.event === ''}
          disabled={readOnly}
        >
          {(close) => (
            <Picker
              only="events"
              pick={(leaf) => {
                // Another event has other properties; where it happened stays.
                if (leaf.kind === 'event') onChange({ event: leaf.event, group: value.group })
                close()
              }}
            />
          )}
        </Chip>
        {value.event !== '' && (
          <Narrowed
            happening={value}
            change={(narrowed) => onChange({ event: value.event, ...narrowed })}
            more={t(words.narrow)}
          />
        )}
      </span>
    </WithCatalogue>
  )
}

/** The parts of the condition builder, outside of a condition. */
export function WithCatalogue({ readOnly = false, children }: { readOnly?: boolean; children: ReactNode }) {
  const catalogue = useQuery(catalogueQuery).data ?? noCatalogue
  const building: Building = {
    root: everybody.who as GroupCondition,
    change: () => undefined,
    undo: undefined,
    catalogue,
    segments: [],
    countOf: () => undefined,
    removedBy: () => undefined,
    scale: 1,
    people: undefined,
    pointed: undefined,
    point: () => undefined,
    dragged: undefined,
    drop: undefined,
    readOnly,
  }
  return <BuildingContext value={building}>{children}</BuildingContext>
}
