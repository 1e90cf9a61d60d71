/** Boards of a group, as one list that is saved whole. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { getGroup } from '../groups/groups.sql.ts'
import { findBoards, saveBoards } from './boards.ts'
import { boardAnswer, boardFields } from './shapes.ts'

const tag = 'groups'
const answer = z.object({ items: z.array(boardAnswer) })

export const boardRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/groups/{id}/boards',
      summary: 'List the boards of a group',
      tag,
      access: permitted('groups.read'),
      params: idParams,
      answer,
    },
    async (ctx, { params }) => {
      await getGroup(ctx, params.id)
      return { items: await findBoards(ctx, params.id) }
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/groups/{id}/boards',
      summary: 'Save the boards of a group in order; those left out are archived',
      tag,
      access: permitted('groups.edit'),
      params: idParams,
      body: z.object({ boards: z.array(boardFields).max(20) }),
      answer,
    },
    async (ctx, { params, body }) => ({ items: await saveBoards(ctx, params.id, body.boards) }),
  ),
]
