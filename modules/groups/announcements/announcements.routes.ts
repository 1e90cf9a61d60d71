/** Announcements for operators. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { personAnswer } from '../admission/shapes.ts'
import { getGroup } from '../groups/groups.sql.ts'
import { presentPerson } from '../memberships/present.ts'
import {
  changeAnnouncement,
  findAnnouncements,
  findReaders,
  getAnnouncement,
  makeAnnouncement,
  withdrawAnnouncement,
} from './announcements.ts'
import { presentReport } from './present.ts'
import { announcementChange, announcementFields, announcementReport } from './shapes.ts'

const tag = 'groups'
const read = permitted('groups.read')
const change = permitted('groups.members')

export const announcementRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/groups/{id}/announcements',
      summary: 'List the announcements of a group',
      tag,
      access: read,
      params: idParams,
      query: pageQuery,
      answer: pageOf(announcementReport),
    },
    async (ctx, { params, query }) => {
      await getGroup(ctx, params.id)
      const after = readCursor('announcements', query.cursor)
      const page = await findAnnouncements(ctx, params.id, { after, limit: query.limit })
      return { items: page.items.map(presentReport), next: writeCursor('announcements', page.next) }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/groups/{id}/announcements',
      summary: 'Make an announcement',
      tag,
      access: change,
      params: idParams,
      body: announcementFields,
      answer: announcementReport,
      status: 201,
    },
    async (ctx, { params, body }) => presentReport(await makeAnnouncement(ctx, params.id, body)),
  ),
  route(
    {
      method: 'patch',
      path: '/api/group-announcements/{id}',
      summary: 'Change an announcement',
      tag,
      access: change,
      params: idParams,
      body: announcementChange,
      answer: announcementReport,
    },
    async (ctx, { params, body }) => presentReport(await changeAnnouncement(ctx, params.id, body)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/group-announcements/{id}',
      summary: 'Withdraw an announcement',
      tag,
      access: change,
      params: idParams,
    },
    async (ctx, { params }) => {
      await withdrawAnnouncement(ctx, params.id)
      return undefined
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/group-announcements/{id}/receipts',
      summary: 'List who has read an announcement, or not',
      tag,
      access: read,
      params: idParams,
      query: pageQuery.extend({ read: z.enum(['yes', 'no']).default('no') }),
      answer: pageOf(personAnswer.extend({ readAt: z.iso.datetime().nullable() })),
    },
    async (ctx, { params, query }) => {
      const announcement = await getAnnouncement(ctx, params.id)
      const order = `receipts ${query.read}`
      const after = readCursor(order, query.cursor)
      const page = await findReaders(ctx, announcement, query.read === 'yes', { after, limit: query.limit })
      return {
        items: page.items.map((reader) => ({
          ...presentPerson(reader),
          readAt: reader.readAt?.toISOString() ?? null,
        })),
        next: writeCursor(order, page.next),
      }
    },
  ),
]
