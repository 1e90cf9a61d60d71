/** How a goal stands, in words and a colour that is never alone. */
import { useReading, useT } from '#ui/locale/locale.tsx'
import { distanceWords, figureWords } from '../../figure.ts'
import type { Goal } from './goals.queries.ts'
import { goalWords as words } from './goals.words.ts'

export function useGoalWords() {
  const t = useT()
  const { locale } = useReading()
  return {
    t,
    figure: (value: number | null, { unit }: Pick<Goal, 'unit'>) => figureWords(value, unit, locale),
    apart: (value: number, { unit }: Pick<Goal, 'unit'>) => distanceWords(value, unit, locale),
  }
}

export function PaceWords({ goal }: { readonly goal: Goal }) {
  const { t, apart } = useGoalWords()
  const { pace, gap, reached } = goal.standing
  if (goal.outcome)
    return <span className={goal.outcome === 'met' ? 'good' : 'muted'}>{t(words[goal.outcome])}</span>
  if (pace === 'unknown') return <span className="muted">{t(words.unread)}</span>
  if (reached) return <span className="good">{t(words.reached)}</span>
  if (pace === 'behind')
    return <span className="warn">{t(words.behind, { gap: apart(gap ?? 0, goal) })}</span>
  if (pace === 'ahead') return <span className="good">{t(words.ahead, { gap: apart(gap ?? 0, goal) })}</span>
  return <span className="good">{t(words.onPace)}</span>
}
