/** Applications for operators. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageQuery } from '#base/http/schemas.ts'
import { countApplications, decide, findApplications, getApplication } from './applications.ts'
import { presentApplications } from './present.ts'
import { applicationAnswer, applicationStates } from './shapes.ts'

const tag = 'groups'
const access = permitted('groups.members')

export const applicationRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/group-applications',
      summary: 'List applications: those to be decided oldest first, the others newest first',
      tag,
      access,
      query: pageQuery.extend({ group: id.optional(), state: z.enum(applicationStates).default('review') }),
      answer: z.object({
        items: z.array(applicationAnswer),
        next: z.string().nullable(),
        total: z.int().nullable(),
      }),
    },
    async (ctx, { query: { cursor, limit, ...filter } }) => {
      const order = `applications ${filter.state}`
      const after = readCursor(order, cursor)
      const page = await findApplications(ctx, filter, { after, limit })
      return {
        items: await presentApplications(ctx, page.items),
        next: writeCursor(order, page.next),
        total: after ? null : await countApplications(ctx, filter),
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/group-applications/{id}',
      summary: 'See an application',
      tag,
      access,
      params: idParams,
      answer: applicationAnswer,
    },
    async (ctx, { params }) => (await presentApplications(ctx, [await getApplication(ctx, params.id)]))[0]!,
  ),
  route(
    {
      method: 'post',
      path: '/api/group-applications/decisions',
      summary: 'Accept or refuse applications',
      tag,
      access,
      body: z.object({
        ids: z.array(id).min(1).max(100),
        accept: z.boolean(),
        reason: z.string().trim().max(300).default('').describe('What the member is told; needed to refuse'),
        note: z.string().trim().max(300).default('').describe('For the team only'),
        againAfterDays: z.int().min(0).max(365).optional(),
      }),
      answer: z.object({
        accepted: z.int(),
        waiting: z.int(),
        refused: z.int(),
        /** Decided meanwhile by somebody else. */
        skipped: z.int(),
      }),
    },
    async (ctx, { body: { ids, ...decision } }) => await decide(ctx, ids, decision),
  ),
]
