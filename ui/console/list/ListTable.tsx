import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { ActionMenu } from '../action/ActionButton.tsx'
import type { Action } from '../action/action.ts'
import type { Column } from './column.ts'
import { listWords } from './words.ts'

interface TableProps<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly rowName: (row: Row) => string
  readonly open?: (row: Row) => void
  readonly actions?: readonly Action<Row>[]
  readonly bulk?: readonly unknown[]
  readonly focused: number
  readonly setFocused: (row: number) => void
  readonly chosen: ReadonlySet<string>
  readonly toggle: (row: Row) => void
  readonly toggleAll: () => void
  readonly sort?: string
  readonly setSort: (sort: string) => void
}

/** 46 px rows; on a phone each row becomes a small card of two lines. */
export function ListTable<Row>(props: TableProps<Row>) {
  const { rows, columns, rowKey, rowName, bulk, actions, chosen } = props
  const t = useT()
  const all = rows.length > 0 && rows.every((row) => chosen.has(rowKey(row)))
  return (
    <table className="list-table">
      <thead>
        <tr>
          {bulk && (
            <th className="list-pick">
              <Checkbox
                aria-label={t(listWords.selectAll)}
                checked={all}
                indeterminate={!all && chosen.size > 0}
                onChange={props.toggleAll}
              />
            </th>
          )}
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sort={props.sort} setSort={props.setSort} />
          ))}
          {actions && (
            <th className="list-more">
              <span className="sr-only">{t(listWords.actions)}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const picked = chosen.has(rowKey(row))
          return (
            <tr
              key={rowKey(row)}
              data-row={index}
              className={`${index === props.focused ? 'focused' : ''} ${picked ? 'picked' : ''}`}
              onClick={() => props.setFocused(index)}
            >
              {bulk && (
                <td className="list-pick">
                  <Checkbox
                    aria-label={t(listWords.selectRow, { name: rowName(row) })}
                    checked={picked}
                    onChange={() => props.toggle(row)}
                  />
                </td>
              )}
              {columns.map((column, place) => (
                <td
                  key={column.key}
                  className={`${column.align === 'right' ? 'num' : ''} phone-${column.phone ?? 'line'}`}
                  data-label={t(column.title)}
                >
                  {place === 0 && props.open ? (
                    <OpenCell open={() => props.open?.(row)}>{column.render(row)}</OpenCell>
                  ) : (
                    column.render(row)
                  )}
                </td>
              ))}
              {actions && (
                <td className="list-more">
                  <ActionMenu actions={actions} thing={row} label={rowName(row)} />
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function OpenCell({ open, children }: { open: () => void; children: ReactNode }) {
  return (
    <button type="button" className="list-open" onClick={open}>
      {children}
    </button>
  )
}

interface HeadProps<Row> {
  readonly column: Column<Row>
  readonly sort?: string
  readonly setSort: (sort: string) => void
}

function HeadCell<Row>({ column, sort, setSort }: HeadProps<Row>) {
  const t = useT()
  const name = column.sort
  const style = { width: column.width }
  const className = column.align === 'right' ? 'num' : undefined
  if (!name)
    return (
      <th className={className} style={style}>
        {t(column.title)}
      </th>
    )
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined
  return (
    <th className={className} style={style} aria-sort={direction}>
      <button
        type="button"
        className="list-sort"
        onClick={() => setSort(direction === 'descending' ? name : `-${name}`)}
      >
        {t(column.title)}
        {direction && <Icon name={direction === 'ascending' ? 'up' : 'down'} size={12} />}
      </button>
    </th>
  )
}
