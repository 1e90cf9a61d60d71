/** The own account: name, language, address, password, and where it is signed in. */
import { z } from 'zod'
import { signedIn } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { idParams, moment, refusal } from '#base/http/schemas.ts'
import { isZone } from '../community/community.ts'
import type { Identity } from '../engine/identity.ts'
import { identityProblems } from '../problems.ts'
import { change } from '../sign-in/limits.ts'
import { endSession, endSessions, findSessions } from '../sign-in/sessions.ts'
import { type AccountRow, changeAccount, getAccount, hasPassword } from './accounts.ts'
import { accountId, sessionId } from './actor.ts'
import { mailAddressProof } from './address.ts'
import { confirmOwnPassword } from './confirm.ts'
import { asLocale, email, isReachable } from './email.ts'
import { givenPassword, password } from './passwords.ts'
import { changePassword } from './reset.ts'

const tag = 'Account'
/** A name is a name: what looks like an address would turn our mails into somebody’s advertisement. (U+200D joins emoji.) */
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine(
    (name) => !/(?!\u200d)[\p{Cc}\p{Cf}]|:\/\/|www\./iu.test(name),
    refusal({
      zh: '名字里不能有网址或不可见字符',
      en: 'A name cannot hold addresses or invisible characters',
    }),
  )

const accountView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  avatarUrl: z.string().nullable(),
  locale: z.enum(['zh-CN', 'en']),
  timeZone: z.string().nullable(),
  hasPassword: z.boolean(),
  twoFactor: z.boolean(),
  createdAt: moment,
})

async function present({ parts }: Identity, ctx: Ctx, row: AccountRow): Promise<z.input<typeof accountView>> {
  return {
    id: row.id,
    name: row.name,
    email: isReachable(row.email) ? row.email : null,
    emailVerified: row.email_verified,
    avatarUrl: row.avatar_file_id ? ((await parts.files.url(ctx, row.avatar_file_id)) ?? null) : null,
    locale: asLocale(row.locale),
    timeZone: row.time_zone,
    hasPassword: await hasPassword(ctx, row.id),
    twoFactor: row.two_factor_enabled,
    createdAt: row.created_at.toISOString(),
  }
}

export const accountRoutes = (identity: Identity): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/account',
      summary: 'Read the own account',
      tag,
      access: signedIn,
      answer: accountView,
    },
    async (ctx) => await present(identity, ctx, await getAccount(ctx, accountId(ctx))),
  ),
  route(
    {
      method: 'patch',
      path: '/api/account',
      summary: 'Change the own account',
      tag,
      access: signedIn,
      body: z.object({
        name: personName.optional(),
        locale: z.enum(['zh-CN', 'en']).optional(),
        timeZone: z.string().max(64).nullable().optional(),
        avatarFileId: idParams.shape.id.nullable().optional(),
      }),
      answer: accountView,
    },
    async (ctx, { body }) => {
      if (body.timeZone && !isZone(body.timeZone))
        throw identityProblems.zoneUnknown({ values: { zone: body.timeZone } })
      return await present(identity, ctx, await changeAccount(ctx, accountId(ctx), body))
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/account/password',
      summary: 'Change the own password; other sessions end',
      tag,
      access: signedIn,
      limit: change,
      body: z.object({ current: givenPassword.optional(), password }),
    },
    async (ctx, { body }) => {
      await changePassword(identity, ctx, body)
      return undefined
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/account/email',
      summary: 'Ask for another address; it counts when it is proven',
      tag,
      access: signedIn,
      limit: change,
      body: z.object({ email, password: givenPassword.optional() }),
      answer: z.object({ status: z.literal('checkMail') }),
      status: 202,
    },
    async (ctx, { body }) => {
      const account = await getAccount(ctx, accountId(ctx))
      await confirmOwnPassword(identity, ctx, account, body.password)
      await mailAddressProof(identity, ctx, account, body.email)
      return { status: 'checkMail' as const }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/account/sessions',
      summary: 'List where the own account is signed in',
      tag,
      access: signedIn,
      answer: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            current: z.boolean(),
            ip: z.string().nullable(),
            userAgent: z.string().nullable(),
            createdAt: moment,
            expiresAt: moment,
          }),
        ),
      }),
    },
    async (ctx) => ({
      items: (await findSessions(ctx, accountId(ctx))).map((row) => ({
        id: row.id,
        current: row.id === sessionId(ctx),
        ip: row.ip_address || null,
        userAgent: row.user_agent || null,
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
      })),
    }),
  ),
  route(
    {
      method: 'delete',
      path: '/api/account/sessions/{id}',
      summary: 'Sign out one device',
      tag,
      access: signedIn,
      params: idParams,
    },
    async (ctx, { params }) => {
      await endSession(ctx, accountId(ctx), params.id, 'signed_out')
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/account/sessions',
      summary: 'Sign out all other devices',
      tag,
      access: signedIn,
      answer: z.object({ ended: z.number().int() }),
    },
    async (ctx) => ({ ended: await endSessions(ctx, accountId(ctx), 'signed_out', sessionId(ctx)) }),
  ),
]
