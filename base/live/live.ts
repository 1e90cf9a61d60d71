/**
 * The live channel: "these query keys are stale" and "this job moved", told to every process and from
 * there to the people who look and may know. Nothing depends on it for correctness: whoever missed
 * something is told that everything is stale.
 */
import type { Actor } from '../access/actor.ts'
import { describeActor, may } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import type { Live, LiveEvent } from '../parts.ts'
import type { Carrier } from './carrier.ts'
import type { Listener } from './listener.ts'
import { decode, encodeJob, encodeStale, everything, type JobNews, type LiveMessage } from './message.ts'
import { canSeeKey, type LiveRule, liveRules } from './visibility.ts'

interface Subscriber {
  readonly actor: Actor
  readonly onEvent: (event: LiveEvent) => void
  readonly onEnd?: () => void
}

export interface LiveHub extends Live {
  /** Tells whoever may watch the job how it moved. */
  tellJob(ctx: Ctx, job: JobNews): Promise<void>
  /** Says who may see which keys; without a rule only operators do. Called once, when the modules are known. */
  allow(rules: readonly LiveRule[]): void
  /** How many subscribers this process has. */
  readonly subscribers: number
  close(): Promise<void>
}

export interface LiveOptions {
  readonly carrier: Carrier
  readonly listener: Listener
}

/** Payloads are `session:<id>`, `account:<id>`, `key:<id>` or `everyone`; the identity module notifies. */
const revocationChannel = 'session_revoked'

export function openLive({ carrier, listener }: LiveOptions): LiveHub {
  const subscribers = new Set<Subscriber>()
  let rules = liveRules([])

  carrier.receive((payload) => {
    const message = decode(payload)
    if (!message) return
    for (const { actor, onEvent } of subscribers) {
      const event = eventFor(actor, message)
      if (event) onEvent(event)
    }
  })
  carrier.onGap(() => {
    for (const { onEvent } of subscribers) onEvent({ type: 'stale', keys: [everything] })
  })
  const stops = [
    listener.listen(revocationChannel, (payload) => end((actor) => isRevoked(actor, payload))),
    // A revocation may have been missed: everybody proves the right to listen again.
    listener.onGap(() => end(() => true)),
  ]

  function end(whom: (actor: Actor) => boolean): void {
    for (const subscriber of subscribers) {
      if (!whom(subscriber.actor)) continue
      subscribers.delete(subscriber)
      subscriber.onEnd?.()
    }
  }

  function eventFor(actor: Actor, message: LiveMessage): LiveEvent | undefined {
    switch (message.kind) {
      case 'stale': {
        const keys = message.keys.filter((key) => canSeeKey(rules, actor, key))
        return keys.length > 0 ? { type: 'stale', keys } : undefined
      }
      case 'job': {
        const { requestedBy, ...job } = message.job
        const mayWatch = may(actor, 'system.read') || describeActor(actor) === requestedBy
        return mayWatch ? { type: 'job', job } : undefined
      }
    }
  }

  return {
    publish: async (ctx, keys) => await carrier.send(ctx, encodeStale(keys)),
    tellJob: async (ctx, job) =>
      // Lists of jobs change when one begins another state, not with every step.
      await carrier.send(ctx, [
        encodeJob(job),
        ...(job.state === 'active' ? [] : encodeStale([['jobs', job.id], ['jobs']])),
      ]),
    subscribe(actor, onEvent, onEnd) {
      const subscriber: Subscriber = { actor, onEvent, ...(onEnd ? { onEnd } : {}) }
      subscribers.add(subscriber)
      return () => void subscribers.delete(subscriber)
    },
    allow(more) {
      rules = liveRules(more)
    },
    get subscribers() {
      return subscribers.size
    },
    async close() {
      for (const stop of stops) stop()
      end(() => true)
      await carrier.close()
    },
  }
}

function isRevoked(actor: Actor, payload: string): boolean {
  if (payload === 'everyone') return true
  switch (actor.kind) {
    case 'account':
      return payload === `account:${actor.accountId}` || payload === `session:${actor.sessionId}`
    case 'apiKey':
      return payload === `key:${actor.keyId}`
    case 'anonymous':
    case 'system':
      return false
  }
}
