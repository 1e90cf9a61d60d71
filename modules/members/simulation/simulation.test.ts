/** The simulated community follows what `truth.ts` says, by the laws of `laws.ts`, not by its own figures. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Happening, happeningNames, happeningsOf } from './behaviour.ts'
import { dateOf, dayMs, midnight, wednesday, weekdayOf } from './calendar.ts'
import { comes, expectedRepeats, meanOrder, stillThere } from './laws.ts'
import { openWorld, type Person, personOf, type Settings } from './person.ts'
import { usualTruth as truth } from './truth.ts'

const settings = (over: Partial<Settings> = {}): Settings => {
  const endsOn = over.endsOn ?? '2026-11-18'
  return { seed: 42, members: 6_000, days: 180, endsOn, until: midnight(endsOn) + dayMs - 1, truth, ...over }
}
const world = openWorld(settings())
const dayOf = (at: number) => Math.floor((at - world.start) / dayMs)

interface Life {
  readonly person: Person
  readonly happened: readonly Happening[]
  /** Days with a page view, apart from the tasting's. */
  readonly visits: ReadonlySet<number>
}
let lives: Life[]
beforeAll(() => {
  lives = Array.from({ length: 6_000 }, (_, index) => {
    const person = personOf(world, index)
    const happened = [...happeningsOf(world, person)]
    const visits = happened.filter((each) => each.name === 'page_view' && !each.props.includes('tasting'))
    return { person, happened, visits: new Set(visits.map((each) => dayOf(each.at))) }
  })
})
const named = (name: string) => lives.flatMap((life) => life.happened.filter((each) => each.name === name))
/** Observed share against probability `p` in `n` tries: how many standard deviations apart. */
const deviations = (seen: number, n: number, p: number) =>
  Math.abs(seen / n - p) / Math.sqrt((p * (1 - p)) / n)

