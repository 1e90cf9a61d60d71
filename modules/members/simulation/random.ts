/**
 * Randomness that repeats: a small generator seeded by numbers, and the distributions that the
 * simulation is made of. Each member has a stream of his own, so that what he does depends on the seed
 * and on him, not on how many others there are or in what order they are made.
 */

export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  chance(probability: number): boolean
  /** Whole number in [0, n). */
  below(n: number): number
  pick<T>(from: readonly T[]): T
  /** Index drawn with these weights. */
  weighted(weights: readonly number[]): number
  normal(): number
  exponential(mean: number): number
  gamma(shape: number, scale: number): number
  beta(a: number, b: number): number
  poisson(mean: number): number
  /** Pareto from `least` up, with tail index `alpha`. */
  pareto(least: number, alpha: number): number
}

/** Mixes a 32-bit number well (murmur3's last step). */
function mix(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** A generator (xoshiro128**) for these numbers; the same numbers give the same sequence, everywhere. */
export function randomFrom(...seeds: readonly number[]): Random {
  let h = 0x9e3779b9
  const state = new Int32Array(4)
  for (let at = 0; at < 4; at++) {
    for (const seed of seeds) h = mix(Math.imul(h, 31) + Math.trunc(seed) + at * 0x632be5ab)
    state[at] = h
  }
  let [a, b, c, d] = state as unknown as [number, number, number, number]
  if ((a | b | c | d) === 0) a = 1

  const next = () => {
    const times5 = Math.imul(b, 5)
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9)
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = (d << 11) | (d >>> 21)
    return (result >>> 0) / 4_294_967_296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  /** Marsaglia and Tsang (2000); below shape 1 by boosting. */
  const gamma = (shape: number, scale: number): number => {
    if (shape < 1) return gamma(shape + 1, scale) * (1 - next()) ** (1 / shape)
    const third = shape - 1 / 3
    const width = 1 / Math.sqrt(9 * third)
    for (;;) {
      const x = normal()
      const v = (1 + width * x) ** 3
      if (v <= 0) continue
      if (Math.log(1 - next()) < 0.5 * x * x + third - third * v + third * Math.log(v))
        return third * v * scale
    }
  }
  return {
    next,
    chance: (probability) => next() < probability,
    below: (n) => Math.floor(next() * n),
    pick: (from) => from[Math.floor(next() * from.length)]!,
    weighted(weights) {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      for (const [index, weight] of weights.entries()) {
        left -= weight
        if (left < 0) return index
      }
      return weights.length - 1
    },
    normal,
    exponential: (mean) => -mean * Math.log(1 - next()),
    gamma,
    beta(one, other) {
      const x = gamma(one, 1)
      return x / (x + gamma(other, 1))
    },
    /** Knuth's for the small means that people have; nobody here does something 50 times in a session. */
    poisson(mean) {
      const end = Math.exp(-Math.min(mean, 50))
      let count = 0
      for (let product = next(); product > end; product *= next()) count++
      return count
    },
    pareto: (least, alpha) => least / (1 - next()) ** (1 / alpha),
  }
}
