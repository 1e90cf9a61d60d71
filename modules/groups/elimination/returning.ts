/** The ways back (S3-52): meet the condition, do the task, or appeal to a person. */
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Audience } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import { eliminationAppealed, eliminationDecided } from '../course.facts.ts'
import { courseProblems } from '../course.problems.ts'
import { requireGroup } from '../health/settings.ts'
import { addMembers } from '../memberships/memberships.ts'
import type { Notify } from '../notices/notices.ts'
import { groupProblems } from '../problems.ts'
import { closeAppeals } from './closing.ts'
import { opensAt, spare } from './deciding.ts'
import { findEliminationRule } from './rules.ts'

export type ReturnWay = 'condition' | 'task' | 'appeal' | 'operator'

export interface OpenCase {
  readonly id: Id
  readonly groupId: Id
  readonly memberId: Id
  readonly state: 'warned' | 'due' | 'removed'
  readonly decidedAt: Date | null
}

/** The case that is open between a member and a group, if there is one; locked for whoever decides on it. */
export async function findOpenCase(
  ctx: Ctx,
  groupId: Id,
  memberId: Id,
  { lock = false } = {},
): Promise<OpenCase | undefined> {
  let query = ctx.db
    .selectFrom('elimination_case')
    .select(['id', 'state', 'decided_at as decidedAt'])
    .where('group_id', '=', groupId)
    .where('member_id', '=', memberId)
    .where('state', 'in', ['warned', 'due', 'removed'])
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row && { ...row, groupId, memberId, state: row.state as OpenCase['state'] }
}

/** Throws `case_not_found`. */
async function lockOpenCase(tx: Ctx, groupId: Id, memberId: Id): Promise<OpenCase> {
  const found = await findOpenCase(tx, groupId, memberId, { lock: true })
  if (!found) throw courseProblems.caseNotFound()
  return found
}

/** Lets a removed member in again. Throws `group_full`: the case stays open then. */
async function letBack(tx: Ctx, found: OpenCase, how: ReturnWay): Promise<void> {
  const { full } = await addMembers(tx, found.groupId, [found.memberId], { way: 'return' })
  if (full > 0) throw groupProblems.groupFull({ values: { capacity: '' } })
  await tx.db
    .updateTable('elimination_case')
    .set({
      state: 'returned',
      returned_at: tx.now,
      returned_by: describeActor(tx.actor),
      returned_how: how,
    })
    .where('id', '=', found.id)
    .execute()
  await announce(
    tx,
    eliminationDecided,
    { caseId: found.id, state: 'returned' },
    { groupId: found.groupId, memberId: found.memberId },
  )
  await closeAppeals(tx, [found.id])
}

/**
 * The member takes the way back that needs nobody: the condition is met. Throws `case_not_found`,
 * `no_way_back`, `too_soon_to_return`, `not_yet_back`, `group_full`.
 */
export async function comeBack(
  ctx: Ctx,
  audience: Pick<Audience, 'matches'>,
  groupId: Id,
  memberId: Id,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const found = await lockOpenCase(tx, groupId, memberId)
    const rule = await findEliminationRule(tx, groupId)
    if (found.state !== 'removed' || !rule?.backIf) throw courseProblems.noWayBack()
    requireOpen(tx, opensAt(found.decidedAt ?? tx.now, rule))
    if (!(await audience.matches(tx, rule.backIf, memberId))) throw courseProblems.notYetBack()
    await letBack(tx, found, 'condition')
  })
}

function requireOpen(ctx: Ctx, opens: Date): void {
  if (opens > ctx.now)
    throw courseProblems.tooSoonToReturn({ values: { when: opens.toISOString().slice(0, 10) } })
}

/**
 * The member appeals, at any time, or says that the task is done, once the way back is open. Throws
 * `case_not_found`, `no_way_back`, `too_soon_to_return`, `already_asked`.
 */
