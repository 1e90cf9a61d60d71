/** How few people a figure of a metric rests on: the same questions once more, of whom instead of how much. */
import type { Asking } from '../../asking.ts'
import { loadMetrics, resolveFrom } from '../../metrics/find-metric.ts'
import { type Expression, type MetricRef, written } from '../../metrics/metric.ts'
import { type Leaf, leavesOf } from '../../metrics/resolve.ts'
import type { TrendAnswer, TrendQuestion, TrendSeries } from '../../metrics/trend/trend.ts'

/** The members that a part of a metric counts; undefined where it counts none (time). */
function counting(leaf: Leaf): Expression | undefined {
  switch (leaf.kind) {
    case 'events':
      return leaf.counted.of === 'members' ? leaf : { ...leaf, counted: { of: 'members' } }
    case 'people':
    case 'stock':
    case 'population':
    case 'returning':
      return leaf
    case 'time':
      return undefined
  }
}

/** Everybody whom the figures of a metric count, above and below the line, part by part. */
export async function countsOf(asking: Asking, ref: MetricRef): Promise<MetricRef[]> {
  const { node } = resolveFrom(asking.ctx, await loadMetrics(asking.ctx), ref)
  const found = new Map<string, MetricRef>()
  for (const leaf of leavesOf(node)) {
    const how = counting(leaf)
    if (how) found.set(JSON.stringify(how), written(how))
  }
  return [...found.values()]
}

/** Whom a question counts; undefined when it counts nobody. */
export async function questionBehind(
  asking: Asking,
  question: TrendQuestion,
): Promise<TrendQuestion | undefined> {
  const refs: MetricRef[] = []
  for (const { metric } of question.of) refs.push(...(await countsOf(asking, metric)))
  if (refs.length === 0) return undefined
  const { formula: _, per: __, ...rest } = question
  return { ...rest, of: refs.map((metric) => ({ metric })) }
}

type Point = { readonly value: number | null; readonly over?: number | null; readonly under?: number | null }

/** The fewest of those who are there at all; 0 where nobody is. */
const fewest = (points: readonly (Point | undefined)[]): number | undefined => {
  let least: number | undefined = 0
  for (const point of points) {
    if (!point) return undefined
    for (const count of point.under == null ? [point.value ?? 0] : [point.over ?? 0, point.under])
      if (count > 0 && (least === 0 || count < least)) least = count
  }
  return least
}

export interface Behind {
  /** Of the bucket at a place, of the whole when left out; undefined: nobody knows. */
  people(part: string | null, at: number | undefined, before?: boolean): number | undefined
}

/** `counted`: the answer to `questionBehind`. */
export function behindOf(counted: TrendAnswer | undefined): Behind {
  const series = counted?.series ?? []
  return {
    people(part, at, before = false) {
      if (!counted) return 0
      const mine = series.filter((each) => (each.part?.key ?? null) === part)
      const points = mine.map((each: TrendSeries) => {
        const of = before ? each.before : each
        return at === undefined ? of?.total : of?.points[at]
      })
      return mine.length === 0 ? undefined : fewest(points)
    },
  }
}
