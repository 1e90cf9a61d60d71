/** How one gets into a group, and its invitations; for operators. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, moment, pageOf, pageQuery } from '#base/http/schemas.ts'
import type { Audience } from '#modules/audience/api.ts'
import { findMember } from '#modules/members/api.ts'
import { getGroup } from '../groups/groups.sql.ts'
import { groupProblems } from '../problems.ts'
import { endInvitation, findInvitations, type Invitation, invite, stateOf } from './invitations.ts'
import { findOwnAdmission } from './own-admission.ts'
import { findSteps, saveSteps, warningsOf } from './settings.ts'
import { invitationAnswer, ownAdmission } from './shapes.ts'
import { admissionAnswer, admissionFields } from './steps.ts'

const presentInvitation = (now: Date, row: Invitation): z.input<typeof invitationAnswer> => ({
  id: row.id,
  code: row.code,
  url: `/groups/${row.slug}?code=${row.code}`,
  note: row.note,
  straight: row.straight,
  most: row.most,
  used: row.used,
  endsAt: row.endsAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  state: stateOf(row, now),
})

const tag = 'groups'
const members = permitted('groups.members')

export const admissionRoutes = (audience: Audience) => [
  route(
    {
      method: 'get',
      path: '/api/groups/{id}/admission',
      summary: 'See how one gets into a group',
      tag,
      // With the right answers of quizzes.
      access: permitted('groups.edit'),
      params: idParams,
      answer: admissionAnswer,
    },
    async (ctx, { params }) => {
      await getGroup(ctx, params.id)
      const steps = await findSteps(ctx, params.id)
      return { steps, warnings: warningsOf(ctx, steps) }
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/groups/{id}/admission',
      summary: 'Save the steps of admission in order; none opens the door',
      tag,
      access: permitted('groups.edit'),
      params: idParams,
      body: admissionFields,
      answer: admissionAnswer,
    },
    async (ctx, { params, body }) => {
      const steps = await saveSteps(ctx, audience, params.id, body.steps)
      return { steps, warnings: warningsOf(ctx, steps) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/groups/{id}/admission/members/{memberId}',
      summary: 'See why a member gets in or not',
      tag,
      access: members,
      params: z.object({ id, memberId: id }),
      answer: ownAdmission,
    },
    async (ctx, { params }) => {
      const group = await getGroup(ctx, params.id)
      if (!(await findMember(ctx, params.memberId))) throw groupProblems.membershipNotFound()
      return await findOwnAdmission(ctx, audience, group, params.memberId)
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/groups/{id}/invitations',
      summary: 'List the invite codes of a group',
      tag,
      access: members,
      params: idParams,
      query: pageQuery,
      answer: pageOf(invitationAnswer),
    },
    async (ctx, { params, query }) => {
      await getGroup(ctx, params.id)
      const after = readCursor('invitations', query.cursor)
      const page = await findInvitations(ctx, params.id, { after, limit: query.limit })
      return {
        items: page.items.map((each) => presentInvitation(ctx.now, each)),
        next: writeCursor('invitations', page.next),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/groups/{id}/invitations',
      summary: 'Make an invite code',
      tag,
      access: members,
      params: idParams,
      body: z.object({
        note: z.string().trim().max(60).default(''),
        straight: z.boolean().default(false).describe('Lets in without the other steps'),
        most: z.int().min(1).max(100_000).nullable().default(null),
        endsAt: moment.nullable().default(null),
      }),
      answer: invitationAnswer,
      status: 201,
    },
    async (ctx, { params, body }) =>
      presentInvitation(
        ctx.now,
        await invite(ctx, params.id, { ...body, endsAt: body.endsAt ? new Date(body.endsAt) : null }),
      ),
  ),
  route(
    {
      method: 'delete',
      path: '/api/group-invitations/{id}',
      summary: 'End an invite code',
      tag,
      access: members,
      params: idParams,
    },
    async (ctx, { params }) => {
      await endInvitation(ctx, params.id)
      return undefined
    },
  ),
]
