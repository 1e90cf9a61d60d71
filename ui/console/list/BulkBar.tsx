import { Button } from 'antd'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ActionButton } from '../action/ActionButton.tsx'
import type { Action } from '../action/action.ts'
import { listWords } from './words.ts'

interface BulkProps<Row> {
  readonly actions: readonly Action<readonly Row[]>[]
  readonly rows: readonly Row[]
  readonly clear: () => void
}

/** What can be done with everything that is selected. */
export function BulkBar<Row>({ actions, rows, clear }: BulkProps<Row>) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="bulk" role="status">
      <b>{t(listWords.selected, { count: format.number(rows.length) })}</b>
      {actions.map((action) => (
        <ActionButton key={t(action.name)} action={action} thing={rows} small />
      ))}
      <Button type="text" size="small" onClick={clear}>
        {t(listWords.clearSelection)}
      </Button>
    </div>
  )
}
