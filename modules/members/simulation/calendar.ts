/** Days of the simulation. Asia/Shanghai is UTC+8 all year, so a day is 24 hours. */
export const dayMs = 86_400_000
const offsetMs = 8 * 3_600_000

/** Midnight in Shanghai that begins the day `date` (`2026-11-19`), in milliseconds. */
export function midnight(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(at))
    throw new Error(`"${date}" is not a day such as 2026-11-19`)
  return at - offsetMs
}

/** The day in Shanghai at a moment, as `2026-11-19`. */
export const dateOf = (at: number): string => new Date(at + offsetMs).toISOString().slice(0, 10)

/** Monday 0 … Sunday 6, in Shanghai. */
export const weekdayOf = (at: number): number => (new Date(at + offsetMs).getUTCDay() + 6) % 7

export const wednesday = 2
