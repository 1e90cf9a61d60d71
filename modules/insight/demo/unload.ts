/** Takes out what the demo set, and what was found out about people who never existed. */
import { sql } from 'kysely'
import type { Simulated } from '#base/declarations/simulated.ts'

export const simulatedFigures: Simulated = {
  async before(tx) {
    // Signals and readings since then rest on people who are going. What was read is read again of those who stay.
    await sql`delete from signal where raised_at >= (select min(loaded_at) from seed_run)`.execute(tx.db)
    await sql`delete from report where asked_at >= (select min(loaded_at) from seed_run)`.execute(tx.db)
    await sql`
      delete from goal_reading r using goal g
       where g.id = r.goal_id and g.closed_at is null and r.read_at >= (select min(loaded_at) from seed_run)`.execute(
      tx.db,
    )
    for (const table of [
      'goal',
      'annotation',
      'saved_question',
      'improvement',
      'experiment',
      'dashboard',
    ] as const)
      await tx.db.deleteFrom(table).where('created_by', '=', 'system:seed').execute()
    await sql`
      delete from product_stage_look where looked_at >= (select min(loaded_at) from seed_run)`.execute(tx.db)
    await tx.db.deleteFrom('product_stage').where('chosen_by', '=', 'system:seed').execute()
    await tx.db.deleteFrom('channel_cost').where('entered_by', '=', 'system:seed').execute()
    await tx.db.deleteFrom('channel_plan').where('planned_by', '=', 'system:seed').execute()
    await tx.db.deleteFrom('channel').where('classified_by', '=', 'system:seed').execute()
  },
  after: async () => undefined,
}
