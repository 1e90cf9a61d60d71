/** Who is here, and the ways in and out. */
import { z } from 'zod'
import { anyone, signedIn } from '#base/access/access.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { asLocale, email, isReachable } from '../accounts/email.ts'
import { givenPassword } from '../accounts/passwords.ts'
import { findCommunity } from '../community/community.ts'
import { communityCard, presentCard } from '../community/presenter.ts'
import type { Identity } from '../engine/identity.ts'
import { identityProblems } from '../problems.ts'
import { keepCookies, localPath } from './answer.ts'
import { knock } from './limits.ts'
import { type mailLinkJob, requestLink } from './links.ts'
import { passkeyOptions, signInWithPasskey } from './passkey-sign-in.ts'
import { describeOperator, operatorCard } from './present.ts'
import { signOut } from './sessions.ts'
import { signInWithCode, signInWithPassword } from './sign-in.ts'

const tag = 'Session'
const entered = z.object({ status: z.enum(['signedIn', 'twoFactorRequired']) })
/** Where to go afterwards: a path on this site. */
export const next = z.string().max(512).optional()

export const sessionAnswer = z.object({
  account: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      emailVerified: z.boolean(),
      avatarUrl: z.string().nullable(),
      locale: z.enum(['zh-CN', 'en']),
      timeZone: z.string().nullable(),
      suspended: z.boolean(),
      twoFactor: z.boolean(),
    })
    .nullable(),
  member: z.object({ id: z.string() }).nullable(),
  operator: operatorCard.nullable(),
  community: communityCard,
  setupRequired: z.boolean(),
  methods: z.object({
    password: z.boolean(),
    magicLink: z.boolean(),
    passkey: z.boolean(),
    oidc: z.object({ name: z.string() }).nullable(),
    wechat: z.boolean(),
  }),
})

export const sessionRoutes = (identity: Identity, linkJob: ReturnType<typeof mailLinkJob>): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/session',
      summary: 'Tell who is signed in, and to what',
      tag,
      access: anyone,
      answer: sessionAnswer,
    },
    async (ctx) => {
      const { parts, engine } = identity
      const community = await findCommunity(ctx)
      const { actor } = ctx
      const account =
        actor.kind === 'account'
          ? await ctx.db
              .selectFrom('account')
              .selectAll()
              .where('id', '=', actor.accountId)
              .executeTakeFirst()
          : undefined
      return {
        account: account
          ? {
              id: account.id,
              name: account.name,
              email: isReachable(account.email) ? account.email : null,
              emailVerified: account.email_verified,
              avatarUrl: account.avatar_file_id
                ? ((await parts.files.url(ctx, account.avatar_file_id)) ?? null)
                : null,
              locale: asLocale(account.locale),
              timeZone: account.time_zone,
              suspended: actor.kind === 'account' && actor.suspended,
              twoFactor: account.two_factor_enabled,
            }
          : null,
        member: actor.kind === 'account' && actor.memberId ? { id: actor.memberId } : null,
        operator: account ? await describeOperator(ctx, account.id) : null,
        community: await presentCard(identity, ctx, community),
        setupRequired: community === undefined,
        methods: {
          password: true,
          magicLink: true,
          passkey: true,
          oidc: engine.oidc ? { name: parts.config.OIDC_NAME } : null,
          wechat: engine.wechat,
        },
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/session',
      summary: 'Sign in with e-mail and password',
      tag,
      access: anyone,
      limit: knock,
      idempotency: 'none',
      body: z.object({ email, password: givenPassword, remember: z.boolean().default(true) }),
      answer: entered,
    },
    async (ctx, { body, request }) => {
      const { status, cookies } = await signInWithPassword(identity, ctx, request, body)
      keepCookies(request, cookies)
      return { status }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/session/two-factor',
      summary: 'Finish signing in with a code',
      tag,
      access: anyone,
      limit: knock,
      idempotency: 'none',
      body: z.object({ code: z.string().min(6).max(32), trustDevice: z.boolean().default(false) }),
      answer: entered,
    },
    async (ctx, { body, request }) => {
      const { status, cookies } = await signInWithCode(identity, ctx, request, body)
      keepCookies(request, cookies)
      return { status }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/session/magic-link',
      summary: 'Ask for a link that signs in; the answer is the same for every address',
      tag,
      access: anyone,
      limit: knock,
      idempotency: 'none',
      body: z.object({ email, next }),
      answer: z.object({ status: z.literal('sent') }),
      status: 202,
    },
    async (ctx, { body }) => {
      await requestLink(identity, ctx, linkJob, {
        kind: 'link',
        email: body.email,
        next: localPath(body.next),
      })
      return { status: 'sent' as const }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/session/passkey/options',
      summary: 'Begin signing in with a passkey',
      tag,
      access: anyone,
      limit: knock,
      idempotency: 'none',
      answer: z.record(z.string(), z.unknown()),
    },
    async (ctx, { request }) => {
      const { options, cookies } = await passkeyOptions(identity, ctx, request)
      keepCookies(request, cookies)
      return options
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/session/passkey',
      summary: 'Sign in with a passkey',
      tag,
      access: anyone,
      limit: knock,
      idempotency: 'none',
      body: z.looseObject({ id: z.string().max(1_024) }),
      answer: entered,
    },
    async (ctx, { body, request }) => {
      const { status, cookies } = await signInWithPasskey(identity, ctx, request, body)
      keepCookies(request, cookies)
      return { status }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/session/social',
      summary: 'Begin signing in with WeChat or the single sign-on',
      tag,
      access: anyone,
      limit: knock,
      idempotency: 'none',
      body: z.object({ provider: z.enum(['wechat', 'oidc']), next }),
      answer: z.object({ url: z.string() }),
    },
    async (ctx, { body, request }) => {
      const away = await identity.engine
        .sendAway(ctx, request, body.provider, localPath(body.next))
        .catch((cause: unknown) => {
          throw identityProblems.providerUnavailable({ cause })
        })
      if (!away) throw identityProblems.methodUnavailable()
      keepCookies(request, away.cookies)
      return { url: away.url }
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/session',
      summary: 'Sign out',
      tag,
      access: signedIn,
    },
    async (ctx, { request }) => {
      keepCookies(request, await signOut(identity, ctx))
      return undefined
    },
  ),
]
