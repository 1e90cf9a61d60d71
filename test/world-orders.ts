/** What members of the named world bought at the till, as the till told it. */
import { sql } from 'kysely'
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'
import { basketOf } from '#modules/commerce/demo/baskets.ts'
import { judgeOrders } from '#modules/commerce/orders/judging.ts'
import { addSource } from '#modules/commerce/orders/sources.ts'
import { openVault } from '#modules/members/api.ts'
import type { WorldMember } from './world.ts'
import { fellows } from './world-people.ts'

const till: Actor = { kind: 'apiKey', keyId: '1', name: '门店收银', scopes: new Set(['commerce.orders']) }

export async function buildOrdersWorld(
  { secrets }: Pick<Parts, 'secrets'>,
  owner: Actor,
  members: Readonly<Record<string, WorldMember>>,
  at: (actor: Actor, daysAgo: number, hour?: number) => Ctx,
): Promise<void> {
  const source = await addSource(at(owner, 40), { key: 'till', name: '门店收银', currency: 'CNY' })
  const vault = openVault(secrets)
  for (const fellow of fellows)
    for (const [number, [daysAgo, fen]] of (fellow.orders ?? []).entries()) {
      const ctx = at(till, daysAgo, 15)
      const { memberId } = members[fellow.key]!
      const { rows } = await sql<{ token: string }>`select token from member where id = ${memberId}`.execute(
        ctx.db,
      )
      const moment = ctx.now.toISOString()
      const order = {
        id: `${fellow.key}-${number + 1}`,
        status: 'completed',
        totalMinor: fen,
        placedAt: moment,
        paidAt: moment,
        completedAt: moment,
        customer: { token: rows[0]!.token, name: fellow.nickname },
        items: basketOf(fellow.key, number, 1 + (number % 2), fen).map(
          ({ sku, name, quantity, priceMinor, totalMinor }) => ({
            sku,
            name,
            quantity,
            unitMinor: priceMinor,
            totalMinor,
          }),
        ),
      }
      const [result] = await judgeOrders(ctx, vault, { source, by: 'api' }, [order], ctx.now)
      if (result?.outcome !== 'created') throw new Error(`Order ${order.id}: ${result?.message}`)
    }
}
