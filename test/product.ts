/**
 * The whole product as a process of its own roles runs it, on loopback with fresh databases, and people
 * in it who came the way people come: founded by 林晓 in the first-run setup, the team by invitation.
 */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { type RunningProcess, runProcess } from '#apps/server/run.ts'
import type { BuiltInRole } from '#base/access/access.ts'
import { type Config, readConfig } from '#base/config/config.ts'
import { freePort } from '#base/db/embedded.ts'
import { openLog } from '#base/log/log.ts'
import { createAccount } from '#modules/identity/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { type Client, clientOf, type Reply } from './client.ts'
import { createTestDatabase, type TestDatabase, testCtx } from './database.ts'
import { testWarehouseUrl } from './warehouse.ts'

const password = 'Kāfēi-42-handdrip'

export interface TestProduct {
  readonly url: string
  readonly config: Config
  readonly database: TestDatabase
  readonly process: RunningProcess
  /** Nobody. */
  readonly nobody: Client
  readonly owner: Client
  /** Somebody in the role; `owner` is 林晓. */
  operator(role: BuiltInRole): Promise<Client>
  /** A member with an account, signed in; each name is one person. */
  member(name?: string): Promise<Client>
  /** A program with a key of these scopes. */
  program(scopes: readonly string[]): Promise<Client>
  close(): Promise<void>
}

export interface ProductOptions {
  /** Name under which browsers find it; passkeys need one that is no number. */
  readonly host?: string
  readonly env?: Record<string, string>
}

export async function startTestProduct({
  env = {},
  host = '127.0.0.1',
}: ProductOptions = {}): Promise<TestProduct> {
  const database = await createTestDatabase()
  const port = await freePort()
  const url = `http://${host}:${port}`
  const config = readConfig({
    NODE_ENV: 'test',
    ROLES: 'web',
    PORT: String(port),
    BASE_URL: url,
    CLICKHOUSE_URL: testWarehouseUrl(),
    LOG_LEVEL: 'silent',
    ...env,
  })
  const process = await runProcess({
    config,
    databaseUrl: database.url,
    secret: randomBytes(32).toString('base64url'),
    log: openLog({ level: config.LOG_LEVEL }),
  })
  const nobody = clientOf(url)
  /** A browser that keeps the cookies of an answer and sends from our own pages. */
  const browser = (reply: Reply): Client => {
    if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`)
    const cookies = reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    return clientOf(url, { cookie: cookies.join('; '), origin: url })
  }
  const owner = browser(
    await nobody.post('/api/setup', {
      owner: { name: '林晓', email: 'linxiao@example.com', password },
      brand: { name: '山丘咖啡', slogan: '一起喝杯好咖啡' },
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN',
      start: 'empty',
    }),
  )
  const members = new Map<string, Promise<Client>>()
  const operators = new Map<BuiltInRole, Promise<Client>>([['owner', Promise.resolve(owner)]])

  const invite = async (role: BuiltInRole): Promise<Client> => {
    const roles: { id: string; key: string | null }[] = (await owner.get('/api/roles')).body.items
    const email = `${role}@example.com`
    const invited = await owner.post('/api/operators', {
      email,
      roleId: roles.find((each) => each.key === role)!.id,
    })
    if (invited.status !== 201) throw new Error(invited.text)
    const mails: { id: string; to: string }[] = (await owner.get('/api/mailbox')).body.items
    const mail = await owner.get(`/api/mailbox/${mails.find((each) => each.to === email)!.id}`)
    const token = /\/console\/join\/([\w-]+)/.exec(mail.body.text)![1]!
    return browser(await nobody.post(`/api/operators/invitations/${token}`, { name: role, password }))
  }
  const join = async (name: string): Promise<Client> => {
    const ctx = testCtx(database, { kind: 'system', name: 'test' }, new Date())
    const email = `member-${members.size}@example.com`
    const accountId = await createAccount(ctx, { name, email, password })
    await joinCommunity(ctx, { accountId, nickname: name })
    return browser(await nobody.post('/api/session', { email, password }))
  }

  return {
    url,
    config,
    database,
    process,
    nobody,
    owner,
    operator(role) {
      if (!operators.has(role)) operators.set(role, invite(role))
      return operators.get(role)!
    },
    member(name = '阿澈') {
      if (!members.has(name)) members.set(name, join(name))
      return members.get(name)!
    },
    async program(scopes) {
      const made = await owner.post('/api/api-keys', {
        name: scopes.join(' ') || 'nothing',
        scopes,
        expiresAt: null,
      })
      if (made.status >= 300) throw new Error(made.text)
      return clientOf(url, { authorization: `Bearer ${made.body.key}` })
    },
    async close() {
      await process.stop()
      await database.close()
    },
  }
}

/** Registers the hooks of a test file; read the value inside tests. */
export function useProduct(options: ProductOptions = {}): () => TestProduct {
  let product: TestProduct
  beforeAll(async () => {
    product = await startTestProduct(options)
  })
  afterAll(() => product?.close())
  return () => product
}
