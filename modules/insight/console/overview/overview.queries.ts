import type { Breakdown } from '../frame/question.ts'

export type { Pair } from '../../overview/question.ts'

export interface OverviewQuestion {
  readonly weeks: number
  readonly to?: string | undefined
  readonly group?: string | undefined
  readonly compare: 'previous' | 'year'
  readonly against: number
  /** A field or segments, besides what there always is. */
  readonly by: 'group' | 'kind' | 'channel' | Breakdown
}

export const firstQuestion: OverviewQuestion = { weeks: 12, compare: 'previous', against: 4, by: 'group' }

const isWeeks = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

const isCut = (by: OverviewQuestion['by']): boolean =>
  typeof by === 'object'
    ? (by?.by === 'field' && typeof by.field === 'string') ||
      (by?.by === 'segments' && Array.isArray(by.segments) && by.segments.length > 0)
    : ['group', 'kind', 'channel'].includes(by)

/** What somebody wrote into the address by hand may be anything. */
export const isQuestion = ({ weeks, against, compare, by, to }: OverviewQuestion): boolean =>
  isWeeks(weeks, 4, 52) &&
  isWeeks(against, 1, 12) &&
  ['previous', 'year'].includes(compare) &&
  isCut(by) &&
  (to === undefined || /^\d{4}-\d\d-\d\d$/.test(to))
