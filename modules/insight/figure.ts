/** Figures as people read them, by the unit of their metric: on screens, in mails and in sentences alike. */
import { defineMessages, type Locale, render } from '#base/i18n/messages.ts'
import { moneyWords } from '#base/text/money.ts'
import type { MetricUnit } from './metrics/metric.ts'

const words = defineMessages({
  unknown: { zh: '未知', en: 'not known' },
  minutes: { zh: '{n} 分钟', en: '{n} min' },
  hours: { zh: '{n} 小时', en: '{n} h' },
  days: { zh: '{n} 天', en: '{n} d' },
  points: { zh: '{n} 个百分点', en: '{n} points' },
})

/** Whole below a thousand as it is counted; means and rates keep a digit or two. */
const digits = (value: number) =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
const plain = (value: number, locale: Locale) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: digits(value) }).format(value).replace('-', '−')
const whole = (value: number, locale: Locale) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value).replace('-', '−')
const percent = (value: number, locale: Locale) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
    .format(value)
    .replace('-', '−')

/** `31.8%`, `¥68.00`, `6.4 小时`, `9,846`. Money is in minor units of `currency`. */
export function figureWords(
  value: number | null,
  unit: MetricUnit,
  locale: Locale,
  currency = 'CNY',
): string {
  if (value === null) return render(words.unknown, locale)
  switch (unit) {
    case 'share':
      return percent(value, locale)
    case 'money':
      return moneyWords(locale, value, currency).replace('-', '−')
    case 'minutes':
      return Math.abs(value) >= 60
        ? render(words.hours, locale, { n: plain(value / 60, locale) })
        : render(words.minutes, locale, { n: plain(value, locale) })
    case 'days':
      return render(words.days, locale, { n: plain(value, locale) })
    case 'members':
      // Nobody is there by half, also where it is a mean or a pace.
      return whole(value, locale)
    case 'times':
    case 'number':
    case 'score':
      return plain(value, locale)
  }
}

/** How far two figures are apart, without a sign: shares in points. */
export function distanceWords(distance: number, unit: MetricUnit, locale: Locale, currency?: string): string {
  const far = Math.abs(distance)
  return unit === 'share'
    ? render(words.points, locale, { n: plain(Math.round(far * 1000) / 10, locale) })
    : figureWords(far, unit, locale, currency)
}

/** How far a figure moved, in parts of what it was: `+32%`, `−8%`, `±0%`. */
export function changeWords(change: number, locale: Locale): string {
  const moved = Math.round(Math.abs(change) * 1_000) / 1_000
  return `${moved === 0 ? '±' : change > 0 ? '+' : '−'}${percent(moved, locale)}`
}
