/** What sections of one report are made from, each asked for once. */
import type { Id } from '#base/access/actor.ts'
import { type Locale, locales, type Message, render, type Values } from '#base/i18n/messages.ts'
import { addToDay, type Day, startOfDay } from '#base/time/calendar.ts'
import { formatDay } from '#base/time/format.ts'
import type { Asking } from '../asking.ts'
import { type FoundMetric, loadMetrics } from '../metrics/find-metric.ts'
import { measureAll } from '../metrics/measure.ts'
import type { MetricRef } from '../metrics/metric.ts'
import { answerOverview } from '../overview/overview.ts'
import { type Overview, question } from '../overview/question.ts'
import type { Days, Scope } from '../shapes.ts'
import { both, type ReportFigure } from './body.ts'
import { periodBefore, type ReportKind } from './kinds.ts'
import { saysWords as words } from './reports.messages.ts'

export interface Asked {
  readonly kind: ReportKind
  readonly period: Days
  readonly group: Id | null
  /** In the zone of the report, which may be another by now. */
  readonly zone: string
}

/** One figure of a section: of the catalogue by its key, or one of our own with its words. */
export type Wanted = string | { readonly name: Message; readonly formula: Message; readonly ref: MetricRef }

export interface Material extends Asked {
  readonly asking: Asking
  readonly scope: Scope
  readonly before: Days
  /** From the first instant to the one after the last. */
  readonly instants: { readonly from: Date; readonly to: Date }
  /** The weeks that the overview compares with. */
  readonly against: number
  overview(): Promise<Overview>
  figures(wanted: readonly Wanted[]): Promise<ReportFigure[]>
  /** A message of sections; `period` and `before` are known. */
  say(message: Message, values?: (locale: Locale) => Values): Message
  day(day: Day): Message
}

export function gather(asking: Asking, asked: Asked): Material {
  const { kind, period, group, zone } = asked
  const scope: Scope = group ? { group } : {}
  const before = periodBefore(kind, period)
  const against = kind === 'monthly' ? 4 : 1
  const names = {
    daily: [words.day, words.dayBefore],
    weekly: [words.week, words.weekBefore],
    monthly: [words.month, words.monthBefore],
  }[kind] as [Message, Message]
  let overview: Promise<Overview> | undefined
  return {
    ...asked,
    asking,
    scope,
    before,
    against,
    instants: { from: startOfDay(period.from, zone), to: startOfDay(addToDay(period.to, 1, 'day'), zone) },
    overview() {
      overview ??= answerOverview(
        asking,
        question.parse({ to: period.to, against, by: group ? 'kind' : 'group', ...(group ? { group } : {}) }),
      )
      return overview
    },
    figures: (wanted) => findFigures(asking, wanted, { scope, period, before }),
    say: (message, values = () => ({})) =>
      both((locale) =>
        render(message, locale, {
          period: render(names[0], locale),
          before: render(names[1], locale),
          ...values(locale),
        }),
      ),
    day: (day) => both((locale) => formatDay(day, locale)),
  }
}

async function findFigures(
  asking: Asking,
  wanted: readonly Wanted[],
  { scope, period, before }: { readonly scope: Scope; readonly period: Days; readonly before: Days },
): Promise<ReportFigure[]> {
  const refs = wanted.map((each) => (typeof each === 'string' ? each : each.ref))
  const [measured, ...known] = await Promise.all([
    measureAll(
      asking,
      [period, before].flatMap((days) => refs.map((ref) => ({ ref, question: { scope, days } }))),
    ),
    ...locales.map((locale) => loadMetrics({ ...asking.ctx, locale })),
  ])
  const wordsOf = (key: string, of: (metric: FoundMetric) => string) =>
    both((locale) => {
      const metric = known[locales.indexOf(locale)]?.get(key)
      return metric ? of(metric) : key
    })
  return wanted.map((each, at) => {
    const { metric, total } = measured[at]!
    return {
      name: typeof each === 'string' ? wordsOf(each, ({ name }) => name) : each.name,
      formula: typeof each === 'string' ? wordsOf(each, ({ formula }) => formula) : each.formula,
      unit: metric.unit,
      better: metric.better,
      value: total.value,
      before: measured[at + wanted.length]!.total.value,
    }
  })
}
