/** Months by their first day. */
export const monthOfDay = (day: string): string => `${day.slice(0, 7)}-01`

export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 10)
}
