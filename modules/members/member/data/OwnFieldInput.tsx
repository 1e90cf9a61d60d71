import { useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Field, SelectField, TextField } from '#ui/member/Field.tsx'
import { provinces } from '../../fields/regions.ts'
import { words } from './data.messages.ts'
import type { OwnField } from './data.queries.ts'
import { asLocal } from './own-values.ts'

/** The control for one's own field, whatever its type: native ones, which phones know best. */
export function OwnFieldInput({
  field,
  disabled = false,
}: {
  readonly field: OwnField
  readonly disabled?: boolean
}) {
  const t = useT()
  const { value } = field
  const label = field.necessary ? `${field.label}（${t(words.needed)}）` : field.label
  const hint = [field.hint, field.purpose && t(words.purpose, { purpose: field.purpose })]
    .filter(Boolean)
    .join(' · ')
  const common = { label, name: field.key, disabled, required: field.required, ...(hint ? { hint } : {}) }
  const nothing = <option value="">{t(field.required ? words.choose : words.none)}</option>
  switch (field.type) {
    case 'text':
      return <TextField {...common} rows={1} maxLength={500} defaultValue={String(value ?? '')} />
    case 'number':
      return <Field {...common} type="number" step="any" defaultValue={value === null ? '' : String(value)} />
    case 'money':
      return (
        <Field
          {...common}
          type="number"
          step="0.01"
          inputMode="decimal"
          defaultValue={value === null ? '' : String(Number(value) / 100)}
        />
      )
    case 'day':
      return <Field {...common} type="date" defaultValue={String(value ?? '')} />
    case 'date':
      return <Field {...common} type="datetime-local" defaultValue={value ? asLocal(String(value)) : ''} />
    case 'flag':
      return (
        <SelectField {...common} defaultValue={value === null ? '' : String(value)}>
          {nothing}
          <option value="true">{t(words.yes)}</option>
          <option value="false">{t(words.no)}</option>
        </SelectField>
      )
    case 'choice':
      return (
        <SelectField {...common} defaultValue={String(value ?? '')}>
          {nothing}
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </SelectField>
      )
    case 'choices':
      return (
        <fieldset>
          <legend className="pb-1.5 text-[14px] leading-5 font-medium">{label}</legend>
          <div className="flex flex-wrap gap-2">
            {field.options.map((option) => (
              <label
                key={option.value}
                className="relative inline-flex min-h-11 cursor-pointer items-center rounded-full border border-line-strong bg-card px-4 text-[15px] leading-5 has-checked:border-pine has-checked:bg-pine-soft has-checked:font-medium has-checked:text-pine has-disabled:cursor-default has-disabled:opacity-60 has-focus-visible:outline-2 has-focus-visible:outline-pine"
              >
                <input
                  type="checkbox"
                  name={field.key}
                  value={option.value}
                  disabled={disabled}
                  defaultChecked={Array.isArray(value) && value.includes(option.value)}
                  className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
                />
                {option.label}
              </label>
            ))}
          </div>
          {hint ? <p className="mt-1.5 text-[13px] leading-5 text-muted">{hint}</p> : null}
        </fieldset>
      )
    case 'region':
      return <RegionInput field={field} label={label} disabled={disabled} hint={hint} />
  }
}

function RegionInput({
  field,
  label,
  disabled,
  hint,
}: {
  readonly field: OwnField
  readonly label: string
  readonly disabled: boolean
  readonly hint: string
}) {
  const t = useT()
  const [held = '', heldCity = ''] = Array.isArray(field.value) ? field.value : []
  const [province, setProvince] = useState(held)
  const cities = provinces.find(({ name }) => name === province)?.cities ?? []
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label={t(words.province, { label })}
        name={field.key}
        disabled={disabled}
        required={field.required}
        value={province}
        onChange={(event) => setProvince(event.currentTarget.value)}
        {...(hint ? { hint } : {})}
      >
        <option value="">{t(words.none)}</option>
        {provinces.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
      {cities.length > 0 ? (
        <SelectField
          key={province}
          label={t(words.city, { label: field.label })}
          name={`${field.key}:city`}
          disabled={disabled}
          defaultValue={province === held ? heldCity : ''}
        >
          <option value="">{t(words.none)}</option>
          {cities.map((city) => (
            <option key={city} value={city}>
              {city}
            </option>
          ))}
        </SelectField>
      ) : null}
    </div>
  )
}
