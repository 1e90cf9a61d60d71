/** The first run, the brand, and the security policy. */
import { z } from 'zod'
import { anyone, permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { transact } from '#base/context.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { personName } from '../accounts/account.routes.ts'
import { email } from '../accounts/email.ts'
import { password, requireStrong } from '../accounts/passwords.ts'
import type { Identity } from '../engine/identity.ts'
import { identityProblems } from '../problems.ts'
import { keepCookies } from '../sign-in/answer.ts'
import { ask } from '../sign-in/limits.ts'
import { openSession } from '../sign-in/sign-in.ts'
import { type CommunityRow, changeCommunity, findCommunity } from './community.ts'
import { communityView, presentCard } from './presenter.ts'
import { changeSecurity, getSecurity, type SecurityRow } from './security.ts'
import { foundCommunity } from './setup.ts'

const tag = 'Community'
const locale = z.enum(['zh-CN', 'en'])
const name = z.string().trim().min(1).max(60)
const slogan = z.string().trim().max(120)
const timeZone = z.string().max(64)
const fileId = idParams.shape.id

const securityView = z.object({
  operatorsNeedTwoFactor: z.boolean(),
  sessionDays: z.number().int(),
  operatorSessionHours: z.number().int(),
})

const presentSecurity = (row: SecurityRow): z.input<typeof securityView> => ({
  operatorsNeedTwoFactor: row.operators_need_two_factor,
  sessionDays: row.session_days,
  operatorSessionHours: row.operator_session_hours,
})

export const communityRoutes = (identity: Identity): AnyRoute[] => {
  const present = async (ctx: Ctx, row: CommunityRow): Promise<z.input<typeof communityView>> => ({
    ...(await presentCard(identity, ctx, row)),
    logoFileId: row.logo_file_id,
    foundedAt: row.founded_at.toISOString(),
    can: { change: may(ctx.actor, 'community.manage') },
  })
  return [
    route(
      {
        method: 'get',
        path: '/api/setup',
        summary: 'Tell whether the first-run setup is still to be done',
        tag,
        access: anyone,
        answer: z.object({ required: z.boolean() }),
      },
      async (ctx) => ({ required: (await findCommunity(ctx)) === undefined }),
    ),
    route(
      {
        method: 'post',
        path: '/api/setup',
        summary: 'Found the community and become its owner; works once',
        tag,
        access: anyone,
        limit: ask,
        idempotency: 'none',
        body: z.object({
          owner: z.object({ name: personName, email, password }),
          brand: z.object({ name, slogan: slogan.optional(), logoFileId: fileId.nullable().optional() }),
          timeZone,
          locale,
          start: z.enum(['empty', 'demo']),
        }),
        answer: z.object({ status: z.literal('signedIn') }),
        status: 201,
      },
      async (ctx, { body, request }) => {
        if (await findCommunity(ctx)) throw identityProblems.alreadyFounded()
        requireStrong(body.owner.password, body.owner)
        const cookies = await transact(ctx, async (inner) => {
          const ownerId = await foundCommunity(inner, body)
          return await openSession(identity, inner, request, ownerId, 'setup')
        })
        keepCookies(request, cookies)
        return { status: 'signedIn' as const }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/community',
        summary: 'Read the brand and the settings of the community',
        tag,
        access: permitted('operators.read'),
        answer: communityView,
      },
      async (ctx) => {
        const row = await findCommunity(ctx)
        if (!row) throw identityProblems.notFounded()
        return await present(ctx, row)
      },
    ),
    route(
      {
        method: 'patch',
        path: '/api/community',
        summary: 'Change the brand and the settings of the community',
        tag,
        access: permitted('community.manage'),
        body: z.object({
          name: name.optional(),
          slogan: slogan.optional(),
          logoFileId: fileId.nullable().optional(),
          timeZone: timeZone.optional(),
          locale: locale.optional(),
          icp: z.string().trim().max(60).optional(),
          policeFiling: z.string().trim().max(60).optional(),
        }),
        answer: communityView,
      },
      async (ctx, { body }) => await present(ctx, await changeCommunity(ctx, body)),
    ),
    route(
      {
        method: 'get',
        path: '/api/security',
        summary: 'Read the security policy',
        tag,
        access: permitted('security.manage'),
        answer: securityView,
      },
      async (ctx) => presentSecurity(await getSecurity(ctx)),
    ),
    route(
      {
        method: 'patch',
        path: '/api/security',
        summary: 'Change the security policy',
        tag,
        access: permitted('security.manage'),
        body: z.object({
          operatorsNeedTwoFactor: z.boolean().optional(),
          sessionDays: z.number().int().min(1).max(90).optional(),
          operatorSessionHours: z.number().int().min(1).max(720).optional(),
        }),
        answer: securityView,
      },
      async (ctx, { body }) => presentSecurity(await changeSecurity(ctx, body)),
    ),
  ]
}
