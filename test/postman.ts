/** Brings the notices of what happened since the last time, as the worker would, when a test says so. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import type { BatchConsumer, LoggedEvent } from '#base/facts/consumer.ts'
import { isHeldBack, readAhead } from '#base/facts/log.ts'
import type { EngageParts } from '#modules/engage/parts.ts'
import { openSources } from '#modules/engage/sources.ts'
import { testCtx } from './database.ts'
import type { TestProduct } from './product.ts'

export interface Postman {
  readonly parts: EngageParts
  /** Tells everything that was announced, as if it had happened at `now`; resolves to the events. */
  deliver(now?: Date): Promise<readonly LoggedEvent[]>
  ctx(now?: Date): Ctx
}

export function postmanOf({ process, database }: TestProduct): Postman {
  const consumer = process.modules
    .flatMap((module) => module.consumers ?? [])
    .find((each): each is BatchConsumer => each.name === 'notices')!
  const parts = { ...process.parts, sources: openSources(declaredBy(() => process.modules)) }
  let reached = { tx: '0', seq: '0' as Id }
  const ctx = (now = new Date()) => testCtx(database, { kind: 'system', name: 'notices' }, now)
  return {
    parts,
    ctx,
    async deliver(now) {
      const told: LoggedEvent[] = []
      for (;;) {
        const ahead = await readAhead(database.db, reached, { limit: 500, sources: ['fact'] })
        if (!ahead.last) {
          // Some transaction of another test may be in flight: what was announced comes right behind it.
          if (!(await isHeldBack(database.db, reached, ['fact']))) return told
          await new Promise((done) => setTimeout(done, 10))
          continue
        }
        const events = ahead.events.map((event) =>
          now ? { ...event, recordedAt: now, occurredAt: now } : event,
        )
        await consumer.take(ctx(now), events)
        told.push(...events)
        reached = ahead.last
      }
    },
  }
}
