/** Versions of a group's rules. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { pending } from '../pending.ts'
import { rulesFields, rulesVersionAnswer } from './shapes.ts'

const tag = 'groups'

export const rulesRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/groups/{id}/rules',
      summary: 'List the versions of a group’s rules, newest first',
      tag,
      access: permitted('groups.read'),
      params: idParams,
      answer: z.object({ items: z.array(rulesVersionAnswer) }),
    },
    pending,
  ),
  route(
    {
      method: 'post',
      path: '/api/groups/{id}/rules',
      summary: 'Publish a new version of a group’s rules',
      tag,
      access: permitted('groups.edit'),
      params: idParams,
      body: rulesFields,
      answer: rulesVersionAnswer,
      status: 201,
    },
    pending,
  ),
]
