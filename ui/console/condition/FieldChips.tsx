import { Input } from 'antd'
import { useT } from '#ui/locale/locale.tsx'
import { fieldOf, useBuilding, useSpeech } from './building.ts'
import { Chip, MenuChip } from './Chip.tsx'
import { withOp } from './catalogue.ts'
import type { FieldCondition, FieldTest } from './condition.ts'
import { Compare, Days, TimeEditor } from './Editors.tsx'
import { InputPair } from './InputPair.tsx'
import { valueText } from './say.ts'
import { Values } from './Values.tsx'
import { builderWords, opMenuWords, opWords } from './words.ts'

interface Props {
  readonly leaf: FieldCondition
  readonly change: (leaf: FieldCondition) => void
}

/** Which of it · how it is compared · with what. */
export function FieldChips({ leaf, change }: Props) {
  const t = useT()
  const speech = useSpeech()
  const { catalogue, readOnly } = useBuilding()
  const field = fieldOf(catalogue, leaf.field)
  if (!field) return <span className="chip still unset">{t(builderWords.gone, { name: leaf.field })}</span>
  const ops = (catalogue.tests[field.type] ?? []) as readonly FieldTest['op'][]
  const { test } = leaf
  const value = valueText(field, test, field.options ?? [], speech)
  const of = field.of?.options.find((option) => option.value === leaf.of)
  return (
    <>
      {field.of && (
        <MenuChip
          name={field.of.label}
          label={of?.label ?? t(builderWords.choose)}
          value={leaf.of ?? ''}
          options={field.of.options}
          choose={(chosen) => change({ ...leaf, of: chosen })}
          disabled={readOnly}
        />
      )}
      <MenuChip
        quiet={value !== undefined}
        name={field.label}
        label={t(opWords[test.op])}
        value={test.op}
        options={ops.map((op) => ({ value: op, label: t(opMenuWords[op] ?? opWords[op]) }))}
        choose={(op) => change({ ...leaf, test: withOp(field.type, test, op as FieldTest['op']) })}
        disabled={readOnly}
      />
      {value !== undefined && (
        <Chip
          name={t(builderWords.value)}
          label={value}
          unset={value === t(builderWords.choose)}
          disabled={readOnly}
        >
          {(close) => (
            <ValueEditor
              field={field}
              test={test}
              change={(changed) => change({ ...leaf, test: changed })}
              close={close}
            />
          )}
        </Chip>
      )}
    </>
  )
}

interface EditorProps {
  readonly field: NonNullable<ReturnType<typeof fieldOf>>
  readonly test: FieldTest
  readonly change: (test: FieldTest) => void
  readonly close: () => void
}

function ValueEditor({ field, test, change, close }: EditorProps) {
  const t = useT()
  switch (test.op) {
    case 'inLast':
    case 'beforeLast':
    case 'inNext':
    case 'onOrAfter':
    case 'before':
      return (
        <TimeEditor
          value={test}
          change={change}
          enter={close}
          ops={['inLast', 'beforeLast', 'inNext', 'onOrAfter', 'before']}
        />
      )
    case 'anniversaryInNext':
      return (
        <Days
          label={t(opMenuWords.anniversaryInNext ?? opWords.anniversaryInNext)}
          value={test.value}
          least={0}
          most={366}
          change={(days) => change({ op: 'anniversaryInNext', value: days })}
          enter={close}
        />
      )
    case 'between':
      return (
        <InputPair
          label={field.label}
          money={field.type === 'money'}
          value={test.value}
          change={(value) => change({ op: 'between', value })}
          enter={close}
        />
      )
    case 'eq':
    case 'ne':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return (
        <Compare
          op={test.op}
          value={test.value}
          money={field.type === 'money'}
          unit={field.unit ?? ''}
          change={(op, value) => change({ op, value })}
          enter={close}
        />
      )
    case 'isOneOf':
    case 'isNoneOf':
    case 'hasAnyOf':
    case 'hasAllOf':
    case 'hasNoneOf':
      return <Values field={field} value={test.value} change={(value) => change({ op: test.op, value })} />
    case 'is':
    case 'isNot':
      return field.options || field.searchable ? (
        <Values
          field={field}
          value={test.value ? [test.value] : []}
          change={(value) => {
            change({ op: test.op, value: value.at(-1) ?? '' })
            close()
          }}
        />
      ) : (
        <Text
          label={field.label}
          value={test.value}
          change={(value) => change({ op: test.op, value })}
          close={close}
        />
      )
    case 'contains':
    case 'notContains':
    case 'startsWith':
      return (
        <Text
          label={field.label}
          value={test.value}
          change={(value) => change({ op: test.op, value })}
          close={close}
        />
      )
    default:
      return null
  }
}

interface TextProps {
  readonly label: string
  readonly value: string
  readonly change: (text: string) => void
  readonly close: () => void
}

export const Text = ({ label, value, change, close }: TextProps) => (
  <Input
    aria-label={label}
    placeholder={label}
    maxLength={200}
    value={value}
    onChange={(event) => change(event.target.value)}
    onPressEnter={(event) => !event.nativeEvent.isComposing && close()}
  />
)
