/** Rules that give a tag to whoever fits a condition, and take it from who fits no more. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import type { Audience } from '../audience.ts'
import type { Definition } from '../conditions/condition.ts'
import { tagRuleChanged } from '../facts.ts'
import { audienceProblems } from '../problems.ts'
import { keepSegmentUses } from '../segments/references.ts'

export interface TagRule {
  readonly id: Id
  readonly tagId: Id
  readonly tag: string
  readonly definition: Definition
  readonly active: boolean
  /** Whether who fits no more loses the tag. */
  readonly takesAway: boolean
  readonly createdAt: Date
  readonly createdByName: string | null
  readonly changedAt: Date
  readonly computedAt: Date | null
  /** How many carry the tag because of the rule. */
  readonly members: number
  /** Code of the problem that the last run met. */
  readonly failure: string | null
}

const rules = (ctx: Ctx) =>
  ctx.db
    .selectFrom('tag_rule')
    .innerJoin('tag', 'tag.id', 'tag_rule.tag_id')
    .select([
      'tag_rule.id',
      'tag_rule.tag_id as tagId',
      'tag.name as tag',
      sql<Definition>`tag_rule.definition`.as('definition'),
      'tag_rule.active',
      'tag_rule.takes_away as takesAway',
      'tag_rule.created_at as createdAt',
      sql<string | null>`(select account.name from account
        where account.id = substring(tag_rule.created_by from '^account:(\\d+)$')::bigint)`.as(
        'createdByName',
      ),
      'tag_rule.changed_at as changedAt',
      'tag_rule.computed_at as computedAt',
      'tag_rule.members',
      'tag_rule.failure',
    ])

/** All rules by the name of their tag; there are at most 200. */
export const findTagRules = async (ctx: Ctx): Promise<TagRule[]> =>
  await rules(ctx).orderBy('tag.name').limit(mostRules).execute()

/** Each rule is computed every hour. */
export const mostRules = 200

export const findTagRule = async (ctx: Ctx, id: Id): Promise<TagRule | undefined> =>
  await rules(ctx).where('tag_rule.id', '=', id).executeTakeFirst()

/** Throws `tag_rule_not_found`. */
export async function getTagRule(ctx: Ctx, id: Id): Promise<TagRule> {
  const rule = await findTagRule(ctx, id)
  if (!rule) throw audienceProblems.tagRuleNotFound()
  return rule
}

export interface NewTagRule {
  readonly tag: string
  readonly definition: Definition
  readonly takesAway: boolean
}

/**
 * Makes a rule for a tag, and the tag when there is none of that name; a worker applies it (`effects.ts`).
 * Throws `tag_rule_exists`, `too_many_tag_rules`, and what `check` throws.
 */
export async function createTagRule(
  ctx: Ctx,
  audience: Pick<Audience, 'check'>,
  wanted: NewTagRule,
): Promise<TagRule> {
  await audience.check(ctx, wanted.definition, ['body', 'definition'])
  return await transact(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('audience.tag_rules'))`.execute(tx.db)
    const { count } = await tx.db
      .selectFrom('tag_rule')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostRules) throw audienceProblems.tooManyTagRules({ values: { limit: mostRules } })
    const tag = await findOrMakeTag(tx, wanted.tag)
    const made = await tx.db
      .insertInto('tag_rule')
      .values({
        tag_id: tag,
        definition: JSON.stringify(wanted.definition),
        takes_away: wanted.takesAway,
        created_at: ctx.now,
        created_by: describeActor(ctx.actor),
        changed_at: ctx.now,
      })
      .onConflict((conflict) => conflict.column('tag_id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw audienceProblems.tagRuleExists({ values: { name: wanted.tag } })
    await keepSegmentUses(tx, userOf(made.id, wanted.tag), wanted.definition)
    await announce(tx, tagRuleChanged, { ruleId: made.id, change: 'made' })
    await audit(tx, 'tag_rule.made', { kind: 'tag_rule', id: made.id }, { ...wanted })
    return await getTagRule(tx, made.id)
  })
}

export interface TagRuleChange {
  readonly definition?: Definition
  readonly active?: boolean
  readonly takesAway?: boolean
}

/** Changes, pauses or resumes a rule. A pause leaves the tags where they are. Throws what `check` throws. */
export async function changeTagRule(
  ctx: Ctx,
  audience: Pick<Audience, 'check'>,
  id: Id,
  change: TagRuleChange,
): Promise<TagRule> {
  if (change.definition) await audience.check(ctx, change.definition, ['body', 'definition'])
  return await transact(ctx, async (tx) => {
    await tx.db.selectFrom('tag_rule').select('id').where('id', '=', id).forUpdate().execute()
    const before = await getTagRule(tx, id)
    await tx.db
      .updateTable('tag_rule')
      .set({
        ...(change.definition ? { definition: JSON.stringify(change.definition), failure: null } : {}),
        active: change.active ?? before.active,
        takes_away: change.takesAway ?? before.takesAway,
        changed_at: ctx.now,
        // Whoever applies the rule as it was stops at its next step.
        run: null,
      })
      .where('id', '=', id)
      .execute()
    if (change.definition) await keepSegmentUses(tx, userOf(id, before.tag), change.definition)
    await announce(tx, tagRuleChanged, { ruleId: id, change: 'changed' })
    await audit(tx, 'tag_rule.changed', { kind: 'tag_rule', id }, { tag: before.tag, ...change })
    return await getTagRule(tx, id)
  })
}

/** Removes a rule. The tags that it gave stay where they are, as tags of nobody's rule. */
export async function removeTagRule(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const rule = await getTagRule(tx, id)
    await keepSegmentUses(tx, userOf(id, rule.tag), undefined)
    await tx.db.deleteFrom('tag_rule').where('id', '=', id).execute()
    await announce(tx, tagRuleChanged, { ruleId: id, change: 'removed' })
    await audit(tx, 'tag_rule.removed', { kind: 'tag_rule', id }, { tag: rule.tag, members: rule.members })
  })
}

const userOf = (id: Id, tag: string) => ({ by: 'tag_rule', id, name: tag, path: `/tag-rules/${id}` })

async function findOrMakeTag(ctx: Ctx, name: string): Promise<Id> {
  const { rows } = await sql<{ id: Id }>`
    with made as (insert into tag (name, created_at) values (${name}, ${ctx.now}) on conflict (name) do nothing returning id)
    select id from made union all select id from tag where name = ${name}`.execute(ctx.db)
  const [tag] = rows
  if (!tag) throw new Error(`The tag "${name}" was made and is not there`)
  return tag.id
}
