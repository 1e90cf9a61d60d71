import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { idParams, pageQuery } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { filterFields } from './filter.ts'
import { countMembers, findMembers, getMember, sorts } from './members.sql.ts'
import { memberAnswer, presentMember, presentProfile, profileAnswer } from './present.ts'
import { type FactLabels, findTimeline, presentMoment, timelineAnswer } from './timeline.ts'

const access = permitted('members.read')
const tag = 'members'

export const membersRoutes = ({ files }: Pick<Parts, 'files'>, factLabels: FactLabels) => [
  route(
    {
      method: 'get',
      path: '/api/members',
      summary: 'List members',
      tag,
      access,
      query: pageQuery.extend({ ...filterFields, sort: z.enum(sorts).default('-joinedAt') }),
      answer: z.object({
        items: z.array(memberAnswer),
        next: z.string().nullable(),
        /** On the first page only: counting again for each page would be waste. */
        total: z.int().nullable(),
      }),
    },
    async (ctx, { query: { cursor, limit, sort, ...filter } }) => {
      const after = readCursor(sort, cursor)
      const page = await findMembers(ctx, filter, { sort, after, limit })
      return {
        items: await Promise.all(page.items.map((member) => presentMember(ctx, files, member))),
        next: writeCursor(sort, page.next),
        total: after ? null : await countMembers(ctx, filter),
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/members/{id}',
      summary: 'See a member',
      tag,
      access,
      params: idParams,
      answer: profileAnswer,
    },
    async (ctx, { params }) => presentProfile(ctx, files, await getMember(ctx, params.id)),
  ),
  route(
    {
      method: 'get',
      path: '/api/members/{id}/timeline',
      summary: 'See what a member did',
      tag,
      access,
      params: idParams,
      query: pageQuery.extend({ name: z.string().max(64).optional().describe('Only events of this name') }),
      answer: z.object({ items: z.array(timelineAnswer), next: z.string().nullable() }),
    },
    async (ctx, { params, query }) => {
      await getMember(ctx, params.id)
      const page = await findTimeline(ctx, params.id, {
        name: query.name,
        after: readCursor('timeline', query.cursor),
        limit: query.limit,
      })
      const labels = factLabels()
      const items = page.items.map((moment) => presentMoment(ctx, moment, labels.get(moment.name)))
      return { items, next: writeCursor('timeline', page.next) }
    },
  ),
]
