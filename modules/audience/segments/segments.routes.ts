import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { transact } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageQuery, refusal } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { dayOf } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'
import type { Audience } from '../audience.ts'
import { definition } from '../conditions/condition.ts'
import { changeList } from './listing.ts'
import { presentSegment, segmentAnswer, segmentDetail } from './present.ts'
import { presetsFor } from './presets.ts'
import { findSegmentUses } from './references.ts'
import { segmentRefusals } from './segments.messages.ts'
import { countSegments, findSegments, findSizes, getSegment, type Segment } from './segments.sql.ts'
import { changeSegment, createSegment, removeSegment } from './segments.ts'

const tag = 'audience'
const name = z.string().trim().min(1).max(60)
const note = z.string().trim().max(300)

export const segmentRoutes = (audience: Audience) => {
  const detail = async (ctx: Parameters<typeof presentSegment>[0], segment: Segment) => {
    const today = dayOf(ctx.now, (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai')
    const sizes = await findSizes(ctx, segment.id, 2)
    const last = sizes.find((size) => size.day === today)
    const before = sizes.filter((size) => size.day < today).at(-1)
    return {
      ...(await presentSegment(ctx, audience, segment)),
      parts: segment.definition && [...(await audience.sayParts(ctx, segment.definition))],
      versions: segment.version ?? 0,
      computedMs: segment.computedMs,
      today: { entered: last?.entered ?? 0, left: last?.left ?? 0 },
      yesterday: before?.members ?? null,
      uses: await findSegmentUses(ctx, segment.id),
    }
  }
  return [
    route(
      {
        method: 'get',
        path: '/api/audience/segments',
        summary: 'List segments',
        tag,
        access: permitted('audience.read'),
        query: pageQuery.extend({
          q: z.string().trim().min(1).max(60).optional().describe('Part of the name'),
          kind: z.enum(['dynamic', 'static']).optional(),
        }),
        answer: z.object({
          items: z.array(segmentAnswer),
          next: z.string().nullable(),
          total: z.int().nullable().describe('On the first page only'),
        }),
      },
      async (ctx, { query: { cursor, limit, ...filter } }) => {
        const after = readCursor('segments', cursor)
        const page = await findSegments(ctx, filter, { after, limit })
        return {
          items: await Promise.all(page.items.map((segment) => presentSegment(ctx, audience, segment))),
          next: writeCursor('segments', page.next),
          total: after ? null : await countSegments(ctx, filter),
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/audience/segments',
        summary: 'Make a segment',
        tag,
        access: permitted('audience.edit'),
        body: z
          .object({
            name,
            note: note.default(''),
            kind: z.enum(['dynamic', 'static']),
            definition: definition.optional(),
            from: id.optional().describe('For a list: the segment whose members it keeps as they are now'),
            members: z.array(id).min(1).max(10_000).optional().describe('For a list: who is on it'),
          })
          .refine(
            (body) =>
              body.kind === 'static' || (body.definition !== undefined && !body.from && !body.members),
            refusal(segmentRefusals.definitionNeeded),
          )
          .refine(
            (body) =>
              body.kind === 'dynamic' ||
              [body.definition, body.from, body.members].filter((each) => each !== undefined).length === 1,
            refusal(segmentRefusals.definitionOrIds),
          ),
        answer: segmentDetail,
        status: 201,
      },
      async (ctx, { body: { from, members, ...body } }) =>
        await transact(ctx, async (tx) => {
          const source = from ? await getSegment(tx, from) : undefined
          const wanted = source
            ? { version: 1 as const, who: { kind: 'segment' as const, segment: source.id } }
            : body.definition
          const segment = await createSegment(tx, audience, { ...body, definition: wanted })
          if (members) await changeList(tx, segment.id, { add: members, remove: [] })
          return await detail(tx, await getSegment(tx, segment.id))
        }),
    ),
    route(
      {
        method: 'get',
        path: '/api/audience/segments/{id}',
        summary: 'See a segment',
        tag,
        access: permitted('audience.read'),
        params: idParams,
        answer: segmentDetail,
      },
      async (ctx, { params }) => await detail(ctx, await getSegment(ctx, params.id)),
    ),
    route(
      {
        method: 'patch',
        path: '/api/audience/segments/{id}',
        summary: 'Change a segment',
        tag,
        access: permitted('audience.edit'),
        params: idParams,
        body: z
          .object({
            name: name.optional(),
            note: note.optional(),
            definition: definition.optional(),
            seenVersion: z
              .int()
              .nullable()
              .optional()
              .describe('The version that you saw: when it is another by now, nothing is changed'),
          })
          .refine(
            (body) => body.name !== undefined || body.note !== undefined || body.definition !== undefined,
            refusal(segmentRefusals.nothingToDo),
          ),
        answer: segmentDetail,
      },
      async (ctx, { params, body }) => await detail(ctx, await changeSegment(ctx, audience, params.id, body)),
    ),
    route(
      {
        method: 'delete',
        path: '/api/audience/segments/{id}',
        summary: 'Remove a segment',
        tag,
        access: permitted('audience.edit'),
        params: idParams,
      },
      async (ctx, { params }) => {
        await removeSegment(ctx, params.id)
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/audience/segment-presets',
        summary: 'List segments to begin with',
        tag,
        access: permitted('audience.read'),
        answer: z.object({
          items: z.array(
            z.object({
              key: z.string(),
              name: z.string(),
              note: z.string(),
              definition,
              sentence: z.string(),
            }),
          ),
          missing: z
            .array(z.string())
            .describe('Presets that need a field which this community does not have'),
          next: z.null(),
        }),
      },
      async (ctx) => {
        const { fields } = await audience.catalogue(ctx)
        const { presets, missing } = presetsFor(fields)
        return {
          items: await Promise.all(
            presets.map(async (preset) => ({
              key: preset.key,
              name: render(preset.name, ctx.locale),
              note: render(preset.note, ctx.locale),
              definition: preset.definition,
              sentence: await audience.say(ctx, preset.definition),
            })),
          ),
          missing: [...missing],
          next: null,
        }
      },
    ),
  ]
}
