import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Popover, Select } from 'antd'
import { useState } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Filter } from './column.ts'
import type { UrlState } from './useUrlState.ts'
import { listWords } from './words.ts'

interface FilterProps<F extends Filter> {
  readonly filter: F
  readonly url: UrlState
  readonly setUrl: (change: Record<string, string | undefined>) => void
}

export function FilterField({ filter, url, setUrl }: FilterProps<Filter>) {
  const t = useT()
  if (filter.kind === 'days') return <DaysField filter={filter} url={url} setUrl={setUrl} />
  if (filter.kind === 'found') return <FoundField filter={filter} url={url} setUrl={setUrl} />
  const label = t(filter.label)
  return (
    <Select
      className="list-filter"
      aria-label={label}
      allowClear
      placeholder={label}
      value={url[filter.key] || undefined}
      onChange={(value: string | undefined) => setUrl({ [filter.key]: value })}
      showSearch={filter.choices.length > 8 ? { optionFilterProp: 'label' } : false}
      options={filter.choices.map((choice) => ({ ...choice }))}
      popupMatchSelectWidth={false}
    />
  )
}

/** One of many by name; the name of the one in the URL is asked for once. */
function FoundField({ filter, url, setUrl }: FilterProps<Extract<Filter, { kind: 'found' }>>) {
  const t = useT()
  const label = t(filter.label)
  const value = url[filter.key] || undefined
  const [text, setText] = useState('')
  const found = useQuery({
    queryKey: ['filter', filter.key, text],
    enabled: text.length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => filter.find(text, signal),
  })
  const name = useQuery({
    queryKey: ['filter', filter.key, 'name', value],
    enabled: value !== undefined,
    queryFn: ({ signal }) => filter.nameOf(value ?? '', signal),
  })
  const offered = text ? (found.data ?? []) : []
  const kept =
    value && !offered.some((choice) => choice.value === value) ? [{ value, label: name.data ?? '…' }] : []
  return (
    <Select
      className="list-filter"
      aria-label={label}
      allowClear
      placeholder={label}
      value={value}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim().slice(0, 40)) }}
      notFoundContent={t(text ? listWords.nobodyFound : listWords.typeName)}
      onChange={(chosen: string | undefined) => {
        setText('')
        setUrl({ [filter.key]: chosen })
      }}
      options={[...kept, ...offered]}
      popupMatchSelectWidth={false}
    />
  )
}

/** Two days behind one button that says what is chosen. */
function DaysField({ filter, url, setUrl }: FilterProps<Extract<Filter, { kind: 'days' }>>) {
  const t = useT()
  const format = useFormat()
  const [from, to] = [url[filter.from], url[filter.to]]
  const shown = (day: string | undefined) => (day ? format.date(`${day}T12:00:00Z`) : '…')
  const field = (key: string, label: string, value: string | undefined) => (
    <>
      <p className="field-label">{label}</p>
      <Input
        type="date"
        aria-label={`${t(filter.label)} ${label}`}
        value={value ?? ''}
        onChange={(event) => setUrl({ [key]: event.target.value })}
      />
    </>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <div className="days-filter">
          {field(filter.from, t(listWords.from), from)}
          {field(filter.to, t(listWords.to), to)}
          <Button
            size="small"
            type="text"
            disabled={!from && !to}
            onClick={() => setUrl({ [filter.from]: undefined, [filter.to]: undefined })}
          >
            {t(listWords.any)}
          </Button>
        </div>
      }
    >
      <Button className={from || to ? 'days-chosen' : 'days-any'}>
        {from || to ? `${t(filter.label)} ${shown(from)} – ${shown(to)}` : t(filter.label)}
        <Icon name="down" size={14} />
      </Button>
    </Popover>
  )
}
