/** Tiers of the community and of a group, and the rules by which members rise and fall between them. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { type Audience, type Definition, definition, keepSegmentUses } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import { type Failure, failureOf } from '../course/failure.ts'
import { tierRuleChanged } from '../course.facts.ts'
import { courseProblems } from '../course.problems.ts'
import { groupTiersArranged } from '../facts.ts'
import type { Tier } from '../groups/groups.sql.ts'
import { requireGroup } from '../health/settings.ts'
import { groupProblems } from '../problems.ts'

export interface TierRule {
  readonly rises: Definition
  /** Null: the same as `rises`. */
  readonly stays: Definition | null
  readonly falls: boolean
  readonly graceDays: number
  readonly active: boolean
  readonly revision: number
  readonly ranAt: Date | null
  readonly failure: Failure | null
}

export interface RuledTier extends Tier {
  readonly groupId: Id | null
  readonly holders: number
  /** Groups of the community that stand on it. */
  readonly groups: number
  readonly rule: TierRule | null
}

/** Tiers of a group, or of the community for null, lowest first. */
export async function findRuledTiers(ctx: Ctx, groupId: Id | null): Promise<RuledTier[]> {
  const { rows } = await sql<
    Tier & { groupId: Id | null; holders: number; groups: number; rule: Record<string, unknown> | null }
  >`
    select t.id, t.key, t.name, t.promise, t.rank, t.group_id as "groupId",
           case when t.group_id is null
                then (select count(*)::int from tier_holding h where h.tier_id = t.id)
                else (select count(*)::int from group_membership s where s.tier_id = t.id and s.left_at is null)
            end as holders,
           (select count(*)::int from community_group g where g.tier_id = t.id and g.archived_at is null) as groups,
           case when r.tier_id is null then null else json_build_object('rises', r.rises, 'stays', r.stays, 'falls', r.falls,
             'graceDays', r.grace_days, 'active', r.active, 'revision', r.revision, 'ranAt', r.ran_at,
             'failedAt', r.failed_at, 'failure', r.failure) end as rule
      from group_tier t left join tier_rule r on r.tier_id = t.id
     where t.group_id is not distinct from ${groupId}::bigint
     order by t.rank`.execute(ctx.db)
  return rows.map((row) => ({ ...row, rule: row.rule && readRule(row.rule) }))
}

const dateOf = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null)

const readRule = (row: Record<string, unknown>): TierRule => ({
  rises: definition.parse(row.rises),
  stays: row.stays === null ? null : definition.parse(row.stays),
  falls: row.falls === true,
  graceDays: Number(row.graceDays),
  active: row.active === true,
  revision: Number(row.revision),
  ranAt: dateOf(row.ranAt),
  failure: failureOf(dateOf(row.failedAt), typeof row.failure === 'string' ? row.failure : null),
})

export interface TierFields {
  readonly id?: Id | undefined
  readonly name: string
  readonly promise: string
}

/**
 * Saves the tiers of a group or of the community, lowest first. Those left out go; `tier_in_use` when
 * groups or members still stand on one.
 */
export async function arrangeTiers(
  ctx: Ctx,
  groupId: Id | null,
  wanted: readonly TierFields[],
): Promise<RuledTier[]> {
  return await transact(ctx, async (tx) => {
    if (groupId) await requireGroup(tx, groupId)
    await sql`lock table group_tier in share row exclusive mode`.execute(tx.db)
    const held = await findRuledTiers(tx, groupId)
    const known = new Set(held.map((tier) => tier.id))
    if (wanted.some((tier) => tier.id && !known.has(tier.id))) throw groupProblems.tierUnknown()
    const kept = new Set(wanted.flatMap((tier) => (tier.id ? [tier.id] : [])))
    for (const tier of held.filter((each) => !kept.has(each.id))) {
      if (tier.holders > 0 || tier.groups > 0)
        throw courseProblems.tierInUse({ values: { name: tier.name || tier.key } })
      await tx.db.deleteFrom('group_tier').where('id', '=', tier.id).execute()
    }
    const keys = new Set(held.map((tier) => tier.key))
    for (const [at, tier] of wanted.entries()) {
      const fields = { name: tier.name, promise: tier.promise, rank: at + 1 }
      if (tier.id) {
        await tx.db.updateTable('group_tier').set(fields).where('id', '=', tier.id).execute()
      } else {
        await tx.db
          .insertInto('group_tier')
          .values({ ...fields, group_id: groupId, key: freeKey(keys), created_at: ctx.now })
          .execute()
      }
    }
    const arranged = await findRuledTiers(tx, groupId)
    await announce(
      tx,
      groupTiersArranged,
      { keys: arranged.map(({ key }) => key), before: held.map(({ key }) => key) },
      { groupId },
    )
    const object = groupId ? { kind: 'group', id: groupId } : undefined
    await audit(tx, 'groups.tiers_arranged', object, { tiers: wanted.map((tier) => tier.name) })
    return arranged
  })
}

