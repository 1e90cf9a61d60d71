/** Cut by what: a property of the event, the group it happened in, the hour or weekday at which it happened, a field of the member as he is now, or segments. */
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Chip } from '#ui/console/condition/Chip.tsx'
import { type Catalogue, noCatalogue } from '#ui/console/condition/catalogue.ts'
import { catalogueQuery } from '#ui/console/condition/queries.ts'
import { useT } from '#ui/locale/locale.tsx'
import { frameWords as words } from './frame.words.ts'
import { useSegments } from './pick.queries.ts'
import type { Breakdown } from './question.ts'

interface Props {
  readonly value: Breakdown | undefined
  readonly onChange: (breakdown: Breakdown | undefined) => void
  /** Events whose properties can be cut by; none: only members and groups. */
  readonly events?: readonly string[]
  /** Only what members are: nothing of where and when it happened. */
  readonly withoutGroup?: boolean
  /** Each member is in one part: only fields of one value; of segments, the first in the order in which they are ticked. */
  readonly single?: boolean
}

interface Choice {
  readonly key: string
  readonly label: string
  readonly section: string
  readonly breakdown: Breakdown
}

export function BreakdownPick({ value, onChange, events = [], withoutGroup, single = false }: Props) {
  const t = useT()
  const catalogue = useQuery(catalogueQuery).data ?? noCatalogue
  const choices = choicesOf(catalogue, { events, withoutGroup: withoutGroup ?? false, single }, t)
  const chosen = value && choices.find((choice) => sameBreakdown(choice.breakdown, value))
  const what =
    value?.by === 'segments'
      ? t(words.segmentsOf, { count: value.segments.length })
      : (chosen?.label ??
        (value?.by === 'property' ? value.property : value?.by === 'field' ? value.field : ''))
  return (
    <Chip
      name={t(words.breakdown)}
      label={value ? t(words.cutBy, { what: inside(what) }) : t(words.noBreakdown)}
      quiet={value === undefined}
    >
      {(close) => (
        <Choices
          choices={choices}
          value={value}
          single={single}
          choose={(breakdown) => {
            onChange(breakdown)
            close()
          }}
        />
      )}
    </Chip>
  )
}

/** A label within a sentence: By hour of the day; what begins with capitals keeps them (RFM). */
const inside = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? label[0]?.toLowerCase() + label.slice(1) : label

interface ChoicesProps {
  readonly choices: readonly Choice[]
  readonly value: Breakdown | undefined
  readonly single: boolean
  readonly choose: (breakdown: Breakdown | undefined) => void
}

function Choices({ choices, value, single, choose }: ChoicesProps) {
  const t = useT()
  const [text, setText] = useState('')
  const segments = useSegments(true)
  const [picked, setPicked] = useState<readonly string[]>(value?.by === 'segments' ? value.segments : [])
  const wanted = text.trim().toLowerCase()
  const found = choices.filter(({ label, key }) => `${label} ${key}`.toLowerCase().includes(wanted))
  let section = ''
  return (
    <div className="breakdown-pick">
      <Input
        size="small"
        aria-label={t(words.findCut)}
        placeholder={t(words.findCut)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="frame-choices">
        {value && (
          <button type="button" className="frame-choice" onClick={() => choose(undefined)}>
            {t(words.noBreakdown)}
          </button>
        )}
        {found.map((choice) => {
          const opens = choice.section !== section
          section = choice.section
          return (
            <div key={choice.key}>
              {opens && <p className="muted caption frame-section">{choice.section}</p>}
              <button
                type="button"
                className="frame-choice"
                aria-pressed={value !== undefined && sameBreakdown(choice.breakdown, value)}
                onClick={() => choose(choice.breakdown)}
              >
                {choice.label}
              </button>
            </div>
          )
        })}
        {segments.length > 0 && wanted === '' && (
          <>
            <p className="muted caption frame-section">
              {t(single ? words.chooseSegmentsInOrder : words.chooseSegments)}
            </p>
            {segments.map(({ id, name }) => (
              <Checkbox
                key={id}
                className="frame-check"
                checked={picked.includes(id)}
                disabled={!picked.includes(id) && picked.length >= 8}
                onChange={() =>
                  setPicked(picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id])
                }
              >
                {single && picked.includes(id) ? `${picked.indexOf(id) + 1}. ${name}` : name}
              </Checkbox>
            ))}
          </>
        )}
      </div>
      {picked.length > 0 && (
        <Button size="small" type="primary" onClick={() => choose({ by: 'segments', segments: picked })}>
          {t(words.useSegments)}
        </Button>
      )}
    </div>
  )
}

/** Types whose values are few enough to cut by. */
const cuttable = new Set(['choice', 'choices', 'text', 'flag'])

function choicesOf(
  { fields, events: known }: Catalogue,
  {
    events,
    withoutGroup,
    single,
  }: { readonly events: readonly string[]; readonly withoutGroup: boolean; readonly single: boolean },
  t: ReturnType<typeof useT>,
): readonly Choice[] {
  // Only what every event has: a series without the property would be one value, "not known".
  const asked = events.map((name) => known.find((event) => event.name === name)?.properties ?? [])
  const properties = (asked[0] ?? []).filter(({ name }) =>
    asked.every((of) => of.some((each) => each.name === name)),
  )
  const ofMember = fields
    .filter(
      ({ type, key }) => cuttable.has(type) && key !== 'segment.listed' && !(single && type === 'choices'),
    )
    .flatMap((field): readonly { key: string; label: string; breakdown: Breakdown }[] =>
      field.of
        ? field.of.options.map(({ value, label }) => ({
            key: `field ${field.key} ${value}`,
            label: `${field.label} · ${label}`,
            breakdown: { by: 'field', field: field.key, of: value },
          }))
        : [{ key: `field ${field.key}`, label: field.label, breakdown: { by: 'field', field: field.key } }],
    )
  return [
    ...(withoutGroup
      ? []
      : [
          {
            key: 'group',
            label: t(words.group),
            section: t(words.ofEvent),
            breakdown: { by: 'group' } as const,
          },
          ...(['hour', 'weekday'] as const).map((part) => ({
            key: `time ${part}`,
            label: t(words[part]),
            section: t(words.ofEvent),
            breakdown: { by: 'time', part } as const,
          })),
        ]),
    ...properties.map(({ name, label }) => ({
      key: `property ${name}`,
      label,
      section: t(words.ofEvent),
      breakdown: { by: 'property', property: name } as const,
    })),
    ...ofMember.map((choice) => ({ ...choice, section: t(words.ofMember) })),
  ]
}

const sameBreakdown = (a: Breakdown, b: Breakdown): boolean =>
  a.by === b.by &&
  (a.by === 'group' ||
    (a.by === 'time' && b.by === 'time' && a.part === b.part) ||
    (a.by === 'property' && b.by === 'property' && a.property === b.property) ||
    (a.by === 'field' && b.by === 'field' && a.field === b.field && (a.of ?? '') === (b.of ?? '')) ||
    (a.by === 'segments' && b.by === 'segments' && String(a.segments) === String(b.segments)))
