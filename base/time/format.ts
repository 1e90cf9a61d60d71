/**
 * Times in words, by Intl alone: small enough for the member site, the same in the server and the
 * browser. Chinese as people write it: 3 小时前, 11月22日 周日 14:05.
 */
import type { Locale } from '../i18n/messages.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
    formats.set(key, found)
  }
  return found
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** 2026年11月22日 · Nov 22, 2026 */
export const formatDate = (instant: Date, locale: Locale, zone: string): string =>
  format(locale, zone, { year: 'numeric', month: locale === 'en' ? 'short' : 'long', day: 'numeric' }).format(
    instant,
  )

/** 14:05 */
export const formatTime = (instant: Date, locale: Locale, zone: string): string =>
  format(locale, zone, clock).format(instant)

/** 2026年11月22日 14:05 · Nov 22, 2026, 14:05 */
export const formatDateTime = (instant: Date, locale: Locale, zone: string): string =>
  `${formatDate(instant, locale, zone)}${locale === 'en' ? ', ' : ' '}${formatTime(instant, locale, zone)}`

/** A day of the calendar (`2026-11-22`), without a zone because it is in none: 11月22日 · Nov 22. */
export const formatDay = (day: string, locale: Locale, { year = false, weekday = false } = {}): string => {
  const options: Intl.DateTimeFormatOptions = { month: locale === 'en' ? 'short' : 'long', day: 'numeric' }
  if (year) options.year = 'numeric'
  const words = format(locale, 'UTC', options).format(new Date(`${day}T00:00:00Z`))
  if (!weekday) return words
  const name = format(locale, 'UTC', { weekday: 'short' }).format(new Date(`${day}T00:00:00Z`))
  return locale === 'en' ? `${name}, ${words}` : `${words} ${name}`
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** 刚刚, 3 小时前, 昨天 14:05, 11月20日, 2025年3月1日 — the shortest form that says enough; also for what is to come. */
export function formatRelative(instant: Date, now: Date, locale: Locale, zone: string): string {
  const away = instant.getTime() - now.getTime()
  const distance = Math.abs(away)
  const sign = away < 0 ? -1 : 1
  if (distance < minute) return locale === 'en' ? 'just now' : '刚刚'
  if (distance < hour) return ago(sign * Math.floor(distance / minute), 'minute', locale)
  const days = calendarDays(instant, zone) - calendarDays(now, zone)
  if (days === 0 || distance < 12 * hour) return ago(sign * Math.floor(distance / hour), 'hour', locale)
  if (Math.abs(days) === 1) {
    const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    return `${word} ${formatTime(instant, locale, zone)}`
  }
  if (Math.abs(days) < 7) return ago(days, 'day', locale)
  const sameYear = yearOf(instant, zone) === yearOf(now, zone)
  return sameYear
    ? format(locale, zone, { month: locale === 'en' ? 'short' : 'long', day: 'numeric' }).format(instant)
    : formatDate(instant, locale, zone)
}

function ago(amount: number, unit: 'minute' | 'hour' | 'day', locale: Locale): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(amount, unit)
  // The gap between a digit and Han that the rest of our texts have.
  return locale === 'en' ? words : words.replace(/(\d)(\p{Script=Han})/u, '$1 $2')
}

/** Days since 1970 by the calendar of a zone. */
function calendarDays(instant: Date, zone: string): number {
  return Date.parse(`${isoDay(instant, zone)}T00:00:00Z`) / day
}

const yearOf = (instant: Date, zone: string): string => isoDay(instant, zone).slice(0, 4)

/** `2026-11-22`: what the calendar of a zone shows, for screens that have no calendar of their own. */
export function isoDay(instant: Date, zone: string): string {
  const parts = format('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    instant,
  )
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** A length of time by its two largest units: 1 小时 20 分钟 · 1 h 20 min; 45 秒 · 45 s. */
export function formatDuration(milliseconds: number, locale: Locale): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1_000)
  const units = [
    { size: 86_400, zh: '天', en: 'd' },
    { size: 3_600, zh: '小时', en: 'h' },
    { size: 60, zh: '分钟', en: 'min' },
    { size: 1, zh: '秒', en: 's' },
  ]
  const first = units.findIndex((unit) => seconds >= unit.size)
  if (first < 0) return locale === 'en' ? '0 s' : '0 秒'
  let rest = seconds
  return units
    .slice(first, first + 2)
    .flatMap((unit) => {
      const amount = Math.floor(rest / unit.size)
      rest -= amount * unit.size
      return amount === 0 ? [] : [`${amount} ${locale === 'en' ? unit.en : unit.zh}`]
    })
    .join(' ')
}
