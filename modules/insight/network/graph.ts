/**
 * A network of people as arithmetic: undirected, weighted, deterministic for a seed. Nodes are numbers from 0.
 */
export interface Edge {
  readonly a: number
  readonly b: number
  /** How often they answered each other. */
  readonly weight: number
}

export interface Graph {
  readonly nodes: number
  /** Neighbours of each node with the weight between them. */
  readonly near: readonly (readonly (readonly [node: number, weight: number])[])[]
}

export function graphOf(nodes: number, edges: readonly Edge[]): Graph {
  const near: [number, number][][] = Array.from({ length: nodes }, () => [])
  for (const { a, b, weight } of edges) {
    if (a === b) continue
    near[a]!.push([b, weight])
    near[b]!.push([a, weight])
  }
  return { nodes, near }
}

/** Deterministic numbers from 0 to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffled(list: readonly number[], random: () => number): number[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

/** Nodes that reach each other, the largest part first. */
export function componentsOf({ nodes, near }: Graph): number[][] {
  const seen = new Uint8Array(nodes)
  const parts: number[][] = []
  for (let start = 0; start < nodes; start++) {
    if (seen[start]) continue
    const part = [start]
    seen[start] = 1
    for (let at = 0; at < part.length; at++)
      for (const [next] of near[part[at]!]!)
        if (!seen[next]) {
          seen[next] = 1
          part.push(next)
        }
    parts.push(part)
  }
  return parts.sort((one, other) => other.length - one.length || one[0]! - other[0]!)
}

/**
 * Of each node the largest k for which it belongs to a group in which everybody has k neighbours (Seidman 1983: Network
 * structure and minimum degree, Social Networks 5; found by taking away the least connected one after another:
 * Batagelj and Zaveršnik 2003).
 */
export function corenessOf({ nodes, near }: Graph): Uint32Array {
  const degree = Uint32Array.from(near, (list) => list.length)
  const most = degree.reduce((largest, each) => Math.max(largest, each), 0)
  const buckets: number[][] = Array.from({ length: most + 1 }, () => [])
  for (let node = 0; node < nodes; node++) buckets[degree[node]!]!.push(node)
  const core = new Uint32Array(nodes)
  const gone = new Uint8Array(nodes)
  for (let least = 0; least <= most; least++)
    while (buckets[least]!.length > 0) {
      const node = buckets[least]!.pop()!
      // It stands in several buckets when its neighbours went before it.
      if (gone[node] || degree[node] !== least) continue
      gone[node] = 1
      core[node] = least
      for (const [next] of near[node]!)
        if (!gone[next] && degree[next]! > least) {
          degree[next]!--
          buckets[degree[next]!]!.push(next)
        }
    }
  return core
}

/**
 * How many shortest ways between two others lead over each node (Brandes 2001: A faster algorithm for betweenness
 * centrality, J. Math. Sociol. 25), within the nodes given, each pair counted once. Beyond `sources` nodes, a sample of
 * them stands for all, scaled up (Brandes and Pich 2007).
 */
export function betweennessOf(
  { nodes, near }: Graph,
  within: readonly number[],
  { sources, seed }: { readonly sources: number; readonly seed: number },
): Float64Array {
  const between = new Float64Array(nodes)
  const from = within.length <= sources ? within : shuffled(within, seeded(seed)).slice(0, sources)
  const scale = within.length / Math.max(from.length, 1) / 2
  const distance = new Int32Array(nodes)
  const ways = new Float64Array(nodes)
  const depends = new Float64Array(nodes)
  for (const source of from) {
    for (const node of within) {
      distance[node] = -1
      ways[node] = 0
      depends[node] = 0
    }
    distance[source] = 0
    ways[source] = 1
    const order = [source]
    for (let at = 0; at < order.length; at++) {
      const node = order[at]!
      for (const [next] of near[node]!) {
        if (distance[next]! < 0) {
          distance[next] = distance[node]! + 1
          order.push(next)
        }
        if (distance[next] === distance[node]! + 1) ways[next]! += ways[node]!
      }
    }
    for (let at = order.length - 1; at > 0; at--) {
      const node = order[at]!
      for (const [before] of near[node]!)
        if (distance[before] === distance[node]! - 1)
          depends[before]! += (ways[before]! / ways[node]!) * (1 + depends[node]!)
      between[node]! += depends[node]! * scale
    }
  }
  return between
}

/**
 * Communities: everybody takes the label that weighs most among his neighbours until nobody changes (Raghavan, Albert
 * and Kumara 2007: Near linear time algorithm to detect community structures, Phys. Rev. E 76). Numbered by size, the
 * largest 0; who has no neighbour is alone in his.
 */
export function communitiesOf({ nodes, near }: Graph, seed: number): Uint32Array {
  const label = Uint32Array.from({ length: nodes }, (_, node) => node)
  const random = seeded(seed)
  const all = Array.from({ length: nodes }, (_, node) => node)
  for (let round = 0; round < 60; round++) {
    let changed = false
    for (const node of shuffled(all, random)) {
      if (near[node]!.length === 0) continue
      const weights = new Map<number, number>()
      for (const [next, weight] of near[node]!)
        weights.set(label[next]!, (weights.get(label[next]!) ?? 0) + weight)
      const most = Math.max(...weights.values())
      const best = [...weights].flatMap(([each, weight]) => (weight === most ? [each] : []))
      // What one has is kept when it is among the best: otherwise they would swap for ever.
      if (best.includes(label[node]!)) continue
      label[node] = best[Math.floor(random() * best.length)]!
      changed = true
    }
    if (!changed) break
  }
  const sizes = new Map<number, number>()
  for (const each of label) sizes.set(each, (sizes.get(each) ?? 0) + 1)
  const first = new Map<number, number>()
  for (let node = 0; node < nodes; node++) if (!first.has(label[node]!)) first.set(label[node]!, node)
  const order = [...sizes].sort(
    ([one, size], [other, larger]) => larger - size || first.get(one)! - first.get(other)!,
  )
  const place = new Map(order.map(([each], at) => [each, at]))
  return label.map((each) => place.get(each)!)
}
