/**
 * Whether a word comes more often than before, or only seems to: the log-likelihood ratio of two shares (Dunning 1993),
 * negative when it comes less. `n` of `all` items now, `before` of `allBefore` then.
 */
export function burstOf(n: number, all: number, before: number, allBefore: number): number {
  if (all === 0 || allBefore === 0) return 0
  const pooled = (n + before) / (all + allBefore)
  const term = (some: number, of: number) => {
    const part = (many: number, expected: number) => (many === 0 ? 0 : many * Math.log(many / expected))
    return part(some, of * pooled) + part(of - some, of * (1 - pooled))
  }
  const ratio = 2 * (term(n, all) + term(before, allBefore))
  return n / all >= before / allBefore ? Math.max(ratio, 0) : -Math.max(ratio, 0)
}
