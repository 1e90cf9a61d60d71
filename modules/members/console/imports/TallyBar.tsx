import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Tally } from './imports.queries.ts'
import { importWords } from './imports.words.ts'

const parts = [
  ['created', importWords.created],
  ['updated', importWords.updated],
  ['unchanged', importWords.unchanged],
  ['repeated', importWords.repeated],
  ['failed', importWords.refused],
] as const

/** What became of the rows, as one bar and its numbers. */
export function TallyBar({ tally }: { tally: Tally }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="tally">
      <div className="tally-bar" aria-hidden>
        {parts.map(([key]) =>
          tally[key] > 0 ? <i key={key} className={key} style={{ flexGrow: tally[key] }} /> : null,
        )}
      </div>
      <dl>
        {parts.map(([key, label]) => (
          <div key={key} className={tally[key] === 0 ? 'none' : ''}>
            <dt>
              <i className={key} aria-hidden />
              {t(label)}
            </dt>
            <dd>{format.number(tally[key])}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
