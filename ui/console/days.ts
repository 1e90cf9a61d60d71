/** Calendar days in the community's zone as moments, for filters that the API takes as times. */

/** `2026-11-19` in `Asia/Shanghai` → `2026-11-19T00:00:00+08:00`: when that day began there. */
export function dayStart(day: string, timeZone: string): string {
  const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${day}T00:00:00Z`))
    .find((part) => part.type === 'timeZoneName')
    ?.value.replace('GMT', '')
  // Engines say GMT or GMT+00:00 where there is no offset.
  return `${day}T00:00:00${offset === '+00:00' ? 'Z' : offset || 'Z'}`
}

/** The day after, as a calendar day. */
export function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
