/** Numbers and times as each language writes them, in the community's time zone. */
import { type Locale, type Message, render } from '#base/i18n/messages.ts'

const words = {
  justNow: { zh: '刚刚', en: 'just now' },
  today: { zh: '今天 {time}', en: 'today {time}' },
  yesterday: { zh: '昨天 {time}', en: 'yesterday {time}' },
} satisfies Record<string, Message>

type Moment = string | number | Date

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export function makeFormat(locale: Locale, timeZone: string, now: () => number = Date.now) {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, ...options })
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  const monthDay = dates({ month: locale === 'en' ? 'short' : 'long', day: 'numeric' })
  const yearMonthDay = dates({ year: 'numeric', month: locale === 'en' ? 'short' : 'long', day: 'numeric' })
  const weekday = dates({ weekday: 'short' })
  const clock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const seconds = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  const key = new Intl.DateTimeFormat('sv-SE', { timeZone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  const ms = (moment: Moment) => (typeof moment === 'number' ? moment : new Date(moment).getTime())

  /** `2026-11-19`, the calendar day in the community's zone. */
  const dayKey = (moment: Moment) => key.format(ms(moment))
  const sameYear = (moment: Moment) => dayKey(moment).slice(0, 4) === dayKey(now()).slice(0, 4)
  const date = (moment: Moment) => (sameYear(moment) ? monthDay : yearMonthDay).format(ms(moment))
  const time = (moment: Moment) => clock.format(ms(moment))

  return {
    number: (value: number) => number.format(value),
    signed: (value: number) => signed.format(value).replace('-', '−'),
    /** `0.318` → 31.8%. */
    percent: (value: number) => percent.format(value),
    date,
    time,
    dayKey,
    weekday: (moment: Moment) => weekday.format(ms(moment)),
    timeWithSeconds: (moment: Moment) => seconds.format(ms(moment)),
    dateTime: (moment: Moment) => `${date(moment)} ${time(moment)}`,
    /** As near as it helps: just now, 12 minutes ago, today 09:41, yesterday 18:20, then the date. */
    ago: (moment: Moment) => {
      const age = now() - ms(moment)
      if (Math.abs(age) < minute) return render(words.justNow, locale)
      if (age > 0 && age < hour) return relative.format(-Math.floor(age / minute), 'minute')
      if (age < 0 && age > -hour) return relative.format(Math.ceil(-age / minute), 'minute')
      if (dayKey(moment) === dayKey(now())) return render(words.today, locale, { time: time(moment) })
      if (dayKey(moment) === dayKey(now() - day))
        return render(words.yesterday, locale, { time: time(moment) })
      return age > 0 && age < 7 * day ? relative.format(-Math.floor(age / day), 'day') : date(moment)
    },
    /** `3.2 GB`; binary steps, as operating systems show them. */
    bytes: (value: number) => {
      const units = ['B', 'KB', 'MB', 'GB', 'TB']
      const step = value > 0 ? Math.min(units.length - 1, Math.floor(Math.log2(value) / 10)) : 0
      const scaled = value / 1024 ** step
      return `${scaled.toLocaleString(locale, { maximumFractionDigits: scaled < 10 && step > 0 ? 1 : 0 })} ${units[step]}`
    },
    /** A length of time in words: 42 秒, 3 分钟, 2 小时. */
    duration: (milliseconds: number) => {
      const [value, unit] =
        milliseconds < minute
          ? [milliseconds / 1000, 'second']
          : milliseconds < hour
            ? [milliseconds / minute, 'minute']
            : milliseconds < day
              ? [milliseconds / hour, 'hour']
              : [milliseconds / day, 'day']
      return Number(value).toLocaleString(locale, {
        style: 'unit',
        unit: String(unit),
        unitDisplay: 'short',
        maximumFractionDigits: Number(value) < 10 && unit !== 'minute' ? 1 : 0,
      })
    },
  }
}

export type Format = ReturnType<typeof makeFormat>
