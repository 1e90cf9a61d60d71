export type { Pair } from '../../overview/question.ts'

export interface OverviewQuestion {
  readonly weeks: number
  readonly to?: string | undefined
  readonly group?: string | undefined
  readonly compare: 'previous' | 'year'
  readonly against: number
  readonly by: 'group' | 'kind' | 'channel'
}

export const firstQuestion: OverviewQuestion = { weeks: 12, compare: 'previous', against: 4, by: 'group' }

const isWeeks = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

/** What somebody wrote into the address by hand may be anything. */
export const isQuestion = ({ weeks, against, compare, by, to }: OverviewQuestion): boolean =>
  isWeeks(weeks, 4, 52) &&
  isWeeks(against, 1, 12) &&
  ['previous', 'year'].includes(compare) &&
  ['group', 'kind', 'channel'].includes(by) &&
  (to === undefined || /^\d{4}-\d\d-\d\d$/.test(to))