export async function askForReview(
  ctx: Ctx,
  groupId: Id,
  memberId: Id,
  { kind, words }: { readonly kind: 'appeal' | 'task'; readonly words: string },
): Promise<Id> {
  return await transact(ctx, async (tx) => {
    const found = await lockOpenCase(tx, groupId, memberId)
    if (kind === 'task') {
      const rule = await findEliminationRule(tx, groupId)
      if (found.state !== 'removed' || !rule?.backTask) throw courseProblems.noWayBack()
      requireOpen(tx, opensAt(found.decidedAt ?? tx.now, rule))
    }
    const made = await tx.db
      .insertInto('elimination_appeal')
      .values({ case_id: found.id, kind, words, asked_at: tx.now, state: 'open' })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw courseProblems.alreadyAsked()
    await announce(tx, eliminationAppealed, { caseId: found.id, kind }, { groupId, memberId })
    return made.id
  })
}

/** The case itself while it is open, whatever case the member has in the group by now; locked. */
async function lockCase(tx: Ctx, id: Id): Promise<OpenCase | undefined> {
  const row = await tx.db
    .selectFrom('elimination_case')
    .select(['id', 'group_id as groupId', 'member_id as memberId', 'state', 'decided_at as decidedAt'])
    .where('id', '=', id)
    .where('state', 'in', ['warned', 'due', 'removed'])
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, state: row.state as OpenCase['state'] }
}

/** A person answers: granted spares who is warned and brings back who was removed. Throws `case_decided`, `group_full`. */
export async function answerAppeal(
  ctx: Ctx,
  notify: Notify,
  appealId: Id,
  { grant, answer }: { readonly grant: boolean; readonly answer: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const appeal = await tx.db
      .selectFrom('elimination_appeal as a')
      .innerJoin('elimination_case as c', 'c.id', 'a.case_id')
      .select(['a.id', 'a.kind', 'a.case_id as caseId', 'c.group_id as groupId', 'c.member_id as memberId'])
      .where('a.id', '=', appealId)
      .executeTakeFirst()
    if (!appeal) throw courseProblems.caseNotFound()
    const found = await lockCase(tx, appeal.caseId)
    const answered = await tx.db
      .updateTable('elimination_appeal')
      .set({
        state: grant ? 'granted' : 'refused',
        answer,
        answered_at: tx.now,
        answered_by: describeActor(tx.actor),
      })
      .where('id', '=', appealId)
      .where('state', '=', 'open')
      .executeTakeFirst()
    if (answered.numUpdatedRows === 0n) throw courseProblems.caseDecided()
    if (!found) throw courseProblems.caseDecided()
    if (grant) {
      if (found.state === 'removed') await letBack(tx, found, appeal.kind === 'task' ? 'task' : 'appeal')
      else await spare(tx, found.id, answer)
    }
    const group = await requireGroup(tx, appeal.groupId)
    await notify.answered(tx, { appealId, memberId: appeal.memberId, group, granted: grant, answer })
    await audit(
      tx,
      'groups.appeal_answered',
      { kind: 'elimination_appeal', id: appealId },
      { memberId: appeal.memberId, grant, answer },
    )
  })
}

/** An operator opens the door again without being asked. Throws `case_not_found`, `case_decided`, `group_full`. */
export async function bringBack(ctx: Ctx, caseId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('elimination_case')
      .select(['group_id', 'member_id'])
      .where('id', '=', caseId)
      .executeTakeFirst()
    if (!row) throw courseProblems.caseNotFound()
    const found = await findOpenCase(tx, row.group_id, row.member_id, { lock: true })
    if (found?.id !== caseId || found.state !== 'removed') throw courseProblems.caseDecided()
    await letBack(tx, found, 'operator')
    await audit(
      tx,
      'groups.member_brought_back',
      { kind: 'elimination_case', id: caseId },
      { memberId: row.member_id },
    )
  })
}
