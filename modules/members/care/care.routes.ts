/** Care over HTTP: the pipeline, the visits due, and what is known of one member's care. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, moment, pageOf, pageQuery, refusal } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { addToDay } from '#base/time/calendar.ts'
import { today } from '../occasions/today.ts'
import { getMember } from '../people/members.sql.ts'
import { memberProblems } from '../problems.ts'
import { careRefusals } from './care.messages.ts'
import {
  type Care,
  countCare,
  findCare,
  findCareOfMember,
  findSteps,
  findVisits,
  getCare,
  type Visit,
} from './care.sql.ts'
import { changeCare, endCare, mostAtOnce, noteVisit, startCare } from './care.ts'
import { programs, purposes, stages, ways } from './programs.ts'

const tag = 'members'
const read = permitted('care.read')
const edit = permitted('care.edit')

const program = z.enum(programs)
const stage = z.enum(stages)
const cadence = z.int().min(1).max(365)
const line = z.string().trim().max(500)

const careAnswer = z.object({
  id,
  member: z.object({ id, nickname: z.string(), avatarUrl: z.string().nullable() }),
  program,
  stage,
  owner: z.object({ id, name: z.string() }).nullable(),
  cadenceDays: cadence.nullable(),
  nextOn: day.nullable(),
  /** Days until the next visit; negative when it is overdue. */
  dueInDays: z.int().nullable(),
  lastVisitOn: day.nullable(),
  visits: z.int(),
  needs: z.string(),
  why: z.string(),
  startedAt: moment,
  endedAt: moment.nullable(),
  can: z.object({ edit: z.boolean() }),
})

const visitAnswer = z.object({
  id,
  program: program.nullable(),
  purpose: z.enum(purposes),
  way: z.enum(ways),
  summary: z.string(),
  found: z.string(),
  given: z.string(),
  visitedOn: day,
  by: z.string().nullable(),
})

const visitBody = z.object({
  purpose: z.enum(purposes).default('care'),
  way: z.enum(ways),
  summary: z.string().trim().min(1).max(4_000),
  found: z.string().trim().max(2_000).default(''),
  given: line.default(''),
  visitedOn: day.optional().describe('Default: today'),
  nextOn: day.nullable().optional().describe('Left out: by the rhythm of the programme'),
})

