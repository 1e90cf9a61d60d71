/** How unequal contributions are: Lorenz curve, Gini coefficient, and what the busiest do (participation inequality). */

/** How many members contributed how often. */
export interface Tally {
  readonly times: number
  readonly members: number
}

export interface Concentration {
  readonly members: number
  readonly contributions: number
  /** 0: everybody alike · towards 1: one does everything. Of those who contributed at all. */
  readonly gini: number
  /** Share of members (the least busy first) → share of contributions, from 0,0 to 1,1. */
  readonly lorenz: readonly { readonly members: number; readonly contributions: number }[]
  /** The fewest members who make half of it. */
  readonly half: number
}

const points = 20

/** The busiest first. */
const busiest = (tallies: readonly Tally[]) => [...tallies].sort((one, other) => other.times - one.times)

/** Contributions of the `count` busiest members. */
export function ofBusiest(tallies: readonly Tally[], count: number): number {
  let left = count
  let sum = 0
  for (const { times, members } of busiest(tallies)) {
    const taken = Math.min(left, members)
    sum += taken * times
    left -= taken
    if (left === 0) break
  }
  return sum
}

export function concentrationOf(tallies: readonly Tally[]): Concentration {
  const members = tallies.reduce((sum, tally) => sum + tally.members, 0)
  const contributions = tallies.reduce((sum, tally) => sum + tally.members * tally.times, 0)
  if (contributions === 0) return { members, contributions, gini: 0, lorenz: [], half: 0 }
  // Twice the area under the curve, trapezoid by trapezoid: between equally busy members it is straight.
  let area = 0
  let below = 0
  for (const { times, members: many } of busiest(tallies).reverse()) {
    const next = below + many * times
    area += (many / members) * ((below + next) / contributions)
    below = next
  }
  let half = 0
  let reached = 0
  for (const { times, members: many } of busiest(tallies)) {
    const needed = Math.ceil((contributions / 2 - reached) / times)
    if (needed <= many) {
      half += Math.max(needed, 0)
      break
    }
    half += many
    reached += many * times
  }
  const lorenz = Array.from({ length: points + 1 }, (_, at) => {
    const share = at / points
    const rest = (1 - share) * members
    // Between two members the curve is straight.
    const whole = Math.floor(rest)
    const sum = ofBusiest(tallies, whole)
    const part = rest > whole ? (ofBusiest(tallies, whole + 1) - sum) * (rest - whole) : 0
    return { members: share, contributions: 1 - (sum + part) / contributions }
  })
  return { members, contributions, gini: 1 - area, lorenz, half }
}
