/** How many mails still may go to an address this hour: keeps us from being used to flood somebody. */
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

/** The most that leaves in an hour. */
export interface MailCaps {
  /** To one address, by anybody. */
  readonly perRecipient: number
  /** On behalf of one account: keeps invitations from becoming spam. */
  readonly perSender: number
}

export const usualCaps: MailCaps = { perRecipient: 20, perSender: 100 }

/** Whoever counts waits for who counts already, so that parallel requests cannot pass together. */
export const lockRecipient = (tx: Ctx, recipient: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`mail:recipient:${recipient}`}, 0))`.execute(tx.db)

/** What may still go to an address within the hour before now, and how many wait for it. Under `lockRecipient`. */
export async function roomOf(
  tx: Ctx,
  recipient: string,
  most: number,
): Promise<{ readonly left: number; readonly held: number }> {
  const since = new Date(tx.now.getTime() - 3_600_000)
  const { rows } = await sql<{ gone: number; held: number }>`
    select (select count(*)::int from mail where recipient = ${recipient} and state not in ('held', 'dropped')
               and coalesce(released_at, created_at) > ${since}::timestamptz) as gone,
           (select count(*)::int from mail where recipient = ${recipient} and state = 'held') as held`.execute(
    tx.db,
  )
  const { gone, held } = rows[0]!
  return { left: Math.max(0, most - gone), held }
}

/** What waits for room goes to nobody who left: to be called before the address of an account is taken out. */
export async function dropHeld(tx: Ctx, recipient: string): Promise<void> {
  await lockRecipient(tx, recipient)
  await sql`update mail set state = 'dropped', content = null where recipient = ${recipient} and state = 'held'`.execute(
    tx.db,
  )
}
