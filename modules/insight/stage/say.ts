/** What the figures of a stage say, in words. */
import { type Said, say } from '#base/declarations/said.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import { daysBetween } from '#base/time/calendar.ts'
import { changeWords, figureWords } from '../figure.ts'
import { stageLabels as labels, stageNames } from './stage.messages.ts'
import type { Sign, Suggestion } from './stage.ts'
import type { Standing } from './stages.ts'

const signWords = ({ name, unit, now, change }: Sign, locale: Locale): string =>
  render(labels.change, locale, {
    name,
    change:
      change === null
        ? render(labels.fromNothing, locale, { now: figureWords(now, unit, locale) })
        : changeWords(change, locale),
  })

/** 近 90 天对比去年同期：新增成员 +32%，月活跃 MAU +12%，购买成员 ±0%. Empty where nothing was compared. */
export function evidenceWords(
  { days, year, signs }: Suggestion,
  nameOf: (metric: string) => string | undefined,
  locale: Locale,
): string {
  if (signs.length === 0) return ''
  const count = daysBetween(days.from, days.to) + 1
  const join = locale === 'en' ? ', ' : '，'
  return render(labels.listed, locale, {
    days: count,
    than: render(year ? labels.thanYear : labels.thanBefore, locale, { days: count }),
    changes: signs
      .filter(({ way }) => way !== 'unknown')
      .map((sign) => signWords({ ...sign, name: nameOf(sign.metric) ?? sign.name }, locale))
      .join(join),
  })
}

/** 数据连续 5 周像成熟期，定的还是成长期; undefined while they agree. */
export function differsWords({ chosen, differing }: Standing, locale: Locale): Said | undefined {
  if (!chosen || !differing) return undefined
  return say(labels.differs, {
    weeks: differing.weeks,
    suggested: render(stageNames[differing.suggested], locale),
    chosen: render(stageNames[chosen.stage], locale),
  })
}
