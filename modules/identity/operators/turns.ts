/** Changes to operators and roles take turns: who is the last owner, and who holds what, is decided on rows that nobody else is changing. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'

/** Waits for one's turn, to the end of the transaction. */
export async function takeTurns(ctx: Ctx): Promise<void> {
  await sql`select id from operator_role where key = 'owner' for update`.execute(ctx.db)
}
