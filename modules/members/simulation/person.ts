/** One simulated member: who he is and what he is like. What he does follows from this, in `behaviour.ts`. */
import { dayMs, midnight, weekdayOf } from './calendar.ts'
import { bioOf, cityOf, nicknameOf } from './names.ts'
import { type Random, randomFrom } from './random.ts'
import type { Channel, Truth } from './truth.ts'

export interface Settings {
  readonly seed: number
  readonly members: number
  readonly days: number
  /** Last day of the window, in Shanghai: `2026-11-19`. */
  readonly endsOn: string
  /** Nothing happens later than this moment (the end of the window may lie ahead). */
  readonly until: number
  readonly truth: Truth
}

export interface Person {
  readonly index: number
  readonly nickname: string
  readonly city: string
  readonly bio: string
  readonly channel: Channel
  readonly joinedAt: number
  /** Day of the window on which he joined, from 0. */
  readonly joinedDay: number
  /** First day on which he is gone for good; may lie beyond the window. */
  readonly goneDay: number
  /** λ: how often he comes. */
  readonly rate: number
  readonly silent: boolean
  readonly regular: boolean
  /** Posts a session. */
  readonly writes: number
  readonly checksIn: number
  readonly buyer: boolean
}

export interface World {
  readonly settings: Settings
  /** Midnight that begins the window. */
  readonly start: number
  /** First day of the window on which there is no tasting any more. */
  readonly tastingEnds: number
  readonly weekdays: readonly number[]
  readonly joinWeights: readonly number[]
}

/** What all members share, computed once. */
export function openWorld(settings: Settings): World {
  const { truth, days } = settings
  const start = midnight(settings.endsOn) - (days - 1) * dayMs
  const weekdays = Array.from({ length: days }, (_, day) => weekdayOf(start + day * dayMs))
  const joinWeights = weekdays.map((_, day) => {
    const usual = 1 + ((truth.joining.growth - 1) * day) / Math.max(days - 1, 1)
    const campaign = truth.joining.campaigns.find((each) => isDuring(each, day, days))
    return usual * (campaign?.times ?? 1)
  })
  return { settings, start, tastingEnds: days - truth.tasting.stoppedDaysAgo, weekdays, joinWeights }
}

const isDuring = (campaign: { at: number; days: number }, day: number, days: number) => {
  const from = Math.floor(campaign.at * days)
  return day >= from && day < from + campaign.days
}

/** The member with this number. The same settings and number give the same person. */
export function personOf(world: World, index: number): Person {
  const { settings } = world
  const { truth, days, seed } = settings
  const random = randomFrom(seed, index, 1)
  const joinedDay = random.weighted(world.joinWeights)
  const channel = channelOf(random, truth, joinedDay, days)
  const silent = random.chance(channel.silent)
  return {
    index,
    nickname: nicknameOf(random),
    city: cityOf(random),
    bio: bioOf(random),
    channel,
    joinedDay,
    joinedAt: joiningMoment(world, joinedDay, momentOfDay(random, truth)),
    goneDay: joinedDay + daysUntilGone(random, truth, channel),
    rate: random.gamma(truth.visits.shape, truth.visits.mean / truth.visits.shape) * channel.activity,
    silent,
    regular: random.chance(truth.tasting.regulars),
    writes: silent
      ? 0
      : Math.min(random.pareto(truth.writing.least, truth.writing.alpha), truth.writing.most),
    checksIn: random.beta(truth.session.checkIn.a, truth.session.checkIn.b),
    buyer: random.chance(channel.buys),
  }
}

/** The last day may have begun only: whoever joins on it does so before the present, in the same order. */
function joiningMoment({ start, settings }: World, day: number, moment: number): number {
  const begins = start + day * dayMs
  const passed = Math.min(Math.max(settings.until - begins, 0), dayMs)
  return begins + Math.floor((moment * passed) / dayMs)
}

/** During a campaign the additional people come through its channel. */
function channelOf(random: Random, truth: Truth, day: number, days: number): Channel {
  const campaign = truth.joining.campaigns.find((each) => isDuring(each, day, days))
  if (campaign && random.chance(1 - 1 / campaign.times))
    return truth.channels.find((channel) => channel.name === campaign.channel)!
  return truth.channels[random.weighted(truth.channels.map((channel) => channel.share))]!
}

/** Milliseconds into a day, by its rhythm. */
export const momentOfDay = (random: Random, { visits }: Truth): number =>
  Math.floor((random.weighted(visits.hours) + random.next()) * 3_600_000)

/** Geometric with a probability of one's own, Beta(a, b): the shifted beta-geometric law of leaving. At least 1. */
function daysUntilGone(random: Random, { dropout }: Truth, { loyalty }: Channel): number {
  const leaves = random.beta(dropout.a, dropout.b * loyalty)
  return 1 + Math.floor(Math.log(1 - random.next()) / Math.log1p(-leaves))
}
