/** Chance that is the same each time: mulberry32 over a text, so that each thing draws for itself. */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number
  below(n: number): number
  pick<T>(from: readonly T[]): T
}

export function chanceOf(...seeds: readonly (string | number)[]): Chance {
  let state = 0x811c9dc5
  for (const character of seeds.join(':')) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  // The first numbers of neighbouring seeds are alike; these are not used.
  next()
  next()
  return {
    next,
    below: (n) => Math.floor(next() * n),
    pick: (from) => from[Math.floor(next() * from.length)]!,
  }
}
