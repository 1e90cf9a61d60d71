/** The rule by which a group parts with those who do not take part (S3-51), and what it would do. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { type Audience, type Definition, definition, keepSegmentUses } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import { type Failure, failureOf } from '../course/failure.ts'
import { eliminationRuleChanged } from '../course.facts.ts'
import { courseProblems } from '../course.problems.ts'
import { requireGroup } from '../health/settings.ts'

export const sparable = ['expert', 'novice', 'member'] as const
export type Sparable = (typeof sparable)[number]

export interface EliminationFields {
  /** Who is at risk. */
  readonly risk: Definition
  readonly newcomerDays: number
  readonly sparedRoles: readonly Sparable[]
  readonly graceDays: number
  /** A person confirms every removal. */
  readonly review: boolean
  readonly words: string
  readonly backIf: Definition | null
  readonly backTask: string
  readonly backAfter: number
  readonly active: boolean
}

export interface EliminationRule extends EliminationFields {
  readonly groupId: Id
  readonly revision: number
  readonly ranAt: Date | null
  readonly failure: Failure | null
}

export async function findEliminationRule(ctx: Ctx, groupId: Id): Promise<EliminationRule | undefined> {
  const row = await ctx.db
    .selectFrom('elimination_rule')
    .selectAll()
    .where('group_id', '=', groupId)
    .executeTakeFirst()
  return (
    row && {
      groupId: row.group_id,
      risk: definition.parse(row.risk),
      newcomerDays: row.newcomer_days,
      sparedRoles: row.spared_roles as Sparable[],
      graceDays: row.grace_days,
      review: row.review,
      words: row.words,
      backIf: row.back_if === null ? null : definition.parse(row.back_if),
      backTask: row.back_task,
      backAfter: row.back_after,
      active: row.active,
      revision: row.revision,
      ranAt: row.ran_at,
      failure: failureOf(row.failed_at, row.failure),
    }
  )
}

/** Throws `rule_not_found`. */
export async function getEliminationRule(ctx: Ctx, groupId: Id): Promise<EliminationRule> {
  const rule = await findEliminationRule(ctx, groupId)
  if (!rule) throw courseProblems.ruleNotFound()
  return rule
}

/** Writes the rule over the revision that was seen (0 for none yet). Throws `rule_changed`, `condition_invalid`. */
export async function writeEliminationRule(
  ctx: Ctx,
  audience: Pick<Audience, 'check'>,
  groupId: Id,
  { revision, ...rule }: EliminationFields & { readonly revision: number },
): Promise<EliminationRule> {
  await audience.check(ctx, rule.risk, ['risk'])
  if (rule.backIf) await audience.check(ctx, rule.backIf, ['backIf'])
  return await transact(ctx, async (tx) => {
    const group = await requireGroup(tx, groupId)
    const before = await tx.db
      .selectFrom('elimination_rule')
      .select('revision')
      .where('group_id', '=', groupId)
      .forUpdate()
      .executeTakeFirst()
    if ((before?.revision ?? 0) !== revision) throw courseProblems.ruleChanged()
    await keepSegmentUses(
      tx,
      { by: 'groups.elimination', id: groupId, name: group.name, path: `/groups/${groupId}/elimination` },
      { version: 1, who: { kind: 'all', of: [rule.risk.who, ...(rule.backIf ? [rule.backIf.who] : [])] } },
    )
    const row = {
      risk: JSON.stringify(rule.risk),
      newcomer_days: rule.newcomerDays,
      spared_roles: [...rule.sparedRoles],
      grace_days: rule.graceDays,
      review: rule.review,
      words: rule.words,
      back_if: rule.backIf && JSON.stringify(rule.backIf),
      back_task: rule.backTask,
      back_after: rule.backAfter,
      active: rule.active,
      revision: revision + 1,
      failed_at: null,
      failure: null,
      updated_at: ctx.now,
      updated_by: describeActor(ctx.actor),
    }
    const written = await tx.db
      .insertInto('elimination_rule')
      .values({ group_id: groupId, ...row })
      .onConflict((conflict) =>
        conflict.column('group_id').doUpdateSet(row).where('elimination_rule.revision', '=', revision),
      )
      .returning('revision')
      .executeTakeFirst()
    if (!written) throw courseProblems.ruleChanged()
    await announce(tx, eliminationRuleChanged, { active: rule.active }, { groupId })
    await audit(tx, 'groups.elimination_written', { kind: 'group', id: groupId }, { ...rule })
    return await getEliminationRule(tx, groupId)
  })
}

