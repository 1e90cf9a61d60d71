/**
 * All configuration, in one typed and documented place. Everything comes from the environment
 * (`.env` in the working directory is read first; the real environment wins). A bad value stops
 * the start with its name and the remedy.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be a URL such as ${example}`,
    )
    .optional()

const whole = (min: number, max: number, fallback: number) =>
  z.coerce
    .number(`must be a whole number from ${min} to ${max}`)
    .int(`must be a whole number from ${min} to ${max}`)
    .min(min, `must be a whole number from ${min} to ${max}`)
    .max(max, `must be a whole number from ${min} to ${max}`)
    .default(fallback)

const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )

export const roles = ['web', 'worker', 'sink'] as const
export type Role = (typeof roles)[number]

/** One entry per variable; `describe` is what `docs/generated/configuration.md` and `doctor` print. */
export const configSchema = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('production')
    .describe('How strict and how chatty the process is'),
  PORT: whole(0, 65535, 4680).describe('Port to serve on; 0 lets the system choose'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on; 0.0.0.0 to be reachable from other machines'),
  BASE_URL: url(['http:', 'https:'], 'https://community.example.com').describe(
    'Public address. Links in mail and the Origin check rely on it; never taken from a request',
  ),
  JULUO_DATA: z.string().default('./data').describe('Folder for everything that is kept'),
  ROLES: z
    .string()
    .default('web,worker,sink')
    .transform((value, context) => {
      const wanted = value.split(',').map((part) => part.trim())
      const unknown = wanted.filter((role) => !(roles as readonly string[]).includes(role))
      if (unknown.length > 0) {
        context.addIssue({
          code: 'custom',
          message: `may hold web, worker and sink; not ${unknown.join(', ')}`,
        })
        return z.NEVER
      }
      return wanted as Role[]
    })
    .describe('What this process does: web, worker, sink'),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:secret@host:5432/juluo').describe(
    'PostgreSQL ≥ 15; empty: the embedded one',
  ),
  DATABASE_POOL: whole(2, 200, 10).describe('Connections per process'),
  DATABASE_STATEMENTS: z
    .enum(['named', 'plain'])
    .default('named')
    .describe('plain: for a pooler between us and PostgreSQL that does not keep prepared statements'),
  CLICKHOUSE_URL: url(['http:', 'https:'], 'http://user:secret@host:8123/juluo').describe(
    'ClickHouse; empty: the embedded one',
  ),
  CLICKHOUSE_CLUSTER: z
    .string()
    .regex(/^\w+$/, 'must be a cluster name of letters, digits and _')
    .optional()
    .describe('Name of a ClickHouse cluster: tables become Replicated and Distributed'),
  WAREHOUSE_MEMORY: whole(256, 1_000_000, 4096).describe('Memory cap of the embedded ClickHouse in MiB'),
  S3_URL: url(['http:', 'https:'], 'https://key:secret@s3.example.com/bucket?region=cn-east-1').describe(
    'S3-compatible storage for files; empty: the data folder',
  ),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:secret@smtp.example.com:465').describe(
    'Outgoing mail; empty: mail is kept in the mailbox screen of the console',
  ),
  CHROMIUM_PATH: z
    .string()
    .optional()
    .describe('Chromium that prints reports as PDF; empty: looked for in the usual places'),
  MAIL_FROM: z.string().default('Juluo <noreply@localhost>').describe('Sender of mail'),
  NATS_URL: url(['nats:', 'tls:'], 'nats://host:4222').describe(
    'Fan-out of live updates between processes; empty: PostgreSQL NOTIFY',
  ),
  TRUSTED_PROXIES: list.describe('Addresses or CIDR ranges whose X-Forwarded-For is believed; empty: none'),
  TRACK_ORIGINS: list.describe(
    'Other origins whose pages may send events with the SDK, comma separated; * for any',
  ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least severe log line that is printed'),
  LOG_RETENTION_DAYS: whole(180, 3650, 180).describe(
    'Days that audit and access records are kept; the law asks for at least 180',
  ),
  OIDC_ISSUER: url(['https:', 'http:'], 'https://id.example.com').describe(
    'OpenID Connect issuer for single sign-on',
  ),
  OIDC_CLIENT_ID: z.string().optional().describe('Client id at the issuer'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Client secret at the issuer'),
  OIDC_NAME: z.string().default('SSO').describe('What the sign-in button says'),
  WECHAT_APP_ID: z.string().optional().describe('WeChat web login: app id'),
  WECHAT_APP_SECRET: z.string().optional().describe('WeChat web login: app secret'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('Bearer token for /metrics from other machines; empty: loopback only'),
  JULUO_EMBEDDED: list.describe(
    'Set by the supervisor: the parts that it runs itself, postgres and clickhouse',
  ),
})

export type Config = z.infer<typeof configSchema> & {
  /** Absolute path of the data folder. */
  dataDir: string
  /** Public base address without a trailing slash. */
  baseUrl: string
}

export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads and checks the configuration. Throws ConfigError naming each bad variable and its remedy. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = configSchema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      const about = (configSchema.shape as Record<string, z.ZodType>)[name]?.description ?? ''
      // Addresses and secrets may hold passwords; they are named, not repeated.
      const shown = /URL|SECRET|TOKEN|KEY/.test(name)
        ? 'the given value is not'
        : `it is "${given[name] ?? ''}"`
      return `  ${name} ${issue.message} (${shown}). ${about}.`
    })
    throw new ConfigError(`The configuration has ${lines.length} bad value(s):\n${lines.join('\n')}`)
  }
  const config = parsed.data
  return {
    ...config,
    dataDir: resolve(config.JULUO_DATA),
    baseUrl: (config.BASE_URL ?? `http://localhost:${config.PORT}`).replace(/\/+$/, ''),
  }
}

/** Loads `.env` of the working directory into the environment; what is already set wins. */
export function loadDotEnv(file = '.env'): void {
  if (existsSync(file)) process.loadEnvFile(file)
}
