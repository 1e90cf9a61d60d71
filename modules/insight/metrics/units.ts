/** Units of figures, free of anything that a browser need not load. */
export type { Expression } from './metric.ts'

/** What a figure is, for axes and words. `money` is in minor units, `share` from 0 to 1. */
export const metricUnits = [
  'times',
  'members',
  'share',
  'money',
  'minutes',
  'days',
  'number',
  'score',
] as const
export type MetricUnit = (typeof metricUnits)[number]
