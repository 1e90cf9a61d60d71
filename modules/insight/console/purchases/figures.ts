/** Periods and amounts as this screen writes them. */
import { moneyWords } from '#base/text/money.ts'
import { useReading } from '#ui/locale/locale.tsx'
import type { PurchasesQuestion, RepurchaseAnswer } from './answer.ts'

export interface Props {
  readonly question: PurchasesQuestion
  readonly answer: RepurchaseAnswer
}

export const month = (start: string) => start.slice(0, 7)

/** Amounts in the currency of most orders; — where nothing is known. */
export function useMoney({ currencies }: RepurchaseAnswer): (minor: number | null) => string {
  const { locale } = useReading()
  return (minor) => (minor === null ? '—' : moneyWords(locale, Math.round(minor), currencies[0] ?? 'CNY'))
}
