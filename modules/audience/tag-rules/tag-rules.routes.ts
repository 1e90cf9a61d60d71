import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, refusal } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import type { Audience } from '../audience.ts'
import { definition } from '../conditions/condition.ts'
import type { applyTagRuleJob } from '../segments/jobs.ts'
import { segmentRefusals } from '../segments/segments.messages.ts'
import {
  changeTagRule,
  createTagRule,
  findTagRules,
  getTagRule,
  removeTagRule,
  type TagRule,
} from './tag-rules.ts'

const tag = 'audience'
const ruleAnswer = z.object({
  id,
  tag: z.string(),
  definition,
  sentence: z.string(),
  active: z.boolean(),
  takesAway: z.boolean().describe('Whether who fits no more loses the tag'),
  members: z.int().describe('How many carry the tag because of the rule'),
  createdBy: z.string().nullable(),
  changedAt: z.iso.datetime(),
  computedAt: z.iso.datetime().nullable(),
  failure: z.string().nullable(),
  can: z.object({ edit: z.boolean() }),
})

export const tagRuleRoutes = (
  { jobs }: Pick<Parts, 'jobs'>,
  audience: Audience,
  apply: ReturnType<typeof applyTagRuleJob>,
) => {
  const present = async (ctx: Ctx, rule: TagRule) => ({
    id: rule.id,
    tag: rule.tag,
    definition: rule.definition,
    sentence: await audience.say(ctx, rule.definition),
    active: rule.active,
    takesAway: rule.takesAway,
    members: rule.members,
    createdBy: rule.createdByName,
    changedAt: rule.changedAt.toISOString(),
    computedAt: rule.computedAt?.toISOString() ?? null,
    failure: rule.failure,
    can: { edit: may(ctx.actor, 'audience.edit') },
  })
  return [
    route(
      {
        method: 'get',
        path: '/api/audience/tag-rules',
        summary: 'List tag rules',
        tag,
        access: permitted('audience.read'),
        answer: z.object({ items: z.array(ruleAnswer), next: z.null() }),
      },
      async (ctx) => ({
        items: await Promise.all((await findTagRules(ctx)).map((rule) => present(ctx, rule))),
        next: null,
      }),
    ),
    route(
      {
        method: 'post',
        path: '/api/audience/tag-rules',
        summary: 'Make a tag rule',
        tag,
        access: permitted('audience.edit'),
        body: z.object({
          tag: z.string().trim().min(1).max(30),
          definition,
          takesAway: z.boolean().default(true),
        }),
        answer: ruleAnswer,
        status: 201,
      },
      async (ctx, { body }) => await present(ctx, await createTagRule(ctx, audience, body)),
    ),
    route(
      {
        method: 'get',
        path: '/api/audience/tag-rules/{id}',
        summary: 'See a tag rule',
        tag,
        access: permitted('audience.read'),
        params: idParams,
        answer: ruleAnswer,
      },
      async (ctx, { params }) => await present(ctx, await getTagRule(ctx, params.id)),
    ),
    route(
      {
        method: 'patch',
        path: '/api/audience/tag-rules/{id}',
        summary: 'Change, pause or resume a tag rule',
        tag,
        access: permitted('audience.edit'),
        params: idParams,
        body: z
          .object({
            definition: definition.optional(),
            active: z.boolean().optional(),
            takesAway: z.boolean().optional(),
          })
          .refine(
            (body) => Object.values(body).some((value) => value !== undefined),
            refusal(segmentRefusals.nothingToDo),
          ),
        answer: ruleAnswer,
      },
      async (ctx, { params, body }) =>
        await present(ctx, await changeTagRule(ctx, audience, params.id, body)),
    ),
    route(
      {
        method: 'delete',
        path: '/api/audience/tag-rules/{id}',
        summary: 'Remove a tag rule; its tags stay',
        tag,
        access: permitted('audience.edit'),
        params: idParams,
      },
      async (ctx, { params }) => {
        await removeTagRule(ctx, params.id)
        return undefined
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/audience/tag-rules/{id}/application',
        summary: 'Apply a tag rule now',
        tag,
        access: permitted('audience.edit'),
        limit: { max: 20, perSeconds: 60 },
        params: idParams,
        answer: z.object({ jobId: z.string() }),
        status: 202,
      },
      async (ctx, { params }) =>
        await transact(ctx, async (tx) => {
          const rule = await getTagRule(tx, params.id)
          const jobId = await jobs.enqueue(tx, apply, { ruleId: rule.id })
          await audit(tx, 'tag_rule.applied', { kind: 'tag_rule', id: rule.id }, { tag: rule.tag })
          return { jobId }
        }),
    ),
  ]
}
