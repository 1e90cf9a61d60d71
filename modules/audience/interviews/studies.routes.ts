/** Studies over HTTP: plan, sample, close. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, moment, pageOf, pageQuery, refusal } from '#base/http/schemas.ts'
import type { Audience } from '../audience.ts'
import { definition } from '../conditions/condition.ts'
import { interviewLabels } from './interviews.messages.ts'
import { findStudies, getStudy, type Study } from './studies.sql.ts'
import { addToSample, changeStudy, drawSample, openStudy, removeStudy } from './studies.ts'
import { usualGuide } from './usual-guide.ts'

const tag = 'audience'
const read = permitted('interviews.read')
const edit = permitted('interviews.edit')

const quota = z.object({
  label: z.string().trim().min(1).max(40),
  definition,
  wanted: z.int().min(1).max(200),
})
const plan = {
  title: z.string().trim().min(1).max(80),
  goal: z.string().trim().max(1_000),
  definition,
  method: z.enum(['random', 'quota']),
  target: z.int().min(1).max(200),
  quotas: z.array(quota).max(20),
  guide: z.array(z.string().trim().min(1).max(300)).max(40),
}

const studyAnswer = z.object({
  id,
  ...plan,
  says: z.string(),
  conclusion: z.string(),
  createdAt: moment,
  closedAt: moment.nullable(),
  chosen: z.int().describe('Members in the sample who did not decline'),
  held: z.int(),
  pains: z.int(),
  can: z.object({ edit: z.boolean() }),
})

export const studyRoutes = (audience: Audience) => {
  const present = async (ctx: Ctx, study: Study): Promise<z.input<typeof studyAnswer>> => {
    const { closedBy: _, createdAt, closedAt, quotas, guide, ...rest } = study
    return {
      ...rest,
      guide: [...guide],
      quotas: [...quotas],
      says: await audience.say(ctx, study.definition),
      createdAt: createdAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      can: { edit: may(ctx.actor, 'interviews.edit') },
    }
  }
  return [
    route(
      {
        method: 'get',
        path: '/api/studies',
        summary: 'List interview studies',
        tag,
        access: read,
        query: pageQuery,
        answer: pageOf(studyAnswer),
      },
      async (ctx, { query: { cursor, limit } }) => {
        const page = await findStudies(ctx, { after: readCursor('studies', cursor), limit })
        return {
          items: await Promise.all(page.items.map((study) => present(ctx, study))),
          next: writeCursor('studies', page.next),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/studies/{id}',
        summary: 'See a study',
        tag,
        access: read,
        params: idParams,
        answer: studyAnswer,
      },
      async (ctx, { params }) => present(ctx, await getStudy(ctx, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/api/studies',
        summary: 'Open a study: who is to be interviewed, and about what',
        tag,
        access: edit,
        body: z
          .object({
            ...plan,
            goal: plan.goal.default(''),
            method: plan.method.default('random'),
            target: plan.target.default(20),
            quotas: plan.quotas.default([]),
            guide: plan.guide.optional().describe('Left out: the usual questions'),
          })
          .refine(
            ({ method, quotas }) => method === 'random' || quotas.length > 0,
            refusal(interviewLabels.quotas),
          ),
        answer: studyAnswer,
        status: 201,
      },
      async (ctx, { body }) => {
        const studyId = await openStudy(ctx, audience, {
          ...body,
          guide: body.guide ?? usualGuide[ctx.locale],
        })
        return await present(ctx, await getStudy(ctx, studyId))
      },
    ),
    route(
      {
        method: 'patch',
        path: '/api/studies/{id}',
        summary: 'Change a study, close it or open it again',
        tag,
        access: edit,
        params: idParams,
        body: z
          .object({ ...plan, conclusion: z.string().trim().max(4_000), closed: z.boolean() })
          .partial()
          .refine((change) => Object.keys(change).length > 0, refusal(interviewLabels.nothing)),
        answer: studyAnswer,
      },
      async (ctx, { params, body }) => {
        await changeStudy(ctx, audience, await getStudy(ctx, params.id), body)
        return await present(ctx, await getStudy(ctx, params.id))
      },
    ),
    route(
      {
        method: 'delete',
        path: '/api/studies/{id}',
        summary: 'Remove a study in which nobody was interviewed',
        tag,
        access: edit,
        params: idParams,
      },
      async (ctx, { params }) => {
        await removeStudy(ctx, await getStudy(ctx, params.id))
        return undefined
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/studies/{id}/sample',
        summary: 'Draw members until the study has as many as it wants',
        tag,
        access: edit,
        params: idParams,
        body: z.object({ seed: z.int().min(0).max(2_147_483_647).default(1) }),
        answer: z.object({ added: z.int() }),
      },
      async (ctx, { params, body }) => ({ added: await drawSample(ctx, audience, params.id, body.seed) }),
    ),
    route(
      {
        method: 'post',
        path: '/api/studies/{id}/interviews',
        summary: 'Take members into the sample by hand',
        tag,
        access: edit,
        params: idParams,
        body: z.object({ memberIds: z.array(id).min(1).max(200) }),
        answer: z.object({ added: z.int() }),
        status: 201,
      },
      async (ctx, { params, body }) => ({
        added: await addToSample(ctx, await getStudy(ctx, params.id), body.memberIds),
      }),
    ),
  ]
}
