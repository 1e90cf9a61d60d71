import type { Message } from '#base/i18n/messages.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'

/** Looks of what may become of a row. */
export type TallyTone = 'created' | 'updated' | 'unchanged' | 'repeated' | 'lines' | 'failed'

export interface TallyPart {
  readonly tone: TallyTone
  readonly label: Message
  readonly rows: number
}

/** What became of the rows, as one bar and its numbers. */
export function TallyBar({ parts }: { parts: readonly TallyPart[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="tally">
      <div className="tally-bar" aria-hidden>
        {parts.map(({ label, tone, rows }) =>
          rows > 0 ? <i key={label.zh} className={tone} style={{ flexGrow: rows }} /> : null,
        )}
      </div>
      <dl>
        {parts.map(({ label, tone, rows }) => (
          <div key={label.zh} className={rows === 0 ? 'none' : ''}>
            <dt>
              <i className={tone} aria-hidden />
              {t(label)}
            </dt>
            <dd>{format.number(rows)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
