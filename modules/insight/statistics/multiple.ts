/** Several figures at once: p-values that account for how many were looked at. In the order they were given. */

/** Holm (1979): the chance of any false alarm stays below α. */
export function holm(pValues: readonly number[]): number[] {
  let most = 0
  return inOrder(pValues, (p, rank) => {
    most = Math.max(most, Math.min(1, p * (pValues.length - rank)))
    return most
  })
}

/** Benjamini & Hochberg (1995): the share of false ones among the alarms stays below α. */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const count = pValues.length
  const order = [...pValues.keys()].sort((one, other) => pValues[other]! - pValues[one]!)
  const adjusted = new Array<number>(count)
  let least = 1
  for (const [at, place] of order.entries()) {
    least = Math.min(least, (pValues[place]! * count) / (count - at))
    adjusted[place] = least
  }
  return adjusted
}

function inOrder(pValues: readonly number[], adjust: (p: number, rank: number) => number): number[] {
  const adjusted = new Array<number>(pValues.length)
  const order = [...pValues.keys()].sort((one, other) => pValues[one]! - pValues[other]!)
  for (const [rank, place] of order.entries()) adjusted[place] = adjust(pValues[place]!, rank)
  return adjusted
}
