/** Applications for operators. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageQuery } from '#base/http/schemas.ts'
import { pending } from '../pending.ts'
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
    pending,
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
    pending,
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
    pending,
  ),
]
