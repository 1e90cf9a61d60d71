/**
 * Applying the rule: warn, take warnings back, and part with whose time has passed — with a person's word
 * where the rule wants one (PIPL 24). The set of those at risk comes from the warehouse; nobody is warned
 * or removed on it alone: each is looked at once more, now, and the reasons are kept.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import type { JobRun } from '#base/jobs/job.ts'
import type { Audience, Explanation } from '#modules/audience/api.ts'
import { runEach } from '../course/failure.ts'
import { eliminationDecided, eliminationWarned } from '../course.facts.ts'
import { requireGroup } from '../health/settings.ts'
import type { Notify } from '../notices/notices.ts'
import { closeAppeals, letOff } from './closing.ts'
import { removeOf } from './deciding.ts'
import { eliminationWords } from './elimination.messages.ts'
import { type Concerned, type EliminationRule, findConcerned, findEliminationRule } from './rules.ts'

const dayMs = 86_400_000
/** Members that are explained and warned in one transaction. */
const atOnce = 200
/** Cases that are looked at once more in one go. */
const slice = 500
/** Cases of a group that one run ends; the rest waits for the next. */
const mostPassed = 5_000

export type Asked = Pick<Audience, 'members' | 'explainAll' | 'matching' | 'say'>

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

/** Leaves that make the condition true, in order; one that had to fail is told with its denial. */
export function reasonsOf(
  { kind, met, says, evidence, of }: Explanation,
  locale: Locale,
  denied = false,
): Reason[] {
  if (kind === 'not') return of.flatMap((part) => reasonsOf(part, locale, !denied))
  if (of.length > 0)
    return of.filter((part) => part.met === met).flatMap((part) => reasonsOf(part, locale, denied))
  return [{ says: denied ? render(eliminationWords.denied, locale, { says }) : says, evidence }]
}

/** Applies the rules of all groups. One that breaks off is left out; throws `rules_failed` at the end then. */
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
  await runEach(
    ctx,
    groups.map(({ id }) => id),
    run,
    async (groupId) => {
      const outcome = await applyRule(ctx, audience, notify, groupId, run.signal)
      for (const key of Object.keys(outcome) as (keyof Outcome)[]) total[key] += outcome[key]
    },
    keepFailure,
  )
  return total
}

async function keepFailure(ctx: Ctx, groupId: Id, code: string): Promise<void> {
  await ctx.db
    .updateTable('elimination_rule')
    .set({ failed_at: ctx.now, failure: code })
    .where('group_id', '=', groupId)
    .execute()
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
  outcome.recovered += await recover(ctx, audience, rule, signal)
  for (let left = mostPassed; left > 0; left -= slice) {
    signal.throwIfAborted()
    const passed = await ctx.db
      .selectFrom('elimination_case')
      .select(['id', 'member_id as memberId'])
      .where('group_id', '=', groupId)
      .where('state', '=', 'warned')
      .where('grace_until', '<=', ctx.now)
      .orderBy('grace_until')
      .orderBy('id')
      .limit(slice)
      .execute()
    await finish(ctx, audience, notify, rule, passed, { signal, outcome })
    if (passed.length < slice) break
  }
  await ctx.db
    .updateTable('elimination_rule')
    .set({ ran_at: ctx.now, failed_at: null, failure: null })
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
      const reasons = reasonsOf(explanation, ctx.locale)
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

/** Lets off whom the warehouse no longer names, if PostgreSQL says the same: the copies may lack what was recorded. */
async function recover(
  ctx: Ctx,
  audience: Asked,
  rule: EliminationRule,
  signal: AbortSignal,
): Promise<number> {
  let count = 0
  for (let after = '0'; ; ) {
    signal.throwIfAborted()
    const rows = await ctx.db
      .selectFrom('elimination_case')
      .select(['id', 'member_id as memberId'])
      .where('group_id', '=', rule.groupId)
      .where('state', 'in', ['warned', 'due'])
      .where('seen_at', '<', ctx.now)
      .where('id', '>', after)
      .orderBy('id')
      .limit(slice)
      .execute()
    const last = rows.at(-1)
    if (!last) return count
    after = last.id
    const ids = rows.map(({ memberId }) => memberId)
    const { concerned } = await findConcerned(ctx, rule.groupId, rule, ids)
    const matching = await audience.matching(
      ctx,
      rule.risk,
      concerned.map(({ memberId }) => memberId),
    )
    const fine = rows.filter(({ memberId }) => !matching.has(memberId)).map(({ id }) => id)
    count += await transact(ctx, async (tx) => await letOff(tx, rule.groupId, fine))
  }
}

/** The time has passed: a person decides, or, when the rule needs none, the member goes. */
async function finish(
  ctx: Ctx,
  audience: Asked,
  notify: Notify,
  rule: EliminationRule,
  passed: readonly { readonly id: Id; readonly memberId: Id }[],
  { signal, outcome }: { readonly signal: AbortSignal; readonly outcome: Outcome },
): Promise<void> {
  if (passed.length === 0) return
  // The warehouse may be a moment behind; who has come back by now stays.
  const matching = await audience.matching(
    ctx,
    rule.risk,
    passed.map(({ memberId }) => memberId),
  )
  const fine = passed.filter(({ memberId }) => !matching.has(memberId)).map(({ id }) => id)
  const due = passed.filter(({ memberId }) => matching.has(memberId)).map(({ id }) => id)
  outcome.recovered += await transact(ctx, async (tx) => await letOff(tx, rule.groupId, fine))
  if (due.length === 0) return
  if (rule.review) {
    const { numUpdatedRows } = await ctx.db
      .updateTable('elimination_case')
      .set({ state: 'due' })
      .where('id', 'in', due)
      .where('state', '=', 'warned')
      .executeTakeFirst()
    outcome.due += Number(numUpdatedRows)
    return
  }
  const backIfSays = rule.backIf ? await audience.say(ctx, rule.backIf, { forMember: true }) : ''
  for (const id of due) {
    signal.throwIfAborted()
    if (await removeOf(ctx, notify, rule, id, { by: 'rule', decision: '', backIfSays })) outcome.removed++
  }
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
    await closeAppeals(
      tx,
      rows.map(({ id }) => id),
    )
    for (const { id, memberId, state } of rows)
      await announce(tx, eliminationDecided, { caseId: id, state }, { groupId, memberId })
  })
}