/** What a rule would do to the group as it is. */
export interface DryRun {
  readonly members: number
  /** Would be warned now. */
  readonly concerned: number
  /** Fit the rule but are left in peace. */
  readonly spared: { readonly newcomers: number; readonly roles: number }
  /** Who was warned before and is not at risk by this rule. */
  readonly recovering: number
  /** The first so many, longest in the group first. */
  readonly first: readonly { readonly memberId: Id; readonly joinedAt: Date }[]
}

export async function tryElimination(
  ctx: Ctx,
  audience: Pick<Audience, 'members' | 'check'>,
  groupId: Id,
  rule: Pick<EliminationFields, 'risk' | 'newcomerDays' | 'sparedRoles'>,
  most = 20,
): Promise<DryRun> {
  await requireGroup(ctx, groupId)
  await audience.check(ctx, rule.risk, ['risk'])
  let concerned = 0
  const spared = { newcomers: 0, roles: 0 }
  const atRisk: Id[] = []
  let first: { memberId: Id; joinedAt: Date }[] = []
  for await (const ids of audience.members(ctx, rule.risk)) {
    const found = await findConcerned(ctx, groupId, rule, ids)
    spared.newcomers += found.newcomers
    spared.roles += found.roles
    concerned += found.concerned.length
    atRisk.push(...found.concerned.map(({ memberId }) => memberId))
    first = [...first, ...found.concerned]
      .sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime())
      .slice(0, most)
  }
  const { rows } = await sql<{ members: number; recovering: number }>`
    select (select member_count from community_group where id = ${groupId}) as members,
           (select count(*)::int from elimination_case where group_id = ${groupId} and state in ('warned', 'due')
               and not member_id = any(${atRisk}::bigint[])) as recovering`.execute(ctx.db)
  return { members: rows[0]!.members, recovering: rows[0]!.recovering, concerned, spared, first }
}

export interface Concerned {
  readonly memberId: Id
  readonly membershipId: Id
  readonly joinedAt: Date
}

/** Those of `ids` whom the rule concerns, and how many of them it leaves in peace. Owners and moderators always are. */
export async function findConcerned(
  ctx: Ctx,
  groupId: Id,
  rule: Pick<EliminationFields, 'newcomerDays' | 'sparedRoles'>,
  ids: readonly Id[],
): Promise<{ concerned: Concerned[]; newcomers: number; roles: number }> {
  const { rows } = await sql<Concerned & { role: string }>`
    select s.member_id as "memberId", s.id as "membershipId", s.joined_at as "joinedAt", s.role
      from group_membership s join member m on m.id = s.member_id and m.merged_into is null
     where s.group_id = ${groupId} and s.left_at is null and s.member_id = any(${[...ids]}::bigint[])
     order by s.member_id`.execute(ctx.db)
  const spared = new Set<string>(['owner', 'moderator', ...rule.sparedRoles])
  const since = ctx.now.getTime() - rule.newcomerDays * 86_400_000
  const others = rows.filter((row) => !spared.has(row.role))
  const concerned = others.filter((row) => row.joinedAt.getTime() <= since)
  return {
    concerned,
    roles: rows.length - others.length,
    newcomers: others.length - concerned.length,
  }
}
