/**
 * Structured log lines (JSON, one per line, written off the request's path). JSON encoding keeps
 * CR and LF inside strings, so nobody can forge a line. Values under the usual names of secrets never
 * appear; query strings and bodies are not logged at all.
 */
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino'
import type { Config } from '../config/config.ts'
import type { Log } from '../parts.ts'

/** Names under which secrets travel; redacted wherever they are up to two levels deep. */
const secretNames = [
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'secret',
  'code',
  'key',
  'authorization',
  'cookie',
  'set-cookie',
  'backupCodes',
  'email',
  'phone',
]

export interface ProcessLog extends Log {
  /** Writes what is buffered; call it before the process ends. */
  flush(): void
}

export interface LogOptions {
  readonly level?: Config['LOG_LEVEL']
  /** Names the process in each line: `web`, `worker`. */
  readonly name?: string
  /** Where lines go; standard output when left out. */
  readonly to?: DestinationStream
}

/** Opens the log of a process. */
export function openLog({ level = 'info', name, to }: LogOptions = {}): ProcessLog {
  const stream = to ?? destination({ dest: 1, sync: false, minLength: 4096 })
  const logger = pino(
    {
      level,
      base: name ? { process: name } : {},
      timestamp: stdTimeFunctions.isoTime,
      redact: {
        paths: secretNames.flatMap((each) => [`["${each}"]`, `*["${each}"]`, `*.*["${each}"]`]),
        censor: '[redacted]',
      },
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  )
  // Buffered lines must not wait for ever on a quiet server.
  const timer = setInterval(() => flush(stream), 1_000)
  timer.unref()
  return wrap(logger, () => flush(stream))
}

function flush(stream: DestinationStream): void {
  if ('flushSync' in stream && typeof stream.flushSync === 'function')
    try {
      stream.flushSync()
    } catch {
      // The descriptor opens asynchronously; before that there is nothing to write.
    }
}

function wrap(logger: Logger, flushNow: () => void): ProcessLog {
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    child: (fields) => wrap(logger.child(fields), flushNow),
    flush: flushNow,
  }
}
