/**
 * The course of a member in a group as he sees it himself: his tier and what is missing for the next one,
 * the ladder of the group, and, when things stand badly, the warning and the ways back.
 */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import type { Audience, Definition, Explanation } from '#modules/audience/api.ts'
import { findCase } from '../elimination/cases.sql.ts'
import { opensAt } from '../elimination/deciding.ts'
import { findOpenCase } from '../elimination/returning.ts'
import { findEliminationRule } from '../elimination/rules.ts'
import type { Reason } from '../elimination/running.ts'
import { findStay } from '../memberships/memberships.ts'
import { findHolding, findNotice } from '../tiers/history.sql.ts'
import { findRuledTiers, type RuledTier } from '../tiers/tiers.ts'

/** One thing that the next tier asks. */
export interface Asks {
  readonly says: string
  readonly met: boolean
  readonly evidence: string | null
  readonly progress: { readonly actual: number; readonly needed: number } | null
}

export interface TierCourse {
  readonly current: RuledTier | null
  readonly since: Date | null
  readonly next: { readonly tier: RuledTier; readonly asks: readonly Asks[]; readonly missing: number } | null
  /** The current tier will be lost then. */
  readonly losesAt: Date | null
}

export interface TroubleCourse {
  readonly caseId: Id
  readonly state: 'warned' | 'due' | 'removed'
  readonly reasons: readonly Reason[]
  readonly graceUntil: Date
  readonly words: string
  readonly decision: string
  readonly review: boolean
  readonly opens: Date | null
  /** What meets the way back that needs nobody; null when there is none. */
  readonly backIf: readonly Asks[] | null
  readonly backReady: boolean
  readonly backTask: string
  readonly asked: { readonly kind: 'appeal' | 'task'; readonly at: Date } | null
  readonly answered: { readonly granted: boolean; readonly answer: string } | null
}

type Asked = Pick<Audience, 'explain'>

/** Leaves of an explanation as things to do; what is enough by itself among alternatives is told as one. */
export function asksOf(explanation: Explanation): Asks[] {
  if (explanation.kind === 'all' && explanation.of.length > 0) return explanation.of.flatMap(asksOf)
  const leaf = explanation.of.length === 0
  return [
    {
      says: explanation.says,
      met: explanation.met,
      evidence: leaf ? explanation.evidence : null,
      progress: leaf ? explanation.progress : null,
    },
  ]
}

/** Null: cannot be said now, because what the rule asks is gone. The rest of the page is not in question. */
async function explainToMember(
  ctx: Ctx,
  audience: Asked,
  rule: Definition,
  memberId: Id,
): Promise<Explanation | null> {
  try {
    return await audience.explain(ctx, rule, memberId, { forMember: true })
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/** Where a member stands among the tiers of a group, or of the community for null. */
export async function findTierCourse(
  ctx: Ctx,
  audience: Asked,
  groupId: Id | null,
  memberId: Id,
): Promise<TierCourse | null> {
  const tiers = await findRuledTiers(ctx, groupId)
  if (tiers.length === 0) return null
  const standing = groupId
    ? await findStay(ctx, groupId, memberId).then((stay) => stay && { tierId: stay.tierId, since: null })
    : await findHolding(ctx, memberId)
  if (groupId && !standing) return null
  const current = tiers.find((tier) => tier.id === standing?.tierId) ?? tiers[0] ?? null
  const above = tiers.find((tier) => tier.rank > (current?.rank ?? 0) && tier.rule?.active)
  const found = above?.rule ? await explainToMember(ctx, audience, above.rule.rises, memberId) : null
  const asks = found ? asksOf(found) : []
  return {
    current,
    since: standing?.since ?? null,
    next: above && found ? { tier: above, asks, missing: asks.filter((one) => !one.met).length } : null,
    losesAt: (current && (await findNotice(ctx, current.id, memberId))) ?? null,
  }
}

/** The open case of a member in a group, with the ways out of it. */
export async function findTroubleCourse(
  ctx: Ctx,
  audience: Asked,
  groupId: Id,
  memberId: Id,
): Promise<TroubleCourse | null> {
  const open = await findOpenCase(ctx, groupId, memberId)
  if (!open) return null
  const [details, rule, asked] = await Promise.all([
    findCase(ctx, open.id),
    findEliminationRule(ctx, groupId),
    ctx.db
      .selectFrom('elimination_appeal')
      .select(['kind', 'state', 'answer', 'asked_at'])
      .where('case_id', '=', open.id)
      .orderBy('asked_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ])
  if (!details) return null
  const removed = open.state === 'removed'
  const back = removed && rule?.backIf ? await explainToMember(ctx, audience, rule.backIf, memberId) : null
  const opens = removed && rule && open.decidedAt ? opensAt(open.decidedAt, rule) : null
  return {
    caseId: open.id,
    state: open.state,
    reasons: details.reasons,
    graceUntil: details.graceUntil,
    words: rule?.words ?? '',
    decision: details.decision,
    review: rule?.review ?? true,
    opens,
    backIf: back && asksOf(back),
    backReady: back?.met === true && opens !== null && opens <= ctx.now,
    backTask: removed ? (rule?.backTask ?? '') : '',
    asked:
      asked?.state === 'open'
        ? { kind: asked.kind === 'task' ? 'task' : 'appeal', at: asked.asked_at }
        : null,
    answered:
      asked && (asked.state === 'granted' || asked.state === 'refused')
        ? { granted: asked.state === 'granted', answer: asked.answer }
        : null,
  }
}
