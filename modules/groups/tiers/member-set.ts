/** Ids of members in eight bytes each: a million of them is no burden on the process that compares them. */
import type { Id } from '#base/access/actor.ts'

export interface MemberSet {
  readonly size: number
  has(id: Id): boolean
  ids(): Iterable<Id>
}

/** Collects batches that come in ascending order. */
export async function collectMembers(batches: AsyncIterable<readonly Id[]>): Promise<MemberSet> {
  const parts: Float64Array[] = []
  let size = 0
  for await (const batch of batches) {
    parts.push(Float64Array.from(batch, Number))
    size += batch.length
  }
  const all = new Float64Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  all.sort()
  return {
    size,
    has: (id) => {
      const wanted = Number(id)
      let low = 0
      let high = size - 1
      while (low <= high) {
        const middle = (low + high) >>> 1
        const found = all[middle] ?? Number.NaN
        if (found === wanted) return true
        if (found < wanted) low = middle + 1
        else high = middle - 1
      }
      return false
    },
    *ids() {
      for (const id of all) yield String(id)
    },
  }
}
