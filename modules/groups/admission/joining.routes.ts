/** Getting into a group and out again, for members. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id } from '#base/http/schemas.ts'
import type { Audience } from '#modules/audience/api.ts'
import { inviteCode, slugParams } from '../groups/site.routes.ts'
import { accessGroup, requireAsker } from '../groups/site.ts'
import { endStay, requireStay } from '../memberships/memberships.ts'
import { doStep, handIn, withdraw } from './joining.ts'
import { findOwnAdmission } from './own-admission.ts'
import { ownAdmission } from './shapes.ts'

const tag = 'groups'
const at = (rest: string) => `/api/site/groups/{slug}${rest}`
/** What a member gives for a step; which of them counts depends on the kind of the step. */
const stepAnswer = z.object({
  code: inviteCode.optional(),
  answers: z
    .record(
      z.string().max(24),
      z.union([z.string().max(1_000), z.number(), z.array(z.string().max(80)).max(20)]),
    )
    .optional(),
  text: z.string().trim().max(1_000).optional(),
  fileId: id.optional(),
})

export const joiningRoutes = (audience: Audience) => [
  route(
    {
      method: 'get',
      path: at('/admission'),
      summary: 'See what you have to do to get in',
      tag,
      access: member,
      params: slugParams,
      query: z.object({ code: inviteCode.optional() }),
      answer: ownAdmission,
    },
    async (ctx, { params, query }) =>
      await findOwnAdmission(
        ctx,
        audience,
        await accessGroup(ctx, params.slug, query.code),
        requireAsker(ctx),
      ),
  ),
  route(
    {
      method: 'put',
      path: at('/admission/steps/{step}'),
      summary: 'Do a step of admission',
      tag,
      access: member,
      limit: { max: 30, perSeconds: 60, exact: true },
      params: slugParams.extend({ step: id }),
      body: stepAnswer,
      answer: ownAdmission,
    },
    async (ctx, { params, body }) => {
      const group = await accessGroup(ctx, params.slug, body.code)
      await doStep(ctx, group, requireAsker(ctx), params.step, body)
      return await findOwnAdmission(ctx, audience, group, requireAsker(ctx))
    },
  ),
  route(
    {
      method: 'post',
      path: at('/membership'),
      summary: 'Agree to the rules and go in, or hand in your application',
      tag,
      access: member,
      params: slugParams,
      body: z.object({
        rulesVersion: z
          .int()
          .nullable()
          .describe('The version you read and agree to; null when there is none'),
        code: inviteCode.optional().describe('Of an invitation'),
      }),
      answer: ownAdmission,
    },
    async (ctx, { params, body }) => {
      const group = await accessGroup(ctx, params.slug, body.code)
      await handIn(ctx, audience, group, requireAsker(ctx), body)
      return await findOwnAdmission(ctx, audience, group, requireAsker(ctx))
    },
  ),
  route(
    {
      method: 'delete',
      path: at('/admission'),
      summary: 'Take back your application',
      tag,
      access: member,
      params: slugParams,
    },
    async (ctx, { params }) => {
      const group = await accessGroup(ctx, params.slug)
      await withdraw(ctx, group.id, requireAsker(ctx))
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: at('/membership'),
      summary: 'Leave a group',
      tag,
      access: member,
      params: slugParams,
    },
    async (ctx, { params }) => {
      const group = await accessGroup(ctx, params.slug)
      const stay = await requireStay(ctx, group.id, requireAsker(ctx))
      await endStay(ctx, stay.id, { how: 'left' })
      return undefined
    },
  ),
]
