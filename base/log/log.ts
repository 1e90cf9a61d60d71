/**
 * Structured log lines (JSON, one per line, written off the request's path). JSON encoding keeps
 * CR and LF inside strings, so nobody can forge a line. Values under the usual names of secrets never
 * appear; query strings and bodies are not logged at all.
 */
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino'
import type { Config } from '../config/config.ts'
import type { Log } from '../parts.ts'
import { type AccessLine, accessLine } from './access.ts'

/** Names under which secrets and personal data travel. */
const secretNames = new Set([
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'code',
  'key',
  'apiKey',
  'authorization',
  'cookie',
  'set-cookie',
  'backupCodes',
  'email',
  'phone',
])
const censor = '[redacted]'
const deepest = 4

/** The same fields without secrets. A walk of our own, because every request writes a line. */
function redact(fields: object, depth = 0): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (secretNames.has(name)) kept[name] = censor
    else if (typeof value !== 'object' || value === null) kept[name] = value
    else if (value instanceof Error)
      kept[name] = { name: value.name, message: value.message, stack: value.stack }
    else if (value instanceof Date) kept[name] = value
    else if (Array.isArray(value))
      kept[name] = value.map((each) => (isPlain(each) && depth < deepest ? redact(each, depth + 1) : each))
    else kept[name] = depth < deepest ? redact(value, depth + 1) : '[deep]'
  }
  return kept
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export interface ProcessLog extends Log {
  /** The line of one request. */
  access(line: AccessLine): void
  /** Writes what is buffered; call it before the process ends. */
  flush(): void
}

export const isProcessLog = (log: Log): log is ProcessLog => 'access' in log

export interface LogOptions {
  readonly level?: Config['LOG_LEVEL']
  /** Names the process in each line: `web`, `worker`. */
  readonly name?: string
  /** Where lines go; standard output when left out. */
  readonly to?: DestinationStream
}

/** Opens the log of a process. */
export function openLog({ level = 'info', name, to }: LogOptions = {}): ProcessLog {
  const stream = to ?? destination({ dest: 1, sync: false, minLength: 16_000 })
  const logger = pino(
    {
      level,
      base: name ? { process: name } : {},
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (fields) => redact(fields) },
    },
    stream,
  )
  // Buffered lines must not wait for ever on a quiet server.
  const timer = setInterval(() => flush(stream), 1_000)
  timer.unref()
  return {
    ...wrap(logger),
    access: logger.isLevelEnabled('info')
      ? (line) => {
          stream.write(accessLine(line, name))
        }
      : () => undefined,
    flush: () => flush(stream),
  }
}

function flush(stream: DestinationStream): void {
  if ('flushSync' in stream && typeof stream.flushSync === 'function')
    try {
      stream.flushSync()
    } catch {
      // The descriptor opens asynchronously; before that there is nothing to write.
    }
}

function wrap(logger: Logger): Log {
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    child: (fields) => wrap(logger.child(redact(fields))),
  }
}
