/** Makes the real parts of a process from its configuration: the same for the server, commands and tests. */
import type { Config } from '#base/config/config.ts'
import type { Connection } from '#base/db/database.ts'
import { createEgress } from '#base/egress/egress.ts'
import { createFiles, fileSettings } from '#base/files/files.ts'
import { readMailBrand } from '#base/mail/brand.ts'
import { createMail } from '#base/mail/mail.ts'
import { mailSettings } from '#base/mail/settings.ts'
import type { Jobs, Live, Log, Parts } from '#base/parts.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { type OpenedWarehouse, openWarehouse } from '#base/warehouse/warehouse.ts'

export interface PartsOptions {
  readonly config: Config
  /** JULUO_SECRET. */
  readonly secret: string
  readonly connection: Connection
  readonly log: Log
  readonly jobs: Jobs
  readonly live: Live
}

export interface OpenedParts extends Parts {
  readonly warehouse: OpenedWarehouse
}

export function openParts({ config, secret, connection, log, jobs, live }: PartsOptions): OpenedParts {
  const secrets = deriveSecrets(secret)
  const egress = createEgress()
  const clickhouse = config.CLICKHOUSE_URL ?? 'http://127.0.0.1:8123/juluo'
  return {
    config,
    secrets,
    connection,
    log,
    jobs,
    live,
    egress,
    warehouse: openWarehouse({ url: clickhouse, pool: connection.pool }),
    files: createFiles(fileSettings({ config, egress })),
    mail: createMail({
      ...mailSettings({ config, secrets, log }),
      jobs,
      brand: (db) => readMailBrand(db, config.baseUrl),
    }),
  }
}
