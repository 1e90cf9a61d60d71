/** Our additions to the sign-in library: a second factor for every way in, and knowing what was opened. */
import { APIError, createAuthEndpoint, createAuthMiddleware } from 'better-auth/api'
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies'
import { generateRandomString } from 'better-auth/crypto'
import type { BetterAuthPlugin } from 'better-auth/types'
import { z } from 'zod'
import { noteOpened } from './scope.ts'

const challengeSeconds = 600

/**
 * The library asks for the second factor after a password only. A link in a mailbox or a sign-in at
 * an identity provider proves one thing as well, so they lead to the same question. (A passkey proves two.)
 */
export const secondFactorEverywhere = {
  id: 'juluo-second-factor',
  hooks: {
    after: [
      {
        matcher: ({ path }) => path === '/magic-link/verify' || path === '/callback/:id',
        handler: createAuthMiddleware(async (ctx) => {
          const opened = ctx.context.newSession
          if (opened?.user.twoFactorEnabled !== true) return
          deleteSessionCookie(ctx, true)
          await ctx.context.internalAdapter.deleteSession(opened.session.token)
          ctx.context.setNewSession(null)
          const identifier = `2fa-${generateRandomString(20)}`
          const expiresAt = new Date(Date.now() + challengeSeconds * 1000)
          await ctx.context.internalAdapter.createVerificationValue({
            identifier,
            value: opened.user.id,
            expiresAt,
          })
          await ctx.context.internalAdapter.createVerificationValue({
            identifier: `2fa-attempts-${identifier}`,
            value: '0',
            expiresAt,
          })
          const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: challengeSeconds })
          await ctx.setSignedCookie(cookie.name, identifier, ctx.context.secret, cookie.attributes)
          if (ctx.path === '/callback/:id') throw ctx.redirect('/sign-in?step=two-factor')
          return ctx.json({ twoFactorRedirect: true })
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin

/** Opens a session for an account that proved itself by our own means (first-run setup, a link of ours). Not reachable over HTTP. */
export const sessionOpener = {
  id: 'juluo-session',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ accountId: z.string() }) },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId)
        if (!user) throw new APIError('NOT_FOUND')
        const session = await ctx.context.internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ ok: true })
      },
    ),
  },
} satisfies BetterAuthPlugin

/** Listed last: tells the scope of the call which session is open when everyone else is done. */
export const openedSessionTeller = {
  id: 'juluo-opened-session',
  hooks: {
    after: [
      {
        matcher: () => true,
        handler: createAuthMiddleware(async (ctx) => {
          const opened = ctx.context.newSession
          noteOpened(
            opened ? { accountId: String(opened.user.id), sessionId: String(opened.session.id) } : undefined,
          )
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin
