/** What is measured of a group. Rates are percent; null is "nobody to measure it on". */
import { z } from 'zod'

const percent = z.number().nullable()

export const weekFigures = z.object({
  /** Last day of the seven. */
  end: z.iso.date(),
  /** Members at the end of it. */
  members: z.int(),
  joined: z.int(),
  left: z.int(),
  /** Members who did anything in the group. */
  actives: z.int(),
  /** Of these, members who said or made something. */
  contributors: z.int(),
  contributions: z.int(),
})
export type WeekFigures = z.infer<typeof weekFigures>

export const figures = z.object({
  members: z.int(),
  joined28: z.int(),
  left28: z.int(),
  /** Members more (or fewer) than 28 days ago, of those of then. */
  growth: percent,
  actives: z.int(),
  /** 周活跃率: active in the last seven whole days ÷ members at the end of them. */
  activeRate: percent,
  activeRateBefore: percent,
  /** Contributions of seven days ÷ members. */
  perMember: z.number().nullable(),
  contributors: z.int(),
  /** 参与率: contributors of seven days ÷ members. */
  participation: percent,
  contributions28: z.int(),
  /** Share of 28 days' contributions that comes from the most eager tenth of the contributors. */
  concentration: percent,
  newcomers28: z.int(),
  answered28: z.int(),
  /** Newcomers of 28 days to whom a human spoke within 24 hours. */
  answered: percent,
  /** Oldest first. */
  weeks: z.array(weekFigures),
})
export type Figures = z.infer<typeof figures>

export const weeksShown = 12

/** Too few contributors for a tenth of them to mean anything. */
const fewest = 10

export interface Counted {
  readonly weeks: readonly WeekFigures[]
  readonly newcomers28: number
  readonly answered28: number
  /** Contributions of each contributor of 28 days, in any order. */
  readonly perContributor: readonly number[]
}

export function figuresOf({ weeks, newcomers28, answered28, perContributor }: Counted): Figures {
  const last = weeks.at(-1)
  const before = weeks.at(-2)
  const month = weeks.slice(-4)
  const members = last?.members ?? 0
  const joined28 = sum(month.map((week) => week.joined))
  const left28 = sum(month.map((week) => week.left))
  const then = members - joined28 + left28
  return {
    members,
    joined28,
    left28,
    growth: share(joined28 - left28, then),
    actives: last?.actives ?? 0,
    activeRate: share(last?.actives ?? 0, members),
    activeRateBefore: before ? share(before.actives, before.members) : null,
    perMember: members > 0 ? round((last?.contributions ?? 0) / members) : null,
    contributors: last?.contributors ?? 0,
    participation: share(last?.contributors ?? 0, members),
    contributions28: sum(month.map((week) => week.contributions)),
    concentration: concentrationOf(perContributor),
    newcomers28,
    answered28,
    answered: share(answered28, newcomers28),
    weeks: [...weeks],
  }
}

/** Share of the whole that the top tenth (rounded up) made; null for fewer than ten people. */
export function concentrationOf(counts: readonly number[]): number | null {
  if (counts.length < fewest) return null
  const sorted = [...counts].sort((a, b) => b - a)
  return share(sum(sorted.slice(0, Math.ceil(sorted.length / 10))), sum(sorted))
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const round = (value: number) => Math.round(value * 10) / 10
const share = (part: number, whole: number): number | null => (whole > 0 ? round((part / whole) * 100) : null)
