/** A due moment as two fields hold it: a day and a time by the community's clock. */
import { dayStart } from '#ui/console/days.ts'
import type { Format } from '#ui/locale/format.ts'

export interface DueFields {
  readonly day?: string
  readonly time?: string
}

/** When people go home, more or less: what a day without a time means. */
const usualTime = '18:00'

/** The moment as the API takes it; null without a day. */
export function dueMoment({ day, time }: DueFields, zone: string): string | null {
  if (!day) return null
  const [hours = 0, minutes = 0] = (time || usualTime).split(':').map(Number)
  return new Date(Date.parse(dayStart(day, zone)) + (hours * 60 + minutes) * 60_000).toISOString()
}

export const dueFields = (moment: string | null, format: Format): DueFields =>
  moment ? { day: format.dayKey(moment), time: format.time(moment) } : { time: usualTime }
