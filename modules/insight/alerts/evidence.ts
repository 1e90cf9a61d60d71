/** What a signal was raised on, frozen: figures as they were seen, never worked out again. */
import type { Day } from '#base/time/calendar.ts'
import type { MetricUnit } from '../metrics/metric.ts'
import type { Cause } from './causes.ts'
import type { Point } from './judging.ts'
import type { Topic } from './topics.ts'

export interface Evidence {
  /** Key of the metric in the catalogue, and what it was called then. */
  readonly metric: { readonly key: string | null; readonly name: string }
  readonly unit: MetricUnit
  readonly kind: 'threshold' | 'change' | 'anomaly' | 'silence' | 'pace' | 'topic'
  readonly side: 'below' | 'above'
  readonly bucket: { readonly from: Day; readonly to: Day }
  readonly value: number | null
  /** What it was held against (the line, the figure before, what is usual, the pace), and beyond what it is a matter. */
  readonly against: number | null
  readonly line: number | null
  /** What the figure rests on. */
  readonly base: number | null
  /** The last buckets up to that one, oldest first. */
  readonly series: readonly Point[]
  /** What people did less of at the same time: signs, no proof. */
  readonly causes: readonly Cause[]
  /** What the talk concentrates on. */
  readonly topic?: Topic
}
