/** Members of a group among themselves. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { pageQuery } from '#base/http/schemas.ts'
import { keepProgress } from '../greetings/steps.ts'
import { slugParams } from '../groups/site.routes.ts'
import { accessGroup, requireAsker } from '../groups/site.ts'
import { agreeToRules } from '../rules/rules.ts'
import { countMemberships, findFellows } from './memberships.sql.ts'
import { editCard, requireStay } from './memberships.ts'
import { presentFellow } from './present.ts'
import { fellowAnswer, roles } from './shapes.ts'

const tag = 'groups'

export const fellowRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/site/groups/{slug}/members',
      summary: 'List the members of your group: hosts first, then the newest',
      tag,
      access: member,
      params: slugParams,
      query: pageQuery.extend({
        q: z.string().trim().max(40).optional(),
        role: z.enum(roles).optional(),
      }),
      answer: z.object({
        items: z.array(fellowAnswer),
        next: z.string().nullable(),
        total: z.int().nullable(),
      }),
    },
    async (ctx, { params, query: { cursor, limit, ...filter } }) => {
      const asker = requireAsker(ctx)
      const group = await accessGroup(ctx, params.slug)
      await requireStay(ctx, group.id, asker)
      const after = readCursor('fellows', cursor)
      const page = await findFellows(ctx, group.id, filter, { after, limit })
      return {
        items: page.items.map((row) => presentFellow(ctx, row, asker)),
        next: writeCursor('fellows', page.next),
        total: after ? null : await countMemberships(ctx, group.id, { ...filter, state: 'in' }),
      }
    },
  ),
  route(
    {
      method: 'patch',
      path: '/api/site/groups/{slug}/membership',
      summary: 'Change your card in a group',
      tag,
      access: member,
      params: slugParams,
      body: z.object({
        cardName: z.string().trim().max(30).optional(),
        introduction: z.string().trim().max(300).optional(),
      }),
    },
    async (ctx, { params, body }) => {
      const group = await accessGroup(ctx, params.slug)
      const stay = await requireStay(ctx, group.id, requireAsker(ctx))
      await editCard(ctx, stay, body)
      await keepProgress(ctx, stay)
      return undefined
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/site/groups/{slug}/rules-consent',
      summary: 'Agree to the new rules of your group',
      tag,
      access: member,
      params: slugParams,
      body: z.object({ version: z.int().min(1) }),
    },
    async (ctx, { params, body }) => {
      const asker = requireAsker(ctx)
      const group = await accessGroup(ctx, params.slug)
      await requireStay(ctx, group.id, asker)
      await agreeToRules(ctx, group.id, asker, body.version)
      return undefined
    },
  ),
]
