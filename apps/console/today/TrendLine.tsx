import type { TodayItem } from '#modules/team/console/today.queries.ts'
import { useFormat } from '#ui/locale/locale.tsx'

const width = 250
const height = 92
const edge = { left: 2, right: 34, top: 10, bottom: 20 }

/** The figure that an item is about: its line, what is aimed at, and the line below which it is a matter. */
export function TrendLine({ trend }: { trend: NonNullable<TodayItem['trend']> }) {
  const format = useFormat()
  const marks = [trend.goal, trend.line].filter((value) => value !== null)
  const low = Math.min(...trend.values, ...marks)
  const span = Math.max(...trend.values, ...marks) - low || 1
  const x = (at: number) =>
    edge.left + (at * (width - edge.left - edge.right)) / Math.max(1, trend.values.length - 1)
  const y = (value: number) => edge.top + (1 - (value - low) / span) * (height - edge.top - edge.bottom)
  const points = trend.values.map((value, at) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`)
  const [endX, endY] = [x(trend.values.length - 1), y(trend.values.at(-1) ?? low)]
  const below = trend.line !== null && (trend.values.at(-1) ?? 0) < trend.line
  const rule = (value: number, className: string) => (
    <g className={className}>
      <line x1={edge.left} x2={width - edge.right} y1={y(value)} y2={y(value)} />
      <text x={width - edge.right + 5} y={y(value) + 4}>
        {value}
        {trend.unit}
      </text>
    </g>
  )
  return (
    <svg className="trend" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {trend.line !== null && (
        <rect
          className="trend-below"
          x={edge.left}
          width={width - edge.left - edge.right}
          y={y(trend.line)}
          height={Math.max(0, height - edge.bottom - y(trend.line))}
        />
      )}
      {trend.goal !== null && rule(trend.goal, 'trend-goal')}
      {trend.line !== null && rule(trend.line, 'trend-line')}
      <path d={`M${points.join('L')}`} />
      <circle cx={endX} cy={endY} r="3.2" className={below ? 'below' : ''} />
      <text x={edge.left} y={height - 4} className="trend-day">
        {format.date(`${trend.from}T12:00:00Z`)}
      </text>
      <text x={width - edge.right} y={height - 4} textAnchor="end" className="trend-day">
        {format.date(`${trend.to}T12:00:00Z`)}
      </text>
    </svg>
  )
}
