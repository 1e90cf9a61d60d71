/** A shop that tells of orders, and what became of them: what tests of orders need. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { judgeOrders } from '#modules/commerce/orders/judging.ts'
import { addSource, findSource, type OrderSource } from '#modules/commerce/orders/sources.ts'
import { addContact, joinCommunity, openVault } from '#modules/members/api.ts'
import { type TestDatabase, testCtx } from './database.ts'

export const vault = openVault(deriveSecrets(Buffer.alloc(32, 7).toString('base64url')))
export const now = new Date('2026-11-20T04:00:00Z')

/** An order as a shop tells it. */
export const order = (id: string, more: object = {}) => ({
  id,
  status: 'paid',
  totalMinor: 12_800,
  placedAt: '2026-11-10T02:00:00Z',
  paidAt: '2026-11-10T02:03:00Z',
  updatedAt: '2026-11-10T02:03:00Z',
  items: [{ sku: 'YJ-227', name: '耶加雪菲 227g', quantity: 2, unitMinor: 6_400 }],
  ...more,
})

export function orderWorld(database: () => TestDatabase) {
  const ctx = (at = now): Ctx =>
    testCtx(database(), { kind: 'apiKey', keyId: '1', name: '商城', scopes: new Set() }, at)
  const system = (at = now): Ctx => testCtx(database(), { kind: 'system', name: 'test' }, at)
  let made = 0
  return {
    ctx,
    system,
    shop: async (currency = 'CNY'): Promise<OrderSource> => {
      const key = `shop-${made++}`
      await addSource(system(), { key, name: '有赞店', currency })
      return (await findSource(ctx(), key))!
    },
    send: (source: OrderSource, orders: readonly unknown[], by: 'api' | 'import' = 'api', at = now) =>
      judgeOrders(ctx(at), vault, { source, by }, orders, at),
    /** A member; with a phone that the team brought in. */
    person: async (phone?: string): Promise<Id> => {
      const memberId = await joinCommunity(system(), { accountId: null, nickname: `顾客${made++}` })
      const contact = { kind: 'phone' as const, value: phone ?? '' }
      if (phone) await addContact(system(), vault, memberId, contact, { source: 'operator', verified: false })
      return memberId
    },
    /** What was announced of his orders, in the order in which it happened. */
    facts: async (memberId: Id) => {
      const { rows } = await sql<{
        name: string
        value: string
        at: Date
        actor: string
        source: string
        staff: boolean
        props: Record<string, unknown>
      }>`select name, value, occurred_at as at, actor, source, staff, props from event_log
          where member_id = ${memberId} and name like 'order.%' order by occurred_at, seq`.execute(
        database().db,
      )
      return rows
    },
  }
}
