/** How one gets into a group, and its invitations; for operators. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, moment, pageOf, pageQuery } from '#base/http/schemas.ts'
import { pending } from '../pending.ts'
import { invitationAnswer, ownAdmission } from './shapes.ts'
import { admissionAnswer, admissionFields } from './steps.ts'

const tag = 'groups'
const members = permitted('groups.members')

export const admissionRoutes = () => [
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
    pending,
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
    pending,
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
    pending,
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
    pending,
  ),
  route(
    {
      method: 'post',
      path: '/api/groups/{id}/invitations',
      summary: 'Make an invite code',
      tag,
      access: members,
      idempotency: 'required',
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
    pending,
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
    pending,
  ),
]
