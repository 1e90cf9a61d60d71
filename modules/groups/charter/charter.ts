/**
 * The charter of a group: what was thought through before it was made. The wizard fills it step by step;
 * every field may be empty while it is a draft. `judgeCharter` says whether a group is the right means at
 * all, what is still open, and what it will cost and bring.
 */
import { z } from 'zod'

const short = z.string().trim().max(120).default('')
const long = z.string().trim().max(1_000).default('')
/** Yes, no, or not answered yet. */
const answered = z.boolean().nullable().default(null)
const percent = z.number().min(0).max(100).nullable().default(null)
/** Minor units of the community's currency. */
const money = z.int().min(0).max(1_000_000_000_00).nullable().default(null)

export const productTypes = ['tool', 'content', 'service', 'goods'] as const
export const valueKinds = ['offers', 'expertise', 'links'] as const
export const connections = ['distributed', 'pyramid'] as const
/** Ways to money: a fee to enter, a paid programme, buyers who buy again, a free lesson before a paid one, products and services. */
export const moneyPaths = ['membership', 'programme', 'repurchase', 'trial', 'products'] as const
export const outcomes = ['works', 'mixed', 'fails'] as const

const trait = z.object({ holds: answered, why: long }).prefault({})

export const competitor = z.object({
  name: short,
  does: long,
  outcome: z.enum(outcomes).nullable().default(null),
  learnt: long,
})

/** One pain with the four tests (S3-35 to S3-38) and what the group answers to it (S3-34). */
export const pain = z.object({
  pain: short,
  headache: answered,
  wouldChange: answered,
  hasAlternatives: answered,
  worriesSolvable: answered,
  answer: long,
})

export const charterAnswers = z.object({
  problem: z.object({ goal: long, present: long, onlyWay: answered, otherWays: long }).prefault({}),
  fit: z
    .object({
      product: z.enum(productTypes).nullable().default(null),
      margin: trait,
      frequency: trait,
      decision: trait,
      competitors: z.array(competitor).max(12).default([]),
    })
    .prefault({}),
  position: z
    .object({
      forWhom: short,
      situation: short,
      value: short,
      valueKind: z.enum(valueKinds).nullable().default(null),
      connection: z.enum(connections).nullable().default(null),
      enter: long,
      stay: long,
      pains: z.array(pain).max(12).default([]),
    })
    .prefault({}),
  money: z
    .object({
      path: z.enum(moneyPaths).nullable().default(null),
      offer: long,
      price: money,
      margin: percent,
      converts: percent,
      /** Week of the group's life in which the offer is made. */
      week: z.int().min(1).max(260).nullable().default(null),
    })
    .prefault({}),
  service: z
    .object({
      /** How long the service is promised; the length of the group's life. */
      weeks: z.int().min(1).max(260).nullable().default(null),
      members: z.int().min(1).max(1_000_000).nullable().default(null),
      items: z
        .array(z.object({ name: short, hoursPerWeek: z.number().min(0).max(168).default(1) }))
        .max(20)
        .default([]),
      hourCost: money,
      monthCost: money,
    })
    .prefault({}),
  rules: z.object({ theme: long, service: long, forbidden: long, rewarded: long }).prefault({}),
})
export type CharterAnswers = z.output<typeof charterAnswers>

/** The four steps of preparation (S3-08), with the problem (S3-53) and the fit (S3-01) before them. */
export const charterSteps = ['problem', 'fit', 'position', 'money', 'service', 'rules'] as const
export type CharterStep = (typeof charterSteps)[number]

export const traits = ['margin', 'frequency', 'decision'] as const
export type Trait = (typeof traits)[number]

export const charterWarnings = [
  'noTrait',
  'notOnlyWay',
  'competitorsFail',
  'noRealPain',
  'moneyMissing',
  'moneyLate',
  'losesMoney',
  'tooLarge',
] as const
export type CharterWarning = (typeof charterWarnings)[number]

export type PainVerdict = 'real' | 'weak' | 'open'

export interface Economics {
  /** Minor units over the whole life. */
  readonly cost: number
  readonly income: number
  readonly net: number
  /** Members that must join for income to cover cost; null when nothing is earned from a member. */
  readonly breakEvenMembers: number | null
  readonly hoursPerWeek: number
}

export interface CharterVerdict {
  /** Any one of the three traits is enough (S3-06); null while none is said to hold and not all are answered. */
  readonly fits: boolean | null
  readonly by: readonly Trait[]
  readonly steps: readonly { readonly step: CharterStep; readonly missing: readonly string[] }[]
  readonly pains: readonly PainVerdict[]
  readonly economics: Economics | null
  readonly warnings: readonly CharterWarning[]
  /** A group may be made without a reason: it fits, and every step is thought through. */
  readonly ready: boolean
}