describe('the simulation', () => {
  test('repeats: the same seed gives the same community, another seed another one', () => {
    const fingerprint = (seed: number) => {
      const other = openWorld(settings({ seed }))
      const hash = createHash('sha256')
      for (let index = 0; index < 200; index++)
        for (const each of happeningsOf(other, personOf(other, index))) hash.update(JSON.stringify(each))
      return hash.digest('hex')
    }
    expect(fingerprint(42)).toBe(fingerprint(42))
    expect(fingerprint(43)).not.toBe(fingerprint(42))
  })

  test('gives a member the same life however many others there are', () => {
    const larger = openWorld(settings({ members: 1_000_000 }))
    expect(personOf(larger, 17)).toEqual(personOf(world, 17))
  })

  test('lets nothing happen before joining, after the window, or after the present', () => {
    const noon = midnight('2026-11-18') + dayMs / 2
    const today = openWorld(settings({ until: noon }))
    for (let index = 0; index < 800; index++) {
      const person = personOf(today, index)
      for (const each of happeningsOf(today, person)) {
        expect(each.at).toBeLessThanOrEqual(noon)
        expect(each.at).toBeGreaterThanOrEqual(person.joinedAt)
      }
    }
  })

  test('uses the names that are documented, each of them', () => {
    const seen = new Set(lives.flatMap(({ happened }) => happened.map((each) => each.name)))
    expect([...seen].sort()).toEqual([...happeningNames].sort())
  })

  test('follows the week: visits by weekday are what the rates say', () => {
    for (let weekday = 0; weekday < 7; weekday++) {
      let [seen, expected] = [0, 0]
      for (const { person, visits } of lives) {
        if (person.regular) continue
        for (let day = person.joinedDay + 1; day < 180; day++) {
          if (world.weekdays[day] !== weekday) continue
          expected +=
            stillThere(truth, person.channel, day - person.joinedDay) * comes(truth, person.channel, weekday)
          if (visits.has(day)) seen++
        }
      }
      expect(seen / expected).toBeGreaterThan(0.95)
      expect(seen / expected).toBeLessThan(1.05)
    }
  })

  test('follows the day: sessions begin at the hours that the weights say', () => {
    const hours = new Array<number>(24).fill(0)
    for (const { happened, person } of lives) {
      let session = 1
      for (const each of happened)
        if (
          each.name === 'page_view' &&
          each.session > session &&
          !each.props.includes('tasting') &&
          !person.regular
        ) {
          session = each.session
          hours[new Date(each.at + 8 * 3_600_000).getUTCHours()]!++
        }
    }
    const all = hours.reduce((sum, each) => sum + each, 0)
    const weights = truth.visits.hours.reduce((sum, each) => sum + each, 0)
    for (const [hour, count] of hours.entries())
      expect(deviations(count, all, truth.visits.hours[hour]! / weights)).toBeLessThan(5)
  })

  test('keeps people as the law of leaving says: retention by day is known', () => {
    let wrong = 0
    for (const name of ['wechat', 'xiaohongshu', 'store']) {
      const cohort = lives.filter(({ person }) => person.channel.name === name && !person.regular)
      const channel = truth.channels.find((each) => each.name === name)!
      for (const t of [1, 7, 30, 60]) {
        const seenFor = cohort.filter(({ person }) => person.joinedDay + t < 180)
        const p =
          seenFor.reduce(
            (sum, { person }) => sum + comes(truth, channel, world.weekdays[person.joinedDay + t]!),
            0,
          ) / seenFor.length
        const seen = seenFor.filter(({ person, visits }) => visits.has(person.joinedDay + t)).length
        expect(deviations(seen, seenFor.length, p * stillThere(truth, channel, t))).toBeLessThan(4)
        const hasty = { ...channel, loyalty: channel.loyalty / 2 }
        wrong = Math.max(wrong, deviations(seen, seenFor.length, p * stillThere(truth, hasty, t)))
      }
    }
    // The control: people who stayed half as long would be noticed.
    expect(wrong).toBeGreaterThan(4)
  })

  test('brings people of different quality by different channels, and more of them as time goes on', () => {
    for (const channel of truth.channels) {
      const usual = lives.filter(({ person }) => !isCampaign(person.joinedDay))
      const mine = usual.filter(({ person }) => person.channel.name === channel.name).length
      expect(deviations(mine, usual.length, channel.share)).toBeLessThan(4)
    }
    const joined = (from: number, to: number) =>
      lives.filter(
        ({ person }) => person.joinedDay >= from && person.joinedDay < to && !isCampaign(person.joinedDay),
      ).length
    expect(joined(150, 180) / joined(0, 30)).toBeGreaterThan(1.3)
  })

  test('has people who never write, and never lets them write', () => {
    const silent = lives.filter(({ person }) => person.silent)
    expect(silent.length / lives.length).toBeGreaterThan(0.55)
    expect(silent.length / lives.length).toBeLessThan(0.67)
    for (const { happened } of silent)
      expect(happened.some((each) => each.name === 'post.published' || each.name === 'comment.posted')).toBe(
        false,
      )
  })

  test('has power users: a tenth of the writers is likely to write most', () => {
    const rates = lives.filter(({ person }) => !person.silent).map(({ person }) => person.writes)
    // The truncated Pareto's mean, and the share above its 90th percentile, by integration.
    const { least, alpha, most } = truth.writing
    const partial = (from: number) =>
      (alpha / (alpha - 1)) * least ** alpha * (from ** (1 - alpha) - most ** (1 - alpha)) +
      most * (least / most) ** alpha
    const mean = partial(least)
    const share = partial(least / 0.1 ** (1 / alpha)) / mean
    rates.sort((one, other) => other - one)
    const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
    expect(sum(rates) / rates.length / mean).toBeCloseTo(1, 0)
    expect(Math.abs(sum(rates.slice(0, Math.floor(rates.length / 10))) / sum(rates) - share)).toBeLessThan(
      0.06,
    )
    expect(share).toBeGreaterThan(0.5)
  })

  test('stopped the tasting three weeks ago: a dip with a known cause', () => {
    const days = new Set(named('tasting_joined').map((each) => dayOf(each.at)))
    expect([...days].every((day) => world.weekdays[day] === wednesday && day < 159)).toBe(true)
    const regulars = lives.filter(({ person }) => person.regular && person.joinedDay < 120)
    const active = (life: Life, from: number) =>
      life.happened.some(
        (each) => each.name === 'page_view' && dayOf(each.at) >= from && dayOf(each.at) < from + 7,
      )
    const share = (who: readonly Life[], from: number) =>
      who.filter((life) => active(life, from)).length / who.length
    const others = lives.filter(({ person }) => !person.regular && person.joinedDay < 120)
    const before = share(regulars, 152) / share(others, 152)
    const after = share(regulars, 173) / share(others, 173)
    expect(before).toBeGreaterThan(1.2)
    expect(after).toBeLessThan(before * 0.75)
  })

  test('buys as BG/NBD says, at values that Gamma-Gamma says', () => {
    for (const t of [30, 75]) {
      let [people, repeats] = [0, 0]
      for (const { happened } of lives) {
        const orders = happened.filter((each) => each.name === 'order.paid')
        const first = orders[0]
        if (!first || first.at + t * dayMs > midnight('2026-11-18') + dayMs) continue
        people++
        repeats += orders.filter((each) => each.at > first.at && each.at <= first.at + t * dayMs).length
      }
      expect(people).toBeGreaterThan(500)
      expect(Math.abs(repeats / people / expectedRepeats(truth, t) - 1)).toBeLessThan(0.1)
      // The control: customers who never stop would be noticed.
      const loyal = { ...truth, orders: { ...truth.orders, a: 0.01 } }
      expect(Math.abs(repeats / people / expectedRepeats(loyal, t) - 1)).toBeGreaterThan(0.1)
    }
    const values = named('order.paid').map((each) => each.value!)
    const mean = values.reduce((sum, each) => sum + each, 0) / values.length
    expect(Math.abs(mean / meanOrder(truth) - 1)).toBeLessThan(0.08)
  })

  test('lets only buyers buy, in the shares of their channels', () => {
    for (const { person, happened } of lives)
      if (!person.buyer) expect(happened.some((each) => each.name === 'order.paid')).toBe(false)
    const store = lives.filter(({ person }) => person.channel.name === 'store')
    const buyers = store.filter(({ person }) => person.buyer).length
    expect(deviations(buyers, store.length, 0.75)).toBeLessThan(4)
  })

  test('uses days of Shanghai', () => {
    expect(dateOf(midnight('2026-11-19'))).toBe('2026-11-19')
    expect(new Date(midnight('2026-11-19')).toISOString()).toBe('2026-11-18T16:00:00.000Z')
    expect(weekdayOf(midnight('2026-11-18'))).toBe(wednesday)
  })
})

const isCampaign = (day: number) => (day >= 63 && day < 67) || (day >= 129 && day < 132)
