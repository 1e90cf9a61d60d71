import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id, refusal } from '#base/http/schemas.ts'
import { refusals } from '../members.messages.ts'
import { memberFilter } from '../people/filter.ts'
import { changeTags, findTags } from './tagging.ts'

const tagNames = z.array(z.string().trim().min(1).max(30)).max(20).default([])

export const tagRoutes = [
  route(
    {
      method: 'get',
      path: '/api/members/tags',
      summary: 'List tags',
      tag: 'members',
      access: permitted('members.read'),
      answer: z.object({ items: z.array(z.object({ name: z.string(), members: z.int() })), next: z.null() }),
    },
    async (ctx) => ({ items: await findTags(ctx), next: null }),
  ),
  route(
    {
      method: 'post',
      path: '/api/members/tags',
      summary: 'Add tags to members, or take them away',
      tag: 'members',
      access: permitted('members.edit'),
      body: z
        .object({
          ids: z.array(id).min(1).max(5_000).optional(),
          filter: memberFilter.optional(),
          add: tagNames,
          remove: tagNames,
        })
        .refine(
          ({ ids, filter }) => (ids === undefined) !== (filter === undefined),
          refusal(refusals.idsOrFilter),
        )
        .refine(({ add, remove }) => add.length + remove.length > 0, refusal(refusals.nothingToDo)),
      answer: z.object({
        added: z.int().describe('Pairs of member and tag that are new'),
        removed: z.int(),
      }),
    },
    async (ctx, { body }) => {
      const chosen = body.ids ? { ids: body.ids } : { filter: body.filter ?? {} }
      return await changeTags(ctx, chosen, body)
    },
  ),
]
