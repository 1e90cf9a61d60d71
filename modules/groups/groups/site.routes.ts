/** Groups on the member site: the directory and the page of one. */
import { z } from 'zod'
import { anyone, member } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { pageQuery } from '#base/http/schemas.ts'
import { pending } from '../pending.ts'
import { groupKinds } from './shapes.ts'
import { groupCard, groupPage } from './site-shapes.ts'

const tag = 'groups'
export const slugParams = z.object({ slug: z.string().regex(/^[a-z0-9-]{2,80}$/) })

export const siteRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/site/groups',
      summary: 'Discover groups',
      tag,
      access: anyone,
      query: pageQuery.extend({
        q: z.string().trim().max(40).optional(),
        kind: z.enum(groupKinds).optional(),
      }),
      answer: z.object({ items: z.array(groupCard), next: z.string().nullable() }),
    },
    pending,
  ),
  route(
    {
      method: 'get',
      path: '/api/member/groups',
      summary: 'List your groups and applications',
      tag,
      access: member,
      answer: z.object({ items: z.array(groupCard) }),
    },
    pending,
  ),
  route(
    {
      method: 'get',
      path: '/api/site/groups/{slug}',
      summary: 'See the page of a group',
      tag,
      access: anyone,
      params: slugParams,
      answer: groupPage,
    },
    pending,
  ),
]
