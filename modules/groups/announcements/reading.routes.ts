/** Announcements for members. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, pageQuery } from '#base/http/schemas.ts'
import { slugParams } from '../groups/site.routes.ts'
import { accessGroup, requireAsker } from '../groups/site.ts'
import { requireStay } from '../memberships/memberships.ts'
import { confirmRead, findAnnouncements } from './announcements.ts'
import { presentAnnouncement } from './present.ts'
import { announcementAnswer } from './shapes.ts'

const tag = 'groups'

export const readingRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/site/groups/{slug}/announcements',
      summary: 'Read the announcements of your group: pinned ones first',
      tag,
      access: member,
      params: slugParams,
      query: pageQuery,
      answer: z.object({
        items: z.array(announcementAnswer.extend({ readByYou: z.boolean() })),
        next: z.string().nullable(),
      }),
    },
    async (ctx, { params, query }) => {
      const asker = requireAsker(ctx)
      const group = await accessGroup(ctx, params.slug)
      await requireStay(ctx, group.id, asker)
      const after = readCursor('announcements', query.cursor)
      const page = await findAnnouncements(ctx, group.id, { after, limit: query.limit, asker })
      return {
        items: page.items.map((row) => ({ ...presentAnnouncement(row), readByYou: row.readByAsker })),
        next: writeCursor('announcements', page.next),
      }
    },
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
    async (ctx, { params }) => {
      const asker = requireAsker(ctx)
      const group = await accessGroup(ctx, params.slug)
      await requireStay(ctx, group.id, asker)
      await confirmRead(ctx, group.id, params.announcement, asker)
      return undefined
    },
  ),
]
