/** Who is in a group, for operators. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageQuery } from '#base/http/schemas.ts'
import { getGroup } from '../groups/groups.sql.ts'
import { groupProblems } from '../problems.ts'
import { countMemberships, findMembership, findMemberships, findStaysOfMember } from './memberships.sql.ts'
import { addMembers, changeStay, endStay } from './memberships.ts'
import { presentMembership, presentStay } from './present.ts'
import { membershipAnswer, roles, stayAnswer } from './shapes.ts'

async function answerWith(ctx: Ctx, membershipId: string) {
  const row = await findMembership(ctx, membershipId)
  if (!row) throw groupProblems.membershipNotFound()
  return presentMembership(ctx, row)
}

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
    async (ctx, { params, query: { cursor, limit, ...filter } }) => {
      await getGroup(ctx, params.id)
      const order = `group members ${filter.state}`
      const after = readCursor(order, cursor)
      const page = await findMemberships(ctx, params.id, filter, { after, limit })
      return {
        items: page.items.map((row) => presentMembership(ctx, row)),
        next: writeCursor(order, page.next),
        total: after ? null : await countMemberships(ctx, params.id, filter),
      }
    },
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
    async (ctx, { params, body }) => await addMembers(ctx, params.id, body.memberIds, { role: body.role }),
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
    async (ctx, { params, body }) => {
      await changeStay(ctx, params.id, body)
      return await answerWith(ctx, params.id)
    },
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
    async (ctx, { params, body }) => {
      await endStay(ctx, params.id, { how: 'removed', reason: body.reason })
      return await answerWith(ctx, params.id)
    },
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
    async (ctx, { params }) => ({
      items: (await findStaysOfMember(ctx, params.id)).map((stay) => presentStay(ctx, stay)),
    }),
  ),
]
