/**
 * Public holidays of mainland China as the State Council arranges them, and the days worked in their
 * place, as days: the table of `chinese-days`. Its functions read days in the machine's zone, so the
 * table is read directly.
 */
import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Message } from '../i18n/messages.ts'
import type { Day } from './calendar.ts'

export interface PublicDay {
  /** 国庆节 */
  readonly name: Message
  /** Worked in place of a holiday. */
  readonly works: boolean
}

const holidays: Readonly<Record<string, string>> = table.holidays
const workdays: Readonly<Record<string, string>> = table.workdays

/** The last year whose arrangement is in the table; the next one is announced each November. */
export const holidaysKnownTo = Math.max(...Object.keys(holidays).map((day) => Number(day.slice(0, 4))))

/** What the state says of a day; undefined for an ordinary one. */
export function findPublicDay(day: Day): PublicDay | undefined {
  const line = holidays[day] ?? workdays[day]
  if (line === undefined) return undefined
  const [en = '', zh = ''] = line.split(',')
  return { name: { zh, en }, works: holidays[day] === undefined }
}

/** The days of a year that are not ordinary, in order. */
export const publicDaysOf = (year: number): readonly Day[] =>
  [...Object.keys(holidays), ...Object.keys(workdays)].filter((day) => day.startsWith(`${year}-`)).sort()
