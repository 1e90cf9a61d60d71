import type { ReactNode } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { Card } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { importingWords } from './importing.words.ts'
import type { Previewed } from './list.ts'

const shown = 6

interface PreviewCardProps<V extends Previewed> {
  readonly rows: readonly V[]
  readonly failure: string | undefined
  /** With {count}. */
  readonly note: Message
  /** What of a row will be there; of those that are refused the card says why. */
  readonly show: (row: V) => ReactNode
}

/** The first rows of the list as they will be. */
export function PreviewCard<V extends Previewed>({ rows, failure, note, show }: PreviewCardProps<V>) {
  const t = useT()
  return (
    <Card
      title={t(importingWords.preview)}
      note={failure ? undefined : t(note, { count: Math.min(shown, rows.length) })}
    >
      {failure ? (
        <p className="preview-failure" role="alert">
          <Icon name="warn" size={16} />
          {failure}
        </p>
      ) : (
        <ul className="preview">
          {rows
            .slice(0, shown)
            .map((row) => (row.reasons.length > 0 ? <Refused key={row.row} {...row} /> : show(row)))}
        </ul>
      )}
    </Card>
  )
}

function Refused({ row, reasons }: Previewed) {
  const t = useT()
  return (
    <li className="refused">
      <Icon name="close" size={16} />
      <span>
        {t(importingWords.rowNumber, { row })}
        <small>{reasons.map(({ message }) => message).join(' · ')}</small>
      </span>
    </li>
  )
}
