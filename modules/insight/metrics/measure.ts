/** How much: figures of metrics over time, and who is behind them. */
import { addToDay } from '#base/time/calendar.ts'
import { type BoundSql, openBinder } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import { breakDown } from '../breakdown.ts'
import {
  type Breakdown,
  type Days,
  daysBefore,
  daysOf,
  type Range,
  type Scope,
  type Unit,
} from '../shapes.ts'
import { type Answer, answerTasks, type Task } from './answer.ts'
import { type Figure, figureOf } from './figure.ts'
import { type FoundMetric, findResolved, loadMetrics, type Resolved, resolveFrom } from './find-metric.ts'
import { type AskedLeaf, setsSql, settle } from './leaf.sql.ts'
import type { MetricRef } from './metric.ts'
import { countedLeaf, type Leaf, leavesOf, type Node } from './resolve.ts'
import { cutScope, type PreparedScope, prepareScope } from './scope.ts'
import {
  type Bucket,
  bucketsOf,
  earlierDay,
  isEmpty,
  lengthOf,
  type Span,
  spanKey,
  upToToday,
  wholeOf,
} from './spans.ts'
import { wholeKey } from './sql/asked.ts'
import { findTops } from './tops.ts'

export interface MeasureQuestion {
  readonly scope?: Scope
  /** Either a range or fixed days. */
  readonly range?: Range
  readonly days?: Days
  /** Default: the whole range as one bucket. */
  readonly unit?: Unit | 'range'
  /** Every figure of events is of the last so many days up to the end of its bucket; stands below a metric's own. */
  readonly rolling?: number
  /** Every figure is of all from the first day asked for up to the end of its bucket. */
  readonly cumulative?: boolean
  readonly breakdown?: Breakdown
  /** Values of the breakdown that stand by themselves, instead of the largest; their names are not asked for. */
  readonly values?: readonly string[]
  /** Also the days before, or those of a year ago. */
  readonly compare?: 'previous' | 'year'
}

export interface Point extends Figure {
  /** First day of the bucket; `to` is its last, today for one that runs. */
  readonly start: string
  readonly to: string
  readonly running: boolean
}

export interface Series {
  /** `v` with the value, `r` the rest, `u` not known: what a cell is named by. */
  readonly key: string
  readonly label: string
  readonly points: readonly Point[]
  readonly total: Figure
}

export interface Measured {
  readonly metric: FoundMetric
  /** The days that were asked for. */
  readonly days: Days
  readonly unit: Unit | 'range'
  readonly points: readonly Point[]
  /** Of the days asked for as a whole; what rolls or is a stock, as it stands at their end. */
  readonly total: Figure
  /** The largest first, then the rest and what is not known. */
  readonly series?: readonly Series[]
  readonly before?: { readonly days: Days; readonly points: readonly Point[]; readonly total: Figure }
}

export interface Ask {
  readonly ref: MetricRef
  readonly question: MeasureQuestion
}

/** Throws `metric_not_found`, `metric_invalid`, `condition_invalid`, `timeout`, `warehouse_unavailable`. */
export async function measure(asking: Asking, ref: MetricRef, question: MeasureQuestion): Promise<Measured> {
  const [measured] = await measureAll(asking, [{ ref, question }])
  return measured!
}

interface Planned {
  readonly metric: FoundMetric
  readonly node: Node
  readonly question: MeasureQuestion
  readonly days: Days
  readonly unit: Unit | 'range'
  readonly buckets: readonly Bucket[]
  readonly whole: Bucket
  readonly before?: { readonly days: Days; readonly buckets: readonly Bucket[]; readonly whole: Bucket }
  readonly scope: PreparedScope
}

