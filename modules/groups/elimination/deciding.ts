/** A person's word on cases, and the removal itself. */
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Audience } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import { eliminationDecided } from '../course.facts.ts'
import { courseProblems } from '../course.problems.ts'
import { lockGroup } from '../groups/lock.ts'
import { requireGroup } from '../health/settings.ts'
import { endStay, findStay } from '../memberships/memberships.ts'
import type { Notify } from '../notices/notices.ts'
import { closeAppeals } from './closing.ts'
import { type EliminationRule, findEliminationRule } from './rules.ts'

const dayMs = 86_400_000

/** From when a removed member may take the way back. */
export const opensAt = (decidedAt: Date, rule: Pick<EliminationRule, 'backAfter'>): Date =>
  new Date(decidedAt.getTime() + rule.backAfter * dayMs)

/**
 * Takes the member of a warned or due case out of the group. False when the case has been decided meanwhile, and when
 * the member left by himself, with which it ends.
 */
export async function removeOf(
  ctx: Ctx,
  notify: Notify,
  rule: EliminationRule | undefined,
  caseId: Id,
  { by, decision, backIfSays }: { by: 'rule' | 'person'; decision: string; backIfSays: string },
): Promise<boolean> {
  return await transact(ctx, async (tx) => {
    const open = await tx.db
      .selectFrom('elimination_case')
      .select(['group_id as groupId', 'member_id as memberId'])
      .where('id', '=', caseId)
      .where('state', 'in', ['warned', 'due'])
      .forUpdate()
      .executeTakeFirst()
    if (!open) return false
    const { groupId, memberId } = open
    await lockGroup(tx, groupId)
    const stay = await findStay(tx, groupId, memberId)
    if (!stay) {
      await withdrawn(tx, caseId, open)
      return false
    }
    await tx.db
      .updateTable('elimination_case')
      .set({
        state: 'removed',
        decided_at: tx.now,
        decided_by: by === 'rule' ? 'system:rule' : describeActor(tx.actor),
        decision,
      })
      .where('id', '=', caseId)
      .execute()
    await endStay(tx, stay.id, { how: 'eliminated', reason: decision })
    await announce(tx, eliminationDecided, { caseId, state: 'removed' }, { groupId, memberId })
    await notify.removed(tx, {
      caseId,
      memberId,
      group: await requireGroup(tx, groupId),
      decision,
      task: rule?.backTask ?? '',
      condition: backIfSays,
      opens: rule ? opensAt(tx.now, rule) : null,
    })
    return true
  })
}

async function withdrawn(
  tx: Ctx,
  caseId: Id,
  about: { readonly groupId: Id; readonly memberId: Id },
): Promise<void> {
  await tx.db
    .updateTable('elimination_case')
    .set({ state: 'withdrawn', decided_at: tx.now, decided_by: 'system:rule' })
    .where('id', '=', caseId)
    .execute()
  await announce(tx, eliminationDecided, { caseId, state: 'withdrawn' }, about)
  await closeAppeals(tx, [caseId])
}

/**
 * A person decides cases whose time has passed, or that are warned: out of the group, or left in peace.
 * Those decided meanwhile are skipped and counted.
 */
export async function decideCases(
  ctx: Ctx,
  audience: Pick<Audience, 'say'>,
  notify: Notify,
  ids: readonly Id[],
  { remove, decision }: { readonly remove: boolean; readonly decision: string },
): Promise<{ removed: number; spared: number; skipped: number }> {
  const counts = { removed: 0, spared: 0, skipped: 0 }
  for (const id of [...ids].sort((a, b) => Number(BigInt(a) - BigInt(b)))) {
    await transact(ctx, async (tx) => {
      const found = await tx.db
        .selectFrom('elimination_case')
        .select(['group_id', 'member_id', 'state'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!found) throw courseProblems.caseNotFound()
      const about = { kind: 'elimination_case', id }
      if (remove) {
        const rule = await findEliminationRule(tx, found.group_id)
        const backIfSays = rule?.backIf ? await audience.say(tx, rule.backIf, { forMember: true }) : ''
        if (!(await removeOf(tx, notify, rule, id, { by: 'person', decision, backIfSays }))) {
          counts.skipped++
          return
        }
        counts.removed++
        await audit(tx, 'groups.elimination_confirmed', about, { memberId: found.member_id, decision })
        return
      }
      if (!(await spare(tx, id, decision))) {
        counts.skipped++
        return
      }
      counts.spared++
      await audit(tx, 'groups.elimination_spared', about, { memberId: found.member_id, decision })
    })
  }
  return counts
}

/** Leaves the member of an open case in peace. False when it has been decided meanwhile. */
export async function spare(tx: Ctx, caseId: Id, decision: string): Promise<boolean> {
  const row = await tx.db
    .updateTable('elimination_case')
    .set({ state: 'spared', decided_at: tx.now, decided_by: describeActor(tx.actor), decision })
    .where('id', '=', caseId)
    .where('state', 'in', ['warned', 'due'])
    .returning(['group_id', 'member_id'])
    .executeTakeFirst()
  if (!row) return false
  await announce(
    tx,
    eliminationDecided,
    { caseId, state: 'spared' },
    { groupId: row.group_id, memberId: row.member_id },
  )
  await closeAppeals(tx, [caseId])
  return true
}
