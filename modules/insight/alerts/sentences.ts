/** What a signal says, from its frozen evidence. */
import { type Said, say } from '#base/declarations/said.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import { formatDay } from '#base/time/format.ts'
import { figureWords } from '../figure.ts'
import { signalWords as words } from './alerts.messages.ts'
import type { Evidence } from './evidence.ts'
import type { Point } from './judging.ts'

export interface Told {
  readonly evidence: Evidence
  readonly groupName: string | null
  /** Name of the goal, when it is about one. */
  readonly goalName: string | null
  /** What the metric is called now, in the language of the reader. */
  readonly metricName: string
}

/** `手冲研究所 · 周活跃率 27%，低于预警线 30%` */
export function signalTitle({ evidence, groupName, goalName, metricName }: Told, locale: Locale): string {
  const { unit, value, against, line, side } = evidence
  const figure = (number: number | null) => figureWords(number, unit, locale)
  const share = value !== null && against ? figureWords(Math.abs(value / against - 1), 'share', locale) : ''
  const values = {
    metric: metricName,
    value: figure(value),
    against: figure(against),
    line: figure(line),
    share,
    thing: goalName ?? (groupName ? render(words.groupThing, locale, { group: groupName }) : ''),
  }
  const below = side === 'below'
  switch (evidence.kind) {
    case 'threshold':
      return render(below ? words.belowLine : words.aboveLine, locale, values)
    case 'change':
      return render(below ? words.fell : words.rose, locale, values)
    case 'anomaly':
      return render(below ? words.strangeLow : words.strangeHigh, locale, values)
    case 'silence':
      return render(words.silent, locale, values)
    case 'pace':
      return render(words.offPace, locale, values)
    case 'topic':
      return render(words.topic, locale, { ...values, topic: evidence.topic?.word ?? '' })
  }
}

/** `11月9日至15日 · 连降 3 期 · 基数 1,282` */
export function signalNote({ evidence }: Pick<Told, 'evidence'>, locale: Locale): string {
  const { bucket, base, series, side } = evidence
  const day = (at: string) => formatDay(at, locale)
  const count = runOf(series, side)
  return [
    bucket.from === bucket.to
      ? day(bucket.from)
      : render(words.period, locale, { from: day(bucket.from), to: day(bucket.to) }),
    ...(count > 1 ? [render(side === 'below' ? words.falling : words.rising, locale, { count })] : []),
    ...(evidence.topic
      ? [render(words.saidBy, locale, { count: evidence.topic.members })]
      : base === null
        ? []
        : [render(words.rests, locale, { base: figureWords(base, 'times', locale) })]),
  ].join(' · ')
}

/** How many buckets in a row it went the wrong way, up to the latest. */
export function runOf(series: readonly Point[], side: 'below' | 'above'): number {
  let count = 0
  for (let at = series.length - 1; at > 0; at--) {
    const now = series[at]!.value
    const before = series[at - 1]!.value
    if (now === null || before === null || (side === 'below' ? now >= before : now <= before)) break
    count++
  }
  return count
}

/** What else changed at the same time, one sentence each. `eventName`: what an event is called. */
export const causeSays = (
  { causes, side }: Evidence,
  eventName: (event: string) => string,
): readonly Said[] =>
  causes.map(({ event, before, now, moved }) =>
    say(side === 'below' ? words.cause : words.causeUp, { event: eventName(event), before, now, moved }),
  )
