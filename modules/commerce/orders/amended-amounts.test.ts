/**
 * Amounts that shops correct after a payment was announced: whatever adds payments up says the amount that was paid
 * after all. Random histories of orders, told in any order and with the sink at any place, against a naive model.
 */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { rebuildWarehouse } from '#base/warehouse/warehouse.ts'
import type { Definition } from '#modules/audience/conditions/condition.ts'
import { purchasePreset } from '#modules/audience/rfm/model.ts'
import { findPlaced } from '#modules/audience/rfm/reading.ts'
import { measure } from '#modules/insight/metrics/measure.ts'
import { repurchaseAnalysis } from '#modules/insight/purchases/repurchase.analysis.ts'
import { purchaseDaysSql } from '#modules/insight/value/purchases.sql.ts'
import { addContact, joinCommunity, openVault } from '#modules/members/api.ts'
import { testCtx } from '#test/database.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { makeTestWarehouse, until } from '#test/warehouse.ts'
import { judgeOrders } from './judging.ts'
import { matchWaiting } from './matching.ts'
import { addSource, findSource } from './sources.ts'

const now = new Date('2026-11-20T04:00:00Z')
const asOf = '2026-11-20'
const vault = openVault(deriveSecrets(Buffer.alloc(32, 7).toString('base64url')))
let world: Awaited<ReturnType<typeof makeTestWarehouse>>
let insight: InsightWorld
const ctx = (at = now): Ctx => testCtx(world.database, { kind: 'system', name: 'test' }, at)

beforeAll(async () => {
  world = await makeTestWarehouse()
  world.startSink()
  await world.settled()
  insight = await openInsightWorld(world, { now })
}, 60_000)
afterAll(() => world?.end())
/** Everything told so far is in the warehouse; the sink is woken, which commits of the product do. */
const settled = async () => {
  await world.database.pool.query(`select pg_notify('event_log', '')`)
  await world.settled()
}

/** What a shop says of an order at one time. Orders 0 and 1 are of the first buyer, 2 of the second. */
interface Said {
  readonly order: number
  /** Against the place in the history: what was changed earlier may be told later. */
  readonly shift: number
  readonly paidMinor: number | null
  readonly refunds: readonly number[]
}
const refundAmounts = [500, 1_500, 4_000]
const said: fc.Arbitrary<Said> = fc.record({
  order: fc.nat(2),
  shift: fc.constantFrom(0, 0, 0, 0, -4, 3),
  paidMinor: fc.option(fc.constantFrom(0, 5_500, 6_000, 7_000, 9_900), { freq: 8 }),
  refunds: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([0, 1, 2], { maxLength: 2 })),
})
type Step =
  | { readonly do: 'tell'; readonly said: Said }
  | { readonly do: 'appear'; readonly buyer: number }
  | { readonly do: 'sink' }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('tell' as const), said }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('appear' as const), buyer: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sink' as const) }) },
)

interface Held {
  readonly updated: number
  readonly print: string
  readonly paid: number | null
  readonly refunds: ReadonlySet<number>
}
/** The meaning of it all, order by order. */
class Naive {
  readonly held = new Map<number, Held>()
  readonly known = new Set<number>()
  readonly announced = new Set<number>()

  tell({ order, paidMinor, refunds }: Said, updated: number): string {
    const before = this.held.get(order)
    const paid = paidMinor ?? 0
    const sum = (which: Iterable<number>) =>
      [...which].reduce((total, each) => total + refundAmounts[each]!, 0)
    if (sum(refunds) > paid) return 'refused'
    const print = createHash('sha256')
      .update(JSON.stringify([paidMinor, refunds]))
      .digest('hex')
    if (before && updated < before.updated) return 'older'
    if (before?.print === print) {
      this.held.set(order, { ...before, updated })
      return 'unchanged'
    }
    const all = new Set([...(before?.refunds ?? []), ...refunds])
    if (sum(all) > paid) return 'refused'
    this.held.set(order, { updated, print, paid: paidMinor, refunds: all })
    this.announce()
    return before ? 'updated' : 'created'
  }

  appear(buyer: number): void {
    this.known.add(buyer)
    this.announce()
  }

  private announce(): void {
    for (const [order, { paid }] of this.held)
      if (paid !== null && this.known.has(order >> 1)) this.announced.add(order)
  }

  /** What counts as paid and given back, of orders whose payment was announced. */
  figures(buyer: number): { orders: number; paid: number; refunded: number; net: number[] } {
    const mine = [...this.announced].filter((order) => order >> 1 === buyer)
    const paid = (order: number) => this.held.get(order)!.paid ?? 0
    const back = (order: number) =>
      [...this.held.get(order)!.refunds].reduce((total, each) => total + refundAmounts[each]!, 0)
    return {
      orders: mine.length,
      paid: mine.reduce((total, order) => total + paid(order), 0),
      refunded: mine.reduce((total, order) => total + back(order), 0),
      net: mine.map((order) => paid(order) - back(order)).filter((each) => each > 0),
    }
  }
}

