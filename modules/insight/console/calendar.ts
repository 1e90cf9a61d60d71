/** Arithmetic on calendar days (`2026-11-19`), free of zones. */
const dayMs = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)

export const addDays = (day: string, count: number): string =>
  new Date(at(day) + count * dayMs).toISOString().slice(0, 10)

/** Monday of the week that a day lies in. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(at(day)).getUTCDay() + 6) % 7))

/** A calendar day is no moment: its moment for formats, which say this day in nearly every zone. */
export const noonOf = (day: string): string => `${day}T04:00:00Z`

/** `11/19`, for axes. */
export const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`

/** Days from one to the other; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / dayMs)
