/**
 * The sign-in library (better-auth), set up once and used as a library: our routes call `auth.api`, so
 * that limits, problems and languages are the same as everywhere. See docs/decisions for why and how.
 */
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { type GenericOAuthConfig, genericOAuth, magicLink, twoFactor } from 'better-auth/plugins'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { RequestInfo } from '#base/http/request.ts'
import type { Parts } from '#base/parts.ts'
import { createSealer } from '#base/sealer.ts'
import { type CookieNames, cookieNames } from './cookies.ts'
import { passwordLength } from './limits.ts'
import { oidcProvider } from './oidc.ts'
import { openedSessionTeller, secondFactorEverywhere, sessionOpener } from './plugins.ts'
import { inScope, type OpenedSession } from './scope.ts'
import { libraryStore } from './store.ts'
import { wechatProvider } from './wechat.ts'

/** Longest life of a session in the database; the security policy shortens it, see `sign-in/authoriser.ts`. */
const sessionSeconds = 90 * 86_400

/** What a call of the library came to. `opened`: the session that exists now, committed with the rest. */
export interface EngineAnswer {
  readonly ok: boolean
  readonly status: number
  /** Code of the library when it refused, for example `INVALID_EMAIL_OR_PASSWORD`. */
  readonly code?: string
  readonly body: Record<string, unknown>
  /** `Set-Cookie` lines for the caller. */
  readonly cookies: readonly string[]
  readonly location?: string
  readonly opened: OpenedSession | undefined
}

