/**
 * The reader's language, time zone and clock for both faces. `useT()` renders messages, `useFormat()`
 * numbers and times. The choice is kept on this device and, once signed in, on the account.
 */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import {
  type Locale,
  locales,
  type Message,
  negotiateLocale,
  render,
  type Values,
} from '#base/i18n/messages.ts'
import { makeFormat } from './format.ts'

interface Reading {
  readonly locale: Locale
  readonly setLocale: (locale: Locale) => void
  readonly timeZone: string
  /** Milliseconds; a fixed moment in the gallery, so that screenshots repeat. */
  readonly now: () => number
}

const ReadingContext = createContext<Reading | undefined>(undefined)
const storageKey = 'juluo.locale'

/** What this device chose before, else what the browser asks for. */
export function initialLocale(): Locale {
  const stored = localStorage.getItem(storageKey)
  return locales.find((locale) => locale === stored) ?? negotiateLocale(navigator.languages.join(','))
}

interface Props {
  readonly initial?: Locale
  /** The community's zone: days begin where the community lives. */
  readonly timeZone?: string
  readonly now?: () => number
  readonly children: ReactNode
}

export function LocaleProvider({ initial, timeZone = 'Asia/Shanghai', now = Date.now, children }: Props) {
  const [locale, choose] = useState<Locale>(() => initial ?? initialLocale())
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const setLocale = useCallback((chosen: Locale) => {
    localStorage.setItem(storageKey, chosen)
    choose(chosen)
  }, [])
  const value = useMemo(() => ({ locale, setLocale, timeZone, now }), [locale, setLocale, timeZone, now])
  return <ReadingContext value={value}>{children}</ReadingContext>
}

export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('LocaleProvider is missing above this component')
  return reading
}

export type Translate = (message: Message, values?: Values) => string

/** `const t = useT(); t(words.save)`. */
export function useT(): Translate {
  const { locale } = useReading()
  return useCallback((message, values) => render(message, locale, values), [locale])
}

export function useFormat() {
  const { locale, timeZone, now } = useReading()
  return useMemo(() => makeFormat(locale, timeZone, now), [locale, timeZone, now])
}
