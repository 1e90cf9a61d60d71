/**
 * Orders of one buyer. The first comes an exponential time after joining; from then on BG/NBD: he buys at
 * a rate of his own while he is a customer, and after each repeat purchase may be one no more (Fader,
 * Hardie and Lee 2005). What he spends follows Gamma-Gamma: his own scale, independent of how often.
 */
import type { Happening } from './behaviour.ts'
import { dayMs } from './calendar.ts'
import type { Person, World } from './person.ts'
import { randomFrom } from './random.ts'

/** Orders in the order of time, within the window. */
export function* ordersOf({ settings, start }: World, person: Person): Generator<Happening> {
  const { orders } = settings.truth
  const random = randomFrom(settings.seed, person.index, 3)
  const end = Math.min(settings.until, start + settings.days * dayMs - 1)
  const rate = random.gamma(orders.r, 1 / orders.alpha)
  const leaves = random.beta(orders.a, orders.b)
  const scale = random.gamma(orders.q, 1 / orders.gamma)
  let at = person.joinedAt + random.exponential(orders.firstAfterDays) * dayMs
  for (let number = 1; at <= end; number++) {
    const fen = Math.max(100, Math.round(random.gamma(orders.p, 1 / scale)))
    yield {
      name: 'order.paid',
      at: Math.floor(at),
      session: 0,
      value: fen,
      props: `{"number":${number},"items":${1 + random.below(3)}}`,
    }
    // The first order makes a customer; only repeats can be the last.
    if (number > 1 && random.chance(leaves)) return
    at += random.exponential(1 / rate) * dayMs
  }
}
