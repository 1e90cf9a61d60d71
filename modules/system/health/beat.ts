/** Each process says every few seconds that it lives; operators see who runs, since when and how big. */
import { hostname } from 'node:os'
import { sql } from 'kysely'
import type { Role } from '#base/config/config.ts'
import type { Connection } from '#base/db/database.ts'
import { version } from './version.ts'

const beatMs = 5_000
/** A process silent for longer counts as gone. */
export const silentMs = 20_000

export interface Beating {
  /** Takes the process off the list. */
  stop(): Promise<void>
}

/** Starts the beat of this process. Trouble with PostgreSQL just leaves beats out. */
export async function startBeat({ db }: Connection, roles: readonly Role[]): Promise<Beating> {
  const id = crypto.randomUUID()
  const beat = async () => {
    const memory = process.memoryUsage.rss()
    await db
      .insertInto('process_beat')
      .values({
        id,
        host: hostname(),
        pid: process.pid,
        roles: [...roles],
        version,
        memory,
        started_at: sql`now() - make_interval(secs => ${process.uptime()}::float8)`,
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ memory, beat_at: sql`now()` }))
      .execute()
  }
  await beat()
  const timer = setInterval(() => void beat().catch(() => undefined), beatMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await db
        .deleteFrom('process_beat')
        .where('id', '=', id)
        .execute()
        .catch(() => undefined)
    },
  }
}
