import { Button, Input, InputNumber, Select } from 'antd'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { CatalogueEvent, Option } from './catalogue.ts'
import type { Happening, PropertyTest } from './condition.ts'
import { builderWords, editWords, opMenuWords, opWords } from './words.ts'

type Op = PropertyTest['test']['op']

const opsOf: Readonly<Record<'text' | 'number' | 'flag', readonly Op[]>> = {
  text: ['is', 'isNot', 'contains', 'isOneOf', 'isNoneOf', 'isKnown', 'isUnknown'],
  number: ['gte', 'lte', 'gt', 'lt', 'eq', 'ne', 'isKnown', 'isUnknown'],
  flag: ['is', 'isKnown', 'isUnknown'],
}

function withOp(test: PropertyTest['test'], op: Op): PropertyTest['test'] {
  const value = 'value' in test ? test.value : undefined
  const words = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : []
  switch (op) {
    case 'isKnown':
    case 'isUnknown':
      return { op }
    case 'isOneOf':
    case 'isNoneOf':
      return { op, value: words }
    case 'is':
    case 'isNot':
    case 'contains':
      return { op, value: words[0] ?? '' }
    default:
      return { op, value: typeof value === 'number' ? value : 1 }
  }
}

interface Props {
  readonly event: CatalogueEvent | undefined
  readonly happening: Happening
  readonly groups: readonly Option[]
  readonly change: (narrowed: Pick<Happening, 'where' | 'group'>) => void
  readonly enter: () => void
}

/** Tests of properties, one line each, and the group that it must have happened in. */
export function PropertyEditor({ event, happening, groups, change, enter }: Props) {
  const t = useT()
  const where = happening.where ?? []
  const properties = event?.properties ?? []
  const rest = { group: happening.group }
  const put = (tests: readonly PropertyTest[]) =>
    change({ ...rest, where: tests.length > 0 ? tests : undefined })
  const typeOf = (name: string) => properties.find((property) => property.name === name)?.type ?? 'text'
  const add = () => {
    const [property] = properties
    if (!property) return
    put([
      ...where,
      {
        property: property.name,
        test: property.type === 'number' ? { op: 'gte', value: 1 } : { op: 'is', value: '' },
      },
    ])
  }
  return (
    <div className="edit-properties">
      {where.map(({ property, test }, place) => {
        const set = (changed: PropertyTest) => put(where.map((each, at) => (at === place ? changed : each)))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: tests have no identity but their place
          <div key={place} className="edit-line">
            <Select
              aria-label={t(editWords.property)}
              value={property}
              onChange={(name) =>
                set({
                  property: name,
                  test: typeOf(name) === 'number' ? { op: 'gte', value: 1 } : { op: 'is', value: '' },
                })
              }
              options={properties.map((each) => ({ value: each.name, label: each.label }))}
              popupMatchSelectWidth={false}
            />
            <Select<Op>
              aria-label={t(editWords.operator)}
              value={test.op}
              onChange={(op) => set({ property, test: withOp(test, op) })}
              options={opsOf[typeOf(property)].map((op) => ({
                value: op,
                label: t(opMenuWords[op] ?? opWords[op]),
              }))}
              popupMatchSelectWidth={false}
            />
            <PropertyValue test={test} change={(changed) => set({ property, test: changed })} enter={enter} />
            <Button
              type="text"
              size="small"
              aria-label={t(builderWords.remove)}
              icon={<Icon name="close" size={14} />}
              onClick={() => put(where.filter((_, at) => at !== place))}
            />
          </div>
        )
      })}
      <div className="edit-line">
        {properties.length > 0 && where.length < 8 && (
          <Button size="small" icon={<Icon name="plus" size={14} />} onClick={add}>
            {where.length === 0 ? t(builderWords.where) : t(builderWords.addProperty)}
          </Button>
        )}
        {groups.length > 0 && (
          <Select
            aria-label={t(builderWords.onlyIn)}
            placeholder={t(builderWords.onlyIn)}
            value={happening.group}
            onChange={(group) => {
              change({ where: happening.where, group })
              enter()
            }}
            options={groups.map((group) => ({ ...group }))}
            popupMatchSelectWidth={false}
          />
        )}
      </div>
    </div>
  )
}

interface ValueProps {
  readonly test: PropertyTest['test']
  readonly change: (test: PropertyTest['test']) => void
  readonly enter: () => void
}

function PropertyValue({ test, change, enter }: ValueProps) {
  const t = useT()
  const label = t(builderWords.value)
  switch (test.op) {
    case 'isKnown':
    case 'isUnknown':
      return null
    case 'isOneOf':
    case 'isNoneOf':
      return (
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          className="edit-tags"
          aria-label={label}
          placeholder={t(editWords.findValue)}
          value={[...test.value]}
          onChange={(value: string[]) => change({ op: test.op, value })}
        />
      )
    case 'is':
    case 'isNot':
    case 'contains':
      return (
        <Input
          aria-label={label}
          value={test.value}
          maxLength={200}
          onChange={(event) => change({ op: test.op, value: event.target.value })}
          onPressEnter={(event) => !event.nativeEvent.isComposing && enter()}
        />
      )
    default:
      return (
        <InputNumber<number>
          aria-label={label}
          value={test.value}
          onChange={(value) => value !== null && change({ op: test.op, value })}
          onPressEnter={enter}
        />
      )
  }
}
