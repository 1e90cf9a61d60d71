/** The real app on loopback with a database of its own, for tests that call real HTTP. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { type AppOptions, buildApp, type JuluoApp } from '#apps/server/app.ts'
import { modules as productModules } from '#apps/server/modules.ts'
import type { Actor } from '#base/access/actor.ts'
import { type Config, readConfig } from '#base/config/config.ts'
import type { Connection } from '#base/db/database.ts'
import { freePort } from '#base/db/embedded.ts'
import { type Served, serve } from '#base/http/serve.ts'
import { openLog } from '#base/log/log.ts'
import type { Module } from '#base/module.ts'
import type { Authorise, Parts } from '#base/parts.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { type Client, clientOf } from './client.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

export interface TestServer {
  readonly url: string
  readonly database: TestDatabase
  readonly config: Config
  readonly parts: Parts
  readonly app: JuluoApp
  /** A client that is nobody, or the given actor when the server was started with `actors`. */
  as(actor?: Actor): Client
  close(): Promise<void>
}

export interface ServerOptions extends Partial<Omit<AppOptions, 'modules'>> {
  /** The modules to serve; the whole product when left out. */
  readonly modules?: (parts: Parts) => readonly Module[]
  readonly env?: Record<string, string>
  /** How long slow clients have for their headers. */
  readonly patienceMs?: number
  /** An existing database; the server does not drop it. */
  readonly database?: TestDatabase
  /** Opens the server's own connection to the test database, for example through a proxy. */
  readonly connect?: (url: string) => Connection
  /** Parts to use instead of the real ones, for tests of base. */
  readonly parts?: Partial<Parts>
}

const actorHeader = 'x-test-actor'

export async function startTestServer(options: ServerOptions = {}): Promise<TestServer> {
  const database = options.database ?? (await createTestDatabase())
  const connection = options.connect?.(database.url) ?? database
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: String(port),
    BASE_URL: url,
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
    ...options.env,
  })
  const log = openLog({ level: config.LOG_LEVEL })
  const secrets = deriveSecrets(randomBytes(32).toString('base64url'))
  const parts: Parts = {
    config,
    secrets,
    connection,
    log,
    ...missingParts,
    ...options.parts,
  }
  const actors = new Map<string, Actor>()
  // Without an authoriser of its own, a server under test believes this door, which only tests have.
  const authorise: Authorise =
    options.authorise ??
    (async (request) => ({
      actor: actors.get(request.headers.get(actorHeader) ?? '') ?? { kind: 'anonymous', ip: request.ip },
      byCookie: false,
    }))
  const app = buildApp(parts, { ...options, authorise, modules: (options.modules ?? productModules)(parts) })
  const served: Served = await serve(app, { ...config, patienceMs: options.patienceMs ?? 10_000 })
  return {
    url,
    database,
    config,
    parts,
    app,
    as(actor) {
      if (!actor) return clientOf(url)
      const name = randomBytes(8).toString('hex')
      actors.set(name, actor)
      return clientOf(url, { [actorHeader]: name })
    },
    async close() {
      await served.close()
      if (connection !== database) await connection.close()
      if (!options.database) await database.close()
    },
  }
}

/** Registers the hooks of a test file; read the value inside tests. */
export function useServer(options: ServerOptions = {}): () => TestServer {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer(options)
  })
  afterAll(() => server?.close())
  return () => server
}

/** Parts that a test did not ask for: using one fails the test by name. */
const missingParts = Object.fromEntries(
  (['warehouse', 'mail', 'files', 'egress', 'live', 'jobs'] as const).map((name) => [
    name,
    new Proxy(
      {},
      {
        get(_, property) {
          throw new Error(`This test server has no ${name}; it was asked for ${name}.${String(property)}`)
        },
      },
    ),
  ]),
) as unknown as Pick<Parts, 'warehouse' | 'mail' | 'files' | 'egress' | 'live' | 'jobs'>
