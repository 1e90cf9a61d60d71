/** Rules and signals as JSON. */
import type { z } from 'zod'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { hear } from '#base/declarations/said.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import { figureWords } from '../figure.ts'
import type { FoundMetric } from '../metrics/find-metric.ts'
import type { MetricRef, MetricUnit } from '../metrics/metric.ts'
import { signalWords, ruleWords as words } from './alerts.messages.ts'
import type { AlertTest } from './judging.ts'
import { ruleName } from './presets.ts'
import type { Rule } from './rules.ts'
import { causeSays, signalNote, signalTitle } from './sentences.ts'
import type { ruleAnswer, signalAnswer } from './shapes.ts'
import type { Signal } from './signals.ts'
import type { SaidOf, Topic } from './topics.ts'

/** What is known of the metric of a rule: those written out are named by the rule itself. */
const metricOf = (known: ReadonlyMap<string, FoundMetric>, ref: MetricRef) =>
  typeof ref === 'string' ? known.get(ref) : undefined

export function presentRule(
  ctx: Ctx,
  rule: Rule,
  known: ReadonlyMap<string, FoundMetric>,
  open: number,
): z.input<typeof ruleAnswer> {
  const metric = metricOf(known, rule.metric)
  const name = ruleName(rule, ctx.locale)
  const unit = metric?.unit ?? 'number'
  const { snoozedUntil, pausedAt, lookedAt, ...rest } = rule
  return {
    ...rest,
    name,
    ownName: rule.name,
    metricName: metric?.name ?? name,
    metricUnit: unit,
    snoozedUntil: snoozedUntil && snoozedUntil > ctx.now ? snoozedUntil.toISOString() : null,
    pausedAt: pausedAt?.toISOString() ?? null,
    lookedAt: lookedAt?.toISOString() ?? null,
    says: ruleSays(rule, unit, ctx.locale),
    open,
    can: { edit: may(ctx.actor, 'insight.edit'), remove: may(ctx.actor, 'insight.edit') && !rule.preset },
  }
}

/** When it raises, as a sentence: `每个社群，最近一天的数值低于健康红线` */
export function ruleSays(
  { test, unit: bucket, eachGroup }: Pick<Rule, 'test' | 'unit' | 'eachGroup'>,
  unit: MetricUnit,
  locale: Locale,
): string {
  const who = render(eachGroup ? words.eachGroup : words.whole, locale)
  const when = render({ day: words.day, week: words.week, month: words.month }[bucket], locale)
  return render(words.says, locale, { who, when, what: testSays(test, unit, locale) })
}

function testSays(test: AlertTest, unit: MetricUnit, locale: Locale): string {
  switch (test.kind) {
    case 'threshold': {
      if (test.line === 'health') return render(words.belowHealth, locale)
      const line = figureWords(test.line, unit, locale)
      return render(test.side === 'below' ? words.below : words.above, locale, { line })
    }
    case 'change': {
      const by = figureWords(test.by, 'share', locale)
      const against = render(test.against === 'year' ? words.yearAgo : words.bucketBefore, locale)
      return render(test.side === 'below' ? words.fallsBy : words.risesBy, locale, { by, against })
    }
    case 'anomaly':
      return render(test.side === 'below' ? words.strangeLow : words.strangeHigh, locale, {
        strength: test.strength,
      })
    case 'silence':
      return render(words.silent, locale, { buckets: test.buckets })
    case 'topic':
      return render(words.topicOfOne, locale, { times: test.times })
  }
}

export interface SignalWords {
  readonly metricName: (metric: Signal['evidence']['metric']) => string
  /** What an event is called. */
  readonly eventName: (event: string) => string
}

export function presentSignal(
  ctx: Ctx,
  signal: Signal,
  { metricName, eventName }: SignalWords,
  said: readonly SaidOf[] = [],
): z.input<typeof signalAnswer> {
  const { evidence, raisedAt, takenAt, closedAt, preset, ownerId, department, ...rest } = signal
  const told = {
    evidence,
    groupName: signal.groupName,
    goalName: signal.goalId ? signal.name : null,
    metricName: metricName(evidence.metric),
  }
  const open = closedAt === null && may(ctx.actor, 'insight.edit')
  return {
    ...rest,
    name: signal.goalId ? signal.name : ruleName({ name: signal.name, preset }, ctx.locale),
    title: signalTitle(told, ctx.locale),
    note: signalNote(told, ctx.locale),
    metricName: told.metricName,
    unit: evidence.unit,
    kind: evidence.kind,
    side: evidence.side,
    from: evidence.bucket.from,
    to: evidence.bucket.to,
    value: evidence.value,
    against: evidence.against,
    line: evidence.line,
    base: evidence.base,
    series: [...evidence.series],
    causes: evidence.causes.map((cause, at) => ({
      ...cause,
      name: eventName(cause.event),
      says: hear(causeSays(evidence, eventName)[at]!, ctx.locale),
    })),
    topic: evidence.topic ? presentTopic(ctx, evidence.topic, said) : null,
    raisedAt: raisedAt.toISOString(),
    takenAt: takenAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    can: { take: open, close: open },
  }
}

const presentTopic = (
  ctx: Ctx,
  { word, items, before, members }: Topic,
  said: readonly SaidOf[],
): z.input<typeof signalAnswer>['topic'] => ({
  word,
  items,
  before,
  members,
  draftTitle: render(signalWords.draftTitle, ctx.locale, { topic: word }),
  said: said.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
})
