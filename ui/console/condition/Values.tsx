import { useQuery } from '@tanstack/react-query'
import { Checkbox, Empty, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import type { CatalogueField, Option } from './catalogue.ts'
import { valuesQuery } from './queries.ts'
import { builderWords, editWords } from './words.ts'

interface ValuesProps {
  readonly field: Pick<CatalogueField, 'key' | 'label' | 'options' | 'searchable'>
  readonly value: readonly string[]
  readonly change: (value: readonly string[]) => void
}

/** Several of a list: all of them to tick when they are few, found by what one types when they are many. */
export function Values({ field, value, change }: ValuesProps) {
  const t = useT()
  const [text, setText] = useState('')
  const typed = useDeferredValue(text.trim())
  const found = useQuery({
    ...valuesQuery(field.key, typed),
    enabled: field.options === null && field.searchable,
  })
  if (field.options === null && !field.searchable)
    return (
      <Select
        mode="tags"
        className="edit-tags"
        open={false}
        suffixIcon={null}
        aria-label={field.label}
        placeholder={t(editWords.findValue)}
        value={[...value]}
        onChange={(tags: string[]) => change(tags)}
      />
    )
  const known: readonly Option[] = field.options ?? found.data?.items ?? []
  const fits = known.filter(
    ({ label, value: key }) =>
      field.options === null || label.toLowerCase().includes(typed.toLowerCase()) || key === typed,
  )
  const chosen = value
    .filter((each) => !fits.some((option) => option.value === each))
    .map((each) => known.find((option) => option.value === each) ?? { value: each, label: each })
  const shown = [...chosen, ...fits]
  const toggle = (each: string) =>
    change(value.includes(each) ? value.filter((other) => other !== each) : [...value, each])
  return (
    <div className="edit-values">
      {(field.options === null || field.options.length > 7) && (
        <Input
          allowClear
          aria-label={field.label}
          placeholder={field.label}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul>
        {shown.map((option) => (
          <li key={option.value}>
            <Checkbox checked={value.includes(option.value)} onChange={() => toggle(option.value)}>
              {option.label}
            </Checkbox>
          </li>
        ))}
      </ul>
      {shown.length === 0 && !found.isFetching && (
        <Empty image={null} description={t(builderWords.pickNothing)} />
      )}
    </div>
  )
}
