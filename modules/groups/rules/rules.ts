/** The rules of a group: versions, and who agreed to which. A version is never changed once it is out. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { groupRulesAccepted, groupRulesPublished } from '../facts.ts'
import { lockOpenGroup } from '../groups/lock.ts'
import { groupProblems } from '../problems.ts'

export interface RulesParts {
  readonly theme: string
  readonly service: string
  readonly forbidden: string
  readonly penalty: string
  readonly rewarded: string
  readonly returned: string
  readonly welcome: string
  readonly consentAgain: boolean
}

export interface Rules extends RulesParts {
  readonly version: number
  readonly publishedAt: Date
  readonly publishedBy: string
}

const versions = (ctx: Ctx, groupId: Id) =>
  ctx.db
    .selectFrom('group_rules as r')
    .select([
      'r.version',
      'r.theme',
      'r.service',
      'r.forbidden',
      'r.penalty',
      'r.rewarded',
      'r.returned',
      'r.welcome',
      'r.consent_again as consentAgain',
      'r.published_at as publishedAt',
      'r.published_by as publishedBy',
    ])
    .where('r.group_id', '=', groupId)
    .orderBy('r.version', 'desc')

/** The rules that hold now. */
export const findRules = async (ctx: Ctx, groupId: Id): Promise<Rules | undefined> =>
  await versions(ctx, groupId).limit(1).executeTakeFirst()

/** Newest first, at most 100, with how many of the present members agreed to each. */
export async function findVersions(ctx: Ctx, groupId: Id): Promise<(Rules & { agreed: number })[]> {
  return await versions(ctx, groupId)
    .select(
      sql<number>`(select count(*)::int from rules_consent c
        join group_membership s on s.group_id = c.group_id and s.member_id = c.member_id and s.left_at is null
       where c.group_id = r.group_id and c.version = r.version)`.as('agreed'),
    )
    .limit(100)
    .execute()
}

/** Publishes the next version. The same words again are no new version. */
export async function publishRules(ctx: Ctx, groupId: Id, parts: RulesParts): Promise<Rules> {
  return await transact(ctx, async (tx) => {
    await lockOpenGroup(tx, groupId)
    const before = await findRules(tx, groupId)
    const same =
      before &&
      (['theme', 'service', 'forbidden', 'penalty', 'rewarded', 'returned', 'welcome'] as const).every(
        (part) => before[part] === parts[part],
      )
    if (same) return before
    const version = (before?.version ?? 0) + 1
    const { consentAgain, ...words } = parts
    await tx.db
      .insertInto('group_rules')
      .values({
        group_id: groupId,
        version,
        ...words,
        consent_again: consentAgain,
        published_at: tx.now,
        published_by: describeActor(tx.actor),
      })
      .execute()
    await announce(tx, groupRulesPublished, { version }, { groupId })
    await audit(tx, 'group.rules_published', { kind: 'group', id: groupId }, { version, consentAgain })
    return (await findRules(tx, groupId))!
  })
}

/** Keeps that a member agreed. Throws `rules_outdated` when another version holds by now, `rules_missing`. */
export async function agreeToRules(ctx: Ctx, groupId: Id, memberId: Id, version: number): Promise<void> {
  await transact(ctx, async (tx) => {
    const rules = await findRules(tx, groupId)
    if (!rules) throw groupProblems.rulesMissing()
    if (rules.version !== version) throw groupProblems.rulesOutdated({ values: { version: rules.version } })
    const made = await tx.db
      .insertInto('rules_consent')
      .values({ group_id: groupId, member_id: memberId, version, agreed_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    if (made) await announce(tx, groupRulesAccepted, { version }, { groupId, memberId })
  })
}

/**
 * Whether a member must be asked: no version since (and including) the last that asks everybody again has
 * been agreed to.
 */
export async function mustAgree(ctx: Ctx, groupId: Id, memberId: Id): Promise<boolean> {
  const { rows } = await sql<{ must: boolean }>`
    select exists (select from group_rules r where r.group_id = ${groupId}::bigint)
       and not exists (
         select from rules_consent c
          where c.group_id = ${groupId}::bigint and c.member_id = ${memberId}::bigint
            and c.version >= coalesce((select max(version) from group_rules r
                  where r.group_id = ${groupId}::bigint and r.consent_again), 1)) as must`.execute(ctx.db)
  return rows[0]!.must
}
