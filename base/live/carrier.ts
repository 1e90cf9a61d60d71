/**
 * How live messages get from one process to all: PostgreSQL NOTIFY in the transaction of the change,
 * or NATS after its commit when `NATS_URL` is set.
 */
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { sql } from 'kysely'
import { afterCommit, type Ctx } from '../context.ts'
import type { Log } from '../parts.ts'
import type { Listener } from './listener.ts'

export interface Carrier {
  /** Sends payloads to every process, this one included, when the transaction of `ctx` commits. */
  send(ctx: Ctx, payloads: readonly string[]): Promise<void>
  /** Calls back with every payload. */
  receive(onPayload: (payload: string) => void): void
  /** Calls back when payloads may have been missed. */
  onGap(onGap: () => void): void
  close(): Promise<void>
}

const channel = 'live'

export function notifyCarrier(listener: Listener): Carrier {
  const stops: (() => void)[] = []
  return {
    async send({ db }, payloads) {
      for (const payload of payloads) await sql`select pg_notify(${channel}, ${payload})`.execute(db)
    },
    receive: (onPayload) => void stops.push(listener.listen(channel, onPayload)),
    onGap: (onGap) => void stops.push(listener.onGap(onGap)),
    async close() {
      for (const stop of stops) stop()
    },
  }
}

const subject = 'juluo.live'

/** Connects in the background and for ever; while NATS is away, messages are lost and screens are told so later. */
export async function natsCarrier(url: string, log: Log): Promise<Carrier> {
  const address = new URL(url)
  const nats: NatsConnection = await connect({
    servers: `${address.hostname}:${address.port || 4222}`,
    ...(address.username ? { user: decodeURIComponent(address.username) } : {}),
    ...(address.password ? { pass: decodeURIComponent(address.password) } : {}),
    ...(address.protocol === 'tls:' ? { tls: {} } : {}),
    name: 'juluo',
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    waitOnFirstConnect: true,
  })
  const gapHandlers: (() => void)[] = []
  void (async () => {
    for await (const status of nats.status()) {
      if (status.type === 'disconnect') log.warn({}, 'NATS is away; live updates wait')
      if (status.type === 'reconnect') for (const onGap of gapHandlers) onGap()
    }
  })()
  return {
    async send(ctx, payloads) {
      afterCommit(ctx, () => {
        for (const payload of payloads) nats.publish(subject, payload)
      })
    },
    receive(onPayload) {
      const subscription = nats.subscribe(subject)
      void (async () => {
        for await (const message of subscription) onPayload(message.string())
      })()
    },
    onGap: (onGap) => void gapHandlers.push(onGap),
    async close() {
      // Draining waits for a server that may be away.
      const late = new Promise<void>((resume) => setTimeout(resume, 1_000).unref())
      await Promise.race([nats.drain().catch(() => undefined), late])
      await nats.close()
    },
  }
}
