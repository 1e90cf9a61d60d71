/** How far the warehouse is behind the log, as PostgreSQL knows it; works while the warehouse is away. */
import type pg from 'pg'
import type { Metrics } from '../../http/metrics.ts'

export interface Lag {
  /** Rows of the log that are not in the warehouse; counted up to 100,000. */
  readonly rows: number
  /** Age of the oldest of them; 0 when there is none. */
  readonly seconds: number
  /** Up to when the warehouse is complete. */
  readonly freshTo: Date
  /** Failures since the last success. */
  readonly failures: number
  readonly lastError: string | undefined
}

export async function readLag(pool: pg.Pool): Promise<Lag> {
  const { rows } = await pool.query<{
    waiting: string
    oldest: Date | null
    now: Date
    failures: number
    last_error: string | null
  }>(
    `select (select count(*) from (select from event_log
               where (event_log.tx, event_log.seq) > (sink.tx, sink.seq)
               order by tx, seq limit 100000) as ahead) as waiting,
            (select recorded_at from event_log
              where (event_log.tx, event_log.seq) > (sink.tx, sink.seq)
              order by tx, seq limit 1) as oldest,
            clock_timestamp() as now, failures, last_error
       from warehouse_sink as sink`,
  )
  const { waiting, oldest, now, failures, last_error } = rows[0]!
  return {
    rows: Number(waiting),
    seconds: oldest ? Math.max(0, (now.getTime() - oldest.getTime()) / 1000) : 0,
    freshTo: oldest ?? now,
    failures,
    lastError: failures > 0 ? (last_error ?? undefined) : undefined,
  }
}

/** Gauges for Prometheus; NaN while PostgreSQL does not answer. */
export function measureLag(metrics: Pick<Metrics, 'gauge'>, pool: pg.Pool): void {
  const gauge = (name: string, help: string, read: (lag: Lag) => number) =>
    metrics.gauge(`juluo_warehouse_${name}`, help, () => readLag(pool).then(read, () => Number.NaN))
  gauge('lag_rows', 'Rows of the log that are not in the warehouse yet', (lag) => lag.rows)
  gauge('lag_seconds', 'Age of the oldest row that is not in the warehouse yet', (lag) => lag.seconds)
  gauge('failures', 'Failures of the sink since its last success', (lag) => lag.failures)
}
