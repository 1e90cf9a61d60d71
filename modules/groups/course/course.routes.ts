/** What a member is told about himself in a group, and his ways back. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import type { Audience } from '#modules/audience/api.ts'
import { askForReview, comeBack } from '../elimination/returning.ts'
import { findGroupBySlug } from '../groups/groups.sql.ts'
import { presentTier } from '../groups/present.ts'
import { tierAnswer } from '../groups/shapes.ts'
import { findLevels, findReadings } from '../health/measuring.ts'
import { presentLadder } from '../health/present.ts'
import { ladderAnswer } from '../health/shapes.ts'
import { findStay } from '../memberships/memberships.ts'
import { groupProblems } from '../problems.ts'
import { findTierCourse, findTroubleCourse, type TierCourse } from './course.ts'

const tag = 'groups'
const at = (rest: string) => `/api/site/groups/{slug}${rest}`
const params = z.object({ slug: z.string().regex(/^[a-z0-9-]{2,80}$/) })

const asks = z.object({
  says: z.string(),
  met: z.boolean(),
  evidence: z.string().nullable(),
  progress: z.object({ actual: z.number(), needed: z.number() }).nullable(),
})
const tierCourse = z.object({
  current: tierAnswer.nullable(),
  since: z.iso.datetime().nullable(),
  next: z.object({ tier: tierAnswer, asks: z.array(asks), missing: z.int() }).nullable(),
  losesAt: z.iso.datetime().nullable(),
})
const courseAnswer = z.object({
  /** Within the group; null when it has no tiers, or the caller is no member of it. */
  tier: tierCourse.nullable(),
  /** In the whole community. */
  communityTier: tierCourse.nullable(),
  /** Of the group; null before it was first measured, and for strangers of a private group. */
  ladder: ladderAnswer.nullable(),
  trouble: z
    .object({
      state: z.enum(['warned', 'due', 'removed']),
      reasons: z.array(z.object({ says: z.string(), evidence: z.string().nullable() })),
      graceUntil: z.iso.datetime(),
      words: z.string(),
      decision: z.string(),
      review: z.boolean(),
      opens: z.iso.datetime().nullable(),
      backIf: z.array(asks).nullable(),
      backReady: z.boolean(),
      backTask: z.string(),
      asked: z.object({ kind: z.enum(['appeal', 'task']), at: z.iso.datetime() }).nullable(),
      answered: z.object({ granted: z.boolean(), answer: z.string() }).nullable(),
    })
    .nullable(),
})

const iso = (when: Date | null) => when?.toISOString() ?? null

const presentTierCourse = (ctx: Ctx, course: TierCourse | null): z.input<typeof tierCourse> | null =>
  course && {
    current: course.current && presentTier(ctx, course.current),
    since: iso(course.since),
    next: course.next && {
      tier: presentTier(ctx, course.next.tier),
      asks: [...course.next.asks],
      missing: course.next.missing,
    },
    losesAt: iso(course.losesAt),
  }

function selfOf(ctx: Ctx): Id {
  if (ctx.actor.kind === 'account' && ctx.actor.memberId) return ctx.actor.memberId
  throw problems.forbidden()
}

export const courseRoutes = (audience: Audience) => {
  /** A private group is there only for whom it concerns. */
  const access = async (ctx: Ctx, slug: string) => {
    const group = await findGroupBySlug(ctx, slug)
    const memberId = selfOf(ctx)
    if (!group) throw groupProblems.groupNotFound()
    const trouble = await findTroubleCourse(ctx, audience, group.id, memberId)
    const inside = (await findStay(ctx, group.id, memberId)) !== undefined
    if (group.visibility === 'private' && !inside && !trouble) throw groupProblems.groupNotFound()
    return { group, memberId, trouble }
  }
  const answerFor = async (ctx: Ctx, slug: string): Promise<z.input<typeof courseAnswer>> => {
    const { group, memberId, trouble } = await access(ctx, slug)
    const [tier, communityTier, readings, levels] = await Promise.all([
      findTierCourse(ctx, audience, group.id, memberId),
      findTierCourse(ctx, audience, null, memberId),
      findReadings(ctx, [group.id]),
      findLevels(ctx),
    ])
    const reading = readings.get(group.id)
    return {
      tier: presentTierCourse(ctx, tier),
      communityTier: presentTierCourse(ctx, communityTier),
      ladder: reading ? presentLadder(reading, levels, reading.level, ctx.locale) : null,
      trouble: trouble && {
        state: trouble.state,
        words: trouble.words,
        decision: trouble.decision,
        review: trouble.review,
        backReady: trouble.backReady,
        backTask: trouble.backTask,
        answered: trouble.answered,
        reasons: [...trouble.reasons],
        backIf: trouble.backIf && [...trouble.backIf],
        graceUntil: trouble.graceUntil.toISOString(),
        opens: iso(trouble.opens),
        asked: trouble.asked && { kind: trouble.asked.kind, at: trouble.asked.at.toISOString() },
      },
    }
  }
  return [
    route(
      {
        method: 'get',
        path: at('/course'),
        summary: 'See where you stand in a group, and what is missing for the next tier',
        tag,
        access: member,
        params,
        answer: courseAnswer,
      },
      async (ctx, input) => await answerFor(ctx, input.params.slug),
    ),
    route(
      {
        method: 'post',
        path: at('/return'),
        summary: 'Come back to a group from which you were eliminated, once its condition is met',
        tag,
        access: member,
        params,
        answer: courseAnswer,
      },
      async (ctx, input) => {
        const { group, memberId } = await access(ctx, input.params.slug)
        await comeBack(ctx, audience, group.id, memberId)
        return await answerFor(ctx, input.params.slug)
      },
    ),
    route(
      {
        method: 'post',
        path: at('/appeals'),
        summary: 'Appeal against an elimination, or say that you did the task to return',
        tag,
        access: member,
        limit: { max: 10, perSeconds: 3_600, exact: true },
        params,
        body: z.object({ kind: z.enum(['appeal', 'task']), words: z.string().trim().min(1).max(1_000) }),
        answer: courseAnswer,
        status: 201,
      },
      async (ctx, input) => {
        const { group, memberId } = await access(ctx, input.params.slug)
        await askForReview(ctx, group.id, memberId, input.body)
        return await answerFor(ctx, input.params.slug)
      },
    ),
  ]
}
