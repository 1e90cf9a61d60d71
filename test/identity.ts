/**
 * A server with real identity for tests: the real authoriser and sign-in library on a database of its own,
 * mails kept where a test can read them, jobs run at once.
 */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import type { Permission } from '#base/access/access.ts'
import { describeActor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Connection } from '#base/db/database.ts'
import { render } from '#base/i18n/messages.ts'
import type { MailContent } from '#base/mail/template.ts'
import type { Module } from '#base/module.ts'
import type { Jobs, Mail, Parts } from '#base/parts.ts'
import { deriveSecrets, type Secrets } from '#base/secrets.ts'
import { createAccount } from '#modules/identity/accounts/accounts.ts'
import { foundCommunity } from '#modules/identity/community/setup.ts'
import type { IdentityOptions } from '#modules/identity/engine/options.ts'
import { identityModule } from '#modules/identity/module.ts'
import { type Authoriser, openAuthoriser } from '#modules/identity/sign-in/authoriser.ts'
import { createTestDatabase, type TestDatabase, testCtx } from './database.ts'
import { startTestServer, type TestServer } from './server.ts'
import { type Visitor, visitor } from './visitor.ts'

export interface KeptMail {
  readonly to: string
  readonly template: string
  readonly content: MailContent
  /** Address of its button. */
  readonly link: string
}

export interface IdentityServer extends TestServer {
  readonly mails: KeptMail[]
  readonly jobs: { name: string; input: unknown }[]
  /** A context of the system, at the real time. */
  ctx(): Ctx
  visitor(headers?: Record<string, string>): Visitor
  /** Somebody who signed in with a password; made when there is no such account yet. */
  signedIn(email: string, name?: string): Promise<Visitor>
  /** A second process of the same installation. */
  twin(): Promise<IdentityServer>
}

export const ownerEmail = 'linxiao@shanqiu.example'
export const goodPassword = '山丘咖啡的早班钥匙'

export interface IdentityTestOptions {
  readonly env?: Record<string, string>
  readonly parts?: Partial<Parts>
  /** Found the community with an owner; default true. */
  readonly founded?: boolean
  /** Modules beside identity. */
  readonly more?: (parts: Parts) => readonly Module[]
  readonly memberOf?: IdentityOptions['memberOf']
  /** Run jobs when they are asked for; default true. */
  readonly runJobs?: boolean
}

interface Shared {
  readonly database: TestDatabase
  readonly secrets: Secrets
}

export async function startIdentity(
  options: IdentityTestOptions = {},
  shared?: Shared,
): Promise<IdentityServer> {
  const database = shared?.database ?? (await createTestDatabase())
  const secrets = shared?.secrets ?? deriveSecrets(randomBytes(32).toString('base64url'))
  const mails: KeptMail[] = []
  const jobs: { name: string; input: unknown }[] = []
  let permissions: readonly Permission[] = []
  const identityOptions: IdentityOptions = {
    permissions: () => permissions,
    ...(options.memberOf ? { memberOf: options.memberOf } : {}),
  }
  let authoriser: Authoriser | undefined
  const server = await startTestServer({
    database,
    ...(options.env ? { env: options.env } : {}),
    parts: {
      secrets,
      mail: keepMails(mails),
      jobs: runJobs(jobs, options.runJobs ?? true),
      files: { url: async () => undefined } as unknown as Parts['files'],
      ...options.parts,
    },
    modules: (parts) => {
      const modules = [identityModule(parts, identityOptions), ...(options.more?.(parts) ?? [])]
      permissions = modules.flatMap((module) => module.permissions ?? [])
      authoriser = openAuthoriser(parts, identityOptions)
      return modules
    },
    authorise: async (request) => await authoriser!.authorise(request),
  })
  const ctx = () => systemCtx(database)
  if (!shared && options.founded !== false) await found(ctx())

  const made: IdentityServer = {
    ...server,
    mails,
    jobs,
    ctx,
    visitor: (headers) => visitor(server.url, headers),
    async signedIn(email, name = email.split('@')[0] ?? email) {
      const known = await database.db
        .selectFrom('account')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirst()
      if (!known) await createAccount(ctx(), { email, name, password: goodPassword })
      const person = visitor(server.url)
      const reply = await person.post('/api/session', { email, password: goodPassword })
      if (reply.status !== 200) throw new Error(`${email} cannot sign in: ${reply.text}`)
      return person
    },
    twin: () => startIdentity(options, { database, secrets }),
    async close() {
      await authoriser?.close()
      await server.close()
      if (!shared) await database.close()
    },
  }
  return made
}

export function identityServer(options: IdentityTestOptions = {}): () => IdentityServer {
  let server: IdentityServer
  beforeAll(async () => {
    server = await startIdentity(options)
  })
  afterAll(() => server?.close())
  return () => server
}

/** The system, now: sessions and sign-ins are compared with the database's own clock. */
const systemCtx = (database: Connection): Ctx =>
  testCtx(database, { kind: 'system', name: 'test' }, new Date())

const found = (ctx: Ctx) =>
  foundCommunity(ctx, {
    owner: { name: '林晓', email: ownerEmail, password: goodPassword },
    brand: { name: '山丘咖啡' },
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    start: 'empty',
  })

const keepMails = (mails: KeptMail[]): Mail => ({
  async send(_, { to, template, locale, values }) {
    const content = template.compose(values, {
      locale,
      brand: { name: '山丘咖啡' },
      baseUrl: '',
      say: (message, more) => render(message, locale, { brand: '山丘咖啡', ...more }),
    })
    const button = content.blocks.find((block) => block.kind === 'button')
    mails.push({ to, template: template.name, content, link: button?.kind === 'button' ? button.url : '' })
  },
})

const runJobs = (asked: { name: string; input: unknown }[], run: boolean): Jobs => ({
  async enqueue(ctx, job, input) {
    asked.push({ name: job.name, input })
    if (run)
      await job.run(ctx, job.input.parse(input), {
        id: '1',
        attempt: 1,
        requestedBy: describeActor(ctx.actor),
        signal: new AbortController().signal,
        progress: async () => undefined,
      })
    return '1'
  },
  find: () => undefined,
  nextRun: () => undefined,
})