/** Many figures at once: they share statements, so that an overview asks the warehouse a few times only. */
export async function measureAll(asking: Asking, asks: readonly Ask[]): Promise<Measured[]> {
  const plans: Planned[] = []
  const known = await loadMetrics(asking.ctx)
  for (const { ref, question } of asks)
    plans.push(await plan(asking, question, resolveFrom(asking.ctx, known, ref)))
  const cuts = await findCuts(asking, plans)

  const tasks: Task[] = []
  const places = plans.map((each, at) => {
    const spans = [
      each.whole,
      ...each.buckets,
      ...(each.before ? [each.before.whole, ...each.before.buckets] : []),
    ]
    const cut = cuts[at]
    const add = (leaf: Leaf, prepared: PreparedScope, over: readonly Span[]) => {
      if (leaf.kind === 'time') return undefined
      const settled = settle(leaf, { group: prepared.group, cut: prepared.cut?.(() => '') })
      return tasks.push({ leaf: settled, spans: over, prepared }) - 1
    }
    return new Map(
      leavesOf(each.node).map((leaf) => {
        const mine = rolling(leaf, each.question.rolling)
        return [
          leaf,
          {
            whole: add(mine, each.scope, spans),
            cut: cut && add(mine, cut.scope, [each.whole, ...each.buckets]),
          },
        ]
      }),
    )
  })
  const answers = await answerTasks(asking, tasks)

  const measured: Measured[] = []
  for (const [at, each] of plans.entries()) {
    const figure = (span: Span, key: string): Figure =>
      figureOf(each.node, (leaf) => {
        if (leaf.kind === 'time') return { value: lengthOf(span, leaf.unit) }
        const place = places[at]!.get(leaf)!
        const task = key === wholeKey ? place.whole! : place.cut!
        return cellFigure(tasks[task]!.leaf, answers[task]!, span, key)
      })
    const points = (buckets: readonly Bucket[], key: string): Point[] =>
      buckets.map((bucket) => ({
        start: bucket.start,
        to: bucket.to,
        running: bucket.running,
        ...figure(bucket, key),
      }))
    const cut = cuts[at]
    measured.push({
      metric: each.metric,
      days: each.days,
      unit: each.unit,
      points: points(each.buckets, wholeKey),
      total: figure(each.whole, wholeKey),
      ...(cut
        ? {
            series: await seriesOf(
              cut,
              (key) => points(each.buckets, key),
              (key) => figure(each.whole, key),
              keysOf(places[at]!, answers),
            ),
          }
        : {}),
      ...(each.before
        ? {
            before: {
              days: each.before.days,
              points: points(each.before.buckets, wholeKey),
              total: figure(each.before.whole, wholeKey),
            },
          }
        : {}),
    })
  }
  return measured
}

async function plan(asking: Asking, question: MeasureQuestion, { metric, node }: Resolved): Promise<Planned> {
  const { today } = asking.clock
  const days = question.days ?? daysOf(question.range ?? { last: 30, unit: 'day' }, asking.clock)
  const unit = question.unit ?? 'range'
  const earlier = question.compare && daysBefore(days, question.compare)
  return {
    metric,
    node,
    question,
    days,
    unit,
    buckets: piled(question, bucketsOf(days, unit, today), days),
    whole: wholeOf(days, today),
    ...(earlier
      ? {
          before: {
            days: earlier,
            buckets: piled(question, bucketsOf(earlier, unit, today), earlier),
            whole: wholeOf(earlier, today),
          },
        }
      : {}),
    scope: await prepareScope(asking, question.scope ?? {}),
  }
}

const piled = (
  { cumulative }: MeasureQuestion,
  buckets: readonly Bucket[],
  { from, to }: Days,
): readonly Bucket[] =>
  cumulative ? buckets.map((bucket) => ({ ...bucket, from, to: earlierDay(bucket.to, to) })) : buckets

const rolling = (leaf: Leaf, days: number | undefined): Leaf =>
  days !== undefined && leaf.kind === 'events' && leaf.rolling === undefined
    ? { ...leaf, rolling: days }
    : leaf

