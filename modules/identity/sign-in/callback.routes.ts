/**
 * The two addresses that browsers reach from outside: a link in a mail, and the way back from an
 * identity provider. Both answer with a redirect to a path of ours, never to anywhere else.
 */
import { z } from 'zod'
import { bearerOf } from '#base/access/access.ts'
import { Problem } from '#base/http/problem.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { announceNewcomer } from '../accounts/newcomer.ts'
import type { Identity } from '../engine/identity.ts'
import { wechatState } from '../engine/wechat.ts'
import { keepCookies, localPath, redirectTo } from './answer.ts'
import { knock } from './limits.ts'
import { signInWithLink } from './links.ts'
import { recordSignIn } from './records.ts'
import { welcome } from './sign-in.ts'

/** Programs that look after mail ask for its links with HEAD: that must not use them up, nor sign anybody in. */
const lookedAt = () => redirectTo('/sign-in')

const secondStep = (next: string) =>
  `/sign-in/two-factor${next === '/' ? '' : `?${new URLSearchParams({ next })}`}`

export const callbackRoutes = (identity: Identity): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/auth/magic-link/verify',
      summary: 'Sign in with a link from a mail',
      tag: 'Session',
      access: bearerOf('a link from a mail'),
      limit: knock,
      hidden: true,
      query: z.object({ token: z.string().max(128), next: z.string().max(512).optional() }),
    },
    async (ctx, { query, request }) => {
      if (request.method === 'HEAD') return lookedAt()
      const next = localPath(query.next)
      try {
        const { status, cookies } = await signInWithLink(identity, ctx, request, query.token)
        keepCookies(request, cookies)
        return redirectTo(status === 'signedIn' ? next : secondStep(next))
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        return redirectTo('/sign-in?error=invalid_token')
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/auth/callback/{provider}',
      summary: 'Come back from an identity provider',
      tag: 'Session',
      access: bearerOf('the state of a sign-in that began here'),
      limit: knock,
      hidden: true,
      params: z.object({ provider: z.enum(['wechat', 'oidc']) }),
      query: z.object({
        code: z.string().max(2_048).optional(),
        state: z.string().max(512).optional(),
        iss: z.string().max(512).optional(),
        error: z.string().max(128).optional(),
        error_description: z.string().max(1_024).optional(),
      }),
    },
    async (ctx, { params, query, request }) => {
      if (request.method === 'HEAD') return lookedAt()
      const { parts, engine } = identity
      const url = new URL(`${new URL(parts.config.baseUrl).origin}/api/auth/callback/${params.provider}`)
      for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value)
      if (params.provider === 'wechat' && query.state)
        url.searchParams.set('state', wechatState.inward(query.state))
      let added: readonly string[] = []
      const answer = await engine.callback(ctx, request, url, async (inner, { opened, location }) => {
        if (opened) {
          await announceNewcomer(inner, opened.accountId)
          added = await welcome(identity, inner, request, opened, params.provider)
        } else
          await recordSignIn(inner, request, {
            method: params.provider,
            outcome: location?.includes('two-factor') ? 'two_factor_required' : 'refused',
          })
      })
      keepCookies(request, [...answer.cookies, ...added])
      return redirectTo(ourPath(answer.location, parts.config.baseUrl))
    },
  ),
]

/** The path of a redirect of the library; an error becomes the sign-in screen with its code. */
function ourPath(location: string | undefined, baseUrl: string): string {
  if (!location || !URL.canParse(location, baseUrl)) return '/sign-in?error=refused'
  const target = new URL(location, baseUrl)
  if (target.origin !== new URL(baseUrl).origin) return '/sign-in?error=refused'
  const error = target.searchParams.get('error')
  if (error) return `/sign-in?${new URLSearchParams({ error: error.slice(0, 64) })}`
  if (target.pathname === '/sign-in' && target.searchParams.get('step') === 'two-factor')
    return '/sign-in/two-factor'
  return localPath(`${target.pathname}${target.search}`)
}
