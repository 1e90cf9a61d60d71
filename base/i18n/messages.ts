/**
 * Messages: every sentence a person reads, in Chinese and in English, side by side in the feature's
 * folder. The type makes a missing translation a compile error. Forms: `{name}` inserts a value and
 * `{count|one thing|{count} things}` picks by the plural rule of the language (Chinese needs one form).
 */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
export type Message = { readonly zh: string; readonly en: string }
export type Values = Record<string, string | number>

/** Declares messages; exists so that every catalogue has the same type. */
export const defineMessages = <T extends Record<string, Message>>(messages: T): T => messages

const plural = { 'zh-CN': new Intl.PluralRules('zh-CN'), en: new Intl.PluralRules('en') }

/** Renders a message in a language. Unknown placeholders stay visible, so that a test can find them. */
export function render(message: Message, locale: Locale, values: Values = {}): string {
  const text = locale === 'en' ? message.en : message.zh
  return text
    .replace(
      /\{(\w+)\|([^|{}]*(?:\{\w+\}[^|{}]*)*)\|([^|{}]*(?:\{\w+\}[^|{}]*)*)\}/g,
      (_, name, one, other) => (plural[locale].select(Number(values[name])) === 'one' ? one : other),
    )
    .replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name]
      if (value === undefined) return whole
      return typeof value === 'number' ? value.toLocaleString(locale) : value
    })
}

/** Best language for an `Accept-Language` header or a stored preference; Chinese when nothing fits. */
export function negotiateLocale(header: string | null | undefined): Locale {
  for (const part of (header ?? '').split(',')) {
    const tag = part.trim().split(';')[0]?.toLowerCase() ?? ''
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
