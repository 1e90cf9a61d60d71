import { useMemo } from 'react'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { rfmWords } from './rfm.words.ts'

/** What M is written as: yuan of fen, or points. Long sums are shortened, because the place in the list says enough. */
export function useAmount(unit: 'money' | 'points') {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  return useMemo(() => {
    const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
    const plain = (value: number) => format.number(Math.round(value * 10) / 10)
    const money = (value: number) =>
      Math.abs(value) >= 1_000_000 ? `¥${short.format(value / 100)}` : `¥${plain(value / 100)}`
    return {
      unit,
      show: (value: number) =>
        unit === 'money' ? money(value) : Math.abs(value) >= 10_000 ? short.format(value) : plain(value),
      said: (value: number) =>
        unit === 'money' ? money(value) : t(rfmWords.points, { value: plain(value) }),
    }
  }, [unit, t, format, locale])
}
