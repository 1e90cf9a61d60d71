/** What all cards of the overview need: the question, the answer, words and formats of the reader. */
import { useMemo } from 'react'
import { moneyWords } from '#base/text/money.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import type { Overview } from '../../overview/question.ts'
import { type Title, thenIn, titleText } from '../../overview/sentences.ts'
import { noonOf } from '../calendar.ts'
import type { OverviewQuestion } from './overview.queries.ts'

export interface Seen {
  readonly question: OverviewQuestion
  readonly answer: Overview
}

export function useSaying() {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  return useMemo(
    () => ({
      t,
      format,
      locale,
      title: (title: Title) => titleText(title, locale),
      earlier: thenIn(locale),
      percent: (share: number) => format.percent(share),
      /** Without a fraction, for titles. */
      whole: (share: number) => format.percent(Math.round(share * 100) / 100),
      money: (minor: number) => moneyWords(locale, minor, 'CNY'),
      day: (day: string) => format.date(noonOf(day)),
      weekday: (day: string) => format.weekday(noonOf(day)),
      shortDay: (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`,
      minutes: (minutes: number) => format.duration(minutes * 60_000),
    }),
    [t, format, locale],
  )
}
export type Saying = ReturnType<typeof useSaying>

/** The people behind a figure of the overview. */
export const behindOf = (question: OverviewQuestion) => (title: string, cell: object) => ({
  analysis: 'overview',
  question,
  cell,
  title,
})
