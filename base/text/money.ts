/** Amounts in minor units as people read them; how many decimals a currency has is its own matter (ISO 4217). */
import type { Locale } from '../i18n/messages.ts'

/** 2 for CNY, 0 for JPY. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** `¥68.00` for 6800 CNY. */
export const moneyWords = (locale: Locale, minor: number, currency: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 10 ** decimalsOf(currency))
