/** Days and times as people type them or as files hold them. */

/**
 * A day from 2026-11-22, 2026/11/22, 2026.11.22, 2026年11月22日, 20261122 (each with or without a time
 * behind it). Undefined for what is not a day of the calendar, and for forms such as 11/12/2026 that
 * mean two different days to different people.
 */
export function parseDay(text: string): string | undefined {
  const plain = text.trim().normalize('NFKC')
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]|$)/.exec(plain) ??
    /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}

/** A time of day from 9:05, 09:05, 9点, 9点05分, 下午3点, 3:05 pm; `09:05` or undefined. */
export function parseTime(text: string): string | undefined {
  const plain = text.trim().normalize('NFKC').toLowerCase()
  const match = /^(上午|下午|晚上|凌晨|中午)? ?(\d{1,2})(?:[:点时] ?(\d{1,2})?分?)? ?(am|pm)?$/.exec(plain)
  if (!match) return undefined
  const [, part, hours, minutes = '0', half] = match
  let hour = Number(hours)
  const minute = Number(minutes)
  const afternoon = part === '下午' || part === '晚上' || half === 'pm'
  if ((part || half) && (hour > 12 || (hour === 0 && half))) return undefined
  if (afternoon && hour < 12) hour += 12
  if ((part === '凌晨' || part === '上午' || half === 'am') && hour === 12) hour = 0
  if (part === '中午' && hour < 3) hour += 12
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
