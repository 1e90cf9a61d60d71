/**
 * Attribution: how much of the conversions each channel is given. Pure functions over journeys, so that every model is
 * of the same data. All of them are conserved: what the channels are given adds up to what there was.
 *
 * - First, last, last that was not direct (the last one when all were), linear, position (40 % first, 40 % last, 20 %
 *   between), time decay (a touch weighs half of one that came a half-life later): rules. Touches that come again count
 *   again.
 * - Markov: the share of conversions that would be lost were a channel not there, in a chain of order 1 or 2 made of
 *   all journeys, also those without a conversion (Anderl, Becker, von Wangenheim and Schumann, 2016: Mapping the
 *   customer journey, IJRM 33). Solved exactly, not simulated.
 * - Shapley: of the game in which channels earn the conversions of journeys that need no other channel (Zhao, Mahboobi
 *   and Bagheri, 2018: Shapley Value Methods for Attribution Modeling in Online Advertising). That game is a sum of
 *   unanimity games, so each journey's worth goes in equal parts to the different channels in it: exact for any number
 *   of channels, nothing needs to be sampled.
 */
export interface Journey {
  readonly path: readonly string[]
  readonly conversions: number
  /** What they were worth, in minor units; 0 when nothing is counted but how many. */
  readonly value: number
  /** How often the path was walked without a conversion at its end. */
  readonly nulls: number
  /** For time decay: the weight of each touch, summed over the conversions (each adds up to 1); and times their value. */
  readonly decay?: readonly number[]
  readonly decayValue?: readonly number[]
}

export const modelNames = [
  'first',
  'last',
  'lastNonDirect',
  'linear',
  'position',
  'decay',
  'markov',
  'shapley',
] as const
export type ModelName = (typeof modelNames)[number]

export interface Credit {
  readonly conversions: number
  readonly value: number
}
export type Credits = ReadonlyMap<string, Credit>

/** Nobody knows where they came from: conversions without any touch. Given to itself by every model. */
export const unknownChannel = 'unknown'
/** Came by themselves. */
export const directChannel = 'direct'

/** Weights of touches by place; each adds up to 1. */
const rules: Readonly<
  Record<'first' | 'last' | 'lastNonDirect' | 'linear' | 'position', (path: readonly string[]) => number[]>
> = {
  first: (path) => path.map((_, at) => (at === 0 ? 1 : 0)),
  last: (path) => path.map((_, at) => (at === path.length - 1 ? 1 : 0)),
  lastNonDirect(path) {
    const found = path.findLastIndex((channel) => channel !== directChannel)
    const last = found < 0 ? path.length - 1 : found
    return path.map((_, at) => (at === last ? 1 : 0))
  },
  linear: (path) => path.map(() => 1 / path.length),
  position(path) {
    if (path.length <= 2) return path.map(() => 1 / path.length)
    return path.map((_, at) => (at === 0 || at === path.length - 1 ? 0.4 : 0.2 / (path.length - 2)))
  },
}

function summed(
  journeys: readonly Journey[],
  weigh: (journey: Journey) => { of: readonly number[]; value: readonly number[] },
): Credits {
  const credits = new Map<string, { conversions: number; value: number }>()
  for (const journey of journeys) {
    if (journey.conversions === 0) continue
    const { of, value } = weigh(journey)
    for (const [at, channel] of journey.path.entries()) {
      const credit = credits.get(channel) ?? { conversions: 0, value: 0 }
      credit.conversions += of[at]!
      credit.value += value[at]!
      credits.set(channel, credit)
    }
  }
  return credits
}

const byRule = (journeys: readonly Journey[], rule: (path: readonly string[]) => number[]): Credits =>
  summed(journeys, ({ path, conversions, value }) => {
    const weights = rule(path)
    return {
      of: weights.map((weight) => weight * conversions),
      value: weights.map((weight) => weight * value),
    }
  })

/** Weights of touches so many hours before the conversion; they add up to 1. */
export function decayWeights(hours: readonly number[], halfLifeHours: number): number[] {
  const least = Math.min(...hours)
  // From the nearest touch on, so that nothing that is long ago becomes 0 ÷ 0.
  const raw = hours.map((each) => 2 ** (-(each - least) / halfLifeHours))
  const total = raw.reduce((sum, each) => sum + each, 0)
  return raw.map((each) => each / total)
}

/** By the times that were written into the journeys; journeys without are shared like linear. */
const byDecay = (journeys: readonly Journey[]): Credits =>
  summed(journeys, ({ path, conversions, value, decay, decayValue }) => ({
    of: decay ?? path.map(() => conversions / path.length),
    value: decayValue ?? path.map(() => value / path.length),
  }))

export function shapley(journeys: readonly Journey[]): Credits {
  const credits = new Map<string, { conversions: number; value: number }>()
  for (const { path, conversions, value } of journeys) {
    const channels = new Set(path)
    for (const channel of channels) {
      const credit = credits.get(channel) ?? { conversions: 0, value: 0 }
      credit.conversions += conversions / channels.size
      credit.value += value / channels.size
      credits.set(channel, credit)
    }
  }
  return credits
}

