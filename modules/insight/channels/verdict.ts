/**
 * Which channel the figures speak for as the base of fans (粉丝阵地).
 *
 * The rule: compared are channels in use of which at least 30 fans joined long enough ago, and somebody came back.
 * Where at least two of them have costs, it is the one where a fan who comes back costs least; otherwise the one of
 * whose fans the largest share comes back. It is clear when the 80 % intervals (Wilson) of the first and the second
 * do not touch. With fewer than two channels to compare nothing is said.
 */
import { wilson } from '../statistics/difference.ts'
import { normalQuantile } from '../statistics/distributions.ts'

/** Fans whose week is over, before a channel is compared. */
export const leastMature = 30
const z = normalQuantile(0.9)

export interface Compared {
  readonly channel: string
  readonly mature: number
  readonly kept: number
  readonly perFan: number | null
  /** Not to be chosen: retired, or no place at all (来源不明). */
  readonly apart: boolean
}

export interface Verdict {
  readonly channel: string
  readonly by: 'cost' | 'kept'
  readonly clear: boolean
  readonly next: string
}

interface Rated {
  readonly channel: string
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Null while there is too little to tell. */
export function verdictOf(channels: readonly Compared[]): Verdict | null {
  const able = channels.filter(({ apart, mature, kept }) => !apart && mature >= leastMature && kept > 0)
  const costed = able.flatMap(({ perFan, ...rest }) => (perFan === null ? [] : [{ ...rest, perFan }]))
  return costed.length > 1
    ? lowestOf(
        'cost',
        costed.map(({ channel, mature, kept, perFan }) => {
          const { low, high } = wilson({ n: mature, sum: kept }, z)
          return { channel, value: (perFan * mature) / kept, low: perFan / high, high: perFan / low }
        }),
      )
    : lowestOf(
        'kept',
        able.map(({ channel, mature, kept }) => {
          const { low, high } = wilson({ n: mature, sum: kept }, z)
          return { channel, value: -kept / mature, low: -high, high: -low }
        }),
      )
}

function lowestOf(by: Verdict['by'], rated: readonly Rated[]): Verdict | null {
  const [first, second] = rated.toSorted(
    (one, other) => one.value - other.value || (one.channel < other.channel ? -1 : 1),
  )
  if (!first || !second) return null
  return { channel: first.channel, by, clear: first.high < second.low, next: second.channel }
}
