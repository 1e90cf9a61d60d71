import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import type { Column, Filter } from './column.ts'
import { downloadCsv } from './csv.ts'
import { FilterField } from './FilterField.tsx'
import { SavedViews } from './SavedViews.tsx'
import type { UrlState } from './useUrlState.ts'
import { listWords } from './words.ts'

interface ToolbarProps<Row> {
  readonly name: string
  readonly searchable?: Message
  readonly filters?: readonly Filter[]
  readonly views?: boolean
  readonly url: UrlState
  readonly setUrl: (change: Record<string, string | undefined>) => void
  readonly columns: readonly Column<Row>[]
  readonly columnChoice: ReactNode
  readonly rows: readonly Row[]
  readonly exporter?: { readonly label: Message; readonly run: (columns: readonly string[]) => void }
}

export function ListToolbar<Row>(props: ToolbarProps<Row>) {
  const { url, setUrl, columns, rows, exporter } = props
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const save = () =>
    exporter
      ? exporter.run(columns.map((column) => column.key))
      : downloadCsv(`${props.name}-${format.dayKey(now())}`, [
          columns.map((column) => t(column.title)),
          ...rows.map((row) => columns.map((column) => column.text(row))),
        ])
  return (
    <>
      {props.views && <SavedViews list={props.name} url={url} setUrl={setUrl} />}
      <div className="list-tools">
        {props.searchable && (
          <SearchField label={t(props.searchable)} value={url.q ?? ''} change={(q) => setUrl({ q })} />
        )}
        {props.filters?.map((filter) => (
          <FilterField
            key={filter.kind === 'days' ? filter.from : filter.key}
            filter={filter}
            url={url}
            setUrl={setUrl}
          />
        ))}
        <span className="list-tools-end">
          {columns.length > 1 && props.columnChoice}
          <Button icon={<Icon name="download" size={16} />} disabled={rows.length === 0} onClick={save}>
            {exporter ? t(exporter.label) : t(listWords.exportShown, { count: rows.length })}
          </Button>
        </span>
      </div>
    </>
  )
}

/** Searches as one types, after a breath; never in the middle of an input method's composition. */
function SearchField({
  label,
  value,
  change,
}: {
  label: string
  value: string
  change: (text: string) => void
}) {
  const [text, setText] = useState(value)
  const composing = useRef(false)
  const latest = useRef(change)
  latest.current = change
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => {
      if (!composing.current) latest.current(text.trim())
    }, 250)
    return () => clearTimeout(timer)
  }, [text, value])
  return (
    <Input
      className="list-search"
      type="search"
      aria-label={label}
      placeholder={label}
      prefix={<Icon name="search" size={16} />}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        setText(`${event.currentTarget.value}`)
        change(event.currentTarget.value.trim())
      }}
    />
  )
}
