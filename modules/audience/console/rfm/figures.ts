/** Plain arithmetic behind the RFM screens. */
import type { Cell, Measured, Movement, Picture, Place, Tier } from './rfm.queries.ts'

/** Best first, as the API lists them. */
export const tiers: readonly Tier[] = [
  'important_value',
  'general_value',
  'important_develop',
  'general_develop',
  'important_keep',
  'general_keep',
  'important_retain',
  'general_retain',
]
export const places: readonly Place[] = [...tiers, 'none']

/** Whether a tier is near, often and much. */
export function answersOf(tier: Tier): readonly [boolean, boolean, boolean] {
  const at = tiers.indexOf(tier)
  return [at < 4, (at & 2) === 0, (at & 1) === 0]
}

/** How good a place is for the community, to say whether a move is up: M counts most, then R, then F. */
export function worth(place: Place): number {
  if (place === 'none') return -1
  const [near, often, much] = answersOf(place)
  return (much ? 4 : 0) + (near ? 2 : 0) + (often ? 1 : 0)
}

export interface TierSum {
  readonly members: number
  readonly amount: number
}

export function sumsOf(cells: readonly Cell[]): ReadonlyMap<Tier, TierSum> {
  const sums = new Map<Tier, { members: number; amount: number }>()
  for (const cell of cells) {
    const sum = sums.get(cell.tier) ?? { members: 0, amount: 0 }
    sums.set(cell.tier, { members: sum.members + cell.members, amount: sum.amount + cell.amount })
  }
  return sums
}

export interface Square {
  readonly r: number
  readonly f: number
  readonly members: number
  /** By M, 1 to 5. */
  readonly byM: readonly number[]
}

/** The cube seen from above: 25 squares, each with its people by M. */
export function squaresOf(cells: readonly Cell[], slice?: number): Square[] {
  const squares: Square[] = []
  for (let r = 5; r >= 1; r--)
    for (let f = 1; f <= 5; f++) {
      const here = cells.filter((cell) => cell.r === r && cell.f === f)
      const byM = [1, 2, 3, 4, 5].map((m) =>
        here.filter((cell) => cell.m === m).reduce((sum, cell) => sum + cell.members, 0),
      )
      const members = slice ? (byM[slice - 1] ?? 0) : byM.reduce((sum, each) => sum + each, 0)
      squares.push({ r, f, members, byM })
    }
  return squares
}

/**
 * Where a value stands among the members, 0 to 1: between the fifths in equal steps, beyond the last by
 * how much larger it is. Lets a ruler show skewed values without squeezing most people into a corner.
 */
export function standing({ fifths }: Pick<Measured, 'fifths'>, value: number): number {
  const marks = [0, ...fifths]
  for (let at = 1; at < marks.length; at++) {
    const [low = 0, high = 0] = [marks[at - 1], marks[at]]
    if (value <= high && high > low) return (at - 1 + Math.max(0, (value - low) / (high - low))) / 5
    if (value <= high && value === low) return at / 5
  }
  const last = marks.at(-1) ?? 0
  return Math.min(0.98, 0.8 + 0.2 * (1 - (last + 1) / (value + 1)))
}

/** Share of the measured members on the good side of each cut-off. */
export function highShares({ cells, measured }: Picture): readonly [number, number, number] {
  const good = [0, 0, 0]
  for (const cell of cells)
    answersOf(cell.tier).forEach((high, at) => {
      if (high) good[at] = (good[at] ?? 0) + cell.members
    })
  return [0, 1, 2].map((at) => (measured > 0 ? (good[at] ?? 0) / measured : 0)) as unknown as readonly [
    number,
    number,
    number,
  ]
}

export interface MoveSums {
  readonly up: number
  readonly down: number
  readonly fresh: number
  readonly most: number
}

export function moveSums({ moves }: Movement): MoveSums {
  const sums = { up: 0, down: 0, fresh: 0, most: 0 }
  for (const { from, to, members } of moves) {
    if (from === to) continue
    sums.most = Math.max(sums.most, members)
    if (from === 'none') sums.fresh += members
    else if (worth(to) > worth(from)) sums.up += members
    else sums.down += members
  }
  return sums
}
