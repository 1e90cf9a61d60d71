import { useT } from '#ui/locale/locale.tsx'
import { eventOf, groupsOf, useBuilding, useSpeech } from './building.ts'
import { Chip, MenuChip } from './Chip.tsx'
import type { CatalogueEvent } from './catalogue.ts'
import type { EventCondition, Happening } from './condition.ts'
import { MeasureEditor, WindowEditor } from './Editors.tsx'
import { PropertyEditor } from './PropertyEditor.tsx'
import { measureText, propertyText, windowText } from './say.ts'
import { builderWords, editWords } from './words.ts'

interface Props {
  readonly leaf: EventCondition
  readonly change: (leaf: EventCondition) => void
}

/** Within when · how often · narrowed by properties · in which group. */
export function EventChips({ leaf, change }: Props) {
  const t = useT()
  const speech = useSpeech()
  const { catalogue, readOnly } = useBuilding()
  const event = eventOf(catalogue, leaf.event)
  const sums = sumsOf(event, t(builderWords.amountOf))
  const summed = leaf.measure.of === 'sum' ? leaf.measure.property : undefined
  const sum = sums.find((each) => each.name === summed)
  const measure = measureText(
    leaf.measure,
    sum?.label ?? t(builderWords.amountOf),
    sum?.money ?? false,
    speech,
  )
  return (
    <>
      <Chip
        name={t(editWords.when)}
        label={windowText(leaf.window, speech)}
        quiet={leaf.window === undefined}
        disabled={readOnly}
      >
        {(close) => (
          <WindowEditor value={leaf.window} change={(window) => change({ ...leaf, window })} enter={close} />
        )}
      </Chip>
      <Chip name={t(editWords.measure)} label={measure} disabled={readOnly}>
        {(close) => (
          <MeasureEditor
            value={leaf.measure}
            sums={sums}
            change={(changed) => change({ ...leaf, measure: changed })}
            enter={close}
          />
        )}
      </Chip>
      <Narrowed happening={leaf} change={(narrowed) => change({ ...leaf, ...narrowed })} />
    </>
  )
}

interface NarrowedProps {
  readonly happening: Happening
  readonly change: (narrowed: Pick<Happening, 'where' | 'group'>) => void
  /** What the button for more says; a builder has little room for words. */
  readonly more?: string
}

/** What narrows a happening: its properties and its group, as chips, and one small button for more. */
export function Narrowed({ happening, change, more = '+' }: NarrowedProps) {
  const t = useT()
  const speech = useSpeech()
  const { catalogue, readOnly } = useBuilding()
  const event = eventOf(catalogue, happening.event)
  const groups = groupsOf(catalogue)
  const where = happening.where ?? []
  const can = (event?.properties.length ?? 0) > 0 || groups.length > 0
  return (
    <>
      {happening.group !== undefined && (
        <MenuChip
          name={t(builderWords.onlyIn)}
          label={t(builderWords.inGroup, {
            name: groups.find((group) => group.value === happening.group)?.label ?? happening.group,
          })}
          value={happening.group}
          options={[{ value: '', label: t(builderWords.anyGroup) }, ...groups]}
          choose={(group) => change({ where: happening.where, group: group || undefined })}
          disabled={readOnly}
        />
      )}
      {where.length > 0 && (
        <Chip
          name={t(builderWords.where)}
          label={where.map((each) => propertyText(each, event?.properties ?? [], speech)).join('、')}
          disabled={readOnly}
        >
          {(close) => (
            <PropertyEditor event={event} happening={happening} groups={[]} change={change} enter={close} />
          )}
        </Chip>
      )}
      {can && where.length === 0 && !readOnly && (
        <span className="chip-more">
          <Chip name={t(builderWords.where)} label={more}>
            {(close) => (
              <PropertyEditor
                event={event}
                happening={happening}
                groups={happening.group === undefined ? groups : []}
                change={change}
                enter={close}
              />
            )}
          </Chip>
        </span>
      )}
    </>
  )
}

/** Amounts of an event that can be summed: its own value, then its numbers. */
function sumsOf(event: CatalogueEvent | undefined, amount: string) {
  const numbers = event?.properties.filter((property) => property.type === 'number') ?? []
  const money = /order|paid|refund|purchase/.test(event?.name ?? '')
  const own = numbers.find((property) => property.name === 'value')
  return [
    ...(own || money ? [{ name: undefined, label: own?.label ?? amount, money }] : []),
    ...numbers
      .filter((property) => property.name !== 'value')
      .map((property) => ({ name: property.name, label: property.label, money: false })),
  ]
}
