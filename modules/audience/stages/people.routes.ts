/** Who is in a stage, who went from where to where, and why somebody is where he is. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { Problem, problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, pageQuery } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import type { Definition } from '../conditions/condition.ts'
import { findPeople, personAnswer } from '../people.ts'
import { modelName, reasonAnswer, reasonsOf, stageName } from './present.ts'
import { findChanges, findFlow, findStanding, findStandingsOf, type Standing } from './reading.ts'
import { getLifeInForce, getModel } from './versions.ts'

const tag = 'audience'
const access = permitted('audience.read')
const path = '/api/audience/lifecycle/{id}'
/** In a query string nowhere is a dash: an empty value is one that is left out. */
const nowhere = '-'

const changeAnswer = z.object({ day, from: z.string().nullable(), to: z.string().nullable() })

export const lifePeopleRoutes = ({ files }: Pick<Parts, 'files'>, audience: Audience) => {
  const explain = async (ctx: Ctx, { modelId, memberId, stage, since }: Standing & { modelId: string }) => {
    const model = await getModel(ctx, modelId)
    const { definition } = await getLifeInForce(ctx, modelId)
    const here = definition.stages.find((each) => each.key === stage)
    const around = definition.stages.filter((each) => each.key === stage || here?.next.includes(each.key))
    const stages = await Promise.all(
      around.map(async (each) => ({
        key: each.key,
        name: stageName(each, ctx.locale),
        here: each.key === stage,
        ...(await why(ctx, each.when, memberId)),
      })),
    )
    return {
      model: { id: model.id, name: modelName(model, ctx.locale) },
      stage: { key: stage, name: here ? stageName(here, ctx.locale) : stage },
      since,
      order: definition.stages.map((each) => ({ key: each.key, name: stageName(each, ctx.locale) })),
      around: stages,
      changes: await findChanges(ctx, modelId, memberId),
    }
  }
  /** A stage whose condition asks what is gone holds for nobody until it is mended. */
  const why = async (ctx: Ctx, when: Definition, memberId: Id) => {
    try {
      const explanation = await audience.explain(ctx, when, memberId)
      return { met: explanation.met, reasons: reasonsOf(explanation) }
    } catch (error) {
      if (error instanceof Problem && error.kind.status === 422) return { met: false, reasons: [] }
      throw error
    }
  }
  return [
    route(
      {
        method: 'get',
        path: `${path}/flow`,
        summary: 'Read how members moved between stages',
        tag,
        access,
        params: idParams,
        query: z.object({ after: day.describe('Moves after this day, until the last computation') }),
        answer: z.object({
          after: day,
          flow: z.array(
            z.object({ from: z.string().nullable(), to: z.string().nullable(), members: z.int() }),
          ),
        }),
      },
      async (ctx, { params, query: { after } }) => {
        const model = await getModel(ctx, params.id)
        return { after, flow: (await findFlow(ctx, model.id, after)).map((each) => ({ ...each })) }
      },
    ),
    route(
      {
        method: 'get',
        path: `${path}/members`,
        summary: 'List members in a stage of life',
        tag,
        access,
        params: idParams,
        query: pageQuery.extend({
          stage: z.string().max(30).optional(),
          after: day.optional().describe('With `from`: only who was there on this day and is elsewhere now'),
          from: z.string().max(30).optional().describe('A stage, or - for nowhere yet'),
        }),
        answer: z.object({
          items: z.array(z.object({ member: personAnswer, stage: z.string(), since: day })),
          next: z.string().nullable(),
        }),
      },
      async (ctx, { params, query: { cursor, limit, stage, after, from } }) => {
        const model = await getModel(ctx, params.id)
        const came = after && from ? { after, from: from === nowhere ? null : from } : undefined
        const place = readCursor('lifecycle members', cursor)
        const found = await findStanding(
          ctx,
          model.id,
          { stage, came },
          { after: place?.id, limit: limit + 1 },
        )
        const page = found.slice(0, limit)
        const people = await findPeople(
          ctx,
          files,
          page.map((each) => each.memberId),
        )
        const last = page.at(-1)
        return {
          items: page.flatMap(({ memberId, ...rest }) => {
            const member = people.get(memberId)
            return member ? [{ member, ...rest }] : []
          }),
          next:
            found.length > limit && last
              ? writeCursor('lifecycle members', { value: null, id: last.memberId })
              : null,
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/members/{id}/lifecycle',
        summary: 'See in which stage of life a member is, and why',
        tag,
        access,
        params: z.object({ id }),
        answer: z.object({
          items: z.array(
            z.object({
              model: z.object({ id: z.string(), name: z.string() }),
              stage: z.object({ key: z.string(), name: z.string() }),
              since: day,
              order: z.array(z.object({ key: z.string(), name: z.string() })),
              around: z
                .array(
                  z.object({
                    key: z.string(),
                    name: z.string(),
                    here: z.boolean(),
                    met: z.boolean(),
                    reasons: z.array(reasonAnswer),
                  }),
                )
                .describe('The stage and those that can be reached from it'),
              changes: z.array(changeAnswer),
            }),
          ),
          next: z.null(),
        }),
      },
      async (ctx, { params }) => {
        const known = await ctx.db
          .selectFrom('member')
          .select('id')
          .where('id', '=', params.id)
          .executeTakeFirst()
        if (!known) throw problems.notFound()
        const standings = await findStandingsOf(ctx, params.id)
        return { items: await Promise.all(standings.map((standing) => explain(ctx, standing))), next: null }
      },
    ),
  ]
}
