import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { idParams, moment, pageQuery } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { filterFields } from './filter.ts'
import { countMembers, findMembers, getMember, sorts } from './members.sql.ts'
import { presentProfile, profileAnswer } from './present.ts'
import { personAnswer, presentPerson } from './present-person.ts'
import { memberRowAnswer, presentMembers } from './present-rows.ts'
import {
  type FactLabels,
  findTimeline,
  findTimelineNames,
  presentMoment,
  timelineAnswer,
} from './timeline.ts'
import { type FilterParts, understandFilter } from './understand-filter.ts'

const access = permitted('members.read')
const tag = 'members'

export const membersRoutes = (
  { files, ...filters }: Pick<Parts, 'files'> & FilterParts,
  factLabels: FactLabels,
) => [
  route(
    {
      method: 'get',
      path: '/api/members',
      summary: 'List members',
      tag,
      access,
      query: pageQuery.extend({ ...filterFields, sort: z.enum(sorts).default('-joinedAt') }),
      answer: z.object({
        items: z.array(memberRowAnswer),
        next: z.string().nullable(),
        /** On the first page only: counting again for each page would be waste. */
        total: z.int().nullable(),
      }),
    },
    async (ctx, { query: { cursor, limit, sort, ...given } }) => {
      const after = readCursor(sort, cursor)
      const filter = await understandFilter(ctx, filters, given)
      const page = await findMembers(ctx, filter, { sort, after, limit })
      return {
        items: await presentMembers(ctx, files, page.items),
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
      answer: profileAnswer.extend(personAnswer.shape),
    },
    async (ctx, { params }) => {
      const member = await getMember(ctx, params.id)
      return {
        ...(await presentProfile(ctx, files, member)),
        ...(await presentPerson(ctx, filters.vault, member)),
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/members/{id}/timeline',
      summary: 'See what a member did',
      tag,
      access,
      params: idParams,
      query: pageQuery.extend({
        names: z
          .string()
          .max(1_000)
          .optional()
          .describe('Only events of these names, with commas between them'),
        kind: z.enum(['facts', 'behaviour']).optional(),
        before: moment.optional().describe('Only what happened before this moment'),
      }),
      answer: z.object({ items: z.array(timelineAnswer), next: z.string().nullable() }),
    },
    async (ctx, { params, query }) => {
      await getMember(ctx, params.id)
      const page = await findTimeline(ctx, params.id, {
        names: query.names?.split(',').filter(Boolean),
        kind: query.kind,
        before: query.before ? new Date(query.before) : undefined,
        after: readCursor('timeline', query.cursor),
        limit: query.limit,
      })
      const labels = factLabels()
      const items = page.items.map((each) => presentMoment(ctx, each, labels.get(each.name)))
      return { items, next: writeCursor('timeline', page.next) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/members/{id}/timeline/names',
      summary: 'List what happens in the timeline of a member',
      tag,
      access,
      params: idParams,
      answer: z.object({
        items: z.array(z.object({ name: z.string(), label: z.string().nullable(), count: z.int() })),
        next: z.null(),
      }),
    },
    async (ctx, { params }) => {
      await getMember(ctx, params.id)
      const labels = factLabels()
      const items = (await findTimelineNames(ctx, params.id)).map(({ name, count }) => {
        const label = labels.get(name)
        return { name, label: label ? render(label, ctx.locale) : null, count }
      })
      return { items, next: null }
    },
  ),
]
