/** Single buyers by value, their doors, versions of the fit, and computing it now. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { cutPage, readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { day, moment } from '#base/http/schemas.ts'
import { createList, findPeople, personAnswer, readClock } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import type { InsightParts } from '../parts.ts'
import type { ComputeValue } from './jobs.ts'
import { yearSpread } from './lived.ts'
import {
  type Buyer,
  countStanding,
  findDeciles,
  findStanding,
  pagesOfStanding,
  type Standing,
} from './standing.sql.ts'
import { findInForce, findVersions } from './versions.ts'

const tag = 'insight'
const limit = { max: 120, perSeconds: 60 }
const cell = z.union([z.object({ decile: z.int().min(1).max(10) }), z.object({ going: z.literal(true) })])
const counted = { members: z.int(), revenue: z.number(), atStake: z.number() }

const valueAtOf = (which: Standing, { atStake, revenue }: Buyer) =>
  String('going' in which ? atStake : revenue)

async function pageOf(ctx: Ctx, which: Standing, cursor: string | undefined, size: number) {
  const place = readCursor('value standing', cursor)
  const after = place && { value: place.value ?? '0', id: place.id }
  const found = await findStanding(ctx, which, { after, limit: size + 1 })
  const { items, next } = cutPage(found, size, (last) => ({
    value: valueAtOf(which, last),
    id: last.memberId,
  }))
  return { shown: items, next: writeCursor('value standing', next) }
}

export const valueRoutes = (parts: InsightParts, compute: ComputeValue) => [
  route(
    {
      method: 'get',
      path: '/api/insight/value/standing',
      summary: 'Read how buyers stand by what they may be worth',
      tag,
      access: permitted('insight.read'),
      limit,
      answer: z.object({
        deciles: z.array(z.object({ decile: z.int(), least: z.number(), ...counted })),
        going: z.object(counted),
        versions: z.array(
          z.object({
            id: z.string(),
            asOf: day,
            madeAt: moment,
            outcome: z.enum(['fitted', 'too_few', 'not_converged', 'no_mean']),
            repeaters: z.int(),
            /** Expected over actual purchases of the holdout. */
            ratio: z.number().nullable(),
          }),
        ),
        can: z.object({ compute: z.boolean() }),
      }),
    },
    async (ctx) => ({
      deciles: await findDeciles(ctx),
      going: await countStanding(ctx, { going: true }),
      versions: (await findVersions(ctx)).map(({ id, asOf, madeAt, outcome, repeaters, definition }) => ({
        id,
        asOf,
        madeAt: madeAt.toISOString(),
        outcome,
        repeaters,
        ratio:
          definition.holdout && definition.holdout.actual > 0
            ? definition.holdout.expected / definition.holdout.actual
            : null,
      })),
      can: { compute: may(ctx.actor, 'insight.edit') },
    }),
  ),
  route(
    {
      method: 'get',
      path: '/api/insight/value/members',
      summary: 'List buyers by what they may be worth',
      tag,
      access: permitted('audience.read'),
      limit,
      query: z.object({
        decile: z.coerce
          .number()
          .int()
          .min(1)
          .max(10)
          .optional()
          .describe('Left out: who is worth keeping and about to go'),
        cursor: z.string().max(512).optional(),
        limit: z.coerce.number().int().min(1).max(50).default(20),
      }),
      answer: z.object({
        items: z.array(
          z.object({
            member: personAnswer,
            purchases: z.int().describe('Days with a purchase so far'),
            daysSince: z.int(),
            alive: z.number(),
            revenue: z.number(),
            low: z.number().describe('Eight of ten end between low and high'),
            high: z.number(),
            atStake: z.number(),
          }),
        ),
        next: z.string().nullable(),
      }),
    },
    async (ctx, { query: { decile, cursor, limit: size } }) => {
      const inForce = await findInForce(ctx)
      if (!inForce) return { items: [], next: null }
      const { shown, next } = await pageOf(ctx, decile ? { decile } : { going: true }, cursor, size)
      const people = await findPeople(
        ctx,
        parts.files,
        shown.map(({ memberId }) => memberId),
      )
      return {
        items: shown.flatMap(({ memberId, x, tx, t, spent, alive, revenue, atStake }) => {
          const member = people.get(memberId)
          if (!member) return []
          const spread = yearSpread(inForce.definition, { x, tx, t, spent }, memberId).revenue
          return [{ member, purchases: x + 1, daysSince: t - tx, alive, revenue, ...spread, atStake }]
        }),
        next,
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/value-standing/people',
      summary: 'List the members behind a tenth of the buyers',
      tag,
      access: permitted('audience.read'),
      limit,
      idempotency: 'none',
      body: z.object({
        question: z.object({}),
        cell,
        cursor: z.string().max(512).optional(),
        limit: z.int().min(1).max(100).default(20),
      }),
      answer: z.object({ total: z.int(), items: z.array(personAnswer), next: z.string().nullable() }),
    },
    async (ctx, { body }) => {
      const { shown, next } = await pageOf(ctx, body.cell, body.cursor, body.limit)
      const ids = shown.map(({ memberId }) => memberId)
      const people = await findPeople(ctx, parts.files, ids)
      const { members } = await countStanding(ctx, body.cell)
      return { total: members, items: ids.flatMap((id) => people.get(id) ?? []), next }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/value-standing/list',
      summary: 'Keep the members behind a tenth of the buyers as a list',
      tag,
      access: permitted('audience.edit'),
      limit: { max: 20, perSeconds: 60 },
      idempotency: 'required',
      body: z.object({
        question: z.object({}),
        cell,
        name: z.string().trim().min(1).max(60),
        note: z.string().trim().max(300).default(''),
      }),
      status: 201,
      answer: z.object({ id: z.string(), name: z.string(), members: z.int() }),
    },
    async (ctx, { body }) => {
      const pages = (tx: Ctx) => pagesOfStanding(tx, body.cell)
      const list = await createList(ctx, parts.audience, { name: body.name, note: body.note }, pages)
      return { id: list.id, name: list.name, members: list.members ?? 0 }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/value/runs',
      summary: 'Estimate the value of customers now',
      tag,
      access: permitted('insight.edit'),
      limit: { max: 10, perSeconds: 60 },
      body: z.object({ discountPerYear: z.number().min(0).max(1).optional() }),
      status: 202,
      answer: z.object({ jobId: z.string() }),
    },
    async (ctx, { body }) =>
      await transact(ctx, async (tx) => {
        const { today } = await readClock(tx)
        const jobId = await parts.jobs.enqueue(tx, compute, { asOf: today, ...body })
        await audit(tx, 'value.computed', { kind: 'value', id: 'models' })
        return { jobId }
      }),
  ),
]
