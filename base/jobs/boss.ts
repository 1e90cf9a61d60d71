/**
 * pg-boss over our own pool and listener. It keeps its tables in the schema `pgboss`, which it makes
 * and migrates itself at start, under an advisory lock of its own, so any number of processes may start.
 */
import type pg from 'pg'
import { type Db, PgBoss } from 'pg-boss'
import type { Connection } from '../db/database.ts'
import type { Listener } from '../live/listener.ts'
import type { Log } from '../parts.ts'

export interface BossOptions {
  readonly connection: Connection
  /** Wakes workers the moment a job is there; without it they poll. */
  readonly listener?: Listener
  /** Whether this process looks after the queues and the clock: dead workers, schedules, old rows. */
  readonly supervises: boolean
  readonly log: Log
}

/** How long a worker may be silent before its job is given to another, in seconds; pg-boss's smallest. */
export const heartbeatSeconds = 10
/** How often silence is looked for, in seconds. */
const monitorSeconds = 2

export async function startBoss({ connection, listener, supervises, log }: BossOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    db: adapter(connection.pool, listener),
    schema: 'pgboss',
    supervise: supervises,
    schedule: supervises,
    useListenNotify: listener !== undefined,
    superviseIntervalSeconds: monitorSeconds,
    monitorIntervalSeconds: monitorSeconds,
    cronMonitorIntervalSeconds: 15,
    cronWorkerIntervalSeconds: 5,
  })
  boss.on('error', (error) => log.warn({ error }, 'the job queue had trouble'))
  boss.on('warning', (warning) => log.warn({ warning }, 'the job queue warns'))
  await boss.start()
  return boss
}

function adapter(pool: pg.Pool, listener: Listener | undefined): Db {
  return {
    executeSql: async (text, values) => await pool.query(text, values),
    ...(listener
      ? {
          listen: async (channel, onNotification, onReconnect) => {
            const stops = [listener.listen(channel, onNotification), listener.onGap(onReconnect)]
            return {
              close: async () => {
                for (const stop of stops) stop()
              },
            }
          },
        }
      : {}),
  }
}
