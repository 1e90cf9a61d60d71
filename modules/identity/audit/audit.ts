/**
 * The audit log: what operators did, written in the transaction of the change itself. The database
 * numbers and chains the rows (migration 0032), so no code can forget to.
 */
import { describeActor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'

/** What was acted upon, for example `{ kind: 'role', id: '12' }`. */
export interface AuditObject {
  readonly kind: string
  readonly id: string
}

/**
 * Writes what the actor of `ctx` does, as `area.done` (`role.changed`), with the fields that matter before and
 * after. Never pass secrets or whole bodies. Call it last in a verb: writers wait for each other from
 * here to the commit.
 */
export async function audit(
  ctx: Ctx,
  action: string,
  object?: AuditObject,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { actor } = ctx
  await ctx.db
    .insertInto('audit_entry')
    .values({
      // The trigger replaces these three.
      id: '0',
      previous_hash: Buffer.alloc(0),
      hash: Buffer.alloc(0),
      at: ctx.now,
      actor: describeActor(actor),
      actor_name: 'name' in actor ? actor.name : '',
      action,
      object_kind: object?.kind ?? null,
      object_id: object?.id ?? null,
      detail: JSON.stringify(detail),
      ip: 'ip' in actor ? (actor.ip ?? null) : null,
      request_id: ctx.requestId,
    })
    .execute()
}

/** The fields of `after` that differ from `before`, as `{ field: [old, new] }`: what an audit row keeps of a change. */
export function changes<T extends Record<string, unknown>>(
  before: T,
  after: Partial<T>,
): Record<string, readonly [unknown, unknown]> {
  return Object.fromEntries(
    Object.entries(after)
      .filter(([key, value]) => value !== undefined && JSON.stringify(before[key]) !== JSON.stringify(value))
      .map(([key, value]) => [key, [before[key] ?? null, value] as const]),
  )
}
