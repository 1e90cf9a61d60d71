/** What is expected and between which bounds, row by row on one scale; drawn in the page, so that it prints and is read out. */
import type { ReactNode } from 'react'
import './intervals.css'

export interface IntervalRow {
  readonly key: string
  readonly name: ReactNode
  readonly note?: ReactNode
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly shown: ReactNode
  readonly tone?: 'plain' | 'good' | 'bad' | undefined
}

interface Props {
  readonly rows: readonly IntervalRow[]
  /** Where nothing would be: a line through all rows. */
  readonly zero?: boolean
  readonly label: string
}

export function Intervals({ rows, zero = false, label }: Props) {
  const known = rows.flatMap(({ value, low, high }) => [value, low, high]).filter((each) => each !== null)
  const least = Math.min(0, ...known)
  const most = Math.max(zero ? 0 : 1, ...known)
  const room = (most - least) * 0.04 || 1
  const at = (value: number) =>
    `${((value - least + (zero ? room : 0)) / (most - least + (zero ? 2 : 1) * room)) * 100}%`
  return (
    <ul className="intervals" aria-label={label}>
      {rows.map(({ key, name, note, value, low, high, shown, tone = 'plain' }) => (
        <li key={key} data-tone={tone}>
          <span className="intervals-name">
            {name}
            {note && <span className="muted small">{note}</span>}
          </span>
          <span className="intervals-line" aria-hidden="true">
            {zero && <i className="intervals-zero" style={{ left: at(0) }} />}
            {low !== null && high !== null && (
              <i className="intervals-reach" style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
            )}
            {value !== null && <i className="intervals-dot" style={{ left: at(value) }} />}
          </span>
          <span className="intervals-shown">{shown}</span>
        </li>
      ))}
    </ul>
  )
}
