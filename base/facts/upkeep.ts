/** What keeps the log and its bookkeeping small and ready; run by the schedule. */
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { sweepTold } from '../robots/telling.ts'
import { onceKeyDays } from './once.ts'

/** Partitions are made this many months ahead, so that the job may fail for weeks before anyone notices. */
const monthsAhead = 3
/** Settled dead letters are kept this long. */
const deadLetterDays = 90

/** Makes the log's partitions for this month and the next ones. Repeatable. */
export async function makeLogMonths({ db, now }: Ctx): Promise<void> {
  await sql`
    select event_log_month((${now}::timestamptz + make_interval(months => ahead))::date)
      from generate_series(0, ${monthsAhead}) as ahead`.execute(db)
}

/**
 * Forgets keys of effects whose event lies behind the cursor. Not at once: a runner that lost its lock
 * with an event in hand must still find the key, so a day passes first. Resolves to how many went.
 */
export async function sweepEffectKeys({ db }: Ctx): Promise<number> {
  const swept = await sql`
    delete from effect_done d using consumer_cursor c
     where d.consumer = c.name and d.done_at < now() - interval '1 day'
       and (d.tx, d.seq) <= (c.tx, c.seq)`.execute(db)
  return Number(swept.numAffectedRows ?? 0n)
}

/** Forgets old keys of `once`, dead letters settled and robots told long ago. Resolves to how many rows went. */
export async function sweepOldKeys(ctx: Ctx): Promise<number> {
  const { db } = ctx
  const keys = await sql`
    delete from once_key where done_at < now() - make_interval(days => ${onceKeyDays})`.execute(db)
  const letters = await sql`
    delete from consumer_dead_letter where resolved_at < now() - make_interval(days => ${deadLetterDays})`.execute(
    db,
  )
  return Number(keys.numAffectedRows ?? 0n) + Number(letters.numAffectedRows ?? 0n) + (await sweepTold(ctx))
}