const daysApart = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export const careRoutes = ({ files }: Pick<Parts, 'files'>) => {
  const present = async (ctx: Ctx, care: Care, on: string): Promise<z.input<typeof careAnswer>> => ({
    id: care.id,
    member: {
      id: care.memberId,
      nickname: care.nickname,
      avatarUrl: care.avatarFileId ? ((await files.url(ctx, care.avatarFileId, 'small')) ?? null) : null,
    },
    program: care.program,
    stage: care.stage,
    owner: care.ownerId ? { id: care.ownerId, name: care.ownerName ?? '' } : null,
    cadenceDays: care.cadenceDays,
    nextOn: care.nextOn,
    dueInDays: care.nextOn ? daysApart(on, care.nextOn) : null,
    lastVisitOn: care.lastVisitOn,
    visits: care.visits,
    needs: care.needs,
    why: care.why,
    startedAt: care.startedAt.toISOString(),
    endedAt: care.endedAt?.toISOString() ?? null,
    can: { edit: may(ctx.actor, 'care.edit') && care.endedAt === null },
  })
  const presentVisit = ({ careId: _, ...visit }: Visit): z.input<typeof visitAnswer> => visit

  return [
    route(
      {
        method: 'get',
        path: '/api/care',
        summary: 'List members in care',
        tag,
        access: read,
        query: pageQuery.extend({
          program: program.optional(),
          stage: stage.optional(),
          owner: id.optional(),
          due: z.enum(['overdue', 'today', 'week']).optional(),
          q: z.string().trim().min(1).max(60).optional(),
        }),
        answer: pageOf(careAnswer),
      },
      async (ctx, { query: { cursor, limit, due, ...filter } }) => {
        const on = await today(ctx)
        const dueBy = due && addToDay(on, { overdue: -1, today: 0, week: 6 }[due], 'day')
        const page = await findCare(ctx, { ...filter, dueBy }, { after: readCursor('care', cursor), limit })
        return {
          items: await Promise.all(page.items.map((care) => present(ctx, care, on))),
          next: writeCursor('care', page.next),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/care/summary',
        summary: 'Count members in care by programme and stage',
        tag,
        access: read,
        answer: z.object({
          items: z.array(z.object({ program, stage, members: z.int(), overdue: z.int() })),
        }),
      },
      async (ctx) => ({ items: [...(await countCare(ctx, await today(ctx)))] }),
    ),
    route(
      {
        method: 'post',
        path: '/api/care',
        summary: 'Take members into care',
        tag,
        access: edit,
        body: z.object({
          memberIds: z.array(id).min(1).max(mostAtOnce),
          program,
          ownerId: id.nullable().default(null),
          cadenceDays: cadence.nullable().default(null),
          nextOn: day.nullable().optional().describe('Default: one rhythm from today'),
          why: line.default(''),
        }),
        answer: z.object({ started: z.int() }),
        status: 201,
      },
      async (ctx, { body: { memberIds, nextOn, ...plan } }) => {
        const rhythm = plan.cadenceDays ? addToDay(await today(ctx), plan.cadenceDays, 'day') : null
        const started = await startCare(ctx, memberIds, {
          ...plan,
          nextOn: nextOn === undefined ? rhythm : nextOn,
        })
        return { started }
      },
    ),
    route(
      {
        method: 'patch',
        path: '/api/care/{id}',
        summary: 'Change how a member is cared for',
        tag,
        access: edit,
        params: idParams,
        body: z
          .object({
            stage: stage.optional(),
            why: line.optional(),
            ownerId: id.nullable().optional(),
            cadenceDays: cadence.nullable().optional(),
            nextOn: day.nullable().optional(),
            needs: z.string().trim().max(2_000).optional(),
          })
          .refine((change) => Object.keys(change).length > 0, refusal(careRefusals.nothing)),
        answer: careAnswer,
      },
      async (ctx, { params, body }) => {
        await changeCare(ctx, await getCare(ctx, params.id), body)
        return await present(ctx, await getCare(ctx, params.id), await today(ctx))
      },
    ),
    route(
      {
        method: 'delete',
        path: '/api/care/{id}',
        summary: 'Take a member out of care',
        tag,
        access: edit,
        params: idParams,
        query: z.object({ why: line.default('') }),
      },
      async (ctx, { params, query }) => {
        await endCare(ctx, await getCare(ctx, params.id), query.why)
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/members/{id}/care',
        summary: 'See how a member is cared for',
        tag,
        access: read,
        params: idParams,
        query: pageQuery,
        answer: z.object({
          care: z.array(
            careAnswer.extend({
              steps: z.array(z.object({ from: stage, to: stage, why: z.string(), movedAt: moment })),
            }),
          ),
          visits: pageOf(visitAnswer),
          can: z.object({ edit: z.boolean() }),
        }),
      },
      async (ctx, { params, query }) => {
        await getMember(ctx, params.id)
        const on = await today(ctx)
        const [care, visits] = await Promise.all([
          findCareOfMember(ctx, params.id),
          findVisits(ctx, params.id, { after: readCursor('visits', query.cursor), limit: query.limit }),
        ])
        return {
          care: await Promise.all(
            care.map(async (one) => ({
              ...(await present(ctx, one, on)),
              steps: (await findSteps(ctx, one.id)).map((step) => ({
                ...step,
                movedAt: step.movedAt.toISOString(),
              })),
            })),
          ),
          visits: { items: visits.items.map(presentVisit), next: writeCursor('visits', visits.next) },
          can: { edit: may(ctx.actor, 'care.edit') },
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/members/{id}/visits',
        summary: 'Note a visit to a member',
        tag,
        access: edit,
        params: idParams,
        body: visitBody.extend({ careId: id.optional() }),
        answer: z.object({ id }),
        status: 201,
      },
      async (ctx, { params, body: { careId, visitedOn, ...note } }) => {
        await getMember(ctx, params.id)
        const on = await today(ctx)
        const care = careId ? await accessCare(ctx, careId, params.id) : undefined
        return { id: await noteVisit(ctx, params.id, care, { ...note, visitedOn: visitedOn ?? on }) }
      },
    ),
  ]
}

/** The care of this member; that of another counts as not found. */
async function accessCare(ctx: Ctx, careId: string, memberId: string): Promise<Care> {
  const care = await getCare(ctx, careId)
  if (care.memberId !== memberId) throw memberProblems.careNotFound()
  return care
}
