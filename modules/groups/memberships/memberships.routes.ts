/** Who is in a group, for operators. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageQuery } from '#base/http/schemas.ts'
import { pending } from '../pending.ts'
import { membershipAnswer, roles, stayAnswer } from './shapes.ts'

const tag = 'groups'
const read = permitted('groups.read')
const change = permitted('groups.members')
const reason = z.string().trim().min(1).max(300)

export const membershipRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/groups/{id}/members',
      summary: 'List the members of a group',
      tag,
      access: read,
      params: idParams,
      query: pageQuery.extend({
        q: z.string().trim().max(40).optional().describe('Part of nickname or card name'),
        role: z.enum(roles).optional(),
        tier: id.optional(),
        state: z.enum(['in', 'left']).default('in'),
        silentDays: z.coerce.number().int().min(1).max(365).optional().describe('Not seen for so many days'),
      }),
      answer: z.object({
        items: z.array(membershipAnswer),
        next: z.string().nullable(),
        total: z.int().nullable(),
      }),
    },
    pending,
  ),
  route(
    {
      method: 'post',
      path: '/api/groups/{id}/members',
      summary: 'Add members to a group by hand',
      tag,
      access: change,
      params: idParams,
      body: z.object({
        memberIds: z.array(id).min(1).max(500),
        role: z.enum(roles).default('member'),
      }),
      answer: z.object({ added: z.int(), already: z.int(), full: z.int() }),
    },
    pending,
  ),
  route(
    {
      method: 'patch',
      path: '/api/group-memberships/{id}',
      summary: 'Change the role or tier of a member of a group',
      tag,
      access: change,
      params: idParams,
      body: z.object({
        role: z.enum(roles).optional(),
        tierId: id.nullable().optional(),
        reason: z.string().trim().max(300).default(''),
      }),
      answer: membershipAnswer,
    },
    pending,
  ),
  route(
    {
      method: 'put',
      path: '/api/group-memberships/{id}/removal',
      summary: 'Remove a member from a group',
      tag,
      access: change,
      params: idParams,
      body: z.object({ reason }),
      answer: membershipAnswer,
    },
    pending,
  ),
  route(
    {
      method: 'get',
      path: '/api/members/{id}/groups',
      summary: 'List the groups of a member, past ones included',
      tag,
      access: read,
      params: idParams,
      answer: z.object({ items: z.array(stayAnswer) }),
    },
    pending,
  ),
]
