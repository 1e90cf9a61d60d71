import type { Locale } from '#base/i18n/messages.ts'
import { useReading, useT } from '../locale/locale.tsx'
import { Choice } from './Choice.tsx'
import { localeNames as names } from './LocaleToggle.tsx'
import { looks as words } from './looks.messages.ts'

/** Both languages, each in its own words. `chosen` is told, to keep the choice on the account. */
export function LocaleSwitch({
  chosen,
  showLabel = true,
}: {
  chosen?: (locale: Locale) => void
  showLabel?: boolean
}) {
  const t = useT()
  const { locale, setLocale } = useReading()
  return (
    <Choice
      label={t(words.language)}
      showLabel={showLabel}
      value={locale}
      choose={(next) => {
        setLocale(next)
        chosen?.(next)
      }}
      options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: names[value] }))}
    />
  )
}
