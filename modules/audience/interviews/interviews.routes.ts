/** Talks and what was found in them, over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, refusal } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { dayOf } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { interviewLabels } from './interviews.messages.ts'
import { changeInterview, dropInterview } from './interviews.ts'
import {
  advise,
  changePainPoint,
  isShared,
  noteMention,
  notePainPoint,
  removeMention,
  removePainPoint,
} from './pain-points.ts'
import {
  answersOfTest,
  decisions,
  findInterviews,
  findPainPoints,
  getInterview,
  getPainPoint,
  getStudy,
  type Interview,
  interviewStates,
  type PainPoint,
} from './studies.sql.ts'

const tag = 'audience'
const read = permitted('interviews.read')
const edit = permitted('interviews.edit')

const interviewAnswer = z.object({
  id,
  studyId: id,
  member: z.object({ id, nickname: z.string(), city: z.string(), avatarUrl: z.string().nullable() }),
  quota: z.string().nullable(),
  interviewer: z.object({ id, name: z.string() }).nullable(),
  state: z.enum(interviewStates),
  dueOn: day.nullable(),
  heldOn: day.nullable(),
  answers: z.array(z.string()),
  summary: z.string(),
  pains: z.int(),
  can: z.object({ edit: z.boolean() }),
})

const painWords = {
  title: z.string().trim().min(1).max(120),
  headache: z.enum(answersOfTest),
  willing: z.enum(answersOfTest),
  alternatives: z.enum(answersOfTest),
  reassured: z.enum(answersOfTest),
  note: z.string().trim().max(1_000),
  decision: z.enum(decisions),
  action: z.string().trim().max(1_000),
}
const painAnswer = z.object({
  id,
  ...painWords,
  mentions: z.array(z.object({ interviewId: id, nickname: z.string(), quote: z.string() })),
  /** Share of the talks in which it came up. */
  share: z.number(),
  shared: z.boolean(),
  advice: z.enum(['solve', 'test', 'drop']),
})

