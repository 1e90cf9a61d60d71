import { Button, Checkbox, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Column } from './column.ts'
import { listWords } from './words.ts'

/** The columns shown, remembered on this device, and the control that chooses them. The first always stays. */
export function useColumns<Row>(
  list: string,
  columns: readonly Column<Row>[],
): { shown: readonly Column<Row>[]; choice: ReactNode } {
  const t = useT()
  const key = `juluo.columns.${list}`
  // What somebody chose; the rest is as the list proposes it, also columns that arrive later.
  const [choices, setChoices] = useState<Readonly<Record<string, boolean>>>(() => readChoices(key))
  const isShown = (column: Column<Row>) => choices[column.key] ?? !column.extra
  const change = (column: Column<Row>) => {
    const after = { ...choices, [column.key]: !isShown(column) }
    localStorage.setItem(key, JSON.stringify(after))
    setChoices(after)
  }
  const choice = (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="column-choice">
          {columns.slice(1).map((column) => (
            <Checkbox key={column.key} checked={isShown(column)} onChange={() => change(column)}>
              {t(column.title)}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button icon={<Icon name="columns" size={16} />}>{t(listWords.columns)}</Button>
    </Popover>
  )
  return { shown: columns.filter((column, place) => place === 0 || isShown(column)), choice }
}

function readChoices(key: string): Readonly<Record<string, boolean>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return stored && typeof stored === 'object' ? (stored as Record<string, boolean>) : {}
  } catch {
    return {}
  }
}
