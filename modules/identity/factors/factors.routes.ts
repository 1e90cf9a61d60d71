/** The own second factor and passkeys. */
import { z } from 'zod'
import { signedIn } from '#base/access/access.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { idParams, moment } from '#base/http/schemas.ts'
import { accountId } from '../accounts/actor.ts'
import { givenPassword } from '../accounts/passwords.ts'
import type { Identity } from '../engine/identity.ts'
import { keepCookies } from '../sign-in/answer.ts'
import { change } from '../sign-in/limits.ts'
import { addPasskey, findPasskeys, passkeyEnrolment, removePasskey } from './passkeys.ts'
import { beginTwoFactor, confirmTwoFactor, endTwoFactor } from './two-factor.ts'

const tag = 'Account'
const passkeyView = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: moment,
  /** Kept by a password manager or the system's cloud, so that losing the device does not lose it. */
  backedUp: z.boolean(),
})

export const factorsRoutes = (identity: Identity): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/account/two-factor',
      summary: 'Tell whether a second factor is asked for',
      tag,
      access: signedIn,
      answer: z.object({ enabled: z.boolean(), backupCodesLeft: z.number().int() }),
    },
    async (ctx) => {
      const row = await ctx.db
        .selectFrom('account')
        .select('two_factor_enabled')
        .where('id', '=', accountId(ctx))
        .executeTakeFirst()
      const enabled = row?.two_factor_enabled ?? false
      return {
        enabled,
        backupCodesLeft: enabled ? (await identity.engine.backupCodes(ctx, accountId(ctx))).length : 0,
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/account/two-factor',
      summary: 'Begin setting up an authenticator app',
      tag,
      access: signedIn,
      limit: change,
      idempotency: 'none',
      body: z.object({ password: givenPassword.optional() }),
      answer: z.object({ uri: z.string(), secret: z.string(), qr: z.string() }),
    },
    async (ctx, { body, request }) => {
      const { cookies, ...enrolment } = await beginTwoFactor(identity, ctx, request, body.password)
      keepCookies(request, cookies)
      return enrolment
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/account/two-factor',
      summary: 'Confirm the authenticator app with a code; answers the backup codes, once',
      tag,
      access: signedIn,
      limit: change,
      body: z.object({ code: z.string().regex(/^\d{6}$/) }),
      answer: z.object({ backupCodes: z.array(z.string()) }),
    },
    async (ctx, { body, request }) => {
      const { codes, cookies } = await confirmTwoFactor(identity, ctx, request, body.code)
      keepCookies(request, cookies)
      return { backupCodes: codes }
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/account/two-factor',
      summary: 'Stop asking for a second factor',
      tag,
      access: signedIn,
      limit: change,
      body: z.object({ password: givenPassword.optional() }),
    },
    async (ctx, { body, request }) => {
      keepCookies(request, await endTwoFactor(identity, ctx, request, body.password))
      return undefined
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/account/passkeys',
      summary: 'List the own passkeys',
      tag,
      access: signedIn,
      answer: z.object({ items: z.array(passkeyView) }),
    },
    async (ctx) => ({ items: (await findPasskeys(ctx)).map(presentPasskey) }),
  ),
  route(
    {
      method: 'post',
      path: '/api/account/passkeys/options',
      summary: 'Begin adding a passkey',
      tag,
      access: signedIn,
      limit: change,
      idempotency: 'none',
      answer: z.record(z.string(), z.unknown()),
    },
    async (ctx, { request }) => {
      const { options, cookies } = await passkeyEnrolment(identity, ctx, request)
      keepCookies(request, cookies)
      return options
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/account/passkeys',
      summary: 'Add a passkey',
      tag,
      access: signedIn,
      limit: change,
      idempotency: 'none',
      body: z.object({
        name: z.string().trim().min(1).max(60).optional(),
        /** What the browser made of the options (RegistrationResponseJSON). */
        credential: z.looseObject({ id: z.string().max(1_024) }),
      }),
      answer: passkeyView,
      status: 201,
    },
    async (ctx, { body, request }) =>
      presentPasskey(await addPasskey(identity, ctx, request, body.credential, body.name)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/account/passkeys/{id}',
      summary: 'Remove a passkey',
      tag,
      access: signedIn,
      params: idParams,
    },
    async (ctx, { params }) => {
      await removePasskey(ctx, params.id)
      return undefined
    },
  ),
]

const presentPasskey = (row: Awaited<ReturnType<typeof findPasskeys>>[number]) => ({
  id: row.id,
  name: row.name ?? '',
  createdAt: (row.created_at ?? new Date(0)).toISOString(),
  backedUp: row.backed_up,
})