interface Chain {
  /** Channel that is entered in each state; state 0 is the start. */
  readonly channels: readonly string[]
  /** Of each state: where it leads, and with which probability; `won`: to a conversion. */
  readonly leads: readonly (readonly (readonly [to: number, share: number])[])[]
  readonly won: readonly number[]
}

function chainOf(journeys: readonly Journey[], order: 1 | 2): Chain {
  const ids = new Map<string, number>([['[]', 0]])
  const channels: string[] = ['']
  const counts: Map<number, number>[] = [new Map()]
  const won: number[] = [0]
  const lost: number[] = [0]
  const idOf = (state: readonly string[]): number => {
    const key = JSON.stringify(state)
    let id = ids.get(key)
    if (id === undefined) {
      id = ids.size
      ids.set(key, id)
      channels.push(state.at(-1)!)
      counts.push(new Map())
      won.push(0)
      lost.push(0)
    }
    return id
  }
  for (const { path, conversions, nulls } of journeys) {
    const times = conversions + nulls
    if (times === 0 || path.length === 0) continue
    let at = 0
    for (let n = 0; n < path.length; n++) {
      const next = idOf(path.slice(Math.max(0, n + 1 - order), n + 1))
      counts[at]!.set(next, (counts[at]!.get(next) ?? 0) + times)
      at = next
    }
    won[at]! += conversions
    lost[at]! += nulls
  }
  const totals = counts.map(
    (to, at) => won[at]! + lost[at]! + [...to.values()].reduce((sum, each) => sum + each, 0),
  )
  return {
    channels,
    leads: counts.map((to, at) => [...to].map(([next, times]) => [next, times / totals[at]!] as const)),
    won: won.map((times, at) => (totals[at]! > 0 ? times / totals[at]! : 0)),
  }
}

/** Probability of a conversion from the start when whoever enters `removed` is lost. Gauss–Seidel to 1e-13. */
function chanceWithout({ channels, leads, won }: Chain, removed?: string): number {
  const chance = new Float64Array(channels.length)
  for (let round = 0; round < 20_000; round++) {
    let moved = 0
    for (let at = channels.length - 1; at >= 0; at--) {
      if (removed !== undefined && channels[at] === removed) continue
      let sum = won[at]!
      let stays = 0
      for (const [to, share] of leads[at]!) {
        if (to === at) stays = share
        else sum += share * chance[to]!
      }
      const now = stays < 1 ? sum / (1 - stays) : 0
      moved = Math.max(moved, Math.abs(now - chance[at]!))
      chance[at] = now
    }
    if (moved < 1e-13) break
  }
  return chance[0]!
}

export interface Markov {
  readonly credits: Credits
  /** Share of the conversions that are lost without a channel. */
  readonly removal: ReadonlyMap<string, number>
  /** Probability that a journey ends in a conversion. */
  readonly base: number
}

export function markov(journeys: readonly Journey[], order: 1 | 2 = 1): Markov {
  const chain = chainOf(journeys, order)
  const base = chanceWithout(chain)
  const channels = [...new Set(chain.channels.slice(1))]
  const removal = new Map(
    channels.map((channel) => [channel, base === 0 ? 0 : 1 - chanceWithout(chain, channel) / base] as const),
  )
  const all = [...removal.values()].reduce((sum, each) => sum + each, 0)
  const conversions = journeys.reduce((sum, journey) => sum + journey.conversions, 0)
  const value = journeys.reduce((sum, journey) => sum + journey.value, 0)
  return {
    base,
    removal,
    credits: new Map(
      [...removal].map(([channel, effect]) => {
        const share = all === 0 ? 0 : effect / all
        return [channel, { conversions: share * conversions, value: share * value }]
      }),
    ),
  }
}

/** Every model over the same journeys. Those without any touch are nobody's: given to `unknown` by each. */
export function creditsOf(journeys: readonly Journey[], order: 1 | 2): Readonly<Record<ModelName, Credits>> {
  const known = journeys.filter(({ path }) => path.length > 0)
  const unknown = journeys.filter(({ path }) => path.length === 0)
  const rest = {
    conversions: unknown.reduce((sum, each) => sum + each.conversions, 0),
    value: unknown.reduce((sum, each) => sum + each.value, 0),
  }
  const withRest = (credits: Credits): Credits =>
    rest.conversions > 0 ? new Map([...credits, [unknownChannel, rest]]) : credits
  return {
    first: withRest(byRule(known, rules.first)),
    last: withRest(byRule(known, rules.last)),
    lastNonDirect: withRest(byRule(known, rules.lastNonDirect)),
    linear: withRest(byRule(known, rules.linear)),
    position: withRest(byRule(known, rules.position)),
    decay: withRest(byDecay(known)),
    markov: withRest(markov(known, order).credits),
    shapley: withRest(shapley(known)),
  }
}
