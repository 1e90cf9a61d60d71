/** Reads of dead letters. */
import type { Selectable } from 'kysely'
import type { Database, Tx } from '#base/db/database.ts'
import type { ConsumerDeadLetter } from '#base/db/tables.generated.ts'

export type DeadLetter = Selectable<ConsumerDeadLetter>

export const findDeadLetter = (db: Database | Tx, id: string): Promise<DeadLetter | undefined> =>
  db.selectFrom('consumer_dead_letter').selectAll().where('id', '=', id).executeTakeFirst()

export interface DeadLetterFilter {
  readonly consumer?: string
  readonly open: boolean
  /** Id of the last row of the page before. */
  readonly before?: string
  readonly limit: number
}

/** Dead letters, newest first. */
export async function listDeadLetters(db: Database | Tx, filter: DeadLetterFilter): Promise<DeadLetter[]> {
  let query = db
    .selectFrom('consumer_dead_letter')
    .selectAll()
    .where('resolution', filter.open ? 'is' : 'is not', null)
  if (filter.consumer) query = query.where('consumer', '=', filter.consumer)
  if (filter.before) query = query.where('id', '<', filter.before)
  return await query.orderBy('id', 'desc').limit(filter.limit).execute()
}
