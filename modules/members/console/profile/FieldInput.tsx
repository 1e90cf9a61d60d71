import { Cascader, Input, InputNumber, Segmented, Select } from 'antd'
import { useT } from '#ui/locale/locale.tsx'
import { provinces } from '../../fields/regions.ts'
import type { FieldShape, Value } from './profile.queries.ts'
import { profileWords } from './profile.words.ts'

interface FieldInputProps {
  readonly field: Pick<FieldShape, 'type' | 'options' | 'label'>
  readonly id?: string
  readonly value?: Value
  readonly onChange?: (value: Value) => void
}

const places = provinces.map(({ name, cities }) => ({
  value: name,
  label: name,
  children: cities.map((city) => ({ value: city, label: city })),
}))

/** The control for a value of a field, whatever its type; speaks the values of the API. */
export function FieldInput({ field, id, value = null, onChange }: FieldInputProps) {
  const t = useT()
  const change = onChange ?? (() => undefined)
  switch (field.type) {
    case 'text':
      return (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={500}
          value={String(value ?? '')}
          onChange={(event) => change(event.target.value)}
        />
      )
    case 'number':
      return (
        <InputNumber
          id={id}
          style={{ width: '100%' }}
          value={value as number | null}
          onChange={(number) => change(number)}
        />
      )
    case 'money':
      return (
        <InputNumber
          id={id}
          style={{ width: '100%' }}
          prefix="¥"
          precision={2}
          value={value === null ? null : Number(value) / 100}
          onChange={(yuan) => change(yuan === null ? null : Math.round(Number(yuan) * 100))}
        />
      )
    case 'choice':
      return (
        <Select
          id={id}
          allowClear
          showSearch={field.options.length > 8 && { optionFilterProp: 'label' }}
          placeholder={t(profileWords.choose)}
          value={(value as string | null) ?? undefined}
          onChange={(chosen?: string) => change(chosen ?? null)}
          options={field.options.map((option) => ({ ...option }))}
        />
      )
    case 'choices':
      return (
        <Select
          id={id}
          mode="multiple"
          allowClear
          placeholder={t(profileWords.choose)}
          value={[...((value as readonly string[] | null) ?? [])]}
          onChange={(chosen: string[]) => change(chosen)}
          options={field.options.map((option) => ({ ...option }))}
        />
      )
    case 'day':
      return (
        <Input
          id={id}
          type="date"
          value={String(value ?? '')}
          onChange={(event) => change(event.target.value || null)}
        />
      )
    case 'date':
      return (
        <Input
          id={id}
          type="datetime-local"
          value={value ? asLocal(String(value)) : ''}
          onChange={(event) => change(event.target.value ? new Date(event.target.value).toISOString() : null)}
        />
      )
    case 'region':
      return (
        <Cascader
          id={id}
          options={places}
          changeOnSelect
          showSearch
          placeholder={t(profileWords.province)}
          value={[...((value as readonly string[] | null) ?? [])]}
          onChange={(chosen) => change(chosen?.length ? chosen.map(String) : null)}
        />
      )
    case 'flag':
      return (
        <Segmented
          id={id}
          aria-label={field.label}
          value={value === null ? 'none' : value ? 'yes' : 'no'}
          onChange={(chosen) => change(chosen === 'none' ? null : chosen === 'yes')}
          options={[
            { value: 'yes', label: t(profileWords.yes) },
            { value: 'no', label: t(profileWords.no) },
            { value: 'none', label: t(profileWords.unset) },
          ]}
        />
      )
  }
}

/** A moment as `datetime-local` takes it, by the clock of the browser. */
function asLocal(moment: string): string {
  const date = new Date(moment)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
