/** Finding what to ask: behaviour, fields and segments in one list, by typing or by looking. */
import { Input } from 'antd'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { Icon, type IconName } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type Building, useBuilding } from './building.ts'
import { newEvent, newField, newSequence } from './catalogue.ts'
import type { Leaf } from './condition.ts'
import { iconOf } from './icons.ts'
import { builderWords } from './words.ts'
import './chip.css'

interface Entry {
  readonly key: string
  readonly section: string
  readonly label: string
  readonly note?: string
  readonly icon: IconName
  readonly leaf: Leaf
}

interface Props {
  readonly pick: (leaf: Leaf) => void
  readonly only?: 'events' | 'segments'
}

export function Picker({ pick, only }: Props) {
  const t = useT()
  const format = useFormat()
  const building = useBuilding()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const entries = useMemo(() => entriesOf(building, t, format.number, only), [building, t, format, only])
  const wanted = text.trim().toLowerCase()
  const found = entries.filter(({ label, section, key }) =>
    `${label} ${section} ${key}`.toLowerCase().includes(wanted),
  )
  const here = Math.min(at, found.length - 1)
  const move = (to: number) => {
    const place = (to + found.length) % Math.max(1, found.length)
    setAt(place)
    document.getElementById(`${id}-${place}`)?.scrollIntoView({ block: 'nearest' })
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') move(here + 1)
    else if (event.key === 'ArrowUp') move(here - 1)
    else if (event.key === 'Enter') {
      const entry = found[here]
      if (entry) pick(entry.leaf)
    } else return
    event.preventDefault()
  }
  let section = ''
  return (
    <div className="picker">
      <Input
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${here}` : undefined}
        aria-label={t(builderWords.pick)}
        placeholder={t(builderWords.pick)}
        prefix={<Icon name="search" size={15} />}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div className="picker-list" id={id} role="listbox" aria-label={t(builderWords.addCondition)}>
        {found.map((entry, place) => {
          const opens = entry.section !== section
          section = entry.section
          return (
            <div key={entry.key} role="presentation">
              {opens && (
                <p className="picker-section" role="presentation">
                  {entry.section}
                </p>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys */}
              <div
                id={`${id}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === here}
                className="picker-entry"
                onPointerMove={() => setAt(place)}
                onClick={() => pick(entry.leaf)}
              >
                <Icon name={entry.icon} size={15} />
                <span>{entry.label}</span>
                {entry.note && <small>{entry.note}</small>}
              </div>
            </div>
          )
        })}
      </div>
      {found.length === 0 && <p className="muted small picker-none">{t(builderWords.pickNothing)}</p>}
    </div>
  )
}

function entriesOf(
  { catalogue, segments }: Building,
  t: ReturnType<typeof useT>,
  number: (value: number) => string,
  only: Props['only'],
): readonly Entry[] {
  const ordered = [...catalogue.events].sort(
    (a, b) => Number(b.kind !== 'fact') - Number(a.kind !== 'fact') || (b.recent ?? 0) - (a.recent ?? 0),
  )
  const events = ordered.map((event): Entry => {
    const leaf = newEvent(event.name)
    return {
      key: `event ${event.name}`,
      section: t(event.kind === 'fact' ? builderWords.facts : builderWords.behaviour),
      label: event.label,
      note: event.recent ? t(builderWords.recent, { count: number(event.recent) }) : undefined,
      icon: iconOf(leaf),
      leaf,
    }
  })
  const named = segments.map((segment): Entry => {
    const leaf: Leaf = { kind: 'segment', segment: segment.id }
    return {
      key: `segment ${segment.id}`,
      section: t(builderWords.segments),
      label: segment.name,
      note: t(builderWords.people, { count: number(segment.members) }),
      icon: iconOf(leaf),
      leaf,
    }
  })
  if (only === 'segments') return named
  if (only === 'events') return events
  const [first, second] = ordered.filter((event) => event.kind === 'behaviour')
  const sequence: readonly Entry[] =
    first && second
      ? [
          {
            key: 'sequence',
            section: t(builderWords.behaviour),
            label: t(builderWords.sequence),
            note: t(builderWords.sequenceNote),
            icon: 'jobs',
            leaf: newSequence(first.name, second.name),
          },
        ]
      : []
  const fields = catalogue.fields
    // Lists are asked for as segments.
    .filter((field) => field.key !== 'segment.listed')
    .map((field): Entry => {
      const leaf = newField(field)
      return {
        key: `field ${field.key}`,
        section: field.section,
        label: field.label,
        icon: iconOf(leaf),
        leaf,
      }
    })
    .sort((a, b) => sectionOrder(catalogue, a.section) - sectionOrder(catalogue, b.section))
  return [
    ...events.filter((entry) => entry.section === t(builderWords.behaviour)),
    ...sequence,
    ...fields,
    ...named,
    ...events.filter((entry) => entry.section !== t(builderWords.behaviour)),
  ]
}

/** Sections stand where their first field stands. */
const sectionOrder = ({ fields }: Building['catalogue'], section: string): number =>
  fields.findIndex((field) => field.section === section)
