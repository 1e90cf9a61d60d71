/** Takes a demo out again: every simulated member and what they did, and nothing else. */
import { sql } from 'kysely'
import { type Ctx, transact } from '#base/context.ts'
import { type Simulated, simulatedLock } from '#base/declarations/simulated.ts'
import { audit } from '#modules/identity/api.ts'
import { dropUnusedFields } from './fields.ts'

/**
 * Removes it in one transaction. The warehouse still has the rows then: the caller tells it to begin
 * again from the log, after the commit. `simulated`: what other modules keep of these people. Returns how
 * much went.
 */
export async function removeDemo(
  ctx: Ctx,
  simulated: readonly Simulated[],
): Promise<{ members: number; events: number }> {
  return await transact(ctx, async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx.db)
    await sql`select pg_advisory_xact_lock(${simulatedLock})`.execute(tx.db)
    for (const each of simulated) await each.before(tx)
    await sql`set local juluo.log_rewrite = 'seed'`.execute(tx.db)
    const events = await sql`delete from event_log where source = 'seed'`.execute(tx.db)
    const members = await sql`delete from member where seed_run_id is not null`.execute(tx.db)
    for (const each of simulated) await each.after(tx)
    await sql`delete from tag where name = '周三杯测'
      and not exists (select from member_tag where member_tag.tag_id = tag.id)`.execute(tx.db)
    await dropUnusedFields(tx)
    await sql`delete from seed_run`.execute(tx.db)
    // The door closes again: whoever works on in this transaction finds the log as it is for everyone.
    await sql`set local juluo.log_rewrite = ''`.execute(tx.db)
    const gone = {
      members: Number(members.numAffectedRows ?? 0),
      events: Number(events.numAffectedRows ?? 0),
    }
    await audit(tx, 'demo.removed', undefined, gone)
    return gone
  })
}
