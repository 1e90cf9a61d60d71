/** Fourteen days as a small line; its meaning stands beside it in words. */
export function Sparkline({ values, className = '' }: { values: readonly number[]; className?: string }) {
  const top = Math.max(1, ...values)
  const step = 72 / Math.max(1, values.length - 1)
  const points = values.map(
    (value, at) => `${(at * step).toFixed(1)},${(21 - (value / top) * 18).toFixed(1)}`,
  )
  return (
    <svg width="72" height="24" viewBox="0 0 72 24" aria-hidden="true" className={`shrink-0 ${className}`}>
      <polygon points={`0,22 ${points.join(' ')} 72,22`} className="fill-pine-soft" />
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
