/** Hours of rest: when a member is left alone, in his own time zone. */
import { addToDay, dayOf, instantOf } from '#base/time/calendar.ts'

export interface QuietHours {
  readonly quiet: boolean
  /** Minutes of the day; from 22:00 to 8:00 goes over midnight. */
  readonly from: number
  readonly to: number
  readonly zone: string
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/**
 * When the rest ends that `now` falls into; undefined when he is awake. Equal ends mean no rest at all. On
 * days when the clock is moved the hours stay those that the wall shows.
 */
export function endOfQuiet(now: Date, { quiet, from, to, zone }: QuietHours): Date | undefined {
  if (!quiet || from === to) return undefined
  const today = dayOf(now, zone)
  for (const day of [addToDay(today, -1, 'day'), today]) {
    const begins = instantOf(day, clock(from), zone)
    const ends = instantOf(to > from ? day : addToDay(day, 1, 'day'), clock(to), zone)
    if (begins <= now && now < ends) return ends
  }
  return undefined
}
