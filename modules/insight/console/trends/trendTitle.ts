/** The title of a trend by rules: one figure against before, the largest of its parts, or the names of several. */
import { type Said, say } from '#base/declarations/said.ts'
import type { Locale, Message } from '#base/i18n/messages.ts'
import type { Format } from '#ui/locale/format.ts'
import { figureWords } from '../../figure.ts'
import type { MetricUnit, TrendAnswer, TrendQuestion } from './trend.ts'
import { trendWords as words } from './trends.words.ts'
import type { Slot, WhenSeries } from './when.ts'

export const unitWords: Readonly<Record<MetricUnit, Message>> = {
  times: words.uTimes,
  members: words.uMembers,
  share: words.uShare,
  money: words.uMoney,
  minutes: words.uMinutes,
  days: words.uDays,
  number: words.uNumber,
  score: words.uScore,
}

/** A figure in its unit; what is not known is a dash. */
export const valueWords =
  (locale: Locale, format: Format, money: (minor: number) => string) =>
  (unit: MetricUnit, value: number | null): string => {
    if (value === null) return '—'
    if (unit === 'share') return format.percent(value)
    if (unit === 'money') return money(Math.round(value))
    if (unit === 'minutes' || unit === 'days') return figureWords(value, unit, locale)
    return value.toLocaleString(locale, { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 })
  }

/** Below this a change in percent says nothing. */
const smallBase = 10

export function trendTitle(
  question: TrendQuestion,
  { series }: TrendAnswer,
  value: (unit: MetricUnit, value: number | null) => string,
  {
    range,
    percent,
    points,
    comma,
  }: {
    readonly range: string
    readonly percent: (share: number) => string
    /** How far two shares are apart. */
    readonly points: (share: number) => string
    readonly comma: string
  },
): readonly Said[] {
  const wholes = series.filter(({ part }) => part === null)
  const only = wholes[0]
  if (!only) return []
  if (wholes.length > 1)
    return [say(words.several, { names: wholes.map(({ name }) => name).join(comma), range })]
  const { name, unit, total, before } = only
  if (total.value === null) return [say(words.unknown, { name })]
  const parts = series.filter(({ part, total: each }) => part !== null && each.value !== null)
  const top = [...parts].sort((a, b) => (b.total.value ?? 0) - (a.total.value ?? 0))[0]
  if (top?.part)
    return [say(words.cutTitle, { name, top: top.part.label, value: value(unit, top.total.value) })]
  const shown = value(unit, total.value)
  if (!before || before.total.value === null) return [say(words.alone, { name, when: range, value: shown })]
  const then = before.total.value
  const change = total.value - then
  const saidThen = question.compare === 'year' ? 'year' : 'previous'
  const message = change > 0 ? words.up : change < 0 ? words.down : words.same
  const small = unit !== 'share' && unit !== 'money' && then !== 0 && Math.abs(then) < smallBase
  return [
    {
      message: withThen(message, saidThen),
      values: {
        name,
        value: shown,
        change: unit === 'share' ? points(change) : value(unit, Math.abs(change)),
      },
    },
    // A share of a share is read as one, and of nothing there is no share.
    ...(unit === 'share' || then === 0 || change === 0
      ? []
      : [say(words.relative, { share: percent(Math.abs(change) / Math.abs(then)) })]),
    ...(small ? [say(words.smallBase)] : []),
  ]
}

/** When it is most, and when least; of several series, their names. */
export function timeTitle(
  slots: readonly Slot[],
  series: readonly WhenSeries[],
  value: (unit: MetricUnit, value: number | null) => string,
): readonly Said[] {
  const [only] = series
  if (!only) return []
  const known = slots
    .map(({ label }, at) => ({ label, value: only.values[at] ?? null }))
    .filter((each): each is { label: string; value: number } => each.value !== null)
  const high = known.reduce<(typeof known)[number] | undefined>(
    (best, each) => (!best || each.value > best.value ? each : best),
    undefined,
  )
  const low = known.reduce<(typeof known)[number] | undefined>(
    (least, each) => (!least || each.value < least.value ? each : least),
    undefined,
  )
  if (!high || !low) return [say(words.unknown, { name: only.name })]
  return [
    say(words.timeTitle, {
      name: only.name,
      top: high.label,
      value: value(only.unit, high.value),
      low: low.label,
    }),
  ]
}

/** What is compared with is a word of the title itself, in each language. */
function withThen(message: Message, then: 'year' | 'previous'): Message {
  const word = then === 'year' ? words.thenYear : words.thenPrevious
  return { zh: message.zh.replace('{then}', word.zh), en: message.en.replace('{then}', word.en) }
}
