/** A small drawing of a series with its line; buckets that raised, or would have, are marked. */
import { shortDay } from '../calendar.ts'
import type { Point } from './alerts.queries.ts'

interface Props {
  readonly series: readonly Point[]
  readonly line: number | null
  readonly marked: readonly string[]
  readonly figure: (value: number) => string
}

const width = 480
const height = 132
const left = 44

export function LineChart({ series, line, marked, figure }: Props) {
  const known = series.flatMap(({ value }) => value ?? [])
  if (known.length < 2) return null
  const all = line === null ? known : [...known, line]
  const low = Math.min(...all)
  const high = Math.max(...all)
  const span = high - low || 1
  const x = (at: number) => left + (at * (width - left - 10)) / Math.max(1, series.length - 1)
  const y = (value: number) => 10 + (1 - (value - low) / span) * (height - 34)
  const path = series
    .map(({ value }, at) =>
      value === null
        ? ''
        : `${at === 0 || series[at - 1]!.value === null ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('')
  const raised = new Set(marked)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="alert-line" aria-hidden="true">
      <text x={0} y={y(high) + 4}>
        {figure(high)}
      </text>
      <text x={0} y={y(low) + 4}>
        {figure(low)}
      </text>
      {line !== null && (
        <path d={`M${left} ${y(line)}H${width - 10}`} stroke="var(--bad)" strokeDasharray="3 3" fill="none" />
      )}
      <path d={path} stroke="var(--pine)" strokeWidth={1.8} strokeLinejoin="round" fill="none" />
      {series.map(({ start, value }, at) =>
        value !== null && raised.has(start) ? (
          <circle key={start} cx={x(at)} cy={y(value)} r={3.2} fill="var(--bad)" />
        ) : null,
      )}
      <text x={left} y={height - 4}>
        {shortDay(series[0]!.start)}
      </text>
      <text x={width - 10} y={height - 4} textAnchor="end">
        {shortDay(series.at(-1)!.start)}
      </text>
    </svg>
  )
}
