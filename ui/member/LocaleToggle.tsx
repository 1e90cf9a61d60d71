import type { Locale } from '#base/i18n/messages.ts'
import { useReading } from '../locale/locale.tsx'
import { Glyph } from './Glyph.tsx'

/** Each language in its own words. */
export const localeNames: Record<Locale, string> = { 'zh-CN': '简体中文', en: 'English' }

/** One small press that changes to the other language: for doors and footers. */
export function LocaleToggle({ chosen }: { chosen?: (locale: Locale) => void }) {
  const { locale, setLocale } = useReading()
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <button
      type="button"
      lang={other}
      onClick={() => {
        setLocale(other)
        chosen?.(other)
      }}
      className="inline-flex min-h-11 items-center gap-1.5 rounded-[10px] px-2 text-[14px] text-muted hover:text-ink"
    >
      <Glyph name="speech" size={17} />
      {localeNames[other]}
    </button>
  )
}
