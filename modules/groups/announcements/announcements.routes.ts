/** Announcements for operators. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { personAnswer } from '../admission/shapes.ts'
import { pending } from '../pending.ts'
import { announcementFields, announcementReport } from './shapes.ts'

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
    pending,
  ),
  route(
    {
      method: 'post',
      path: '/api/groups/{id}/announcements',
      summary: 'Make an announcement',
      tag,
      access: change,
      idempotency: 'required',
      params: idParams,
      body: announcementFields,
      answer: announcementReport,
      status: 201,
    },
    pending,
  ),
  route(
    {
      method: 'patch',
      path: '/api/group-announcements/{id}',
      summary: 'Change an announcement',
      tag,
      access: change,
      params: idParams,
      body: announcementFields.partial(),
      answer: announcementReport,
    },
    pending,
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
    pending,
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
    pending,
  ),
]
