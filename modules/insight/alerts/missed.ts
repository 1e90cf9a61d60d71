/** Why alerts were not looked at, for as long as they are not: silence of alerts is no sign that all is well. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import type { InsightParts } from '../parts.ts'

export interface Missed {
  /** `away`: the warehouse does not answer · `behind`: it does not know all that happened. */
  readonly reason: 'away' | 'behind'
  readonly since: Date
  readonly last: Date
}

export async function noteMissed(ctx: Ctx, { warehouse }: Pick<InsightParts, 'warehouse'>): Promise<void> {
  const { state } = await warehouse.status()
  const reason = state === 'missing' ? 'away' : 'behind'
  await sql`
    insert into alert_look_missed (reason, since, last) values (${reason}, ${ctx.now}, ${ctx.now})
    on conflict (one) do update set reason = excluded.reason, last = excluded.last`.execute(ctx.db)
}

export const forgetMissed = (ctx: Ctx) => ctx.db.deleteFrom('alert_look_missed').execute()

export async function findMissed(ctx: Ctx): Promise<Missed | undefined> {
  const row = await ctx.db
    .selectFrom('alert_look_missed')
    .select([sql<Missed['reason']>`reason`.as('reason'), 'since', 'last'])
    .executeTakeFirst()
  return row
}
