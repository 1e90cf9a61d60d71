/** Newcomers for operators, and what newcomers are asked to do. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageQuery } from '#base/http/schemas.ts'
import { getGroup } from '../groups/groups.sql.ts'
import { countNewcomers, findNewcomers, greet } from './greetings.ts'
import { presentNewcomer, titleOfStep } from './present.ts'
import { newcomerAnswer, newcomerStepFields } from './shapes.ts'
import { countSteps, findSteps, saveSteps } from './steps.ts'

async function answerSteps(ctx: Ctx, groupId: Id) {
  const counts = await countSteps(ctx, groupId)
  return {
    steps: (await findSteps(ctx, groupId)).map((step) => ({
      ...step,
      title: titleOfStep(ctx, step),
      ...(counts.get(step.id) ?? { done: 0, of: 0 }),
    })),
  }
}

const tag = 'groups'
const steps = z.object({
  steps: z.array(newcomerStepFields.extend({ id: z.string(), done: z.int(), of: z.int() })),
})

export const newcomerRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/group-newcomers',
      summary: 'List newcomers of the last 30 days',
      tag,
      access: permitted('groups.read'),
      query: pageQuery.extend({
        group: id.optional(),
        answered: z.enum(['yes', 'no']).optional(),
      }),
      answer: z.object({
        items: z.array(newcomerAnswer),
        next: z.string().nullable(),
        total: z.int().nullable(),
      }),
    },
    async (ctx, { query: { cursor, limit, ...filter } }) => {
      const after = readCursor('newcomers', cursor)
      const page = await findNewcomers(ctx, filter, { after, limit })
      return {
        items: page.items.map((each) => presentNewcomer(ctx, each)),
        next: writeCursor('newcomers', page.next),
        total: after ? null : await countNewcomers(ctx, filter),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/group-memberships/{id}/greeting',
      summary: 'Welcome a newcomer on behalf of the team',
      tag,
      access: permitted('groups.members'),
      params: idParams,
      body: z.object({ words: z.string().trim().min(1).max(200) }),
    },
    async (ctx, { params, body }) => {
      await greet(ctx, params.id, body.words)
      return undefined
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/groups/{id}/newcomer-steps',
      summary: 'See what newcomers of a group are asked to do, and how many have',
      tag,
      access: permitted('groups.read'),
      params: idParams,
      answer: steps,
    },
    async (ctx, { params }) => {
      await getGroup(ctx, params.id)
      return await answerSteps(ctx, params.id)
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/groups/{id}/newcomer-steps',
      summary: 'Save what newcomers of a group are asked to do',
      tag,
      access: permitted('groups.edit'),
      params: idParams,
      body: z.object({ steps: z.array(newcomerStepFields).max(10) }),
      answer: steps,
    },
    async (ctx, { params, body }) => {
      await saveSteps(ctx, params.id, body.steps)
      return await answerSteps(ctx, params.id)
    },
  ),
]
