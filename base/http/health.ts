/** What load balancers and Prometheus ask: alive, ready, and numbers. */
import { timingSafeEqual } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Connection } from '../db/database.ts'
import type { Warehouse } from '../parts.ts'
import type { Metrics } from './metrics.ts'

export interface Readiness {
  readonly ready: boolean
  readonly postgres: 'ready' | 'unreachable'
  readonly warehouse: string
}

/** Longest time that an unreachable PostgreSQL may look reachable. */
const patienceMs = 1_500

/** Ready when PostgreSQL answers. A missing warehouse degrades the product, but it serves. */
export async function readiness(connection: Connection, warehouse: Warehouse): Promise<Readiness> {
  const [postgres, state] = await Promise.all([
    within(
      connection.pool.query('select 1').then(() => true),
      false,
    ),
    within(
      warehouse.status().then((status) => status.state as string),
      'unreachable',
    ),
  ])
  return { ready: postgres, postgres: postgres ? 'ready' : 'unreachable', warehouse: state }
}

async function within<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resume) => {
    timer = setTimeout(() => resume(otherwise), patienceMs)
  })
  try {
    return await Promise.race([work.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Gauges of the process and its pool. */
export function measureProcess(
  metrics: Metrics,
  connection: Connection,
  inFlight: { readonly size: number },
): void {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  metrics.gauge(
    'juluo_event_loop_delay_p99_seconds',
    'Delay of the event loop since the last scrape, 99th percentile',
    () => {
      const seconds = delay.percentile(99) / 1e9
      delay.reset()
      return Number.isFinite(seconds) ? seconds : 0
    },
  )
  metrics.gauge('juluo_http_in_flight', 'Requests being processed', () => inFlight.size)
  metrics.gauge('juluo_pool_total', 'Open connections to PostgreSQL', () => connection.pool.totalCount)
  metrics.gauge('juluo_pool_idle', 'Idle connections to PostgreSQL', () => connection.pool.idleCount)
  metrics.gauge('juluo_pool_waiting', 'Requests waiting for a connection', () => connection.pool.waitingCount)
}

/** Whether a caller may read the metrics: from this machine itself, or with the token. */
export function mayReadMetrics(
  peer: string | undefined,
  forwarded: boolean,
  authorization: string | undefined,
  token: string | undefined,
): boolean {
  if (token !== undefined && authorization?.startsWith('Bearer ')) {
    const given = Buffer.from(authorization.slice(7))
    const wanted = Buffer.from(token)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  }
  // A proxy on this machine forwards for others.
  return !forwarded && (peer === '127.0.0.1' || peer === '::1' || peer === '::ffff:127.0.0.1')
}
