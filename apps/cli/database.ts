/** The database for a command: the running product's, a configured one, or the embedded one started for the moment. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from '#apps/server/folder-lock.ts'
import type { Config } from '#base/config/config.ts'
import { loadSecrets } from '#base/config/secrets.ts'
import { type Connection, openDatabase } from '#base/db/database.ts'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { readRuntime } from './doctor.ts'

export interface CommandDatabase {
  readonly url: string
  readonly connection: Connection
  /** Root secret of the installation. */
  readonly secret: string
}

/** Runs `work` with a migrated database and leaves everything as it was found. */
export async function withDatabase<T>(
  config: Config,
  work: (database: CommandDatabase) => Promise<T>,
): Promise<T> {
  makePrivateDir(config.dataDir)
  const secrets = loadSecrets(config.dataDir)
  const given = config.DATABASE_URL ?? readRuntime(config)?.databaseUrl
  if (given) return await use(given)
  const unlock = await lockFolder(join(config.dataDir, 'juluo.lock'))
  mkdirSync(join(config.dataDir, 'log'), { recursive: true })
  const postgres = await startEmbeddedPostgres({
    dir: join(config.dataDir, 'postgres'),
    logFile: join(config.dataDir, 'log', 'postgres.log'),
    password: secrets.postgresPassword,
  })
  try {
    return await use(postgres.url)
  } finally {
    await postgres.stop()
    unlock()
  }

  async function use(url: string): Promise<T> {
    await migrate(url, 'migrations/postgres')
    const connection = openDatabase({ url, max: 4 })
    try {
      return await work({ url, connection, secret: secrets.root })
    } finally {
      await connection.close()
    }
  }
}
