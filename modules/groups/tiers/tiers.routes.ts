/** Tiers and their rules over HTTP, for operators. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { transact } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { id, idParams } from '#base/http/schemas.ts'
import { type Audience, definition } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import { personAnswer } from '../admission/shapes.ts'
import { failureAnswer, presentFailure } from '../course/failure.ts'
import { findPeople } from '../elimination/people.sql.ts'
import { presentTier } from '../groups/present.ts'
import { tierAnswer } from '../groups/shapes.ts'
import { presentPerson } from '../memberships/present.ts'
import { groupProblems } from '../problems.ts'
import { findTierHistory } from './history.sql.ts'
import { foreseeMoves } from './moving.ts'
import { placeMember } from './placing.ts'
import {
  arrangeTiers,
  dropTierRule,
  findRuledTiers,
  getTier,
  type RuledTier,
  writeTierRule,
} from './tiers.ts'

const tag = 'groups'
const read = permitted('groups.read')
const edit = permitted('groups.edit')

const ruleFields = z.object({
  rises: definition.describe('Who rises to the tier'),
  stays: definition.nullable().default(null).describe('Who stays; null: the same'),
  falls: z.boolean().default(true),
  graceDays: z.int().min(1).max(90).default(14),
  active: z.boolean().default(false),
})
const ruledTier = tierAnswer.extend({
  groupId: z.string().nullable(),
  ownName: z.string().describe('Empty: the product’s words'),
  holders: z.int(),
  groups: z.int(),
  rule: ruleFields
    .extend({
      revision: z.int(),
      ranAt: z.iso.datetime().nullable(),
      failure: failureAnswer.nullable(),
      risesSays: z.string(),
      staysSays: z.string().nullable(),
    })
    .nullable(),
})
const tiersAnswer = z.object({ items: z.array(ruledTier), next: z.null() })
const counts = z.object({ rose: z.int(), noticed: z.int(), fell: z.int(), kept: z.int() })
const scope = z.object({ group: id.nullable().default(null).describe('Null: tiers of the community') })

export const tierRoutes = (audience: Audience) => {
  const present = async (ctx: Ctx, tier: RuledTier): Promise<z.input<typeof ruledTier>> => ({
    ...presentTier(ctx, tier),
    groupId: tier.groupId,
    ownName: tier.name,
    holders: tier.holders,
    groups: tier.groups,
    rule: tier.rule && {
      ...tier.rule,
      ranAt: tier.rule.ranAt?.toISOString() ?? null,
      failure: presentFailure(tier.rule.failure),
      risesSays: await audience.say(ctx, tier.rule.rises),
      staysSays: tier.rule.stays && (await audience.say(ctx, tier.rule.stays)),
    },
  })
  const presentAll = async (ctx: Ctx, tiers: readonly RuledTier[]) => ({
    items: await Promise.all(tiers.map((tier) => present(ctx, tier))),
    next: null,
  })
  return [
    route(
      {
        method: 'get',
        path: '/api/tiers',
        summary: 'List tiers with their rules: of the community, or of a group',
        tag,
        access: read,
        query: z.object({ group: id.optional() }),
        answer: tiersAnswer,
      },
      async (ctx, { query }) => await presentAll(ctx, await findRuledTiers(ctx, query.group ?? null)),
    ),
    route(
      {
        method: 'put',
        path: '/api/tiers',
        summary: 'Arrange the tiers of the community or of a group, lowest first',
        tag,
        access: edit,
        body: scope.extend({
          tiers: z
            .array(
              z.object({
                id: id.optional().describe('Left out for a new tier'),
                name: z.string().trim().max(20).default(''),
                promise: z.string().trim().max(200).default(''),
              }),
            )
            .max(9),
        }),
        answer: tiersAnswer,
      },
      async (ctx, { body }) => await presentAll(ctx, await arrangeTiers(ctx, body.group, body.tiers)),
    ),
    route(
      {
        method: 'put',
        path: '/api/tiers/{id}/rule',
        summary: 'Write the rule of a tier over the revision that was seen',
        tag,
        access: edit,
        params: idParams,
        body: ruleFields.extend({ revision: z.int().min(0).describe('0: there is none yet') }),
        answer: ruledTier,
      },
      async (ctx, { params, body }) =>
        await present(ctx, await writeTierRule(ctx, audience, params.id, body)),
    ),
    route(
      {
        method: 'delete',
        path: '/api/tiers/{id}/rule',
        summary: 'Take the rule of a tier away',
        tag,
        access: edit,
        params: idParams,
      },
      async (ctx, { params }) => {
        await dropTierRule(ctx, params.id)
        return undefined
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/tiers/{id}/preview',
        summary: 'See who would rise, be told and fall if a tier had this rule, without doing anything',
        tag,
        access: read,
        limit: { max: 60, perSeconds: 60 },
        params: idParams,
        body: ruleFields.omit({ active: true }),
        answer: z.object({
          counts,
          first: z.array(
            z.object({
              person: personAnswer,
              kind: z.enum(['rise', 'notice', 'fall']),
              from: tierAnswer.nullable(),
              to: tierAnswer.nullable(),
            }),
          ),
        }),
      },
      async (ctx, { params, body }) => {
        const tier = await getTier(ctx, params.id)
        await audience.check(ctx, body.rises, ['rises'])
        if (body.stays) await audience.check(ctx, body.stays, ['stays'])
        const tiers = (await findRuledTiers(ctx, tier.groupId)).map((each) =>
          each.id === tier.id
            ? { ...each, rule: { ...body, active: true, revision: 0, ranAt: null, failure: null } }
            : each,
        )
        const foreseen = await foreseeMoves(ctx, audience, tier.groupId, tiers, 20)
        const people = await findPeople(
          ctx,
          foreseen.first.map((move) => move.memberId),
        )
        const named = (tierId: string | null) => {
          const found = tiers.find((each) => each.id === tierId)
          return found ? presentTier(ctx, found) : null
        }
        return {
          counts: foreseen.counts,
          first: foreseen.first.flatMap(({ memberId, kind, from, to }) => {
            const person = people.get(memberId)
            return person ? [{ person: presentPerson(person), kind, from: named(from), to: named(to) }] : []
          }),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/tiers/history',
        summary: 'See the latest moves between tiers of the community',
        tag,
        access: read,
        query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
        answer: z.object({
          items: z.array(
            z.object({
              person: personAnswer,
              from: tierAnswer.nullable(),
              to: tierAnswer.nullable(),
              rose: z.boolean(),
              at: z.iso.datetime(),
              byRule: z.boolean(),
            }),
          ),
          next: z.null(),
        }),
      },
      async (ctx, { query }) => ({
        items: (await findTierHistory(ctx, query.limit)).map((move) => ({
          person: presentPerson(move),
          from: move.from && presentTier(ctx, move.from),
          to: move.to && presentTier(ctx, move.to),
          rose: move.rose,
          at: move.at.toISOString(),
          byRule: move.by.startsWith('system:'),
        })),
        next: null,
      }),
    ),
    route(
      {
        method: 'put',
        path: '/api/members/{id}/tier',
        summary:
          'Put a member on a tier of the community by hand; rules leave it alone until it is given back',
        tag,
        access: permitted('groups.members'),
        params: idParams,
        body: z.object({
          tierId: id.nullable().describe('Null: the lowest, and rules decide again'),
          reason: z.string().trim().min(1).max(300),
        }),
      },
      async (ctx, { params, body }) => {
        await transact(ctx, async (tx) => {
          const tiers = await findRuledTiers(tx, null)
          const to = tiers.find((tier) => tier.id === body.tierId) ?? null
          if (body.tierId && !to) throw groupProblems.tierUnknown()
          if (!(await findPeople(tx, [params.id])).has(params.id)) throw groupProblems.membershipNotFound()
          const held = await tx.db
            .selectFrom('tier_holding')
            .select('tier_id')
            .where('member_id', '=', params.id)
            .forUpdate()
            .executeTakeFirst()
          const from = tiers.find((tier) => tier.id === held?.tier_id) ?? null
          await placeMember(tx, params.id, { from, to, held: to !== null, reason: body.reason })
          await audit(
            tx,
            'groups.member_tier_set',
            { kind: 'member', id: params.id },
            { from: from?.key ?? null, to: to?.key ?? null, reason: body.reason },
          )
        })
        return undefined
      },
    ),
  ]
}
