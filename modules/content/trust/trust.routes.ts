/** Levels of trust over HTTP: for the team, and what a member sees of his own. */
import { z } from 'zod'
import { member, permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { type Audience, type Definition, definition, type Explanation } from '#modules/audience/api.ts'
import { requireAsker } from '../access.ts'
import { findLevels, findStanding, nameOfLevel, saveLevel, type TrustLevel } from './levels.ts'
import { placeOnLevel } from './raising.ts'
import { trustLimits } from './shapes.ts'

const tag = 'content'
const rankParams = z.object({ rank: z.coerce.number().int().min(0).max(9) })
const levelAnswer = z.object({
  rank: z.int(),
  name: z.string(),
  ownName: z.string(),
  definition: definition.nullable(),
  ownRule: z.boolean(),
  says: z.string().nullable().describe('The rule as a sentence'),
  limits: trustLimits,
  byHand: z.boolean(),
  keeps: z.boolean(),
  revision: z.int(),
  members: z.int(),
})
const levelsAnswer = z.object({ items: z.array(levelAnswer) })
const standing = z.object({
  rank: z.int(),
  name: z.string(),
  byHand: z.boolean(),
  reason: z.string(),
  since: z.string().nullable(),
})
const step = z.object({
  says: z.string(),
  met: z.boolean(),
  evidence: z.string().nullable(),
  progress: z.object({ actual: z.number(), needed: z.number() }).nullable(),
})

/** The conditions that all must hold, one line each. */
const leaves = (explanation: Explanation): readonly Explanation[] =>
  explanation.kind === 'all' ? explanation.of.flatMap(leaves) : [explanation]

export const trustRoutes = (audience: Audience) => {
  const says = async (ctx: Ctx, rule: Definition | null) => {
    try {
      return rule && (await audience.say(ctx, rule))
    } catch (error) {
      // A field that it asks is gone: the level is shown so that somebody mends it.
      if (error instanceof Problem) return null
      throw error
    }
  }
  const presentAll = async (ctx: Ctx) => ({
    items: await Promise.all(
      (await findLevels(ctx)).map(async (level) => ({
        ...level,
        ownName: level.name,
        name: nameOfLevel(ctx, level),
        says: await says(ctx, level.definition),
      })),
    ),
  })
  const presentStanding = async (ctx: Ctx, memberId: string, levels: readonly TrustLevel[]) => {
    const { rank, heldBy, reason, since } = await findStanding(ctx, memberId)
    const level = levels.find((each) => each.rank === rank) ?? levels[0]!
    return {
      rank,
      name: nameOfLevel(ctx, level),
      byHand: heldBy !== null,
      reason,
      since: since?.toISOString() ?? null,
    }
  }
  return [
    route(
      {
        method: 'get',
        path: '/api/content/trust-levels',
        summary: 'List the levels of trust with their rules and limits',
        tag,
        access: permitted('content.read'),
        answer: levelsAnswer,
      },
      async (ctx) => await presentAll(ctx),
    ),
    route(
      {
        method: 'put',
        path: '/api/content/trust-levels/{rank}',
        summary: 'Change a level over the revision that was seen',
        tag,
        access: permitted('content.edit'),
        params: rankParams,
        body: z.object({
          name: z.string().trim().max(20).default(''),
          definition: definition.nullable().default(null).describe('Null: the usual rule'),
          limits: trustLimits,
          keeps: z.boolean(),
          revision: z.int().min(0),
        }),
        answer: levelsAnswer,
      },
      async (ctx, { params, body }) => {
        await saveLevel(ctx, audience, params.rank, body)
        return await presentAll(ctx)
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/content/members/{id}/trust',
        summary: 'See where a member stands in trust',
        tag,
        access: permitted('content.read'),
        params: idParams,
        answer: standing,
      },
      async (ctx, { params }) => await presentStanding(ctx, params.id, await findLevels(ctx)),
    ),
    route(
      {
        method: 'put',
        path: '/api/content/members/{id}/trust',
        summary: 'Place a member on a level by hand, or give him back to the rules',
        tag,
        access: permitted('content.moderate'),
        params: idParams,
        body: z.object({
          rank: z.int().min(0).max(9).nullable(),
          reason: z.string().trim().min(2).max(200),
        }),
        answer: standing,
      },
      async (ctx, { params, body }) => {
        await placeOnLevel(ctx, params.id, body.rank, body.reason)
        return await presentStanding(ctx, params.id, await findLevels(ctx))
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/member/trust',
        summary: 'See your own level of trust, what it allows, and what the next one asks',
        tag,
        access: member,
        answer: standing.extend({
          limits: trustLimits,
          next: z
            .object({ rank: z.int(), name: z.string(), limits: trustLimits, asks: z.array(step) })
            .nullable(),
        }),
      },
      async (ctx) => {
        const memberId = requireAsker(ctx)
        const levels = await findLevels(ctx)
        const now = await presentStanding(ctx, memberId, levels)
        const limits = (levels.find((level) => level.rank === now.rank) ?? levels[0]!).limits
        const next = levels.find((level) => level.rank > now.rank && level.definition)
        const asks = next?.definition ? await explained(ctx, audience, next.definition, memberId) : undefined
        return {
          ...now,
          limits,
          next:
            next && asks
              ? { rank: next.rank, name: nameOfLevel(ctx, next), limits: next.limits, asks }
              : null,
        }
      },
    ),
  ]
}

/** Undefined when the rule cannot be asked any more. */
async function explained(ctx: Ctx, audience: Audience, rule: Definition, memberId: string) {
  try {
    const explanation = await audience.explain(ctx, rule, memberId, { forMember: true })
    return leaves(explanation).map(({ says, met, evidence, progress }) => ({ says, met, evidence, progress }))
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
