import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concentrationOf, ofBusiest, type Tally } from './concentration.ts'
import {
  betweennessOf,
  communitiesOf,
  componentsOf,
  corenessOf,
  type Edge,
  type Graph,
  graphOf,
} from './graph.ts'

const size = 9
const edges: fc.Arbitrary<Edge[]> = fc
  .uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), {
    maxLength: 16,
    selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
  })
  .map((pairs) =>
    pairs.filter(([a, b]) => a !== b).map(([a, b]) => ({ a, b, weight: 1 + ((a * 7 + b) % 3) })),
  )

/** All shortest ways between two nodes, as lists of nodes. */
function shortestWays({ near }: Graph, from: number, to: number): number[][] {
  let ways = [[from]]
  for (let steps = 0; steps < size; steps++) {
    const arrived = ways.filter((way) => way.at(-1) === to)
    if (arrived.length > 0) return arrived
    ways = ways.flatMap((way) =>
      near[way.at(-1)!]!.filter(([next]) => !way.includes(next)).map(([next]) => [...way, next]),
    )
  }
  return []
}

describe('a network', () => {
  test('betweenness counts the shortest ways that lead over each', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const graph = graphOf(size, list)
        const everybody = Array.from({ length: size }, (_, node) => node)
        const expected = new Float64Array(size)
        for (const from of everybody)
          for (const to of everybody.slice(from + 1)) {
            const ways = shortestWays(graph, from, to)
            for (const way of ways) for (const over of way.slice(1, -1)) expected[over]! += 1 / ways.length
          }
        const found = betweennessOf(graph, everybody, { sources: size, seed: 1 })
        for (const node of everybody) expect(found[node]).toBeCloseTo(expected[node]!, 9)
      }),
      { numRuns: 150 },
    )
  })

  test('a sample of the sources stands for all', () => {
    // A ring with a hub: over the hub leads nearly everything.
    const many = 300
    const list: Edge[] = Array.from({ length: many }, (_, at) => ({ a: at, b: many, weight: 1 }))
    const graph = graphOf(many + 1, list)
    const everybody = Array.from({ length: many + 1 }, (_, node) => node)
    const all = betweennessOf(graph, everybody, { sources: many + 1, seed: 1 })
    const some = betweennessOf(graph, everybody, { sources: 100, seed: 1 })
    expect(Math.abs(some[many]! / all[many]! - 1)).toBeLessThan(0.05)
    expect(some).toEqual(betweennessOf(graph, everybody, { sources: 100, seed: 1 }))
  })

  test('coreness is what taking everybody away who has too few neighbours leaves', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const graph = graphOf(size, list)
        const expected = new Uint32Array(size)
        for (let k = 1; k < size; k++) {
          const left = new Set(Array.from({ length: size }, (_, node) => node))
          for (let changed = true; changed; ) {
            changed = false
            for (const node of left)
              if (graph.near[node]!.filter(([next]) => left.has(next)).length < k) {
                left.delete(node)
                changed = true
              }
          }
          for (const node of left) expected[node] = k
        }
        expect([...corenessOf(graph)]).toEqual([...expected])
      }),
      { numRuns: 150 },
    )
  })

  test('parts hang together, the largest first, and communities never reach beyond one', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const graph = graphOf(size, list)
        const parts = componentsOf(graph)
        expect(parts.flat().sort()).toEqual(Array.from({ length: size }, (_, node) => node))
        for (const { a, b } of list) expect(parts.find((part) => part.includes(a))).toContain(b)
        const community = communitiesOf(graph, 7)
        for (const part of parts)
          for (const other of parts)
            if (part !== other)
              for (const node of part)
                expect(other.some((each) => community[each] === community[node])).toBe(false)
        expect(communitiesOf(graph, 7)).toEqual(community)
      }),
      { numRuns: 100 },
    )
  })

  test('two circles with one acquaintance between them are two communities', () => {
    const circle = (from: number) =>
      [0, 1, 2, 3, 4].flatMap((a) =>
        [0, 1, 2, 3, 4].flatMap((b) => (a < b ? [{ a: from + a, b: from + b, weight: 3 }] : [])),
      )
    const graph = graphOf(10, [...circle(0), ...circle(5), { a: 0, b: 5, weight: 1 }])
    const community = communitiesOf(graph, 1)
    expect(new Set(community.slice(0, 5)).size).toBe(1)
    expect(new Set(community.slice(5)).size).toBe(1)
    expect(community[0]).not.toBe(community[9])
  })
})

describe('T42 concentration', () => {
  const tallies: fc.Arbitrary<Tally[]> = fc.uniqueArray(
    fc.record({ times: fc.integer({ min: 1, max: 40 }), members: fc.integer({ min: 1, max: 9 }) }),
    { minLength: 1, maxLength: 6, selector: ({ times }) => times },
  )
  const spread = (list: readonly Tally[]) =>
    list.flatMap(({ times, members }) => Array<number>(members).fill(times))

  test('Gini, Lorenz, the top and the half are what counting one by one finds', () => {
    fc.assert(
      fc.property(tallies, (list) => {
        const each = spread(list).sort((one, other) => one - other)
        const total = each.reduce((sum, times) => sum + times, 0)
        const apart = each.reduce(
          (sum, one) => sum + each.reduce((more, other) => more + Math.abs(one - other), 0),
          0,
        )
        const found = concentrationOf(list)
        // The mean difference of all pairs ÷ twice the mean.
        expect(found.gini).toBeCloseTo(apart / (2 * each.length * total), 9)
        expect(found).toMatchObject({ members: each.length, contributions: total })
        for (const { members, contributions } of found.lorenz) {
          const reach = members * each.length
          const whole = Math.floor(reach + 1e-9)
          const sum = each.slice(0, whole).reduce((more, times) => more + times, 0)
          expect(contributions).toBeCloseTo((sum + (reach - whole) * (each[whole] ?? 0)) / total, 6)
        }
        const down = each.toReversed()
        for (const count of [1, 3, each.length])
          expect(ofBusiest(list, count)).toBe(down.slice(0, count).reduce((sum, times) => sum + times, 0))
        let half = 0
        for (let sum = 0; sum < total / 2; half++) sum += down[half]!
        expect(found.half).toBe(half)
      }),
      { numRuns: 200 },
    )
  })

  test('all alike is 0, and one who does everything is nearly 1', () => {
    expect(concentrationOf([{ times: 4, members: 50 }]).gini).toBeCloseTo(0, 12)
    expect(
      concentrationOf([
        { times: 1_000_000, members: 1 },
        { times: 1, members: 999 },
      ]).gini,
    ).toBeGreaterThan(0.99)
    expect(concentrationOf([])).toEqual({ members: 0, contributions: 0, gini: 0, lorenz: [], half: 0 })
  })
})
