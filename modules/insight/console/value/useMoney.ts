import { useMemo } from 'react'
import { useFormat, useReading } from '#ui/locale/locale.tsx'

/** Minor units as people read them: sums from ten thousand on are shortened, what is small keeps its digits. */
export function useMoney(): (minor: number) => string {
  const format = useFormat()
  const { locale } = useReading()
  return useMemo(() => {
    const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
    return (minor) => {
      const amount = minor / 100
      const size = Math.abs(amount)
      const shown =
        size >= 10_000
          ? short.format(size)
          : format.number(size >= 100 ? Math.round(size) : Math.round(size * 10) / 10)
      return `${amount < 0 ? '−' : ''}¥${shown}`
    }
  }, [format, locale])
}
