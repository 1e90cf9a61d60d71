import { type KeyboardEvent, useRef } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { nameOf, useBuilding } from './building.ts'
import { Chip, MenuChip } from './Chip.tsx'
import { isWhole } from './catalogue.ts'
import type { Leaf } from './condition.ts'
import { EventChips } from './EventChips.tsx'
import { FieldChips } from './FieldChips.tsx'
import { Handle } from './Handle.tsx'
import { iconOf } from './icons.ts'
import { Picker } from './Picker.tsx'
import { SequenceChips } from './SequenceChips.tsx'
import { type Path, placeOf, removeAt, replaceAt } from './tree.ts'
import { builderWords } from './words.ts'

interface Props {
  readonly path: Path
  readonly leaf: Leaf
  /** Of the `not` around it, when there is one: what moves and goes. */
  readonly whole: Path
}

/** One condition: what it asks, in chips, and how many fit it by itself. */
export function LeafRow({ path, leaf, whole }: Props) {
  const t = useT()
  const building = useBuilding()
  const { root, change, readOnly, pointed, point, dragged } = building
  const row = useRef<HTMLDivElement>(null)
  const name = nameOf(leaf, building)
  const stood = placeOf(whole)
  const put = (changed: Leaf) => change(replaceAt(root, path, changed))
  const remove = () => {
    const near = row.current?.closest('.cb')?.querySelectorAll<HTMLElement>('.cb-handle')
    const at = near ? [...near].findIndex((handle) => row.current?.contains(handle)) : -1
    change(removeAt(root, whole))
    // The keyboard goes on with the row that comes into the place.
    if (at >= 0)
      setTimeout(() => {
        const left = document.querySelectorAll<HTMLElement>('.cb .cb-handle')
        left[Math.min(at, left.length - 1)]?.focus()
      })
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') point(undefined)
  }
  const classes = [
    'cb-row',
    whole === path ? '' : 'neg',
    pointed === path || (pointed !== undefined && pointed === whole) ? 'on' : '',
    dragged === whole ? 'dragged' : '',
    isWhole(leaf) ? '' : 'unfinished',
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of controls, not a form's fieldset
    <div
      ref={row}
      role="group"
      aria-label={t(builderWords.condition, { name })}
      className={classes.filter(Boolean).join(' ')}
      data-path={path}
      data-group={stood?.group}
      data-place={stood?.place}
      onKeyDown={press}
      onPointerEnter={() => point(path)}
      onPointerLeave={() => point(undefined)}
    >
      {readOnly ? (
        <span className="cb-handle-space" />
      ) : (
        <Handle path={whole} leafPath={path} name={name} remove={remove} />
      )}
      <div className="cb-chips">
        <span className="cb-name">
          <Icon name={iconOf(leaf)} size={16} />
          {leaf.kind === 'segment' ? (
            t(builderWords.inSegment)
          ) : leaf.kind === 'sequence' ? (
            t(builderWords.sequence)
          ) : (
            <Ask leaf={leaf} name={name} put={put} />
          )}
        </span>
        {leaf.kind === 'field' && <FieldChips leaf={leaf} change={put} />}
        {leaf.kind === 'event' && <EventChips leaf={leaf} change={put} />}
        {leaf.kind === 'sequence' && <SequenceChips leaf={leaf} change={put} />}
        {leaf.kind === 'segment' && (
          <MenuChip
            name={t(builderWords.inSegment)}
            label={name}
            value={leaf.segment}
            options={building.segments.map(({ id, name: label }) => ({ value: id, label }))}
            choose={(segment) => put({ kind: 'segment', segment })}
            disabled={readOnly}
          />
        )}
      </div>
      <Count path={path} whole={whole} leaf={leaf} />
      {readOnly ? (
        <span />
      ) : (
        <button
          type="button"
          className="cb-remove"
          aria-label={`${t(builderWords.remove)}: ${name}`}
          onClick={remove}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  )
}

/** What is asked about; pressing it asks about something else. */
function Ask({ leaf, name, put }: { leaf: Leaf; name: string; put: (leaf: Leaf) => void }) {
  const { readOnly } = useBuilding()
  const t = useT()
  if (readOnly) return <span className="cb-ask">{name}</span>
  return (
    <span className="cb-ask">
      <Chip name={t(builderWords.condition, { name: '' })} label={name}>
        {(close) => (
          <Picker
            pick={(picked) => {
              // The same kind of question about another event keeps when and how often.
              if (picked.kind === 'event' && leaf.kind === 'event')
                put({
                  ...picked,
                  window: leaf.window,
                  measure: leaf.measure.of === 'sum' ? picked.measure : leaf.measure,
                })
              else put(picked)
              close()
            }}
          />
        )}
      </Chip>
    </span>
  )
}

interface CountProps {
  readonly path: Path
  readonly whole: Path
  readonly leaf: Leaf
}

function Count({ path, whole, leaf }: CountProps) {
  const t = useT()
  const format = useFormat()
  const { countOf, removedBy, scale, people } = useBuilding()
  if (!isWhole(leaf)) return <span className="cb-count muted">{t(builderWords.unfinished)}</span>
  const removed = whole === path ? undefined : removedBy(whole)
  const count = removed ?? countOf(path)
  if (count === undefined) return <span className="cb-count cb-waiting" aria-hidden="true" />
  const text = t(whole === path ? builderWords.people : builderWords.minus, { count: format.number(count) })
  const width = count === 0 || scale === 0 ? 0 : Math.max(2, (count / scale) * 89)
  return (
    <span className="cb-count">
      {people ? (
        <button
          type="button"
          className="door"
          aria-label={t(builderWords.peopleOf, { count: text })}
          onClick={() => people(path)}
        >
          {text}
        </button>
      ) : (
        text
      )}
      <i aria-hidden="true">
        <b style={{ width: `${width}%` }} />
      </i>
    </span>
  )
}
