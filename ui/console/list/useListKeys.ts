import { useEffect } from 'react'
import { type Action, canAct } from '../action/action.ts'
import { useAct } from '../action/useAct.tsx'
import { useShortcuts } from '../action/useShortcuts.ts'

interface Keys<Row> {
  readonly rows: readonly Row[]
  readonly focused: number
  readonly setFocused: (row: number) => void
  readonly toggle?: (row: Row) => void
  readonly open?: (row: Row) => void
  readonly actions?: readonly Action<Row>[]
  readonly clear: () => void
  /** Loads the next page; asked for when the focus passes the last row. */
  readonly more?: () => void
}

/** j and k move, x selects, Enter opens, an action's own key runs it on the focused row. */
export function useListKeys<Row>({
  rows,
  focused,
  setFocused,
  toggle,
  open,
  actions = [],
  clear,
  more,
}: Keys<Row>) {
  const act = useAct()
  useEffect(() => {
    if (focused >= rows.length && rows.length > 0) setFocused(rows.length - 1)
  }, [focused, rows.length, setFocused])
  const here = (run: (row: Row) => unknown) => {
    const row = rows[focused]
    if (row !== undefined) run(row)
  }
  const move = (to: number) => {
    if (to >= rows.length) more?.()
    const row = Math.max(0, Math.min(rows.length - 1, to))
    setFocused(row)
    document.querySelector(`[data-row="${row}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const keys: Record<string, () => void> = {
    j: () => move(focused + 1),
    k: () => move(focused - 1),
    Escape: clear,
  }
  if (toggle) keys.x = () => here(toggle)
  if (open) keys.Enter = () => here(open)
  for (const action of actions)
    if (action.shortcut) keys[action.shortcut] = () => here((row) => canAct(action, row) && act(action, row))
  useShortcuts(keys)
}
