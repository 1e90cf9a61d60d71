/** Roles and communities of everybody in a network, from who answered whom. Pure arithmetic. */
import type { Id } from '#base/access/actor.ts'
import type { Days } from '../shapes.ts'
import { betweennessOf, communitiesOf, componentsOf, corenessOf, graphOf } from './graph.ts'

/** Pairs that are read at most, the busiest first. */
export const mostPairs = 30_000
/** Shortest ways are looked for from this many members at most; more are sampled. */
const mostSources = 200

/** The same people stand in the same communities each time they are asked for. */
const seed = 20_261_119

export interface Placed {
  readonly id: Id
  readonly community: number
  readonly gave: number
  readonly got: number
  readonly between: number
  readonly core: boolean
  readonly bridge: boolean
  readonly atRisk: boolean
  readonly lastDay: string | null
}

export interface Network {
  readonly days: Days
  /** Ascending by id. */
  readonly people: readonly Placed[]
  /** Unordered pairs with the answers of both. */
  readonly pairs: readonly {
    readonly a: number
    readonly b: number
    readonly answers: number
    readonly mutual: boolean
  }[]
  readonly cut: boolean
  readonly largest: number
  readonly k: number
  readonly sampled: { readonly sources: number; readonly of: number } | null
}

interface Answered {
  readonly giver: Id
  readonly getter: Id
  readonly answers: number
}

/** Roles and communities from answers, and from the last day on which each wrote; `isQuiet`: whether that is long ago. */
export function placed(
  rows: readonly Answered[],
  wrote: ReadonlyMap<Id, string>,
  days: Days,
  isQuiet: (lastDay: string) => boolean,
): Network {
  const cut = rows.length > mostPairs
  const kept = rows.slice(0, mostPairs)
  const byId = (one: Id, other: Id) => one.length - other.length || (one < other ? -1 : 1)
  const ids = [...new Set(kept.flatMap(({ giver, getter }) => [giver, getter]))].sort(byId)
  const place = new Map(ids.map((id, at) => [id, at]))
  const gave = new Float64Array(ids.length)
  const got = new Float64Array(ids.length)
  const pairs = new Map<string, { a: number; b: number; answers: number; mutual: boolean }>()
  for (const { giver, getter, answers } of kept) {
    const from = place.get(giver)!
    const to = place.get(getter)!
    gave[from]! += answers
    got[to]! += answers
    const [a, b] = from < to ? [from, to] : [to, from]
    const pair = pairs.get(`${a} ${b}`)
    if (pair) {
      pair.answers += answers
      pair.mutual = true
    } else pairs.set(`${a} ${b}`, { a, b, answers, mutual: false })
  }
  const list = [...pairs.values()]
  const graph = graphOf(
    ids.length,
    list.map(({ a, b, answers }) => ({ a, b, weight: answers })),
  )
  const [largest = []] = componentsOf(graph)
  const coreness = corenessOf(graph)
  const k = coreness.reduce((most, each) => Math.max(most, each), 0)
  const community = communitiesOf(graph, seed)
  const between = betweennessOf(graph, largest, { sources: mostSources, seed })
  const ways = Math.max(((largest.length - 1) * (largest.length - 2)) / 2, 1)
  // The top twentieth of the largest part, at least three.
  const room = Math.max(3, Math.ceil(largest.length / 20))
  const bridges = new Set(
    largest
      .filter((at) => between[at]! > 0 && graph.near[at]!.some(([next]) => community[next] !== community[at]))
      .sort((one, other) => between[other]! - between[one]! || one - other)
      .slice(0, room),
  )
  return {
    days,
    pairs: list,
    cut,
    largest: largest.length,
    k,
    sampled: largest.length > mostSources ? { sources: mostSources, of: largest.length } : null,
    people: ids.map((id, at) => {
      const lastDay = wrote.get(id) ?? null
      const bridge = bridges.has(at)
      return {
        id,
        community: community[at]!,
        gave: gave[at]!,
        got: got[at]!,
        between: between[at]! / ways,
        core: k >= 2 && coreness[at] === k,
        bridge,
        atRisk: bridge && (lastDay === null || isQuiet(lastDay)),
        lastDay,
      }
    }),
  }
}
