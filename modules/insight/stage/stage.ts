/**
 * Which stage of its life the product is in, as its figures suggest. Levitt (1965) told the four stages apart; Cox
 * (1967) found them in sales of drugs; Polli and Cook (1969) told them apart by the relative change of sales between
 * periods against a band around nothing, which is what is done here, with people in the place of sales:
 *
 * - Three figures: members who joined, members active in a month, members who bought. Each is of the last ninety days
 *   and of the ninety before; where as much is known of a year ago, that is what it is held against, since seasons
 *   come again. Of what is younger, the halves of all days that are known.
 * - A figure rose or fell when it did so by more than a tenth, and by more than chance: two counts of Poisson differ by
 *   more than 1.96 times the root of their sum (the normal form of Przyborowski and Wilenski's test, 1940).
 * - Two figures that rose and none that fell: growth. Two that fell and none that rose: decline. Anything else:
 *   maturity. Of the first sixteen weeks there is nothing to compare: introduction.
 * - Nothing is said of fewer than four weeks, or of fewer than thirty active members, or of a single figure.
 *
 * A suggestion is advice: the stage is what somebody chose.
 */
import { z } from 'zod'
import { addToDay, type Day, daysBetween } from '#base/time/calendar.ts'
import { metricUnits } from '../metrics/units.ts'
import { type Stage, stages } from './life.ts'

export { type Stage, stages } from './life.ts'
export const stage = z.enum(stages)

/** Keys of the catalogue; the first three are what a stage is suggested by. */
export const signs = ['new_members', 'monthly_actives', 'buyers'] as const

const longest = 90
const fewestDays = 28
/** Half of it is the shortest period that is compared. */
const introductionDays = 112
const fewestPeople = 30
const band = 0.1
const chance = 1.96

const days = z.object({ from: z.iso.date(), to: z.iso.date() })

export const sign = z.object({
  metric: z.enum(signs),
  name: z.string(),
  unit: z.enum(metricUnits),
  now: z.number(),
  before: z.number(),
  /** The same days a year ago; null while that is not known. */
  year: z.number().nullable(),
  /** Relative, to what it is held against; null: from nothing. */
  change: z.number().nullable(),
  /** `unknown`: neither then nor now. */
  way: z.enum(['up', 'flat', 'down', 'unknown']),
})
export type Sign = z.infer<typeof sign>

export const suggestion = z.object({
  /** Null: too little is known, and of what. */
  suggested: stage.nullable(),
  silent: z.enum(['days', 'people']).nullable(),
  /** Whole days on which anything is known, up to the last of `days`. */
  known: z.int(),
  /** Members active in `days`. */
  active: z.int(),
  days,
  before: days,
  year: days.nullable(),
  /** Empty where nothing is compared. */
  signs: z.array(sign),
})
export type Suggestion = z.infer<typeof suggestion>

export interface Compared {
  readonly days: z.infer<typeof days>
  readonly before: z.infer<typeof days>
  readonly year: z.infer<typeof days> | null
  readonly known: number
}

/** Which days are held against which; `since` is the first on which anything is known. */
export function comparedDays(since: Day | undefined, to: Day): Compared {
  const known = since === undefined || since > to ? 0 : daysBetween(since, to) + 1
  const length = known < introductionDays ? longest : Math.min(longest, Math.floor(known / 2))
  const from = addToDay(to, 1 - length, 'day')
  const year = { from: addToDay(from, -12, 'month'), to: addToDay(to, -12, 'month') }
  return {
    days: { from, to },
    before: { from: addToDay(from, -length, 'day'), to: addToDay(from, -1, 'day') },
    year: since !== undefined && since <= year.from ? year : null,
    known,
  }
}

/** Whether there is anything to compare. */
export const isComparable = ({ known }: Pick<Compared, 'known'>): boolean => known >= introductionDays

export function wayOf(now: number, then: number): Sign['way'] {
  if (now + then === 0) return 'unknown'
  if (Math.abs(now - then) <= chance * Math.sqrt(now + then)) return 'flat'
  if (Math.abs(now - then) <= band * then) return 'flat'
  return now > then ? 'up' : 'down'
}

export type Read = Pick<Sign, 'metric' | 'name' | 'unit' | 'now' | 'before' | 'year'>

export function suggest(compared: Compared, active: number, read: readonly Read[]): Suggestion {
  const signsRead = read.map((each): Sign => {
    const then = each.year ?? each.before
    return {
      ...each,
      change: then === 0 ? null : Math.round((each.now / then - 1) * 10_000) / 10_000,
      way: wayOf(each.now, then),
    }
  })
  const found: Omit<Suggestion, 'suggested' | 'silent'> = { ...compared, active, signs: signsRead }
  if (compared.known < fewestDays) return { ...found, suggested: null, silent: 'days' }
  if (active < fewestPeople) return { ...found, suggested: null, silent: 'people' }
  if (!isComparable(compared)) return { ...found, suggested: 'introduction', silent: null }
  const count = (way: Sign['way']) => signsRead.filter((each) => each.way === way).length
  if (signsRead.length - count('unknown') < 2) return { ...found, suggested: null, silent: 'people' }
  return { ...found, suggested: stageOf(count('up'), count('down')), silent: null }
}

function stageOf(up: number, down: number): Stage {
  if (up >= 2 && down === 0) return 'growth'
  if (down >= 2 && up === 0) return 'decline'
  return 'maturity'
}

/** What a look said in a week. */
export interface Look {
  /** Its Monday. */
  readonly week: Day
  readonly suggested: Stage | null
}

export interface Differing {
  readonly suggested: Stage
  /** Monday of the first of the looks in a row that said something else than what was chosen. */
  readonly since: Day
  readonly weeks: number
}

export const fewestDiffering = 4
/** Who kept a stage against a suggestion is not asked about the same one again for so many days. */
export const keptQuiet = 90
/** Looks that are older say nothing of now. */
const oldestLook = 13

/**
 * Whether the figures have said something else than what was chosen, four weeks in a row up to now. `looks` are the
 * latest first; only those count that were after the choice.
 */
export function findDiffering(
  chosen: { readonly stage: Stage; readonly against: Stage | null; readonly day: Day } | undefined,
  looks: readonly Look[],
  today: Day,
): Differing | undefined {
  if (!chosen) return undefined
  const since = looks.filter(({ week }) => week > chosen.day)
  const other = since.findIndex(({ suggested }) => suggested === null || suggested === chosen.stage)
  const differing = other === -1 ? since : since.slice(0, other)
  const [latest] = differing
  if (!latest?.suggested || daysBetween(latest.week, today) > oldestLook) return undefined
  if (differing.length < fewestDiffering) return undefined
  if (latest.suggested === chosen.against && daysBetween(chosen.day, today) < keptQuiet) return undefined
  return { suggested: latest.suggested, since: differing.at(-1)!.week, weeks: differing.length }
}