export const interviewRoutes = ({ files }: Pick<Parts, 'files'>) => {
  const present = async (ctx: Ctx, one: Interview): Promise<z.input<typeof interviewAnswer>> => ({
    id: one.id,
    studyId: one.studyId,
    member: {
      id: one.memberId,
      nickname: one.nickname,
      city: one.city,
      avatarUrl: one.avatarFileId ? ((await files.url(ctx, one.avatarFileId, 'small')) ?? null) : null,
    },
    quota: one.quota,
    interviewer: one.interviewerId ? { id: one.interviewerId, name: one.interviewerName ?? '' } : null,
    state: one.state,
    dueOn: one.dueOn,
    heldOn: one.heldOn,
    answers: [...one.answers],
    summary: one.summary,
    pains: one.pains,
    can: { edit: may(ctx.actor, 'interviews.edit') && !one.studyClosed },
  })
  const presentPain = (pain: PainPoint, held: number): z.input<typeof painAnswer> => {
    const { studyId: _, mentions, ...rest } = pain
    return {
      ...rest,
      mentions: [...mentions],
      share: held === 0 ? 0 : mentions.length / held,
      shared: isShared(mentions.length, held),
      advice: advise(pain),
    }
  }
  return [
    route(
      {
        method: 'get',
        path: '/api/studies/{id}/interviews',
        summary: 'List the sample of a study',
        tag,
        access: read,
        params: idParams,
        answer: z.object({ items: z.array(interviewAnswer) }),
      },
      async (ctx, { params }) => {
        await getStudy(ctx, params.id)
        const found = await findInterviews(ctx, params.id)
        return { items: await Promise.all(found.map((one) => present(ctx, one))) }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/interviews/{id}',
        summary: 'See one interview',
        tag,
        access: read,
        params: idParams,
        answer: interviewAnswer,
      },
      async (ctx, { params }) => present(ctx, await getInterview(ctx, params.id)),
    ),
    route(
      {
        method: 'patch',
        path: '/api/interviews/{id}',
        summary: 'Assign an interview, say how it stands, note answers',
        tag,
        access: edit,
        params: idParams,
        body: z
          .object({
            interviewerId: id.nullable(),
            state: z.enum(interviewStates),
            dueOn: day.nullable(),
            heldOn: day,
            answers: z.array(z.string().trim().max(4_000)).max(40),
            summary: z.string().trim().max(4_000),
          })
          .partial()
          .refine((change) => Object.keys(change).length > 0, refusal(interviewLabels.nothing)),
        answer: interviewAnswer,
      },
      async (ctx, { params, body }) => {
        const zone = (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
        await changeInterview(ctx, await getInterview(ctx, params.id), body, dayOf(ctx.now, zone))
        return await present(ctx, await getInterview(ctx, params.id))
      },
    ),
    route(
      {
        method: 'delete',
        path: '/api/interviews/{id}',
        summary: 'Take a member out of the sample',
        tag,
        access: edit,
        params: idParams,
      },
      async (ctx, { params }) => {
        await dropInterview(ctx, await getInterview(ctx, params.id))
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/studies/{id}/pain-points',
        summary: 'List the pain points of a study, the most shared first',
        tag,
        access: read,
        params: idParams,
        answer: z.object({ items: z.array(painAnswer) }),
      },
      async (ctx, { params }) => {
        const study = await getStudy(ctx, params.id)
        return { items: (await findPainPoints(ctx, params.id)).map((pain) => presentPain(pain, study.held)) }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/studies/{id}/pain-points',
        summary: 'Note a pain point',
        tag,
        access: edit,
        params: idParams,
        body: z.object({
          title: painWords.title,
          headache: painWords.headache.default('unknown'),
          willing: painWords.willing.default('unknown'),
          alternatives: painWords.alternatives.default('unknown'),
          reassured: painWords.reassured.default('unknown'),
          note: painWords.note.default(''),
          decision: painWords.decision.default('open'),
          action: painWords.action.default(''),
        }),
        answer: z.object({ id }),
        status: 201,
      },
      async (ctx, { params, body }) => ({
        id: await notePainPoint(ctx, await getStudy(ctx, params.id), body),
      }),
    ),
    route(
      {
        method: 'patch',
        path: '/api/pain-points/{id}',
        summary: 'Change a pain point, its tests or what is decided',
        tag,
        access: edit,
        params: idParams,
        body: z
          .object(painWords)
          .partial()
          .refine((change) => Object.keys(change).length > 0, refusal(interviewLabels.nothing)),
      },
      async (ctx, { params, body }) => {
        await changePainPoint(ctx, await getPainPoint(ctx, params.id), body)
        return undefined
      },
    ),
    route(
      {
        method: 'delete',
        path: '/api/pain-points/{id}',
        summary: 'Remove a pain point',
        tag,
        access: edit,
        params: idParams,
      },
      async (ctx, { params }) => {
        await removePainPoint(ctx, await getPainPoint(ctx, params.id))
        return undefined
      },
    ),
    route(
      {
        method: 'put',
        path: '/api/pain-points/{id}/mentions/{interviewId}',
        summary: 'Note that somebody said it',
        tag,
        access: edit,
        params: idParams.extend({ interviewId: id }),
        body: z.object({ quote: z.string().trim().max(500).default('') }),
      },
      async (ctx, { params, body }) => {
        const pain = await getPainPoint(ctx, params.id)
        await noteMention(ctx, pain, await getInterview(ctx, params.interviewId), body.quote)
        return undefined
      },
    ),
    route(
      {
        method: 'delete',
        path: '/api/pain-points/{id}/mentions/{interviewId}',
        summary: 'Take back that somebody said it',
        tag,
        access: edit,
        params: idParams.extend({ interviewId: id }),
      },
      async (ctx, { params }) => {
        await removeMention(ctx, await getPainPoint(ctx, params.id), params.interviewId)
        return undefined
      },
    ),
  ]
}
