/**
 * The one consumer behind all live updates: it asks each fact which query keys it touches and tells
 * them. A new fact needs nothing here.
 */
import type { BatchConsumer, LoggedEvent } from '../facts/consumer.ts'
import type { Fact } from '../facts/fact.ts'
import type { Live } from '../parts.ts'

/** Follows the log for the live channel; starts now, because nobody looks at the past. */
export function touchesConsumer(facts: readonly Fact[], live: Live): BatchConsumer {
  const byName = new Map(facts.map((fact) => [fact.name, fact]))
  return {
    name: 'live',
    kind: 'batch',
    from: 'now',
    batchSize: 500,
    sources: ['fact'],
    take: async (ctx, events) => {
      const keys = new Map<string, readonly string[]>()
      for (const event of events)
        for (const key of touchedBy(byName.get(event.name), event)) keys.set(JSON.stringify(key), key)
      if (keys.size > 0) await live.publish(ctx, [...keys.values()])
    },
  }
}

/** The query keys that an event makes stale; none for a fact that this version does not know. */
export function touchedBy(fact: Fact | undefined, event: LoggedEvent): readonly (readonly string[])[] {
  if (!fact?.touches) return []
  const payload = fact.payload.safeParse(event.props)
  if (!payload.success) return []
  return fact.touches({
    payload: payload.data,
    about: {
      memberId: event.memberId,
      groupId: event.groupId,
      ...(event.objectKind && event.objectId
        ? { object: { kind: event.objectKind, id: event.objectId } }
        : {}),
      value: event.value === null ? null : BigInt(event.value),
      occurredAt: event.occurredAt,
    },
  })
}
