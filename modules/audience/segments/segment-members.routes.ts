import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageQuery, refusal } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { changeList, findListed, findSegmentsOf } from './listing.ts'
import { findOverlap, mostOverlapping } from './overlap.ts'
import { segmentRefusals } from './segments.messages.ts'
import { findSizes, getSegment } from './segments.sql.ts'

const tag = 'audience'
const listed = z.object({
  id,
  nickname: z.string(),
  avatarUrl: z.string().nullable(),
  city: z.string(),
  joinedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  since: z.iso.datetime().describe('In the segment since'),
})

const overlapIds = z
  .string()
  .max(200)
  .transform((text) => text.split(','))
  .pipe(z.array(id))
  .refine(
    (ids) => ids.length >= 2 && ids.length <= mostOverlapping && new Set(ids).size === ids.length,
    refusal(segmentRefusals.overlapIds),
  )

export const segmentMemberRoutes = ({ files }: Pick<Parts, 'files'>) => [
  route(
    {
      method: 'get',
      path: '/api/audience/segments/{id}/members',
      summary: 'List who is in a segment',
      tag,
      access: permitted('audience.read'),
      params: idParams,
      query: pageQuery,
      answer: z.object({ items: z.array(listed), next: z.string().nullable(), total: z.int().nullable() }),
    },
    async (ctx, { params, query }) => {
      const segment = await getSegment(ctx, params.id)
      const after = readCursor(`segment ${params.id}`, query.cursor)
      const page = await findListed(ctx, params.id, { after, limit: query.limit })
      return {
        items: await Promise.all(
          page.items.map(async ({ avatarFileId, joinedAt, lastSeenAt, since, ...member }) => ({
            id: member.id,
            nickname: member.nickname,
            city: member.city,
            avatarUrl: avatarFileId ? ((await files.url(ctx, avatarFileId, 'small')) ?? null) : null,
            joinedAt: joinedAt.toISOString(),
            lastSeenAt: lastSeenAt?.toISOString() ?? null,
            since: since.toISOString(),
          })),
        ),
        next: writeCursor(`segment ${params.id}`, page.next),
        total: after ? null : segment.members,
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/audience/segments/{id}/members',
      summary: 'Put members on a list, or take them off',
      tag,
      access: permitted('audience.edit'),
      params: idParams,
      body: z
        .object({
          add: z.array(id).max(10_000).default([]),
          remove: z.array(id).max(10_000).default([]),
        })
        .refine(({ add, remove }) => add.length + remove.length > 0, refusal(segmentRefusals.nothingToDo)),
      answer: z.object({ added: z.int(), removed: z.int() }),
    },
    async (ctx, { params, body }) => await changeList(ctx, params.id, body),
  ),
  route(
    {
      method: 'get',
      path: '/api/audience/segments/{id}/sizes',
      summary: 'See how big a segment was day by day',
      tag,
      access: permitted('audience.read'),
      params: idParams,
      query: z.object({ days: z.coerce.number().int().min(1).max(400).default(90) }),
      answer: z.object({
        items: z.array(z.object({ day: z.iso.date(), members: z.int(), entered: z.int(), left: z.int() })),
        next: z.null(),
      }),
    },
    async (ctx, { params, query }) => {
      await getSegment(ctx, params.id)
      return { items: await findSizes(ctx, params.id, query.days), next: null }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/audience/segment-overlap',
      summary: 'See how segments overlap',
      tag,
      access: permitted('audience.read'),
      query: z.object({ ids: overlapIds.describe('Two to eight ids, with commas') }),
      answer: z.object({
        segments: z.array(z.object({ id, name: z.string(), members: z.int() })),
        together: z.int().describe('Members of at least one'),
        parts: z
          .array(z.object({ of: z.array(z.int()), members: z.int() }))
          .describe('Members of exactly these segments, by their places'),
        both: z.array(z.array(z.int())).describe('Members of both, by places; the diagonal is the size'),
      }),
    },
    async (ctx, { query }) => {
      const overlap = await findOverlap(ctx, query.ids)
      return {
        segments: [...overlap.segments],
        together: overlap.together,
        parts: overlap.parts.map((part) => ({ of: [...part.of], members: part.members })),
        both: overlap.both.map((row) => [...row]),
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/audience/members/{id}/segments',
      summary: 'List the segments that a member is in',
      tag,
      access: permitted('audience.read'),
      params: idParams,
      answer: z.object({
        items: z.array(
          z.object({
            id,
            name: z.string(),
            kind: z.enum(['dynamic', 'static']),
            since: z.iso.datetime(),
          }),
        ),
        next: z.null(),
      }),
    },
    async (ctx, { params }) => ({
      items: (await findSegmentsOf(ctx, params.id)).map((segment) => ({
        ...segment,
        since: segment.since.toISOString(),
      })),
      next: null,
    }),
  ),
]