interface FoundCut {
  readonly scope: PreparedScope
  readonly tops: readonly string[]
  readonly labels: (values: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly locale: string
  /** Values have an order of their own: hours, days of the week. */
  readonly ordered: boolean
}

/** The breakdowns of the questions, with their largest values. */
async function findCuts(asking: Asking, plans: readonly Planned[]): Promise<(FoundCut | undefined)[]> {
  const asked = []
  for (const [at, { question, node, scope, whole, buckets }] of plans.entries()) {
    if (!question.breakdown) continue
    const broken = await breakDown(asking, question.breakdown)
    const leaf = countedLeaf(node)
    if (leaf.kind === 'time') continue
    const byGroup = question.breakdown.by === 'group'
    const cut = broken.of === 'row' ? ({ of: 'row', key: '', byGroup } as const) : undefined
    asked.push({
      at,
      breakdown: question.breakdown,
      broken,
      leaf: settle(leaf, { group: scope.group, cut }),
      spans: [whole, ...buckets],
      scope,
    })
  }
  const unnamed = asked.filter(({ at }) => !plans[at]!.question.values)
  const largest = await findTops(asking, unnamed)
  const tops = asked.map((each) => plans[each.at]!.question.values ?? largest[unnamed.indexOf(each)]!)
  const cuts: (FoundCut | undefined)[] = plans.map(() => undefined)
  for (const [place, { at, breakdown, broken, scope }] of asked.entries())
    cuts[at] = {
      scope: cutScope(scope, breakdown, broken, tops[place]!),
      tops: tops[place]!,
      labels: plans[at]!.question.values ? async () => new Map() : broken.labels,
      locale: asking.ctx.locale,
      ordered: broken.most !== undefined,
    }
  return cuts
}

/** Keys that the answers hold besides the largest values. */
function keysOf(
  places: ReadonlyMap<Leaf, { readonly cut: number | undefined }>,
  answers: readonly Answer[],
): Set<string> {
  const keys = new Set<string>()
  for (const { cut } of places.values())
    if (cut !== undefined)
      for (const cells of answers[cut]!.values())
        for (const [key, [figure]] of cells) if (figure !== 0) keys.add(key)
  return keys
}

const otherNames: Record<string, readonly [zh: string, en: string]> = {
  r: ['其他', 'Others'],
  u: ['未知', 'Not known'],
}

async function seriesOf(
  { tops, labels, locale, ordered }: FoundCut,
  points: (key: string) => Point[],
  total: (key: string) => Figure,
  seen: ReadonlySet<string>,
): Promise<Series[]> {
  const names = await labels(tops)
  const shown = tops.map((value) => ({ key: `v${value}`, label: names.get(value) ?? value }))
  const of = ({ key, label }: { key: string; label: string }): Series => ({
    key,
    label,
    points: points(key),
    total: total(key),
  })
  const values = shown
    .map(of)
    .sort((one, other) =>
      ordered ? (one.key < other.key ? -1 : 1) : (other.total.value ?? -1) - (one.total.value ?? -1),
    )
  const others = ['r', 'u']
    .filter((key) => seen.has(key))
    .map((key) => of({ key, label: otherNames[key]![locale === 'en' ? 1 : 0] }))
  return [...values, ...others]
}

/** What a leaf answers where it says nothing: nothing happened, or there is nothing to say. */
function cellFigure(leaf: AskedLeaf, answer: Answer, span: Span, key: string): Figure {
  const cell = answer.get(spanKey(span))?.get(key)
  const [figure, under] = cell ?? [null, null]
  switch (leaf.kind) {
    case 'returning':
      return under
        ? { value: (figure ?? 0) / under, over: figure ?? 0, under }
        : { value: null, over: 0, under: 0 }
    case 'events':
      if (leaf.counted.of === 'average')
        return under
          ? { value: (figure ?? 0) / under, over: figure ?? 0, under }
          : { value: null, over: 0, under: 0 }
      if (leaf.counted.of === 'min' || leaf.counted.of === 'max' || leaf.counted.of === 'percentile')
        return { value: figure }
      return { value: figure ?? 0 }
    case 'people':
    case 'stock':
      return { value: figure ?? 0 }
  }
}

interface BehindQuestion {
  readonly scope?: Scope
  readonly days: Days
  /** Of a bucket that starts there, as long as `unit`; the whole of `days` otherwise. */
  readonly start?: string
  readonly unit?: Unit | 'range'
  readonly rolling?: number
  readonly cumulative?: boolean
  readonly breakdown?: Breakdown
  /** Key of a series. */
  readonly key?: string
  /** Of a ratio: those counted above, or those below. */
  readonly of?: 'over' | 'under'
}

/**
 * Who is behind a figure: one column `member_id`. As many as the figure where it counts members; those who did it
 * where it counts events; of a formula those of its first part.
 */
export async function membersOf(asking: Asking, ref: MetricRef, question: BehindQuestion): Promise<BoundSql> {
  const { today } = asking.clock
  const resolved = await findResolved(asking.ctx, ref)
  const leaf = rolling(countedLeaf(resolved.node, question.of), question.rolling)
  const span =
    question.start === undefined ? upToToday(question.days, today) : bucketAt(question.start, question, today)
  if (leaf.kind === 'time' || isEmpty(span))
    return { sql: 'SELECT toUInt64(0) AS member_id WHERE false', params: {} }
  let prepared = await prepareScope(asking, question.scope ?? {})
  const key = question.breakdown ? (question.key ?? wholeKey) : wholeKey
  if (question.breakdown && key !== wholeKey) {
    const planned = await plan(asking, { ...question, unit: question.unit ?? 'range' }, resolved)
    const [cut] = await findCuts(asking, [{ ...planned, scope: prepared }])
    prepared = cut!.scope
  }
  const { bind, params } = openBinder('b')
  const asked = {
    writing: { clock: asking.clock, bind },
    group: prepared.group,
    who: prepared.who,
    cut: key === wholeKey ? undefined : prepared.cut?.(bind),
  }
  const sets = setsSql(settle(leaf, asked), [span], asked, question.of)
  return {
    sql: `SELECT arrayJoin(bitmapToArray(members)) AS member_id FROM (
      SELECT groupBitmapMergeState(members) AS members FROM (${sets}) WHERE key = ${bind('String', key)})
      WHERE member_id != 0`,
    params: { ...params, ...prepared.params },
  }
}

function bucketAt(start: string, { unit = 'range', days, cumulative }: BehindQuestion, today: string): Span {
  if (unit === 'range') return upToToday(days, today)
  const end = addToDay(addToDay(start, 1, unit), -1, 'day')
  if (cumulative) return upToToday({ from: days.from, to: earlierDay(end, days.to) }, today)
  return upToToday({ from: start, to: end }, today)
}
