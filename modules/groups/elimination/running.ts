/**
 * Applying the rule: warn, take warnings back, and part with whose time has passed — with a person's word
 * where the rule wants one (PIPL 24). The set of those at risk comes from the warehouse; nobody is warned
 * or removed on it alone: each is looked at once more, now, and the reasons are kept.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { JobRun } from '#base/jobs/job.ts'
import type { Audience, Explanation } from '#modules/audience/api.ts'
import { eliminationDecided, eliminationRecovered, eliminationWarned } from '../course.facts.ts'
import { requireGroup } from '../health/settings.ts'
import type { Notify } from '../notices/notices.ts'
import { removeOf } from './deciding.ts'
import { type Concerned, type EliminationRule, findConcerned, findEliminationRule } from './rules.ts'

const dayMs = 86_400_000
/** Members that are explained and warned in one transaction. */
const atOnce = 200

export type Asked = Pick<Audience, 'members' | 'explainAll' | 'matches' | 'say'>

export interface Outcome {
  warned: number
  recovered: number
  due: number
  removed: number
}
const nothing = (): Outcome => ({ warned: 0, recovered: 0, due: 0, removed: 0 })

/** Why somebody is at risk, as it was found then: one line for each leaf that holds. */
export interface Reason {
  readonly says: string
  readonly evidence: string | null
}

/** Leaves that make the condition true, in order. */
export function reasonsOf(explanation: Explanation): Reason[] {
  if (explanation.of.length === 0) return [{ says: explanation.says, evidence: explanation.evidence }]
  return explanation.of
    .filter((part) => part.met === explanation.met || explanation.kind === 'not')
    .flatMap(reasonsOf)
}

/** Applies the rules of all groups. */
export async function applyRules(
  ctx: Ctx,
  audience: Asked,
  notify: Notify,
  run: Pick<JobRun, 'signal' | 'progress'>,
): Promise<Outcome> {
  const groups = await ctx.db
    .selectFrom('elimination_rule')
    .innerJoin('community_group', 'community_group.id', 'elimination_rule.group_id')
    .select('elimination_rule.group_id as id')
    .where('elimination_rule.active', '=', true)
    .where('community_group.archived_at', 'is', null)
    .orderBy('elimination_rule.group_id')
    .execute()
  const total = nothing()
  for (const [at, { id }] of groups.entries()) {
    run.signal.throwIfAborted()
    const outcome = await applyRule(ctx, audience, notify, id, run.signal)
    for (const key of Object.keys(outcome) as (keyof Outcome)[]) total[key] += outcome[key]
    await run.progress(at + 1, groups.length)
  }
  return total
}

/** Applies the rule of one group; nothing when it has none or rests. Repeating it the same moment changes nothing. */
export async function applyRule(
  ctx: Ctx,
  audience: Asked,
  notify: Notify,
  groupId: Id,
  signal: AbortSignal,
): Promise<Outcome> {
  const outcome = nothing()
  const rule = await findEliminationRule(ctx, groupId)
  if (!rule?.active) return outcome
  await closeGone(ctx, groupId)
  for await (const ids of audience.members(ctx, rule.risk)) {
    signal.throwIfAborted()
    const { concerned } = await findConcerned(ctx, groupId, rule, ids)
    for (let at = 0; at < concerned.length; at += atOnce) {
      signal.throwIfAborted()
      outcome.warned += await warn(ctx, audience, notify, rule, concerned.slice(at, at + atOnce))
    }
  }
  outcome.recovered += await recover(ctx, groupId)
  const passed = await ctx.db
    .selectFrom('elimination_case')
    .select(['id', 'member_id'])
    .where('group_id', '=', groupId)
    .where('state', '=', 'warned')
    .where('grace_until', '<=', ctx.now)
    .orderBy('grace_until')
    .orderBy('id')
    .limit(5_000)
    .execute()
  for (const { id, member_id: memberId } of passed) {
    signal.throwIfAborted()
    const became = await finish(ctx, audience, notify, rule, { id, memberId })
    if (became) outcome[became]++
  }
  await ctx.db
    .updateTable('elimination_rule')
    .set({ ran_at: ctx.now })
    .where('group_id', '=', groupId)
    .execute()
  return outcome
}

