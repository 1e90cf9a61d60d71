/** The same fact about many members at once: one row of the log each, in one statement. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { describeActor, type Id } from '../access/actor.ts'
import { afterCommit, type Ctx } from '../context.ts'
import type { Fact } from './fact.ts'
import { wakeFollowers } from './wake.ts'

/** `announce` for tens of thousands, all with one payload. Throws when it is not what was declared. */
export async function announceMany<Payload extends z.ZodObject>(
  ctx: Ctx,
  fact: Fact<Payload>,
  payload: z.input<Payload>,
  memberIds: readonly Id[],
): Promise<void> {
  if (memberIds.length === 0) return
  const staff = ctx.actor.kind === 'account' && ctx.actor.operator !== undefined
  await sql`
    insert into event_log (name, source, actor, occurred_at, member_id, staff, props, context)
    select ${fact.name}, 'fact', ${describeActor(ctx.actor)}, ${ctx.now}, member_id, ${staff},
           ${JSON.stringify(fact.payload.parse(payload))}::jsonb, jsonb_build_object('request', ${ctx.requestId}::text)
      from unnest(${[...memberIds]}::bigint[]) as member_id`.execute(ctx.db)
  afterCommit(ctx, wakeFollowers)
}
