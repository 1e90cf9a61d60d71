/**
 * The stage of a group's life, read from how many of its members were active in each of the last weeks:
 * 萌芽 budding · 成长 growing · 稳定 stable · 衰亡 declining · 沉寂 silent. Pure, so that every number on
 * the screen can be checked by hand.
 */
export const lifeStages = ['budding', 'growing', 'stable', 'declining', 'silent'] as const
export type LifeStage = (typeof lifeStages)[number]

/** A week of a group, oldest first; the week that is not over is not among them. */
export interface WeekOfLife {
  readonly actives: number
  /** At the end of the week. */
  readonly members: number
}

export interface Life {
  readonly stage: LifeStage
  /** Change of the weekly active rate per week over the last four, in points. */
  readonly slope: number
  /** Weeks in a row in which the rate fell. */
  readonly fallingWeeks: number
  /** At this slope, weeks until the group is silent; null when it does not fall, or is silent. */
  readonly weeksToSilence: number | null
}

/** Fewer members are not a group yet. */
export const smallest = 30
/** Weekly active rate below which nobody is there. */
export const silentBelow = 5
/** Points per week that are no noise any more. */
const moves = 1.5
/** Weeks that the slope looks at. */
const look = 4

export const rateOf = ({ actives, members }: WeekOfLife): number =>
  members > 0 ? (actives / members) * 100 : 0

/**
 * The stage. Silence is measured before youth: four weeks of nothing are silence at any size. A group of
 * fewer than four whole weeks or thirty members is budding; then the slope decides.
 */
export function lifeOf(weeks: readonly WeekOfLife[]): Life {
  const rates = weeks.map(rateOf)
  const recent = rates.slice(-look)
  const slope = slopeOf(recent)
  const fallingWeeks = countFalling(rates)
  const last = rates.at(-1) ?? 0
  const silent = recent.length === look && recent.every((rate) => rate < silentBelow)
  const young = weeks.length < look || (weeks.at(-1)?.members ?? 0) < smallest
  const stage: LifeStage = silent
    ? 'silent'
    : young
      ? 'budding'
      : slope <= -moves
        ? 'declining'
        : slope >= moves
          ? 'growing'
          : 'stable'
  const falls = slope <= -moves && !silent && last > silentBelow
  return {
    stage,
    slope: Math.round(slope * 10) / 10,
    fallingWeeks,
    weeksToSilence: falls ? Math.ceil((last - silentBelow) / -slope) : null,
  }
}

/** Least squares, per step; 0 for fewer than two points. */
export function slopeOf(values: readonly number[]): number {
  const n = values.length
  if (n < 2) return 0
  const middle = (n - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  let over = 0
  let under = 0
  for (const [at, value] of values.entries()) {
    over += (at - middle) * (value - mean)
    under += (at - middle) ** 2
  }
  return over / under
}

function countFalling(rates: readonly number[]): number {
  let count = 0
  for (let at = rates.length - 1; at > 0 && (rates[at] ?? 0) < (rates[at - 1] ?? 0); at--) count++
  return count
}
