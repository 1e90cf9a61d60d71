/** The answer of the health page. */
import { z } from 'zod'
import { moment } from '#base/http/schemas.ts'
import { warnings } from './warnings.messages.ts'

export type WarningCode = keyof typeof warnings
const warningCodes = Object.keys(warnings) as WarningCode[]

const bytes = z.number().meta({ description: 'Bytes' })

export const healthAnswer = z.object({
  warnings: z
    .array(z.object({ code: z.enum(warningCodes), message: z.string(), grave: z.boolean() }))
    .meta({ description: 'What somebody should look at; empty when all is well' }),
  postgres: z.object({
    version: z.string(),
    embedded: z.boolean(),
    bytes,
    fsync: z.boolean(),
    fullPageWrites: z.boolean(),
    synchronousCommit: z.string(),
    checksums: z.boolean(),
    connections: z.number().int(),
    maxConnections: z.number().int(),
    oldestTransactionSeconds: z.number(),
    logReady: z.boolean().meta({ description: 'Whether the log has its partition for next month' }),
  }),
  warehouse: z.object({
    state: z.enum(['ready', 'degraded', 'missing']),
    embedded: z.boolean(),
    freshTo: moment.nullable(),
    lagSeconds: z.number().nullable(),
    reason: z.string().nullable(),
  }),
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: z.number().int(),
      active: z.number().int(),
      failed: z.number().int(),
      oldestSeconds: z.number(),
    }),
  ),
  consumers: z.array(
    z.object({
      name: z.string(),
      lagRows: z.number().int(),
      lagSeconds: z.number(),
      deadLetters: z.number().int(),
      paused: z.boolean(),
    }),
  ),
  storage: z.object({
    tables: z.array(z.object({ name: z.string(), bytes, rows: z.number() })),
    folders: z.array(z.object({ name: z.string(), bytes })),
    disk: z.object({ freeBytes: bytes, totalBytes: bytes }).nullable(),
  }),
  processes: z.array(
    z.object({
      host: z.string(),
      pid: z.number().int(),
      roles: z.array(z.string()),
      version: z.string(),
      memoryBytes: bytes,
      startedAt: moment,
      uptimeSeconds: z.number(),
      alive: z.boolean(),
    }),
  ),
  versions: z.object({ juluo: z.string(), node: z.string(), postgres: z.string() }),
})

export type Health = z.input<typeof healthAnswer>
