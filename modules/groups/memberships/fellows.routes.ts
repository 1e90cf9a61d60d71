/** Members of a group among themselves. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { pageQuery } from '#base/http/schemas.ts'
import { slugParams } from '../groups/site.routes.ts'
import { pending } from '../pending.ts'
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
    pending,
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
    pending,
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
    pending,
  ),
]