let made = 0
/** Plays a history against the product; returns the model and who the buyers became. */
async function play(history: readonly Step[]) {
  const run = made++
  await addSource(ctx(), { key: `shop-${run}`, name: '有赞店', currency: 'CNY' })
  const source = (await findSource(ctx(), `shop-${run}`))!
  const phone = (buyer: number) => `138${String(run * 2 + buyer).padStart(8, '0')}`
  const members = new Map<number, Id>()
  const naive = new Naive()
  const appear = async (buyer: number) => {
    if (members.has(buyer)) return
    const memberId = await joinCommunity(ctx(), { accountId: null, nickname: `买家${run}-${buyer}` })
    const contact = { kind: 'phone' as const, value: phone(buyer) }
    await addContact(ctx(), vault, memberId, contact, { source: 'operator', verified: false })
    members.set(buyer, memberId)
    await matchWaiting(ctx(), vault, [memberId])
    naive.appear(buyer)
  }
  for (const [place, each] of history.entries()) {
    if (each.do === 'appear') await appear(each.buyer)
    else if (each.do === 'sink') await settled()
    else {
      const { order, shift, paidMinor, refunds } = each.said
      const updated = Math.max(0, place + shift)
      const [result] = await judgeOrders(
        ctx(),
        vault,
        { source, by: order % 2 === 0 ? 'hook' : 'import' },
        [
          {
            id: `E${order}`,
            status: paidMinor === null ? 'placed' : 'paid',
            totalMinor: paidMinor ?? 9_900,
            placedAt: `2026-11-0${order + 1}T02:00:00Z`,
            ...(paidMinor === null ? {} : { paidAt: `2026-11-0${order + 1}T02:03:00Z` }),
            updatedAt: `2026-11-10T${String(updated).padStart(2, '0')}:00:00Z`,
            customer: { phone: phone(order >> 1) },
            refunds: refunds.map((at) => ({
              id: `R${at}`,
              amountMinor: refundAmounts[at]!,
              at: `2026-11-0${order + 2}T00:00:00Z`,
            })),
          },
        ],
        undefined,
      )
      expect(result!.outcome, result!.message ?? '').toBe(naive.tell(each.said, updated))
    }
  }
  for (const buyer of [0, 1]) await appear(buyer)
  return { naive, members }
}

type Played = Awaited<ReturnType<typeof play>>

/** Everything that adds payments up, of all histories so far. */
async function compare(played: readonly Played[]): Promise<void> {
  await settled()
  const { audience } = insight.parts
  await until(() => audience.copies.fill(insight.ctx))
  const { query } = world.warehouse
  const buyers = played.flatMap(({ naive, members }) =>
    [...members].map(([buyer, id]) => ({ id, ...naive.figures(buyer) })),
  )
  await audience.copies.refresh(
    insight.ctx,
    buyers.map(({ id }) => id),
  )
  const total = (of: (each: (typeof buyers)[number]) => number) =>
    buyers.reduce((sum, each) => sum + of(each), 0)

  const [rollup] = await query<{ amount: string; events: string }>(
    `SELECT sum(amount) AS amount, sum(events) AS events FROM event_day WHERE name = 'order.paid'`,
  )
  expect(rollup).toEqual({
    amount: String(total(({ paid }) => paid)),
    events: String(total(({ orders }) => orders)),
  })

  const asking = await insight.asking()
  const range = { range: { from: '2026-10-01', to: asOf }, unit: 'month' as const }
  const measured = await measure(asking, 'revenue', range)
  expect(measured.total.value).toBe(total(({ paid, refunded }) => paid - refunded))

  const repurchase = await insight.answer(repurchaseAnalysis, { range: range.range, within: 30 })
  expect(repurchase.total).toMatchObject({
    orders: total(({ orders }) => orders),
    amount: total(({ paid }) => paid),
    refunded: total(({ refunded }) => refunded),
  })

  const placed = await findPlaced(query, { ...purchasePreset, windowDays: null }, asOf, {}, { limit: 10_000 })
  const amounts = new Map(placed.map(({ memberId, amount }) => [memberId, amount]))
  const days = purchaseDaysSql(asOf)
  const spent = await query<{ m: string; spent: string }>(
    `SELECT m, sum(spent) AS spent FROM (${days.sql}) GROUP BY m`,
    days.params,
  )
  const worth = new Map(spent.map((row) => [row.m, Number(row.spent)]))
  for (const { id, orders, paid, net } of buyers) {
    expect(amounts.get(id) ?? null, `RFM of ${id}`).toBe(orders > 0 ? paid : null)
    expect(worth.get(id) ?? 0, `value of ${id}`).toBe(net.reduce((sum, each) => sum + each, 0))
  }

  // The two evaluators of conditions agree.
  for (const least of [2_000, 5_501, 11_000]) {
    const ids = buyers.map(({ id }) => id)
    const definition: Definition = {
      version: 1,
      who: { kind: 'event', event: 'order.paid', measure: { of: 'sum', op: 'gte', value: least } },
    }
    const expected = new Set(buyers.filter(({ paid }) => paid >= least).map(({ id }) => id))
    expect(new Set(await audience.matching(insight.ctx, definition, ids))).toEqual(expected)
    const { sql, params } = await audience.sql(insight.ctx, definition)
    const found = await query<{ member_id: string }>(sql, params)
    expect(new Set(found.map(({ member_id }) => member_id))).toEqual(expected)
  }
}

const histories = fc.array(step, { minLength: 6, maxLength: 16 })

test('S1-10 S2-24 S2-33 revenue, RFM, value and purchases count what was paid after all, in whatever order it was told', async () => {
  const played: Played[] = []
  await fc.assert(
    fc.asyncProperty(fc.array(histories, { minLength: 4, maxLength: 4 }), async (some) => {
      for (const history of some) played.push(await play(history))
      await compare(played)
    }),
    { numRuns: 3, seed: 20_261_122, endOnFailure: true },
  )
  const { rows } = await world.database.pool.query<{ amended: number }>(
    `select count(*)::int as amended from event_log where name = 'order.amended'`,
  )
  // The control: histories in which nothing was corrected would prove nothing.
  expect(rows[0]!.amended).toBeGreaterThan(5)
  // Filled again from the log, the warehouse says the same.
  await rebuildWarehouse(world.database.pool)
  await compare(played)
}, 120_000)
