import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { type Ctx, transact } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { day, pageQuery } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import { namesOf } from '../actors.ts'
import { findPeople, personAnswer } from '../people.ts'
import { findToday } from '../ranges.ts'
import type { computeRfmJob } from './jobs.ts'
import { type Kind, kinds, rfmDefinition, tiers } from './model.ts'
import {
  modelAnswer,
  pictureAnswer,
  presentPicture,
  presentVersion,
  tierOrNone,
  tierWords,
  whatMay,
} from './present.ts'
import { findMoves, findPicture, findPlaced } from './reading.ts'
import { rfmProblems } from './rfm.problems.ts'
import type { Day } from './rfm.sql.ts'
import { discardDraft, findDraft, findVersions, getInForce, publishDraft, saveDraft } from './versions.ts'

const tag = 'audience'
const access = permitted('audience.read')
const params = z.object({ kind: z.enum(kinds) })
const path = '/api/audience/rfm/{kind}'
const limit = { max: 120, perSeconds: 60 }
const score = z.coerce.number().int().min(1).max(5).optional()

const countMembers = async (ctx: Ctx) =>
  Number(
    (await ctx.db.selectFrom('member').select(sql<string>`count(*)`.as('count')).executeTakeFirstOrThrow())
      .count,
  )

/** The day asked about, today when none is; never one that has not come. */
async function dayAsked(ctx: Ctx, asked: Day | undefined): Promise<Day> {
  const today = await findToday(ctx)
  if (asked && asked > today) throw rfmProblems.dayAhead()
  return asked ?? today
}

async function readModel(ctx: Ctx, query: Parts['warehouse']['query'], kind: Kind) {
  const [inForce, draft, versions, run, events] = await Promise.all([
    getInForce(ctx, kind),
    findDraft(ctx, kind),
    findVersions(ctx, kind),
    ctx.db
      .selectFrom('rfm_run')
      .select([sql<string>`as_of::text`.as('asOf'), 'computed_at as computedAt', 'moved'])
      .where('kind', '=', kind)
      .orderBy('as_of', 'desc')
      .limit(1)
      .executeTakeFirst(),
    // Without the warehouse the model can still be read; there is only nothing to choose from.
    query<{ name: string }>('SELECT DISTINCT name FROM event_day ORDER BY name LIMIT 500').catch(() => []),
  ])
  const names = await namesOf(
    ctx,
    [...versions, ...(draft ? [draft] : [])].map((version) => version.by),
  )
  return {
    kind,
    inForce: presentVersion(inForce, names),
    draft: draft ? presentVersion(draft, names) : null,
    versions: versions.map((version) => presentVersion(version, names)),
    tiers: tierWords(kind, inForce.definition, ctx.locale),
    run: run ? { ...run, computedAt: run.computedAt.toISOString() } : null,
    events: events.map(({ name }) => name),
    can: whatMay(ctx.actor),
  }
}