function freeKey(keys: Set<string>): string {
  let at = keys.size + 1
  while (keys.has(`tier${at}`)) at++
  keys.add(`tier${at}`)
  return `tier${at}`
}

/** Throws `tier_unknown`. */
export async function getTier(ctx: Ctx, id: Id): Promise<RuledTier> {
  const row = await ctx.db.selectFrom('group_tier').select('group_id').where('id', '=', id).executeTakeFirst()
  const tier = row && (await findRuledTiers(ctx, row.group_id)).find((each) => each.id === id)
  if (!tier) throw groupProblems.tierUnknown()
  return tier
}

export interface TierRuleFields {
  readonly rises: Definition
  readonly stays: Definition | null
  readonly falls: boolean
  readonly graceDays: number
  readonly active: boolean
}

/** Writes the rule of a tier over the revision that was seen (0 for none yet). Throws `rule_changed`, `condition_invalid`. */
export async function writeTierRule(
  ctx: Ctx,
  audience: Pick<Audience, 'check'>,
  tierId: Id,
  { revision, ...rule }: TierRuleFields & { readonly revision: number },
): Promise<RuledTier> {
  await audience.check(ctx, rule.rises, ['rises'])
  if (rule.stays) await audience.check(ctx, rule.stays, ['stays'])
  return await transact(ctx, async (tx) => {
    await tx.db.selectFrom('group_tier').select('id').where('id', '=', tierId).forUpdate().execute()
    const before = await getTier(tx, tierId)
    if ((before.rule?.revision ?? 0) !== revision) throw courseProblems.ruleChanged()
    await keepSegmentUses(tx, userOf(before), {
      version: 1,
      who: { kind: 'all', of: [rule.rises.who, ...(rule.stays ? [rule.stays.who] : [])] },
    })
    const row = {
      rises: JSON.stringify(rule.rises),
      stays: rule.stays && JSON.stringify(rule.stays),
      falls: rule.falls,
      grace_days: rule.graceDays,
      active: rule.active,
      revision: revision + 1,
      failed_at: null,
      failure: null,
      updated_at: ctx.now,
      updated_by: describeActor(ctx.actor),
    }
    await tx.db
      .insertInto('tier_rule')
      .values({ tier_id: tierId, ...row })
      .onConflict((conflict) => conflict.column('tier_id').doUpdateSet(row))
      .execute()
    // Who was told of a fall by the old rule is judged again by the new one.
    await cancelNotices(tx, tierId)
    await announce(tx, tierRuleChanged, { tierId }, { groupId: before.groupId })
    await audit(tx, 'groups.tier_rule_written', { kind: 'group_tier', id: tierId }, { ...rule })
    return await getTier(tx, tierId)
  })
}

const userOf = (tier: RuledTier) => ({
  by: 'groups.tier',
  id: tier.id,
  name: tier.name || tier.key,
  path: tier.groupId ? `/groups/${tier.groupId}/tiers` : '/groups/tiers',
})

/** Takes the rule away: only people move members between tiers then. */
export async function dropTierRule(ctx: Ctx, tierId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const tier = await getTier(tx, tierId)
    if (!tier.rule) throw courseProblems.ruleNotFound()
    await keepSegmentUses(tx, userOf(tier), undefined)
    await tx.db.deleteFrom('tier_rule').where('tier_id', '=', tierId).execute()
    await cancelNotices(tx, tierId)
    await announce(tx, tierRuleChanged, { tierId }, { groupId: tier.groupId })
    await audit(tx, 'groups.tier_rule_dropped', { kind: 'group_tier', id: tierId })
  })
}

const cancelNotices = (tx: Ctx, tierId: Id) =>
  tx.db
    .updateTable('tier_notice')
    .set({ ended_at: tx.now, outcome: 'cancelled' })
    .where('tier_id', '=', tierId)
    .where('ended_at', 'is', null)
    .execute()
