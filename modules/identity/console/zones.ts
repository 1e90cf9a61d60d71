import type { Locale } from '#base/i18n/messages.ts'

/** Zones where communities mostly are come first; the rest follow as the browser knows them. */
const near = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Asia/Urumqi',
  'Europe/London',
  'America/Los_Angeles',
  'America/New_York',
  'UTC',
]

export function zoneOptions(locale: Locale): { value: string; label: string }[] {
  const rest = Intl.supportedValuesOf('timeZone').filter((zone) => !near.includes(zone))
  return [...near, ...rest].map((value) => {
    const parts = new Intl.DateTimeFormat(locale, {
      timeZone: value,
      timeZoneName: 'longGeneric',
    }).formatToParts(0)
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
    return { value, label: name && name !== value ? `${name} · ${value}` : value }
  })
}
