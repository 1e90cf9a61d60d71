/**
 * A server for benchmarks and crash tests of tracking: the real HTTP application with the real
 * tracking module, in a process of its own, on PORT. Prints its port when it listens.
 */
import { buildApp } from '#apps/server/app.ts'
import { readConfig } from '#base/config/config.ts'
import { openDatabase } from '#base/db/database.ts'
import { serve } from '#base/http/serve.ts'
import type { Parts } from '#base/parts.ts'
import { type Intake, openIntake } from '#modules/tracking/ingest/intake.ts'
import { trackingModule } from '#modules/tracking/module.ts'

/** The negative control of the crash test: acknowledges at once and writes a moment later. */
function lyingIntake(): Intake {
  const honest = openIntake({ pool: connection.pool })
  return {
    ...honest,
    add(events) {
      setTimeout(() => void honest.add(events)?.catch(() => undefined), 150)
      return Promise.resolve({ duplicates: [] })
    },
  }
}

const config = readConfig({ ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent' })
const connection = openDatabase({ url: config.DATABASE_URL!, max: config.DATABASE_POOL })
const say = (level: string) => (_fields: object, message: string) =>
  void process.stderr.write(`${level} ${message} ${JSON.stringify(_fields)}\n`)
const log: Parts['log'] = {
  debug: () => undefined,
  info: () => undefined,
  warn: say('warn'),
  error: say('error'),
  child: () => log,
}
const parts = { config, connection, log } as Parts
const app = buildApp(parts, {
  authorise: async () => ({ actor: { kind: 'anonymous' }, byCookie: false }),
  modules: [trackingModule(parts, process.argv.includes('--lie') ? lyingIntake() : undefined)],
})
const served = await serve(app, { HOST: '127.0.0.1', PORT: Number(process.env.PORT ?? 0) })
process.stdout.write(`${served.port}\n`)
process.once('SIGTERM', async () => {
  await served.close()
  await connection.close()
  process.exit(0)
})