/** Warns these members, and notes that who was warned is still at risk. Resolves to how many warnings are new. */
async function warn(
  ctx: Ctx,
  audience: Asked,
  notify: Notify,
  rule: EliminationRule,
  concerned: readonly Concerned[],
): Promise<number> {
  const ids = concerned.map(({ memberId }) => memberId)
  const known = await ctx.db
    .updateTable('elimination_case')
    .set({ seen_at: ctx.now })
    .where('group_id', '=', rule.groupId)
    .where('member_id', 'in', ids)
    .where('state', 'in', ['warned', 'due'])
    .returning('member_id')
    .execute()
  const warned = new Set(known.map((row) => row.member_id))
  const fresh = ids.filter((id) => !warned.has(id))
  if (fresh.length === 0) return 0
  const explained = await audience.explainAll(ctx, rule.risk, fresh, { forMember: true })
  const until = new Date(ctx.now.getTime() + rule.graceDays * dayMs)
  return await transact(ctx, async (tx) => {
    const group = await requireGroup(tx, rule.groupId)
    let count = 0
    for (const [memberId, explanation] of explained) {
      if (!explanation.met) continue
      const reasons = reasonsOf(explanation)
      const made = await tx.db
        .insertInto('elimination_case')
        .values({
          group_id: rule.groupId,
          member_id: memberId,
          state: 'warned',
          revision: rule.revision,
          reasons: JSON.stringify(reasons),
          warned_at: tx.now,
          grace_until: until,
          seen_at: tx.now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!made) continue
      count++
      await announce(
        tx,
        eliminationWarned,
        { caseId: made.id, until: until.toISOString() },
        { groupId: rule.groupId, memberId },
      )
      await notify.warned(tx, {
        caseId: made.id,
        memberId,
        group,
        until,
        words: rule.words,
        reasons: reasons.map(({ says, evidence }) => (evidence ? `${says}（${evidence}）` : says)),
        review: rule.review,
      })
    }
    return count
  })
}

/** Who was not found at risk by this run is let off. */
async function recover(ctx: Ctx, groupId: Id): Promise<number> {
  return await transact(ctx, async (tx) => {
    const rows = await tx.db
      .updateTable('elimination_case')
      .set({ state: 'recovered', decided_at: tx.now, decided_by: 'system:rule' })
      .where('group_id', '=', groupId)
      .where('state', 'in', ['warned', 'due'])
      .where('seen_at', '<', tx.now)
      .returning(['id', 'member_id'])
      .execute()
    for (const { id, member_id: memberId } of rows)
      await announce(tx, eliminationRecovered, { caseId: id }, { groupId, memberId })
    return rows.length
  })
}

/** The time has passed: a person decides, or, when the rule needs none, the member goes. */
async function finish(
  ctx: Ctx,
  audience: Asked,
  notify: Notify,
  rule: EliminationRule,
  { id, memberId }: { id: Id; memberId: Id },
): Promise<'due' | 'removed' | 'recovered' | undefined> {
  // The warehouse may be a moment behind; who has come back by now stays.
  if (!(await audience.matches(ctx, rule.risk, memberId))) {
    await transact(ctx, async (tx) => {
      await tx.db
        .updateTable('elimination_case')
        .set({ state: 'recovered', decided_at: tx.now, decided_by: 'system:rule' })
        .where('id', '=', id)
        .where('state', '=', 'warned')
        .execute()
      await announce(tx, eliminationRecovered, { caseId: id }, { groupId: rule.groupId, memberId })
    })
    return 'recovered'
  }
  if (rule.review) {
    const { numUpdatedRows } = await ctx.db
      .updateTable('elimination_case')
      .set({ state: 'due' })
      .where('id', '=', id)
      .where('state', '=', 'warned')
      .executeTakeFirst()
    return numUpdatedRows > 0n ? 'due' : undefined
  }
  const says = rule.backIf ? await audience.say(ctx, rule.backIf, { forMember: true }) : ''
  return (await removeOf(ctx, notify, rule, id, { by: 'rule', decision: '', backIfSays: says }))
    ? 'removed'
    : undefined
}

/** Cases of people who went by themselves end, and so do those of people who came in again. */
async function closeGone(ctx: Ctx, groupId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const { rows } = await sql<{ id: Id; memberId: Id; state: 'withdrawn' | 'returned' }>`
      update elimination_case c
         set state = case when c.state = 'removed' then 'returned' else 'withdrawn' end,
             decided_at = coalesce(c.decided_at, ${tx.now}), decided_by = coalesce(c.decided_by, 'system:rule'),
             returned_at = case when c.state = 'removed' then ${tx.now}::timestamptz end,
             returned_by = case when c.state = 'removed' then 'system:rule' end,
             returned_how = case when c.state = 'removed' then 'joined' end
       where c.group_id = ${groupId} and c.state in ('warned', 'due', 'removed')
         and (c.state = 'removed') = exists (select from group_membership s
               where s.group_id = c.group_id and s.member_id = c.member_id and s.left_at is null)
      returning c.id, c.member_id as "memberId", c.state`.execute(tx.db)
    for (const { id, memberId, state } of rows)
      await announce(tx, eliminationDecided, { caseId: id, state }, { groupId, memberId })
  })
}