/** Beyond this many members a group is chaotic rather than lively. */
const chaotic = 500

export function judgeCharter(answers: CharterAnswers): CharterVerdict {
  const by = traits.filter((name) => answers.fit[name].holds === true)
  const allAnswered = traits.every((name) => answers.fit[name].holds !== null)
  const fits = by.length > 0 ? true : allAnswered ? false : null
  const steps = charterSteps.map((step) => ({ step, missing: missingIn[step](answers) }))
  const pains = answers.position.pains.map(judgePain)
  const economics = reckon(answers)
  const { competitors } = answers.fit
  const { week, path } = answers.money
  const { weeks, members } = answers.service
  const holds: Record<CharterWarning, boolean> = {
    noTrait: fits === false,
    notOnlyWay: answers.problem.onlyWay === false,
    competitorsFail: competitors.length > 0 && competitors.every(({ outcome }) => outcome === 'fails'),
    noRealPain: pains.length > 0 && pains.every((verdict) => verdict === 'weak'),
    moneyMissing: path === null,
    // Half-way through its life a group is past its best time to sell (S3-26).
    moneyLate: week !== null && weeks !== null && week > weeks / 2,
    losesMoney: economics !== null && economics.net < 0,
    tooLarge: members !== null && members > chaotic,
  }
  return {
    fits,
    by,
    steps,
    pains,
    economics,
    warnings: charterWarnings.filter((warning) => holds[warning]),
    ready: fits === true && steps.every(({ missing }) => missing.length === 0),
  }
}

/** A real pain hurts now, is worth changing for, has no other cure, and its worries can be met. */
export function judgePain(one: z.output<typeof pain>): PainVerdict {
  const tests = [
    one.headache,
    one.wouldChange,
    one.hasAlternatives === null ? null : !one.hasAlternatives,
    one.worriesSolvable,
  ]
  // The first two decide: nobody changes a habit for what does not hurt.
  if (one.headache === false || one.wouldChange === false) return 'weak'
  if (tests.includes(null)) return 'open'
  return tests.every(Boolean) ? 'real' : 'open'
}

const empty = (fields: Record<string, unknown>): string[] =>
  Object.entries(fields)
    .filter(([, value]) => value === '' || value === null || (Array.isArray(value) && value.length === 0))
    .map(([name]) => name)

/** What a step still needs, by field; an empty list is a finished step. */
const missingIn: Record<CharterStep, (answers: CharterAnswers) => string[]> = {
  problem: ({ problem: { goal, present, onlyWay, otherWays } }) => [
    ...empty({ goal, present, onlyWay }),
    ...(onlyWay === false && otherWays === '' ? ['otherWays'] : []),
  ],
  fit: ({ fit }) => [
    ...empty({ product: fit.product }),
    ...(traits.some((name) => fit[name].holds === true) || traits.every((name) => fit[name].holds !== null)
      ? []
      : ['traits']),
    ...traits.filter((name) => fit[name].holds === true && fit[name].why === ''),
    ...empty({ competitors: fit.competitors.filter(({ name }) => name !== '') }),
  ],
  position: ({ position: { forWhom, situation, value, valueKind, connection, enter, stay, pains } }) =>
    empty({
      forWhom,
      situation,
      value,
      valueKind,
      connection,
      enter,
      stay,
      pains: pains.filter((one) => one.pain !== ''),
    }),
  money: ({ money: { path, offer, price, converts, week } }) => empty({ path, offer, price, converts, week }),
  service: ({ service: { weeks, members, items, hourCost } }) =>
    empty({ weeks, members, items: items.filter(({ name }) => name !== ''), hourCost }),
  rules: ({ rules }) => empty(rules),
}

/** Cost and income over the group's life; null until hours, length and price are known. */
function reckon({ money: { price, margin, converts }, service }: CharterAnswers): Economics | null {
  const { weeks, members, items, hourCost, monthCost } = service
  if (weeks === null || hourCost === null || members === null || price === null || converts === null)
    return null
  const hoursPerWeek = items.reduce((sum, item) => sum + item.hoursPerWeek, 0)
  const cost = Math.round(weeks * hoursPerWeek * hourCost + ((monthCost ?? 0) * weeks * 7) / 30)
  const perMember = (price * (margin ?? 100) * converts) / 10_000
  const income = Math.round(perMember * members)
  return {
    cost,
    income,
    net: income - cost,
    breakEvenMembers: perMember > 0 ? Math.ceil(cost / perMember) : null,
    hoursPerWeek,
  }
}
