/** Random numbers that a seed repeats, for simulations whose answers must be the same twice. Not for secrets. */
export interface Random {
  /** From 0 (included) to 1 (excluded). */
  next(): number
  normal(): number
  /** Shape and rate. */
  gamma(shape: number, rate: number): number
  beta(a: number, b: number): number
}

/** Marsaglia's xorshift128 seeded by splitmix32; gamma by Marsaglia & Tsang (2000). */
export function randomFrom(seed: number): Random {
  let mixed = seed | 0
  const mix = () => {
    mixed = (mixed + 0x9e3779b9) | 0
    let z = mixed ^ (mixed >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z ^= z >>> 15
    z = Math.imul(z, 0x735a2d97)
    return z ^ (z >>> 15)
  }
  let [x, y, z, w] = [mix(), mix(), mix(), mix() | 1]
  const word = () => {
    const t = x ^ (x << 11)
    x = y
    y = z
    z = w
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8)
    return w >>> 0
  }
  const next = () => (word() * 2_097_152 + (word() >>> 11)) / 9_007_199_254_740_992
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const gamma = (shape: number, rate: number): number => {
    if (shape < 1) return gamma(shape + 1, rate) * (1 - next()) ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const z = normal()
      const v = (1 + c * z) ** 3
      if (v > 0 && Math.log(1 - next()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return (d * v) / rate
    }
  }
  return {
    next,
    normal,
    gamma,
    beta: (a, b) => {
      const one = gamma(a, 1)
      return one / (one + gamma(b, 1))
    },
  }
}
