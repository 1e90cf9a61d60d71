/** The entry of an app process: started by the supervisor, or by itself where others supervise. */
import { ConfigError, loadDotEnv, readConfig } from '#base/config/config.ts'
import { openLog } from '#base/log/log.ts'
import { runProcess } from './run.ts'

loadDotEnv()
const config = readConfig()
const { JULUO_SECRET: secret } = process.env
if (!config.DATABASE_URL || !secret)
  throw new ConfigError(
    'An app process by itself needs DATABASE_URL and JULUO_SECRET; bin/juluo start gives it both',
  )

const log = openLog({ level: config.LOG_LEVEL, name: config.ROLES.join('+') })
let stopping = false
let stop = async () => {}

/** Ends in order, once; what hangs is cut off before the supervisor would. */
async function end(why: string, code = 0): Promise<void> {
  if (stopping) return
  stopping = true
  log.info({ why }, 'stopping')
  setTimeout(() => process.exit(code), 11_000).unref()
  await stop().catch((error) => log.error({ err: error.stack }, 'stopping failed'))
  log.flush()
  process.exit(code)
}

process.on('SIGTERM', () => void end('asked to'))
process.on('SIGINT', () => void end('asked to'))
// The supervisor is gone: whoever starts next must find the port and the locks free.
process.on('disconnect', () => void end('the supervisor is gone'))
process.on('uncaughtException', (error) => {
  log.error({ err: error.stack }, 'uncaught')
  void end('an error nobody caught', 1)
})
process.on('unhandledRejection', (reason) => {
  log.error({ err: reason instanceof Error ? reason.stack : String(reason) }, 'unhandled')
  void end('a rejection nobody handled', 1)
})

try {
  const running = await runProcess({ config, databaseUrl: config.DATABASE_URL, secret, log })
  stop = running.stop
  const host = config.HOST === '127.0.0.1' || config.HOST === '0.0.0.0' ? 'localhost' : config.HOST
  process.send?.({ ready: true, address: running.port ? `http://${host}:${running.port}` : undefined })
  log.info({ port: running.port, roles: config.ROLES }, 'ready')
} catch (error) {
  const { code, message, stack } = error as NodeJS.ErrnoException
  const remedy =
    code === 'EADDRINUSE'
      ? `Port ${config.PORT} is taken; stop what uses it, or choose another with PORT`
      : (stack ?? message)
  process.stderr.write(`${remedy}\n`)
  process.exit(1)
}
