interface SparkProps {
  readonly values: readonly number[]
  readonly width?: number
  readonly height?: number
  readonly colour?: string
}

/** A line without axes, for a row of a list; the number beside it carries the meaning. */
export function Spark({ values, width = 78, height = 24, colour = 'var(--sky)' }: SparkProps) {
  if (values.length < 2) return null
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const points = values.map(
    (value, at) =>
      [2 + (at * (width - 6)) / (values.length - 1), 4 + (1 - (value - low) / span) * (height - 8)] as const,
  )
  const [x, y] = points[points.length - 1] ?? [0, 0]
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path
        d={points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`).join('')}
        fill="none"
        stroke={colour}
        strokeWidth={1.6}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x} cy={y} r={2.2} fill={colour} />
    </svg>
  )
}
