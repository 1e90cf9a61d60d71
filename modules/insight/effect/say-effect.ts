/** What an effect is, as a sentence: here and on the screen alike. */
import { type Locale, render } from '#base/i18n/messages.ts'
import { distanceWords } from '../figure.ts'
import { effectWords as words } from './effect.messages.ts'
import type { EffectAnswer } from './effect.ts'
import { fewestDays } from './interrupted.ts'

/** The part of an answer that a sentence needs: what is kept of it when something is decided. */
export interface FoundEffect
  extends Pick<EffectAnswer, 'verdict' | 'difference' | 'low' | 'high' | 'relative'> {
  readonly metric: Pick<EffectAnswer['metric'], 'unit'>
  readonly before: Pick<EffectAnswer['before'], 'counted'>
  readonly after: Pick<EffectAnswer['after'], 'counted'>
}

/** `+3.2 个百分点`, `−¥12.00`, `0`. */
export function signedWords(
  difference: number,
  unit: EffectAnswer['metric']['unit'],
  locale: Locale,
): string {
  const n = distanceWords(difference, unit === 'members' ? 'number' : unit, locale)
  if (difference === 0) return n
  return render(difference > 0 ? words.plus : words.minus, locale, { n })
}

/** `变好了：每天多 12（+3 到 +21）`. Means of members are no whole people. */
export function effectSays(
  { verdict, difference, low, high, metric: { unit }, before, after }: FoundEffect,
  locale: Locale,
): string {
  if (verdict === 'fewDays' || difference === null || low === null || high === null)
    return render(words.fewDays, locale, {
      before: before.counted,
      after: after.counted,
      fewest: fewestDays,
    })
  if (difference === 0 && low === 0 && high === 0) return render(words.unclearSame, locale)
  const amount = unit === 'members' || unit === 'times' || unit === 'money'
  const way = difference >= 0 ? (amount ? words.more : words.up) : amount ? words.less : words.down
  return render(words[verdict], locale, {
    way: render(way, locale),
    difference: distanceWords(difference, unit === 'members' ? 'number' : unit, locale),
    low: signedWords(low, unit, locale),
    high: signedWords(high, unit, locale),
  })
}
