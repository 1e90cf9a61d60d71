/** The network that a question asks for, worked out: roles and communities of everybody in it. */
import type { Id } from '#base/access/actor.ts'
import { daysBetween } from '#base/time/calendar.ts'
import { type Asking, type Scoped, scopeSql } from '../asking.ts'
import { type Days, daysOf } from '../shapes.ts'
import { betweennessOf, communitiesOf, componentsOf, corenessOf, graphOf } from './graph.ts'
import { answersSql, writersSql } from './network.sql.ts'
import { mostPairs, mostSources, type NetworkQuestion } from './network.ts'

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

export interface Written {
  readonly days: Days
  readonly scoped: Scoped
}

export const networkWritten = async (asking: Asking, question: NetworkQuestion): Promise<Written> => ({
  days: daysOf(question.range, asking.clock),
  scoped: await scopeSql(asking, question.scope),
})

export async function readNetwork(asking: Asking, question: NetworkQuestion): Promise<Network> {
  const written = await networkWritten(asking, question)
  const { days } = written
  // One more than is looked at tells whether there are more.
  const answers = answersSql(written, mostPairs + 1)
  const writers = writersSql(written)
  const rows = await asking.query<{ giver: Id; getter: Id; answers: string }>(answers.sql, answers.params)
  const wrote = await asking.query<{ m: Id; last: string }>(writers.sql, writers.params)
  return placed(
    rows.map((row) => ({ ...row, answers: Number(row.answers) })),
    new Map(wrote.map(({ m, last }) => [m, last])),
    days,
    [asking.clock.today, days.to].sort()[0]!,
    question.quiet,
  )
}

interface Answered {
  readonly giver: Id
  readonly getter: Id
  readonly answers: number
}

/** Roles and communities from answers; `until`: the day up to which somebody may have been quiet. */
export function placed(
  rows: readonly Answered[],
  wrote: ReadonlyMap<Id, string>,
  days: Days,
  until: string,
  quiet: number,
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
        atRisk: bridge && (lastDay === null || daysBetween(lastDay, until) >= quiet),
        lastDay,
      }
    }),
  }
}
