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

export interface Subscription {
  readonly onEvent: (event: LiveEvent) => void
  /** The right to listen ended, or must be proved again: no more events come. */
  readonly onEnd: () => void
}

export interface LiveHub extends Live {
  /** Tells whoever may watch the job how it moved. */
  tellJob(ctx: Ctx, job: JobNews): Promise<void>
  /** Like `subscribe`, and told when the session is revoked. */
  attach(actor: Actor, subscription: Subscription): () => void
  /** How many subscribers this process has. */
  readonly subscribers: number
  close(): Promise<void>
}

export interface LiveOptions {
  readonly carrier: Carrier
  readonly listener: Listener
  readonly rules: readonly LiveRule[]
}

/** Payloads are `session:<id>`, `account:<id>`, `key:<id>` or `everyone`; the identity module notifies. */
const revocationChannel = 'session_revoked'

export function openLive({ carrier, listener, rules }: LiveOptions): LiveHub {
  const byRoot = liveRules(rules)
  const attached = new Map<symbol, { readonly actor: Actor; readonly to: Subscription }>()

  carrier.receive((payload) => {
    const message = decode(payload)
    if (!message) return
    for (const { actor, to } of attached.values()) {
      const event = eventFor(actor, message)
      if (event) to.onEvent(event)
    }
  })
  carrier.onGap(() => {
    for (const { to } of attached.values()) to.onEvent({ type: 'stale', keys: [everything] })
  })
  const stops = [
    listener.listen(revocationChannel, (payload) => end((actor) => isRevoked(actor, payload))),
    // A revocation may have been missed: everybody proves the right to listen again.
    listener.onGap(() => end(() => true)),
  ]

  function end(whom: (actor: Actor) => boolean): void {
    for (const [id, { actor, to }] of attached) {
      if (!whom(actor)) continue
      attached.delete(id)
      to.onEnd()
    }
  }

  function eventFor(actor: Actor, message: LiveMessage): LiveEvent | undefined {
    switch (message.kind) {
      case 'stale': {
        const keys = message.keys.filter((key) => canSeeKey(byRoot, actor, key))
        return keys.length > 0 ? { type: 'stale', keys } : undefined
      }
      case 'job': {
        const { requestedBy, ...job } = message.job
        const mayWatch = may(actor, 'system.read') || describeActor(actor) === requestedBy
        return mayWatch ? { type: 'job', job } : undefined
      }
    }
  }

  function attach(actor: Actor, to: Subscription): () => void {
    const id = Symbol()
    attached.set(id, { actor, to })
    return () => void attached.delete(id)
  }

  return {
    publish: async (ctx, keys) => await carrier.send(ctx, encodeStale(keys)),
    tellJob: async (ctx, job) => await carrier.send(ctx, [encodeJob(job)]),
    subscribe: (actor, onEvent) => attach(actor, { onEvent, onEnd: () => undefined }),
    attach,
    get subscribers() {
      return attached.size
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
