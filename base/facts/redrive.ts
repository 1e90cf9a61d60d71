/** Dead letters that an operator sent back: tried again by the consumer's runner, each exactly once. */
import { sql } from 'kysely'
import { type Ctx, transact } from '../context.ts'
import type { Database, Tx } from '../db/database.ts'
import { type Consumer, effectKey, type LoggedEvent } from './consumer.ts'
import { findEvent } from './log.ts'
import { effectCtx } from './react.ts'
import { describeTrouble, isPassing } from './trouble.ts'

/** Tries what waits for its second chance, oldest first. What fails again is a dead letter again. */
export async function redriveWaiting(
  db: Database,
  consumer: Consumer,
  mayGoOn: () => boolean,
): Promise<void> {
  const waiting = await db
    .selectFrom('consumer_dead_letter')
    .select(['id', 'tx', 'seq', 'effect', sql<string>`redrive_at::text`.as('asked')])
    .where('consumer', '=', consumer.name)
    .where('resolution', 'is', null)
    .where('redrive_at', 'is not', null)
    .orderBy('tx')
    .orderBy('seq')
    .limit(100)
    .execute()
  for (const letter of waiting) {
    if (!mayGoOn()) return
    const event = await findEvent(db, letter)
    try {
      await transact(effectCtx(db, consumer.name, event), async (ctx) => {
        if (!(await settle(ctx, letter.id))) return
        if (!event) throw new Error('the log does not keep this event any more')
        await repeat(ctx, consumer, letter.effect, event)
      })
    } catch (error) {
      if (isPassing(error)) throw error
      await db
        .updateTable('consumer_dead_letter')
        .set((update) => ({
          redrive_at: null,
          redrive_by: null,
          reason: describeTrouble(error),
          attempts: update('attempts', '+', 1),
          failed_at: new Date(),
        }))
        .where('id', '=', letter.id)
        .where('resolution', 'is', null)
        // Somebody may have asked again meanwhile.
        .where(sql<boolean>`redrive_at::text = ${letter.asked}`)
        .execute()
    }
  }
}

/** Marks the letter as done in the transaction of the repeat; false when it was settled meanwhile. */
async function settle(ctx: Ctx & { readonly db: Tx }, id: string): Promise<boolean> {
  const settled = await ctx.db
    .updateTable('consumer_dead_letter')
    .set((update) => ({
      resolution: 'redriven',
      resolved_at: ctx.now,
      resolved_by: update.ref('redrive_by'),
    }))
    .where('id', '=', id)
    .where('resolution', 'is', null)
    .where('redrive_at', 'is not', null)
    .executeTakeFirst()
  return settled.numUpdatedRows === 1n
}

async function repeat(
  ctx: Ctx & { readonly db: Tx },
  consumer: Consumer,
  key: string,
  event: LoggedEvent,
): Promise<void> {
  if (consumer.kind === 'batch') return await consumer.take(ctx, [event])
  const effect = consumer.effects.find((each) => effectKey(each) === key)
  if (!effect) throw new Error(`this version has no effect "${key}"`)
  await effect.run(ctx, event)
}