function build(parts: Parts, names: CookieNames, providers: GenericOAuthConfig[]) {
  const { connection, secrets, config, log } = parts
  return betterAuth({
    appName: 'Juluo',
    baseURL: new URL(config.baseUrl).origin,
    basePath: '/api/auth',
    secret: secrets.key('identity.session').toString('base64url'),
    database: libraryStore(connection.db, createSealer(secrets.key('identity.verification'))),
    telemetry: { enabled: false },
    // Counted by us, per account and in PostgreSQL; the library counts per address, in memory.
    rateLimit: { enabled: false },
    trustedOrigins: [new URL(config.baseUrl).origin],
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'credential',
      fields: {
        accountId: 'subject',
        providerId: 'provider',
        userId: 'account_id',
        password: 'password_hash',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, disableImplicitLinking: true, allowDifferentEmails: false },
    },
    session: {
      fields: {
        token: 'token_hash',
        userId: 'account_id',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    verification: {
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      storeIdentifier: 'hashed',
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
    },
    plugins: [
      magicLink({
        expiresIn: 900,
        storeToken: 'hashed',
        disableSignUp: true,
        sendMagicLink: async ({ token, metadata }) => metadata?.take?.(token),
      }),
      passkey({
        rpName: 'Juluo',
        rpID: new URL(config.baseUrl).hostname,
        origin: new URL(config.baseUrl).origin,
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        schema: {
          passkey: {
            fields: {
              publicKey: 'public_key',
              userId: 'account_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
        authentication: {
          // The passkey stands for both factors only when the device checked who holds it.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new Error('The person was not verified')
          },
        },
      }),
      twoFactor({
        allowPasswordless: true,
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'account_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      ...(providers.length > 0 ? [genericOAuth({ config: providers })] : []),
      secondFactorEverywhere,
      sessionOpener,
      openedSessionTeller,
    ],
    advanced: {
      cookiePrefix: names.prefix,
      useSecureCookies: false, // we write the stricter `__Host-` prefix ourselves
      defaultCookieAttributes: { secure: names.secure, httpOnly: true, sameSite: 'lax', path: '/' },
      disableOriginCheck: false,
      database: { generateId: false },
      // Only what we say: the address was already found with our own list of trusted proxies.
      ipAddress: { ipAddressHeaders: ['x-juluo-address'] },
    },
    // Its lines may hold addresses; the fact that something failed is enough.
    logger: {
      level: 'error',
      log: (_level, message) => log.warn({ from: 'sign-in library' }, String(message).slice(0, 200)),
    },
  })
}

type Auth = ReturnType<typeof build>

export interface Engine {
  readonly names: CookieNames
  readonly oidc: boolean
  readonly wechat: boolean
  /**
   * Calls the library in one transaction with `also`, our own part of the verb. What the library wrote
   * before it refused (attempts, locks) is kept.
   */
  call(
    ctx: Ctx,
    request: RequestInfo,
    call: (auth: Auth, headers: Headers) => Promise<unknown>,
    also?: (ctx: Ctx, answer: EngineAnswer) => Promise<void>,
  ): Promise<EngineAnswer>
  /** The library's own handler; for the one address that identity providers send people back to. */
  callback(
    ctx: Ctx,
    request: RequestInfo,
    url: URL,
    also: (ctx: Ctx, answer: EngineAnswer) => Promise<void>,
  ): Promise<EngineAnswer>
  /** The backup codes that are left; for the owner, right after they were made. */
  backupCodes(ctx: Ctx, accountId: Id): Promise<string[]>
  /** Runs internal verbs of the library (values, passwords) in the transaction of `ctx`. */
  inside<T>(ctx: Ctx, verb: (inner: Awaited<Auth['$context']>) => Promise<T>): Promise<T>
  /** A token that signs an address in once, within 15 minutes. */
  magicToken(ctx: Ctx, email: string): Promise<string>
  /** The address at a provider to send a person to, and the cookies that go with it. */
  sendAway(
    ctx: Ctx,
    request: RequestInfo,
    provider: string,
    next: string,
  ): Promise<{ readonly url: string; readonly cookies: readonly string[] } | undefined>
  /** Paths of the library that exist at all; none of them is reachable but the callback. */
  readonly paths: readonly string[]
}

export function createEngine(parts: Parts): Engine {
  const names = cookieNames(parts.config.baseUrl)
  const providers = [wechatProvider(parts), oidcProvider(parts)].filter((each) => each !== undefined)
  const auth = build(parts, names, providers)

  const run = (
    ctx: Ctx,
    call: () => Promise<unknown>,
    also?: (ctx: Ctx, answer: EngineAnswer) => Promise<void>,
  ) =>
    transact(ctx, async (inner) => {
      const { value, opened } = await inScope(inner.db, call)
      const answer = await read(value as Response, opened)
      await also?.(inner, answer)
      return answer
    })

  return {
    names,
    oidc: providers.some((each) => each.providerId === 'oidc'),
    wechat: providers.some((each) => each.providerId === 'wechat'),
    paths: Object.values(auth.api).flatMap((endpoint) => (endpoint.path ? [endpoint.path] : [])),
    call: (ctx, request, call, also) => run(ctx, () => call(auth, libraryHeaders(parts, request)), also),
    callback: (ctx, request, url, also) =>
      run(ctx, () => auth.handler(new Request(url, { headers: libraryHeaders(parts, request) })), also),
    async magicToken(ctx, email) {
      let token = ''
      const metadata = {
        take: (issued: string) => {
          token = issued
        },
      }
      const headers = new Headers()
      await inScope(ctx.db, () => auth.api.signInMagicLink({ body: { email, metadata }, headers }))
      return token
    },
    async sendAway(ctx, request, name, next) {
      const provider = providers.find((each) => each.providerId === name)
      if (!provider) return undefined
      const answer = await run(ctx, () =>
        auth.api.signInSocial({
          body: {
            provider: name,
            callbackURL: next,
            errorCallbackURL: '/sign-in',
            disableRedirect: true,
          },
          headers: libraryHeaders(parts, request),
          asResponse: true,
        }),
      )
      if (typeof answer.body.url !== 'string') return undefined
      return { url: (await provider.sendTo(new URL(answer.body.url))).href, cookies: answer.cookies }
    },
    async backupCodes(ctx, accountId) {
      const { value } = await inScope(ctx.db, () => auth.api.viewBackupCodes({ body: { userId: accountId } }))
      return value.backupCodes
    },
    async inside(ctx, verb) {
      const inner = await auth.$context
      return (await inScope(ctx.db, () => verb(inner))).value
    },
  }
}

/** The few headers that the library may see. Nothing of the request can change an address or a host. */
function libraryHeaders(parts: Parts, request: RequestInfo): Headers {
  const headers = new Headers({ 'x-juluo-address': request.ip, origin: new URL(parts.config.baseUrl).origin })
  for (const name of ['cookie', 'user-agent']) {
    const value = request.headers.get(name)
    if (value) headers.set(name, value.slice(0, 4096))
  }
  return headers
}

async function read(response: Response, opened: OpenedSession | undefined): Promise<EngineAnswer> {
  const text = await response.text()
  const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {}
  const body = parsed as Record<string, unknown>
  return {
    ok: response.status < 400,
    status: response.status,
    ...(typeof body.code === 'string' ? { code: body.code } : {}),
    body,
    cookies: response.headers.getSetCookie(),
    ...(response.headers.get('location') ? { location: response.headers.get('location') as string } : {}),
    opened: response.status < 400 ? opened : undefined,
  }
}
