/** Newcomers for operators, and what newcomers are asked to do. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageQuery } from '#base/http/schemas.ts'
import { pending } from '../pending.ts'
import { newcomerAnswer, newcomerStepFields } from './shapes.ts'

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
    pending,
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
    pending,
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
    pending,
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
    pending,
  ),
]
