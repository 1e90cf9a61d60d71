/** What ends with a case. */
import { describeActor, type Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { eliminationRecovered } from '../course.facts.ts'

/** Appeals that are open about these cases: there is nothing left to grant. Whoever ends a case calls this. */
export async function closeAppeals(tx: Ctx, caseIds: readonly Id[]): Promise<void> {
  if (caseIds.length === 0) return
  await tx.db
    .updateTable('elimination_appeal')
    .set({ state: 'closed', answered_at: tx.now, answered_by: describeActor(tx.actor) })
    .where('case_id', 'in', caseIds)
    .where('state', '=', 'open')
    .execute()
}

/** Lets these warnings off; those decided meanwhile are left as they are. Resolves to how many were let off. */
export async function letOff(tx: Ctx, groupId: Id, caseIds: readonly Id[]): Promise<number> {
  if (caseIds.length === 0) return 0
  const rows = await tx.db
    .updateTable('elimination_case')
    .set({ state: 'recovered', decided_at: tx.now, decided_by: 'system:rule' })
    .where('id', 'in', caseIds)
    .where('state', 'in', ['warned', 'due'])
    .returning(['id', 'member_id'])
    .execute()
  for (const { id, member_id: memberId } of rows)
    await announce(tx, eliminationRecovered, { caseId: id }, { groupId, memberId })
  await closeAppeals(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.length
}
