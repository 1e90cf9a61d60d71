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
  const [hidden, setHidden] = useState<readonly string[]>(() => {
    const stored = localStorage.getItem(key)
    return stored === null
      ? columns.filter((column) => column.extra).map((column) => column.key)
      : stored.split(',')
  })
  const change = (column: string) => {
    const after = hidden.includes(column) ? hidden.filter((other) => other !== column) : [...hidden, column]
    localStorage.setItem(key, after.join(','))
    setHidden(after)
  }
  const choice = (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="column-choice">
          {columns.slice(1).map((column) => (
            <Checkbox
              key={column.key}
              checked={!hidden.includes(column.key)}
              onChange={() => change(column.key)}
            >
              {t(column.title)}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button icon={<Icon name="columns" size={16} />}>{t(listWords.columns)}</Button>
    </Popover>
  )
  return { shown: columns.filter((column, place) => place === 0 || !hidden.includes(column.key)), choice }
}
