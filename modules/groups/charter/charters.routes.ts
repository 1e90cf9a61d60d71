/** Charters and the journal over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { newGroup } from '../groups/shapes.ts'
import { charterAnswers, charterSteps, charterWarnings, judgeCharter, traits } from './charter.ts'
import {
  type Charter,
  discardCharter,
  draftCharter,
  findCharterOfGroup,
  findCharters,
  foundGroup,
  getCharter,
  reviseCharter,
} from './charters.ts'
import { findObservations, noteObservation, observationKinds, removeObservation } from './observations.ts'

const tag = 'groups'
const read = permitted('groups.read')
const edit = permitted('groups.edit')
const title = z.string().trim().min(1).max(60)

const charterAnswer = z.object({
  id: z.string(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  title: z.string(),
  answers: charterAnswers,
  revision: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
  despite: z.string().nullable(),
  verdict: z.object({
    fits: z.boolean().nullable(),
    by: z.array(z.enum(traits)),
    steps: z.array(z.object({ step: z.enum(charterSteps), missing: z.array(z.string()) })),
    pains: z.array(z.enum(['real', 'weak', 'open'])),
    economics: z
      .object({
        cost: z.number(),
        income: z.number(),
        net: z.number(),
        breakEvenMembers: z.number().nullable(),
        hoursPerWeek: z.number(),
      })
      .nullable(),
    warnings: z.array(z.enum(charterWarnings)),
    ready: z.boolean(),
  }),
  can: z.object({ edit: z.boolean(), discard: z.boolean(), found: z.boolean() }),
})

const present = (ctx: Ctx, charter: Charter): z.input<typeof charterAnswer> => {
  const { by, steps, pains, warnings, ...verdict } = judgeCharter(charter.answers)
  const mayEdit = may(ctx.actor, 'groups.edit')
  const draft = charter.groupId === null
  return {
    ...charter,
    createdAt: charter.createdAt.toISOString(),
    updatedAt: charter.updatedAt.toISOString(),
    verdict: {
      ...verdict,
      by: [...by],
      steps: steps.map(({ step, missing }) => ({ step, missing: [...missing] })),
      pains: [...pains],
      warnings: [...warnings],
    },
    can: { edit: mayEdit, discard: mayEdit && draft, found: mayEdit && draft },
  }
}

const observation = z.object({
  place: z.string().trim().min(1).max(60).describe('The other group'),
  platform: z.string().trim().max(40).default(''),
  seenOn: day,
  kind: z.enum(observationKinds),
  saw: z.string().trim().min(1).max(1_000),
  takeaway: z.string().trim().max(500).default(''),
  charterId: id.nullable().default(null),
})

export const charterRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/group-charters',
      summary: 'List charters: drafts, or those of groups',
      tag,
      access: read,
      query: pageQuery.extend({ state: z.enum(['draft', 'used']).default('draft') }),
      answer: pageOf(charterAnswer),
    },
    async (ctx, { query: { cursor, limit, state } }) => {
      const page = await findCharters(ctx, { state, after: readCursor('charters', cursor), limit })
      return { items: page.items.map((charter) => present(ctx, charter)), next: page.next }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/group-charters',
      summary: 'Begin a charter',
      tag,
      access: edit,
      body: z.object({ title, answers: charterAnswers.prefault({}) }),
      answer: charterAnswer,
      status: 201,
    },
    async (ctx, { body }) => present(ctx, await draftCharter(ctx, body)),
  ),
  route(
    {
      method: 'get',
      path: '/api/group-charters/{id}',
      summary: 'See a charter and what speaks for and against it',
      tag,
      access: read,
      params: idParams,
      answer: charterAnswer,
    },
    async (ctx, { params }) => present(ctx, await getCharter(ctx, params.id)),
  ),
  route(
    {
      method: 'patch',
      path: '/api/group-charters/{id}',
      summary: 'Save a charter over the revision that was seen',
      tag,
      access: edit,
      params: idParams,
      body: z.object({
        revision: z.int().min(1),
        title: title.optional(),
        answers: charterAnswers.optional(),
      }),
      answer: charterAnswer,
    },
    async (ctx, { params, body }) => present(ctx, await reviseCharter(ctx, params.id, body)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/group-charters/{id}',
      summary: 'Discard a draft',
      tag,
      access: edit,
      params: idParams,
    },
    async (ctx, { params }) => {
      await discardCharter(ctx, params.id)
      return undefined
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/group-charters/{id}/group',
      summary: 'Make the group that a charter describes',
      tag,
      access: edit,
      params: idParams,
      body: newGroup.extend({
        despite: z
          .string()
          .trim()
          .min(1)
          .max(300)
          .optional()
          .describe('Why, when something speaks against it'),
      }),
      answer: z.object({ groupId: z.string(), slug: z.string() }),
      status: 201,
    },
    async (ctx, { params, body }) => {
      const { id: groupId, slug } = await foundGroup(ctx, params.id, body)
      return { groupId, slug }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/groups/{id}/charter',
      summary: 'See the charter of a group',
      tag,
      access: read,
      params: idParams,
      answer: z.object({ charter: charterAnswer.nullable() }),
    },
    async (ctx, { params }) => {
      const charter = await findCharterOfGroup(ctx, params.id)
      return { charter: charter ? present(ctx, charter) : null }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/group-observations',
      summary: 'Read the journal of other people’s groups',
      tag,
      access: read,
      query: pageQuery.extend({ q: z.string().trim().max(60).optional(), charter: id.optional() }),
      answer: pageOf(observation.extend({ id: z.string(), author: z.string() })),
    },
    async (ctx, { query: { cursor, limit, q, charter } }) =>
      await findObservations(ctx, {
        q,
        charterId: charter,
        after: readCursor('observations', cursor),
        limit,
      }),
  ),
  route(
    {
      method: 'post',
      path: '/api/group-observations',
      summary: 'Note what was seen in another group',
      tag,
      access: edit,
      body: observation,
      answer: z.object({ id: z.string() }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await noteObservation(ctx, body) }),
  ),
  route(
    {
      method: 'delete',
      path: '/api/group-observations/{id}',
      summary: 'Remove an entry of the journal',
      tag,
      access: edit,
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeObservation(ctx, params.id)
      return undefined
    },
  ),
]
