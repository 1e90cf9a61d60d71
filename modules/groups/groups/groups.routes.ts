/** Groups for operators. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { idParams, pageQuery } from '#base/http/schemas.ts'
import { countGroups, findCommunityTiers, findGroups, getGroup } from './groups.sql.ts'
import { archiveGroup, changeGroup, createGroup, reopenGroup } from './groups.ts'
import { presentGroup, presentTier } from './present.ts'
import { groupAnswer, groupFields, groupKinds, newGroup, tierAnswer } from './shapes.ts'

const tag = 'groups'
const read = permitted('groups.read')
const edit = permitted('groups.edit')

export const groupRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/groups',
      summary: 'List groups',
      tag,
      access: read,
      query: pageQuery.extend({
        q: z.string().trim().max(40).optional().describe('Part of the name'),
        kind: z.enum(groupKinds).optional(),
        tier: z.string().max(40).optional().describe('Key of a tier'),
        state: z.enum(['open', 'archived']).default('open'),
      }),
      answer: z.object({
        items: z.array(groupAnswer),
        next: z.string().nullable(),
        total: z.int().nullable(),
      }),
    },
    async (ctx, { query: { cursor, limit, ...filter } }) => {
      const after = readCursor('groups', cursor)
      const page = await findGroups(ctx, filter, { after, limit })
      return {
        items: page.items.map((group) => presentGroup(ctx, group)),
        next: writeCursor('groups', page.next),
        total: after ? null : await countGroups(ctx, filter),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/groups',
      summary: 'Create a group',
      tag,
      access: edit,
      body: newGroup,
      answer: groupAnswer,
      status: 201,
    },
    async (ctx, { body }) => presentGroup(ctx, await createGroup(ctx, body)),
  ),
  route(
    {
      method: 'get',
      path: '/api/group-tiers',
      summary: 'List the tiers of the community',
      tag,
      access: read,
      answer: z.object({ items: z.array(tierAnswer.extend({ groups: z.int() })) }),
    },
    async (ctx) => ({
      items: (await findCommunityTiers(ctx)).map((tier) => ({
        ...presentTier(ctx, tier),
        groups: tier.groups,
      })),
    }),
  ),
  route(
    {
      method: 'get',
      path: '/api/groups/{id}',
      summary: 'See a group',
      tag,
      access: read,
      params: idParams,
      answer: groupAnswer,
    },
    async (ctx, { params }) => presentGroup(ctx, await getGroup(ctx, params.id)),
  ),
  route(
    {
      method: 'patch',
      path: '/api/groups/{id}',
      summary: 'Change a group',
      tag,
      access: edit,
      params: idParams,
      body: groupFields.partial(),
      answer: groupAnswer,
    },
    async (ctx, { params, body }) => presentGroup(ctx, await changeGroup(ctx, params.id, body)),
  ),
  route(
    {
      method: 'put',
      path: '/api/groups/{id}/archive',
      summary: 'Archive a group: nobody comes in, everything stays',
      tag,
      access: edit,
      params: idParams,
      body: z.object({ reason: z.string().trim().min(1).max(300) }),
      answer: groupAnswer,
    },
    async (ctx, { params, body }) => presentGroup(ctx, await archiveGroup(ctx, params.id, body.reason)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/groups/{id}/archive',
      summary: 'Open an archived group again',
      tag,
      access: edit,
      params: idParams,
      answer: groupAnswer,
    },
    async (ctx, { params }) => presentGroup(ctx, await reopenGroup(ctx, params.id)),
  ),
]
