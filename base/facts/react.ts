/**
 * Running effects: one event, one effect, one transaction, one key. Killed before the commit, neither
 * the effect nor its key exists and the event is read again; killed after it, the key says so.
 */
import { type Ctx, transact } from '../context.ts'
import type { Database, Tx } from '../db/database.ts'
import { declareFailpoints } from '../testing/failpoint.ts'
import { type Effect, effectKey, type LoggedEvent } from './consumer.ts'

const failpoint = declareFailpoints(
  'facts.effect.begun',
  'facts.effect.keyed',
  'facts.effect.ran',
  'facts.effect.committed',
)

/** The context an effect runs in; the request id leads back to the request that announced the fact. */
export const effectCtx = (db: Database | Tx, consumer: string, event?: LoggedEvent): Ctx => ({
  actor: { kind: 'system', name: consumer },
  db,
  now: new Date(),
  locale: 'zh-CN',
  requestId:
    typeof event?.context.request === 'string' ? event.context.request : `${consumer}:${event?.seq ?? ''}`,
})

/** Runs one effect of one event. False when it had run before. */
export async function react(
  db: Database,
  consumer: string,
  effect: Effect,
  event: LoggedEvent,
): Promise<boolean> {
  const ran = await transact(effectCtx(db, consumer, event), async (ctx) => {
    await failpoint('facts.effect.begun')
    if (!(await takeEffectKey(ctx, consumer, effect, event))) return false
    await failpoint('facts.effect.keyed')
    await effect.run(ctx, event)
    await failpoint('facts.effect.ran')
    return true
  })
  await failpoint('facts.effect.committed')
  return ran
}

/** False when the key exists: the effect has run, or was put aside as a dead letter. */
export async function takeEffectKey(
  ctx: Ctx & { readonly db: Tx },
  consumer: string,
  effect: Effect,
  event: LoggedEvent,
): Promise<boolean> {
  const taken = await ctx.db
    .insertInto('effect_done')
    .values({ consumer, effect: effectKey(effect), tx: event.tx, seq: event.seq })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}
