import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasSharedData, sharedJson } from '#test/shared-data.ts'
import {
  type Credits,
  creditsOf,
  decayWeights,
  directChannel,
  type Journey,
  markov,
  modelNames,
  shapley,
} from './models.ts'

interface Case {
  readonly name: string
  readonly paths: readonly {
    readonly path: readonly string[]
    readonly conversions: number
    readonly value?: number
    readonly null?: number
  }[]
  readonly recorded_by_running_MAM?: {
    readonly by_channel: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
  readonly expected?: Readonly<Record<string, Readonly<Record<string, number>>>>
}

const file = 'attribution/attribution_cases.json'
const cases = hasSharedData(file) ? sharedJson<readonly Case[]>(file) : []
const journeysOf = ({ paths }: Case, rename: (channel: string) => string = (each) => each): Journey[] =>
  paths.map(({ path, conversions, value, null: nulls = 0 }) => ({
    path: path.map(rename),
    conversions,
    value: value ?? 0,
    nulls,
    // The recorded run invents a day between touches and takes an hour for the half-life.
    ...decayOf(path.length, conversions, value ?? 0),
  }))
function decayOf(touches: number, conversions: number, value: number) {
  const weights = decayWeights(
    Array.from({ length: touches }, (_, at) => (touches - 1 - at) * 24),
    1,
  )
  return { decay: weights.map((each) => each * conversions), decayValue: weights.map((each) => each * value) }
}
/** Figures as published have six to ten digits. */
function expectCredits(
  credits: Credits,
  expected: Readonly<Record<string, number>>,
  of: 'conversions' | 'value',
  digits = 6,
) {
  for (const [channel, much] of Object.entries(expected))
    expect(credits.get(channel)?.[of] ?? 0, channel).toBeCloseTo(much, digits)
}

describe.runIf(cases.length > 0)('published attribution', () => {
  test('S2-52 the eight models give what was recorded, to 1e-6', () => {
    const recorded = cases.find((each) => each.recorded_by_running_MAM)!
    const by = recorded.recorded_by_running_MAM!.by_channel
    const credits = creditsOf(journeysOf(recorded), 1)
    expectCredits(credits.first, by.first_touch!, 'value')
    expectCredits(credits.last, by.last_touch!, 'value')
    expectCredits(credits.linear, by.linear!, 'value')
    expectCredits(credits.position, by.position_based_40_20_40!, 'value')
    expectCredits(credits.decay, by['time_decay (half-life 1 h, touches 24 h apart)']!, 'value')
    expectCredits(credits.markov, by.markov_order1_removal_effect!, 'value')
    expectCredits(credits.shapley, by.shapley_unordered!, 'value')
    // There the channel A is the direct one.
    const direct = creditsOf(
      journeysOf(recorded, (channel) => (channel === 'A' ? directChannel : channel)),
      1,
    ).lastNonDirect
    const { A, ...others } = by['last_non_direct (direct = A)']!
    expectCredits(direct, { ...others, [directChannel]: A! }, 'value')
  })

  test('S2-52 the removal effects of a published chain are exact', () => {
    const chain = cases.find((each) => each.expected?.markov)!
    const { credits, removal } = markov(journeysOf(chain))
    expectCredits(credits, chain.expected!.markov!, 'conversions', 9)
    for (const [channel, effect] of Object.entries(chain.expected!.removal_effects!))
      expect(removal.get(channel)).toBeCloseTo(effect, 9)
  })
})

const channels = ['direct', '小红书', '微信', '门店', '搜索']
const journeys: fc.Arbitrary<Journey[]> = fc
  .array(
    fc.record({
      path: fc.array(fc.constantFrom(...channels), { maxLength: 6 }),
      conversions: fc.nat(20),
      value: fc.nat(100_000),
      nulls: fc.nat(20),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) => list.map((each) => (each.conversions === 0 ? { ...each, value: 0 } : each)))

const total = (credits: Credits, of: 'conversions' | 'value') =>
  [...credits.values()].reduce((sum, each) => sum + each[of], 0)

describe('whatever the journeys are', () => {
  test.each([1, 2] as const)('what channels are given adds up to what there was, order %i', (order) => {
    fc.assert(
      fc.property(journeys, (list) => {
        const credits = creditsOf(list, order)
        const conversions = list.reduce((sum, each) => sum + each.conversions, 0)
        const value = list.reduce((sum, each) => sum + each.value, 0)
        for (const model of modelNames) {
          expect(total(credits[model], 'conversions'), model).toBeCloseTo(conversions, 6)
          expect(total(credits[model], 'value'), model).toBeCloseTo(value, 3)
          for (const credit of credits[model].values())
            expect(credit.conversions).toBeGreaterThanOrEqual(-1e-9)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('Shapley is what the definition says, over every order in which channels could come', () => {
    fc.assert(
      fc.property(journeys, (list) => {
        const worth = (coalition: ReadonlySet<string>) =>
          list.reduce(
            (sum, { path, conversions }) =>
              sum + (path.length > 0 && path.every((channel) => coalition.has(channel)) ? conversions : 0),
            0,
          )
        const expected = new Map<string, number>()
        const orders = permutations(channels)
        for (const order of orders) {
          const before = new Set<string>()
          for (const channel of order) {
            const without = worth(before)
            before.add(channel)
            expected.set(channel, (expected.get(channel) ?? 0) + (worth(before) - without) / orders.length)
          }
        }
        const found = shapley(list.filter(({ path }) => path.length > 0))
        for (const channel of channels)
          expect(found.get(channel)?.conversions ?? 0).toBeCloseTo(expected.get(channel) ?? 0, 8)
      }),
      { numRuns: 40 },
    )
  })

  test('the chain is what walking it at random finds', () => {
    const list: Journey[] = [
      { path: ['a', 'b', 'a'], conversions: 3, value: 0, nulls: 1 },
      { path: ['b'], conversions: 1, value: 0, nulls: 4 },
      { path: ['c', 'c', 'a'], conversions: 2, value: 0, nulls: 2 },
    ]
    let state = 7
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 4_294_967_296
    }
    // Next steps by channel, each as often as it was taken.
    const next = new Map<string, string[]>()
    for (const { path, conversions, nulls } of list)
      for (let n = 0; n < conversions + nulls; n++)
        for (const [at, to] of [...path, n < conversions ? 'WON' : 'LOST'].entries()) {
          const from = at === 0 ? '' : path[at - 1]!
          next.set(from, [...(next.get(from) ?? []), to])
        }
    const walk = (removed?: string) => {
      let won = 0
      for (let n = 0; n < 40_000; n++) {
        let at = ''
        while (at !== 'WON' && at !== 'LOST' && at !== removed) {
          const choices = next.get(at)!
          at = choices[Math.floor(random() * choices.length)]!
        }
        if (at === 'WON') won++
      }
      return won / 40_000
    }
    const { base, removal } = markov(list)
    expect(walk()).toBeCloseTo(base, 1)
    for (const channel of ['a', 'b', 'c'])
      expect(Math.abs(1 - walk(channel) / base - removal.get(channel)!), channel).toBeLessThan(0.03)
  })
})

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]]
  return list.flatMap((each, at) =>
    permutations([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [each, ...rest]),
  )
}
