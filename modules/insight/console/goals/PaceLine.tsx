/** A goal as a line: what was read, and the straight way from the start to the diamond of the target. */
import { daysBetween } from '../calendar.ts'
import type { Goal } from './goals.queries.ts'

interface Props {
  readonly goal: Pick<Goal, 'readings' | 'startsOn' | 'dueOn' | 'baseline' | 'days' | 'target' | 'standing'>
  readonly width?: number
  readonly height?: number
}

export function PaceLine({ goal, width = 132, height = 54 }: Props) {
  const from = goal.days === null ? 0 : (goal.baseline ?? 0)
  const read = goal.readings.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]))
  const all = [from, goal.target, ...read.map(({ value }) => value)]
  const low = Math.min(...all)
  const span = Math.max(...all) - low || 1
  const whole = Math.max(1, daysBetween(goal.startsOn, goal.dueOn))
  const x = (day: string) => 4 + (Math.max(0, daysBetween(goal.startsOn, day)) / whole) * (width - 14)
  const y = (value: number) => 6 + (1 - (value - low) / span) * (height - 14)
  const last = read.at(-1)
  const colour = goal.standing.pace === 'behind' ? 'var(--warn)' : 'var(--good)'
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className="pace-line"
    >
      <path
        d={`M${x(goal.startsOn)} ${y(from)}L${x(goal.dueOn)} ${y(goal.target)}`}
        stroke="var(--muted)"
        strokeDasharray="1.500 3"
        strokeLinecap="round"
        fill="none"
      />
      <path
        d={`M${x(goal.dueOn)} ${y(goal.target) - 3.5}l3.500 3.500-3.500 3.500-3.500-3.500z`}
        fill="var(--card)"
        stroke="var(--muted)"
      />
      {last && <path d={`M${x(last.day)} 2V${height - 2}`} stroke="var(--line)" />}
      {read.length > 1 && (
        <path
          d={read
            .map(({ day, value }, at) => `${at === 0 ? 'M' : 'L'}${x(day).toFixed(1)} ${y(value).toFixed(1)}`)
            .join('')}
          stroke={colour}
          strokeWidth={1.8}
          strokeLinejoin="round"
          strokeLinecap="round"
          fill="none"
        />
      )}
      {last && <circle cx={x(last.day)} cy={y(last.value)} r={2.6} fill={colour} />}
    </svg>
  )
}
