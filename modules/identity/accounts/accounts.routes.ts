/** Joining, proving an address, resetting a password. Answers never tell whether an address is known. */
import { z } from 'zod'
import { anyone, bearerOf, signedIn } from '#base/access/access.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { purposeCodes } from '../consents/purposes.ts'
import type { Identity } from '../engine/identity.ts'
import { keepCookies } from '../sign-in/answer.ts'
import { ask, knock } from '../sign-in/limits.ts'
import { type mailLinkJob, requestLink } from '../sign-in/links.ts'
import { personName } from './account.routes.ts'
import { getAccount } from './accounts.ts'
import { accountId } from './actor.ts'
import { followAddressProof, mailAddressProof } from './address.ts'
import { email } from './email.ts'
import { givenPassword, password } from './passwords.ts'
import { resetPassword } from './reset.ts'
import { signUp } from './sign-up.ts'

const tag = 'Account'

export const accountsRoutes = (identity: Identity, linkJob: ReturnType<typeof mailLinkJob>): AnyRoute[] => [
  route(
    {
      method: 'post',
      path: '/api/accounts',
      summary: 'Ask for an account; a mail to the address finishes it',
      tag,
      access: anyone,
      limit: ask,
      idempotency: 'none',
      body: z.object({
        name: personName,
        email,
        password: password.optional(),
        /** Purposes agreed to; `terms` and `privacy` are needed, the others are free. */
        consents: z.array(z.enum(purposeCodes)).max(purposeCodes.length),
      }),
      answer: z.object({ status: z.literal('checkMail') }),
      status: 202,
    },
    async (ctx, { body, request }) => {
      keepCookies(request, await signUp(identity, ctx, request, body))
      return { status: 'checkMail' as const }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/email-verification',
      summary: 'Send the mail that proves the own address again',
      tag,
      access: signedIn,
      limit: ask,
      answer: z.object({ status: z.literal('sent') }),
      status: 202,
    },
    async (ctx) => {
      const account = await getAccount(ctx, accountId(ctx))
      if (!account.email_verified) await mailAddressProof(identity, ctx, account, account.email)
      return { status: 'sent' as const }
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/email-verification',
      summary: 'Prove an address with the token from a mail',
      tag,
      access: bearerOf('a token from a mail'),
      limit: knock,
      body: z.object({
        token: z.string().max(128),
        /** Asked for (`password_needed`) when another browser follows the link than the one that signed up. */
        password: givenPassword.optional(),
      }),
      answer: z.object({ status: z.enum(['signedIn', 'confirmed']) }),
    },
    async (ctx, { body, request }) => {
      const { status, cookies } = await followAddressProof(identity, ctx, request, body)
      keepCookies(request, cookies)
      return { status }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/password-reset',
      summary: 'Ask for a mail that sets a new password; the answer is the same for every address',
      tag,
      access: anyone,
      limit: ask,
      idempotency: 'none',
      body: z.object({ email }),
      answer: z.object({ status: z.literal('sent') }),
      status: 202,
    },
    async (ctx, { body }) => {
      await requestLink(identity, ctx, linkJob, { kind: 'reset', email: body.email, next: '/' })
      return { status: 'sent' as const }
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/password-reset',
      summary: 'Set a new password with the token from a mail; all sessions end',
      tag,
      access: bearerOf('a token from a mail'),
      limit: knock,
      body: z.object({ token: z.string().max(128), password }),
    },
    async (ctx, { body }) => {
      await resetPassword(identity, ctx, body)
      return undefined
    },
  ),
]
