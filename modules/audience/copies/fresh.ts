/**
 * Whether sets of members may be acted upon. While the warehouse is filled again from the log, or stands far behind
 * it, it knows a part of what people did: whoever acted on that would take tags, tiers and places from those who
 * earned them.
 */
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import type { Warehouse } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import type { Copies } from './copies.ts'

/** Beyond this, what the warehouse says is of another day. */
const oldestSeconds = 300

/** Throws `warehouse_unavailable` while the warehouse is away, not whole, or more than five minutes behind the log. */
export async function requireFresh(
  ctx: Ctx,
  warehouse: Pick<Warehouse, 'status'>,
  copies: Pick<Copies, 'areWhole'>,
): Promise<void> {
  const { state, lagSeconds = Number.POSITIVE_INFINITY } = await warehouse.status()
  if (state === 'missing' || lagSeconds > oldestSeconds || !(await copies.areWhole(ctx)))
    throw problems.warehouseUnavailable({ retryAfter: 60 })
}

/** Questions whose answers are acted upon: one that was answered while the warehouse was not fresh is thrown away. */
export const freshQuery =
  (
    ctx: Ctx,
    warehouse: Pick<Warehouse, 'query'>,
    audience: Pick<Audience, 'requireFresh'>,
  ): Warehouse['query'] =>
  async (...asked) => {
    await audience.requireFresh(ctx)
    const rows = await warehouse.query<never>(...asked)
    await audience.requireFresh(ctx)
    return rows
  }
