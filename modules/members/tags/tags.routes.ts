import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, refusal } from '#base/http/schemas.ts'
import { refusals } from '../members.messages.ts'
import { memberFilter } from '../people/filter.ts'
import { type FilterParts, understandFilter } from '../people/understand-filter.ts'
import { describeTag, findTagGroups, removeTagGroup, saveTagGroup } from './groups.ts'
import { changeTags, findTags } from './tagging.ts'

const tagNames = z.array(z.string().trim().min(1).max(30)).max(20).default([])

const tagAnswer = z.object({
  id: z.string(),
  name: z.string(),
  /** What it means, in words of the team. */
  note: z.string(),
  groupId: z.string().nullable(),
  members: z.int(),
  /** Of these, how many carry it because a rule says so. */
  byRule: z.int(),
})
const groupAnswer = z.object({ id: z.string(), name: z.string(), exclusive: z.boolean() })
const groupWords = z.object({ name: z.string().trim().min(1).max(30), exclusive: z.boolean().default(false) })

export const tagRoutes = (parts: FilterParts) => [
  route(
    {
      method: 'get',
      path: '/api/members/tags',
      summary: 'List tags',
      tag: 'members',
      access: permitted('members.read'),
      answer: z.object({ items: z.array(tagAnswer), next: z.null() }),
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
      const chosen = body.ids
        ? { ids: body.ids }
        : { filter: await understandFilter(ctx, parts, body.filter ?? {}), asked: body.filter ?? {} }
      return await changeTags(ctx, chosen, body)
    },
  ),
  route(
    {
      method: 'patch',
      path: '/api/members/tags/{id}',
      summary: 'Put a tag into a group, or say what it means',
      tag: 'members',
      access: permitted('members.fields'),
      params: idParams,
      body: z.object({ groupId: id.nullable().optional(), note: z.string().trim().max(200).optional() }),
    },
    async (ctx, { params, body }) => {
      await describeTag(ctx, params.id, body)
      return undefined
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/members/tag-groups',
      summary: 'List groups of tags',
      tag: 'members',
      access: permitted('members.read'),
      answer: z.object({ items: z.array(groupAnswer), next: z.null() }),
    },
    async (ctx) => ({ items: await findTagGroups(ctx), next: null }),
  ),
  route(
    {
      method: 'post',
      path: '/api/members/tag-groups',
      summary: 'Add a group of tags',
      tag: 'members',
      access: permitted('members.fields'),
      body: groupWords,
      answer: groupAnswer,
      status: 201,
    },
    async (ctx, { body }) => await saveTagGroup(ctx, undefined, body),
  ),
  route(
    {
      method: 'put',
      path: '/api/members/tag-groups/{id}',
      summary: 'Change a group of tags',
      tag: 'members',
      access: permitted('members.fields'),
      params: idParams,
      body: groupWords,
      answer: groupAnswer,
    },
    async (ctx, { params, body }) => await saveTagGroup(ctx, params.id, body),
  ),
  route(
    {
      method: 'delete',
      path: '/api/members/tag-groups/{id}',
      summary: 'Remove a group of tags; the tags stay',
      tag: 'members',
      access: permitted('members.fields'),
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeTagGroup(ctx, params.id)
      return undefined
    },
  ),
]
