/**
 * How a figure is judged. Every test looks at whole buckets only and one way: a figure that may not fall raises
 * nothing when it rises. Pure functions over a series, the latest bucket last.
 */
import { z } from 'zod'
import type { Day } from '#base/time/calendar.ts'

export const alertTest = z.discriminatedUnion('kind', [
  /** Beyond a line: a figure, or the red line that the health of each group has for its weekly active rate. */
  z.object({
    kind: z.literal('threshold'),
    side: z.enum(['below', 'above']),
    line: z.union([z.number().min(-1e15).max(1e15), z.literal('health')]),
  }),
  /** Changed by at least a part of what it was one bucket earlier, or in the same bucket a year ago. */
  z.object({
    kind: z.literal('change'),
    side: z.enum(['below', 'above']),
    by: z.number().min(0.01).max(100),
    against: z.enum(['previous', 'year']),
  }),
  /**
   * Further from what is usual than `strength` robust deviations: the median and the median absolute deviation of
   * the buckets before it, of days those of the same weekday (Rousseeuw & Croux 1993: 1.4826 × MAD).
   */
  z.object({
    kind: z.literal('anomaly'),
    side: z.enum(['below', 'above']),
    strength: z.number().min(2).max(10),
  }),
  /** Nothing at all came for so many buckets, although something came before. */
  z.object({ kind: z.literal('silence'), buckets: z.int().min(1).max(31) }),
  /**
   * The talk concentrates on a topic (S0-47): its share of what is said grew at least to so many times, and hardly by
   * chance. Looks at words, not at the figure of the metric, and raises a signal about each.
   */
  z.object({ kind: z.literal('topic'), times: z.number().min(1.2).max(20) }),
])
export type AlertTest = z.infer<typeof alertTest>

/** A test whose line is a figure. */
export type Judged =
  | Exclude<AlertTest, { kind: 'threshold' } | { kind: 'topic' }>
  | (Extract<AlertTest, { kind: 'threshold' }> & { readonly line: number })

export interface Point {
  /** First day of the bucket. */
  readonly start: Day
  readonly value: number | null
  /** What a share divides by, or what the figure rests on; null when there is no such thing. */
  readonly base: number | null
}

export interface Judgement {
  readonly raised: boolean
  readonly value: number | null
  /** What it was held against: the line, the figure before, the median. */
  readonly against: number | null
  /** Beyond this it is a matter. */
  readonly line: number | null
}

/** Buckets that `judgeFigure` looks back, the judged one apart. */
export const lookBack = { day: 365, week: 53, month: 13 } as const
/** Earlier buckets of the same kind that an anomaly needs to know what is usual. */
const fewestUsual = 6
const mostUsual = 8

const nothing: Judgement = { raised: false, value: null, against: null, line: null }

export function judgeFigure(
  test: Judged,
  series: readonly Point[],
  { unit, leastBase }: { readonly unit: 'day' | 'week' | 'month'; readonly leastBase: number },
): Judgement {
  const last = series.at(-1)
  if (!last) return nothing
  if (test.kind === 'silence') return silent(series, test.buckets)
  if (last.value === null || (last.base !== null && last.base < leastBase))
    return { ...nothing, value: last.value }
  const beyond = (line: number, against: number): Judgement => ({
    raised: test.side === 'below' ? last.value! < line : last.value! > line,
    value: last.value,
    against,
    line,
  })
  switch (test.kind) {
    case 'threshold':
      return beyond(test.line, test.line)
    case 'change': {
      const before = test.against === 'previous' ? series.at(-2) : yearBefore(series, unit)
      if (before?.value == null || (before.base !== null && before.base < leastBase))
        return { ...nothing, value: last.value }
      // A part of its size: of a debt (more refunded than sold) it is as much up or down.
      const line = before.value + (test.side === 'below' ? -1 : 1) * test.by * Math.abs(before.value)
      // Something out of nothing is no change by a part.
      if (before.value === 0) return { ...nothing, value: last.value, against: 0 }
      return beyond(line, before.value)
    }
    case 'anomaly': {
      const usual = usualOf(series, unit)
      if (!usual) return { ...nothing, value: last.value }
      const reach = test.strength * usual.deviation
      return beyond(test.side === 'below' ? usual.median - reach : usual.median + reach, usual.median)
    }
  }
}

/** Nothing in the last buckets, something in as many before. */
function silent(series: readonly Point[], buckets: number): Judgement {
  const empty = ({ value }: Point) => value === null || value === 0
  const late = series.slice(-buckets)
  const before = series.slice(-2 * buckets, -buckets)
  const raised = late.length === buckets && late.every(empty) && before.some((point) => !empty(point))
  return { raised, value: late.at(-1)?.value ?? null, against: null, line: null }
}

function yearBefore(series: readonly Point[], unit: 'day' | 'week' | 'month'): Point | undefined {
  // 52 weeks earlier the weekday is the same; so it is for days.
  return series.at(-1 - { day: 364, week: 52, month: 12 }[unit])
}

/** What is usual for the latest bucket, by those before it. Undefined while too few are known. */
export function usualOf(
  series: readonly Point[],
  unit: 'day' | 'week' | 'month',
): { readonly median: number; readonly deviation: number } | undefined {
  const step = unit === 'day' ? 7 : 1
  const earlier: number[] = []
  for (let at = series.length - 1 - step; at >= 0 && earlier.length < mostUsual; at -= step) {
    const { value } = series[at]!
    if (value !== null) earlier.push(value)
  }
  if (earlier.length < fewestUsual) return undefined
  const median = medianOf(earlier)
  const deviation = 1.4826 * medianOf(earlier.map((value) => Math.abs(value - median)))
  // A series that hardly moved would call every small step strange: at least a twentieth of what is usual, and counts
  // scatter by their square root even when nothing is the matter (`overview/anomalies.ts`): one after none is no alarm.
  const counts = earlier.every(Number.isInteger)
  const scatter = counts ? Math.sqrt(Math.max(Math.abs(median), 1)) : 0
  return { median, deviation: Math.max(deviation, Math.abs(median) / 20, scatter) }
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
