/** Reads the state of the whole installation, for the health page and for Today. */
import type { Ctx } from '#base/context.ts'
import { listConsumers } from '#base/facts/operate.ts'
import { queueDepths } from '#base/jobs/board.ts'
import type { Parts } from '#base/parts.ts'
import { silentMs } from './beat.ts'
import { readPostgresHealth, readProcesses, readTableSizes } from './health.sql.ts'
import { diskOf, folderMeter } from './storage.ts'
import { version } from './version.ts'
import type { Figures } from './warnings.ts'

export function openHealth({
  config,
  connection,
  warehouse,
}: Pick<Parts, 'config' | 'connection' | 'warehouse'>) {
  const measureFolders = folderMeter(config.dataDir, ['files', 'clickhouse', 'log'])
  return async ({ now }: Pick<Ctx, 'now'>): Promise<Figures> => {
    const { db } = connection
    const [postgres, mart, queues, consumers, tables, folders, disk, processes] = await Promise.all([
      readPostgresHealth(db),
      warehouse.status(),
      queueDepths(db),
      listConsumers(db),
      readTableSizes(db, 12),
      measureFolders(),
      diskOf(config.dataDir),
      readProcesses(db),
    ])
    return {
      postgres: { ...postgres, embedded: config.JULUO_EMBEDDED.includes('postgres') },
      warehouse: {
        state: mart.state,
        embedded: config.JULUO_EMBEDDED.includes('clickhouse'),
        freshTo: mart.freshTo?.toISOString() ?? null,
        lagSeconds: mart.lagSeconds ?? null,
        reason: mart.reason ?? null,
      },
      queues,
      consumers: consumers.map(({ name, lagRows, lagSeconds, deadLetters, pausedAt }) => ({
        name,
        lagRows,
        lagSeconds,
        deadLetters,
        paused: pausedAt !== null,
      })),
      storage: { tables, folders, disk: disk ?? null },
      processes: processes.map((row) => ({
        host: row.host,
        pid: row.pid,
        roles: row.roles,
        version: row.version,
        memoryBytes: Number(row.memory),
        startedAt: row.startedAt.toISOString(),
        uptimeSeconds: Math.max(0, (now.getTime() - row.startedAt.getTime()) / 1000),
        alive: row.silentSeconds * 1000 < silentMs,
      })),
      versions: { juluo: version, node: process.version, postgres: postgres.version },
    }
  }
}
