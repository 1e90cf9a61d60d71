import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToDay, startOfUnit } from '#base/time/calendar.ts'
import { type BehaviourRow, behaviourRows } from '#test/behaviour-rows.ts'
import { writeHistory } from '#test/histories.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { intervalAnalysis } from './intervals.analysis.ts'
import { binEnds } from './intervals.ts'
import { productAnalysis } from './products.analysis.ts'
import { repurchaseAnalysis } from './repurchase.analysis.ts'
import { whose } from './repurchase.ts'

const worlds = [
  { zone: 'Asia/Shanghai', now: new Date('2026-11-19T01:41:58.123Z'), seed: 61 },
  // The clocks went back on 1 November: a day of 25 hours lies in the histories.
  { zone: 'America/New_York', now: new Date('2026-11-19T04:59:59.999Z'), seed: 62 },
]
const skus = ['YJ-227', 'MH-10', 'DB-1000', "O'NE", '云间'] as const

describe.each(worlds)('S0-07 S1-46 S2-33 S2-34 S2-35 purchases in $zone', ({ zone, now, seed }) => {
  let made: Awaited<ReturnType<typeof makeTestWarehouse>>
  let world: InsightWorld
  let rows: BehaviourRow[]
  let today: string
  /** Members who are still there: the others are in figures, but nobody can be shown. */
  let present: Set<string>

  beforeAll(async () => {
    made = await makeTestWarehouse()
    const { pool } = made.database
    await writeHistory(pool, { seed, now, zone, members: 60 })
    // More orders than the histories have, with baskets; late ones, and some with nothing in them.
    const random = randomOf(seed)
    const bought: object[] = []
    for (let n = 0; n < 500; n++) {
      const at = new Date(now.getTime() - Math.floor(random() ** 2 * 150 * 86_400_000))
      const basket = skus.filter(() => random() < 0.4)
      const member_id = 1 + Math.floor(random() * 66)
      // A SKU on two lines of an order is one.
      const props = { currency: 'CNY', skus: [...basket, ...basket.slice(0, 1)] }
      bought.push({ name: 'order.paid', at, member_id, value: Math.floor(random() * 50_000), props })
      if (random() < 0.1)
        bought.push({ name: 'order.refunded', at, member_id, value: Math.floor(random() * 5_000), props })
    }
    await pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, value, props)
       select name, 'fact', 'member:' || member_id, at, member_id, value, props
         from jsonb_to_recordset($1::jsonb) as given (name text, at timestamptz, member_id bigint, value bigint, props jsonb)`,
      [JSON.stringify(bought)],
    )
    made.startSink({ timeZone: async () => zone })
    await made.settled()
    world = await openInsightWorld(made, { now })
    rows = await behaviourRows(pool, zone)
    const asking = await world.asking()
    today = asking.clock.today
    const { rows: gone } = await pool.query<{ id: string }>('select id from member where merged_into is null')
    present = new Set(gone.map(({ id }) => id))
  }, 60_000)
  afterAll(() => made?.end())

  const ofMembers = (list: readonly BehaviourRow[]) => Map.groupBy(list, ({ member }) => member)
  const orders = () => rows.filter(({ name }) => name === 'order.paid')
  const shown = (members: Iterable<string>) =>
    [...new Set(members)].filter((id) => present.has(id)).sort((one, other) => Number(one) - Number(other))

  const ranges = fc.constantFrom(
    { last: 30, unit: 'day' as const },
    { last: 3, unit: 'month' as const },
    { last: 1, unit: 'month' as const, whole: true },
    { from: '2026-10-20', to: '2026-11-08' },
  )

  /** Who bought in a period, by what they are. */
  function naive(from: string, to: string) {
    const until = orders().filter(({ day }) => day <= to)
    const sets: Record<string, string[]> = Object.fromEntries(whose.map((each) => [each, []]))
    let count = 0
    let amount = 0n
    for (const [member, list] of ofMembers(until)) {
      const within = list.filter(({ day }) => day >= from)
      if (within.length === 0) continue
      count += within.length
      amount += within.reduce((sum, { value }) => sum + BigInt(value ?? 0), 0n)
      const fresh = list.every(({ day }) => day >= from)
      const again = within.length > 1
      sets.buyers!.push(member)
      if (again) sets.again!.push(member)
      sets[fresh ? 'fresh' : 'known']!.push(member)
      if (again) sets[fresh ? 'freshAgain' : 'knownAgain']!.push(member)
    }
    const inside = (row: BehaviourRow) => row.day >= from && row.day <= to
    const refunded = rows
      .filter((row) => row.name === 'order.refunded' && inside(row))
      .reduce((sum, { value }) => sum + (value ?? 0), 0)
    return {
      sets,
      count,
      amount: Number(amount),
      refunded,
      actives: new Set(rows.filter(inside).map(({ member }) => member)).size,
    }
  }

  test('S2-33 S2-55 the rate, new and old, by month, and what was spent are what plain loops say', async () => {
    await fc.assert(
      fc.asyncProperty(ranges, fc.constantFrom(3, 30, 60), async (range, within) => {
        const question = { range, within }
        const answer = await world.answer(repurchaseAnalysis, question)
        const check = (figures: typeof answer.total, from: string, to: string) => {
          const expected = naive(from, to)
          const { sets } = expected
          expect(figures).toMatchObject({
            buyers: sets.buyers!.length,
            again: sets.again!.length,
            rate: sets.buyers!.length === 0 ? null : sets.again!.length / sets.buyers!.length,
            fresh: { buyers: sets.fresh!.length, again: sets.freshAgain!.length },
            known: { buyers: sets.known!.length, again: sets.knownAgain!.length },
            orders: expected.count,
            amount: expected.amount,
            refunded: expected.refunded,
            actives: expected.actives,
          })
          return sets
        }
        const sets = check(answer.total, answer.from, answer.to)
        for (const who of whose)
          expect(await world.people(repurchaseAnalysis, question, { of: 'total', who })).toEqual(
            shown(sets[who]!),
          )
        const last = answer.months.at(-1)!
        for (const month of answer.months) {
          const end = addToDay(addToDay(month.start, 1, 'month'), -1, 'day')
          const sets = check(month, month.start, [end, answer.to].sort()[0]!)
          if (month !== last) continue
          for (const who of whose)
            expect(
              await world.people(repurchaseAnalysis, question, { of: 'month', start: month.start, who }),
            ).toEqual(shown(sets[who]!))
        }
      }),
      { numRuns: 3, seed },
    )
  }, 60_000)

  test('who ordered first in a month is judged once his days are over, and nobody twice', async () => {
    for (const within of [1, 14, 45]) {
      const question = { range: { last: 4, unit: 'month' as const }, within }
      const { firsts, from, to } = await world.answer(repurchaseAnalysis, question)
      const expected = new Map<string, { buyers: string[]; judged: string[]; again: string[] }>()
      for (const [member, list] of ofMembers(orders().filter(({ day }) => day <= today))) {
        const first = list[0]!
        if (first.day < startOfUnit(from, 'month') || first.day > to) continue
        const start = startOfUnit(first.day, 'month')
        const cohort = expected.get(start) ?? { buyers: [], judged: [], again: [] }
        expected.set(start, cohort)
        const limit = first.at + BigInt(within) * 86_400_000_000n
        cohort.buyers.push(member)
        if (limit > BigInt(now.getTime()) * 1000n) continue
        cohort.judged.push(member)
        if (list[1] && list[1].at <= limit) cohort.again.push(member)
      }
      expect(firsts.map(({ start, buyers, judged, again }) => [start, buyers, judged, again])).toEqual(
        firsts.map(({ start }) => {
          const { buyers, judged, again } = expected.get(start) ?? { buyers: [], judged: [], again: [] }
          return [start, buyers.length, judged.length, again.length]
        }),
      )
      for (const { start } of firsts.slice(0, 2))
        for (const who of ['buyers', 'judged', 'again'] as const)
          expect(await world.people(repurchaseAnalysis, question, { of: 'firsts', start, who })).toEqual(
            shown(expected.get(start)?.[who] ?? []),
          )
    }
  }, 60_000)

  test('gaps between purchases, their lines and the people of each bin', async () => {
    const question = { range: { last: 60, unit: 'day' as const } }
    const answer = await world.answer(intervalAnalysis, question)
    const gaps: { member: string; gap: number }[] = []
    for (const [member, list] of ofMembers(orders().filter(({ day }) => day <= answer.to))) {
      const days = [...new Set(list.map(({ day }) => day))].sort()
      for (let n = 1; n < days.length; n++)
        if (days[n]! >= answer.from)
          gaps.push({
            member,
            gap: Math.round((Date.parse(days[n]!) - Date.parse(days[n - 1]!)) / 86_400_000),
          })
    }
    expect(gaps.length).toBeGreaterThan(20)
    const sorted = gaps.map(({ gap }) => gap).sort((one, other) => one - other)
    const line = (share: number) => {
      const at = share * (sorted.length - 1)
      const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
      return low + (high - low) * (at - Math.floor(at))
    }
    expect(answer.gaps).toBe(gaps.length)
    expect([answer.median, answer.p80, answer.p90].map((each) => each!.toFixed(6))).toEqual(
      [0.5, 0.8, 0.9].map((share) => line(share).toFixed(6)),
    )
    for (const [bin, found] of answer.bins.entries()) {
      const inside = gaps.filter(
        ({ gap }) => gap >= found.from && gap <= (found.to ?? Number.POSITIVE_INFINITY),
      )
      const members = new Set(inside.map(({ member }) => member))
      expect([found.gaps, found.members]).toEqual([inside.length, members.size])
      if (inside.length > 0)
        expect(await world.people(intervalAnalysis, question, { bin })).toEqual(shown(members))
    }
    expect(answer.bins).toHaveLength(binEnds.length + 1)
  }, 30_000)

  test('products bought again, and pairs with support, confidence and lift', async () => {
    for (const least of [1, 8]) {
      const question = { range: { last: 90, unit: 'day' as const }, least }
      const answer = await world.answer(productAnalysis, question)
      const baskets = orders()
        .filter(({ day }) => day >= answer.from && day <= answer.to)
        .map(({ member, props }) => ({
          member,
          skus: [...new Set((props.skus as string[] | undefined) ?? [])],
        }))
      const filled = baskets.filter((each) => each.skus.length > 0)
      expect([answer.orders, answer.ofOrders]).toEqual([filled.length, baskets.length])
      for (const sku of skus) {
        const byMember = Map.groupBy(
          filled.filter((each) => each.skus.includes(sku)),
          ({ member }) => member,
        )
        const again = [...byMember].filter(([, list]) => list.length > 1).map(([member]) => member)
        const found = answer.products.find((each) => each.sku === sku)
        if (byMember.size < least) expect(found).toBeUndefined()
        else
          expect(found).toMatchObject({
            buyers: byMember.size,
            again: again.length,
            rate: again.length / byMember.size,
          })
        expect(await world.people(productAnalysis, question, { of: 'product', sku, who: 'again' })).toEqual(
          shown(again),
        )
      }
      for (const { one, other, ...pair } of answer.pairs) {
        const having = (...wanted: string[]) =>
          filled.filter((each) => wanted.every((sku) => each.skus.includes(sku)))
        const both = having(one, other)
        expect(pair.orders).toBe(both.length)
        expect(both.length).toBeGreaterThanOrEqual(least)
        expect(pair.support).toBeCloseTo(both.length / filled.length, 12)
        expect(pair.confidence).toBeCloseTo(both.length / having(one).length, 12)
        expect(pair.lift).toBeCloseTo(
          (both.length * filled.length) / (having(one).length * having(other).length),
          12,
        )
        expect(await world.people(productAnalysis, question, { of: 'pair', one, other })).toEqual(
          shown(both.map(({ member }) => member)),
        )
      }
      expect(answer.pairs.length).toBeGreaterThan(3)
    }
  }, 30_000)

  test('within a condition only those who fit it are counted', async () => {
    const who = {
      version: 1 as const,
      who: {
        kind: 'event' as const,
        event: 'check_in',
        measure: { of: 'count' as const, op: 'gte' as const, value: 1 },
      },
    }
    const question = { range: { last: 3, unit: 'month' as const }, scope: { who } }
    const [narrow, wide] = [
      await world.answer(repurchaseAnalysis, question),
      await world.answer(repurchaseAnalysis, { range: question.range }),
    ]
    const fitting = await world.parts.audience.sql(world.ctx, who)
    const found = await made.warehouse.query<{ member_id: string }>(fitting.sql, fitting.params)
    const checked = new Set(found.map(({ member_id }) => member_id))
    const expected = naive(narrow.from, narrow.to).sets.buyers!.filter((member) => checked.has(member))
    expect(await world.people(repurchaseAnalysis, question, { of: 'total', who: 'buyers' })).toEqual(
      shown(expected),
    )
    expect(narrow.total.buyers).toBeLessThan(wide.total.buyers)
    expect(narrow.total.buyers).toBeGreaterThan(0)
  })
})

function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