export const rfmRoutes = (
  { warehouse, jobs, files }: Pick<Parts, 'warehouse' | 'jobs' | 'files'>,
  compute: ReturnType<typeof computeRfmJob>,
) => [
  route(
    { method: 'get', path, summary: 'Read an RFM model', tag, access, params, answer: modelAnswer },
    async (ctx, { params: { kind } }) => await readModel(ctx, warehouse.query, kind),
  ),
  route(
    {
      method: 'get',
      path: `${path}/picture`,
      summary: 'Read how many stand where by RFM on a day',
      tag,
      access,
      limit,
      params,
      query: z.object({ asOf: day.optional().describe('Default: today') }),
      answer: pictureAnswer,
    },
    async (ctx, { params: { kind }, query }) => {
      const asOf = await dayAsked(ctx, query.asOf)
      const { definition } = await getInForce(ctx, kind)
      return presentPicture(
        asOf,
        await countMembers(ctx),
        await findPicture(warehouse.query, definition, asOf),
      )
    },
  ),
  route(
    {
      method: 'post',
      path: `${path}/trial`,
      summary: 'Try an RFM model without keeping it',
      tag,
      access,
      limit,
      params,
      body: z.object({ definition: rfmDefinition, asOf: day.optional() }),
      answer: pictureAnswer,
    },
    async (ctx, { body: { definition, asOf: asked } }) => {
      const asOf = await dayAsked(ctx, asked)
      return presentPicture(
        asOf,
        await countMembers(ctx),
        await findPicture(warehouse.query, definition, asOf),
      )
    },
  ),
  route(
    {
      method: 'get',
      path: `${path}/movement`,
      summary: 'Read how members moved between tiers',
      tag,
      access,
      limit,
      params,
      query: z.object({ from: day, to: day.optional() }),
      answer: z.object({
        from: day,
        to: day,
        moves: z.array(z.object({ from: tierOrNone, to: tierOrNone, members: z.int() })),
      }),
    },
    async (ctx, { params: { kind }, query: { from, to: asked } }) => {
      const to = await dayAsked(ctx, asked)
      if (from >= to) throw rfmProblems.daysReversed()
      const { definition } = await getInForce(ctx, kind)
      const moves = await findMoves(warehouse.query, definition, from, to)
      return { from, to, moves: moves.map((move) => ({ ...move })) }
    },
  ),
  route(
    {
      method: 'get',
      path: `${path}/members`,
      summary: 'List members behind a number of RFM',
      tag,
      access: permitted('audience.read'),
      limit,
      params,
      query: pageQuery.extend({
        asOf: day.optional(),
        tier: z.enum(tiers).optional(),
        r: score,
        f: score,
        m: score,
        before: day.optional().describe('Only those that stood in `beforeTier` on this day'),
        beforeTier: tierOrNone.optional(),
      }),
      answer: z.object({
        items: z.array(
          z.object({
            member: personAnswer,
            tier: z.enum(tiers),
            recency: z.int().describe('Days'),
            frequency: z.int(),
            amount: z.number(),
            r: z.int(),
            f: z.int(),
            m: z.int(),
          }),
        ),
        next: z.string().nullable(),
      }),
    },
    async (
      ctx,
      { params: { kind }, query: { cursor, limit: size, asOf: asked, before, beforeTier, ...where } },
    ) => {
      const asOf = await dayAsked(ctx, asked)
      const { definition } = await getInForce(ctx, kind)
      const place = readCursor('rfm members', cursor)
      const placed = await findPlaced(
        warehouse.query,
        definition,
        asOf,
        { ...where, ...(before && beforeTier ? { before: { day: before, tier: beforeTier } } : {}) },
        {
          limit: size + 1,
          ...(place ? { after: { amount: Number(place.value), memberId: place.id } } : {}),
        },
      )
      const page = placed.slice(0, size)
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
          placed.length > size && last
            ? writeCursor('rfm members', { value: String(last.amount), id: last.memberId })
            : null,
      }
    },
  ),
  route(
    {
      method: 'put',
      path: `${path}/draft`,
      summary: 'Save the draft of an RFM model',
      tag,
      access: permitted('audience.edit'),
      params,
      body: z.object({ definition: rfmDefinition }),
    },
    async (ctx, { params: { kind }, body }) => {
      await saveDraft(ctx, kind, body.definition)
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: `${path}/draft`,
      summary: 'Throw the draft of an RFM model away',
      tag,
      access: permitted('audience.edit'),
      params,
    },
    async (ctx, { params: { kind } }) => {
      await discardDraft(ctx, kind)
      return undefined
    },
  ),
  route(
    {
      method: 'post',
      path: `${path}/publication`,
      summary: 'Put the draft of an RFM model in force',
      tag,
      access: permitted('audience.edit'),
      params,
      body: z.object({ note: z.string().trim().max(200).default('') }),
      answer: z.object({ number: z.int(), jobId: z.string() }),
      status: 201,
    },
    async (ctx, { params: { kind }, body }) =>
      await transact(ctx, async (tx) => {
        const jobId = await jobs.enqueue(tx, compute, { kind, asOf: await findToday(tx) })
        return { number: await publishDraft(tx, kind, body.note), jobId }
      }),
  ),
  route(
    {
      method: 'post',
      path: `${path}/runs`,
      summary: 'Compute RFM now',
      tag,
      access: permitted('audience.edit'),
      limit: { max: 10, perSeconds: 60 },
      params,
      answer: z.object({ jobId: z.string() }),
      status: 202,
    },
    async (ctx, { params: { kind } }) =>
      await transact(ctx, async (tx) => {
        const jobId = await jobs.enqueue(tx, compute, { kind, asOf: await findToday(tx) })
        await audit(tx, 'rfm.computed', { kind: 'rfm', id: kind })
        return { jobId }
      }),
  ),
]
