/** Announcements for members. */
import { z } from 'zod'
import { anyone, member } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id, pageQuery } from '#base/http/schemas.ts'
import { slugParams } from '../groups/site.routes.ts'
import { pending } from '../pending.ts'
import { announcementAnswer } from './shapes.ts'

const tag = 'groups'

export const readingRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/site/groups/{slug}/announcements',
      summary: 'Read the announcements of a group: pinned ones first',
      tag,
      access: anyone,
      params: slugParams,
      query: pageQuery,
      answer: z.object({
        items: z.array(announcementAnswer.extend({ readByYou: z.boolean() })),
        next: z.string().nullable(),
      }),
    },
    pending,
  ),
  route(
    {
      method: 'put',
      path: '/api/site/groups/{slug}/announcements/{announcement}/receipt',
      summary: 'Confirm that you have read an announcement',
      tag,
      access: member,
      params: slugParams.extend({ announcement: id }),
    },
    pending,
  ),
]
