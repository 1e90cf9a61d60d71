/** One app process from its configuration: the parts, the modules, and what its roles ask for. */
import type { Config } from '#base/config/config.ts'
import { type Connection, openDatabase } from '#base/db/database.ts'
import { type Served, serve } from '#base/http/serve.ts'
import type { Listener } from '#base/live/listener.ts'
import type { Module } from '#base/module.ts'
import type { Log } from '#base/parts.ts'
import { type Sink, startSink } from '#base/warehouse/sink/sink.ts'
import { buildApp } from './app.ts'
import { openMachinery } from './machinery.ts'
import { product } from './modules.ts'
import { type OpenedParts, openParts } from './parts.ts'

export interface RunOptions {
  readonly config: Config
  readonly databaseUrl: string
  readonly secret: string
  readonly log: Log
}

export interface RunningProcess {
  readonly parts: OpenedParts
  readonly modules: readonly Module[]
  /** Port it serves on, when `web` is among its roles. */
  readonly port: number | undefined
  stop(): Promise<void>
}

/** The database must be migrated. Resolves when the process does what its roles say. */
export async function runProcess({ config, databaseUrl, secret, log }: RunOptions): Promise<RunningProcess> {
  const connection = openDatabase({
    url: databaseUrl,
    max: config.DATABASE_POOL,
    named: config.DATABASE_STATEMENTS === 'named',
    onError: (error) => log.warn({ error: error.message }, 'an idle database connection was lost'),
  })
  const machinery = await openMachinery({ config, connection, databaseUrl, log })
  const parts = openParts({ config, secret, connection, log, jobs: machinery.jobs, live: machinery.live })
  const { modules, authoriser } = product(parts)
  await machinery.start(modules)
  const sink = config.ROLES.includes('sink') ? beginSink(parts, connection, machinery.listener) : undefined
  const served: Served | undefined = config.ROLES.includes('web')
    ? await serve(buildApp(parts, { authorise: authoriser.authorise, modules }), config)
    : undefined

  return {
    parts,
    modules,
    port: served?.port,
    async stop() {
      await served?.close()
      await sink?.stop()
      await machinery.stop()
      await authoriser.close()
      await parts.warehouse.close()
      await connection.close()
    },
  }
}

function beginSink(parts: OpenedParts, connection: Connection, listener: Listener): Sink {
  const { config, log, warehouse } = parts
  return startSink({
    pool: connection.pool,
    listener,
    warehouse: warehouse.client,
    timeZone: async () => {
      const row = await connection.db.selectFrom('community').select('time_zone').executeTakeFirst()
      return row?.time_zone ?? 'Asia/Shanghai'
    },
    ...(config.CLICKHOUSE_CLUSTER ? { cluster: config.CLICKHOUSE_CLUSTER } : {}),
    log,
  })
}
