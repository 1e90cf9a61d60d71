/**
 * Two profiles of one person become one. What each module keeps about the double goes to the profile that
 * remains, by the module's own declaration, and each says what it moved: for thirty days the merge can be
 * taken back. The log is never rewritten; what the double did counts for the one that remains.
 */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import type { Said } from '#base/declarations/said.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { memberProblems } from '../problems.ts'
import { refuseReadingAlong } from './guard.ts'
import { memberMerged, memberMergedAway, memberParted, memberUnmerged } from './merge.facts.ts'
import { getMerge, type Merge, type MergeReason } from './merges.sql.ts'

export const undoDays = 30

type Personal = Pick<Declared, 'personal'>

/**
 * Throws `merge_same`, `member_not_found`, `merge_gone` when one of them was merged already, and `merge_of_team`
 * or `merge_sealed` where somebody would come to read what he may not.
 */
export async function mergeMembers(
  ctx: Ctx,
  declared: Personal,
  merge: { readonly doubleId: Id; readonly intoId: Id; readonly reason: MergeReason; readonly note: string },
): Promise<Merge> {
  const { doubleId, intoId } = merge
  if (doubleId === intoId) throw memberProblems.mergeSame()
  return await transact(ctx, async (tx) => {
    for (const member of await lockBoth(tx, doubleId, intoId))
      if (member.mergedInto !== null) throw memberProblems.mergeGone({ values: { name: member.nickname } })
    await refuseReadingAlong(tx, doubleId, intoId)
    const moved: Record<string, unknown> = {}
    for (const data of declared.personal()) moved[data.name] = await data.merge(tx, doubleId, intoId)
    // Doubles of the double follow him: `merged_into` always names the profile that remains.
    await sql`update member set merged_into = ${intoId} where id = ${doubleId} or merged_into = ${doubleId}`.execute(
      tx.db,
    )
    const { id } = await tx.db
      .insertInto('member_merge')
      .values({
        double_id: doubleId,
        into_id: intoId,
        reason: merge.reason,
        note: merge.note,
        merged_at: ctx.now,
        merged_by: describeActor(ctx.actor),
        moved: JSON.stringify(moved),
        undo_until: new Date(ctx.now.getTime() + undoDays * 86_400_000),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await announce(tx, memberMerged, { doubleId }, { memberId: intoId })
    await announce(tx, memberMergedAway, { intoId }, { memberId: doubleId })
    await audit(
      tx,
      'member.merged',
      { kind: 'member', id: intoId },
      { double: doubleId, reason: merge.reason },
    )
    return await getMerge(tx, id)
  })
}

/**
 * Takes a merge back, and says what could not be given back. Throws `merge_not_found`, `merge_undone`, `merge_undo_late`, and `merge_undo_later_first`
 * when the profile that remained was itself merged afterwards.
 */
export async function unmergeMembers(
  ctx: Ctx,
  declared: Personal,
  id: Id,
): Promise<{ merge: Merge; left: readonly Said[] }> {
  return await transact(ctx, async (tx) => {
    await tx.db.selectFrom('member_merge').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
    const merge = await getMerge(tx, id)
    if (merge.undoneAt !== null) throw memberProblems.mergeUndone()
    if (merge.undoUntil < ctx.now) throw memberProblems.mergeUndoLate()
    const { doubleId, intoId } = merge
    const [, into] = await lockBoth(tx, doubleId, intoId)
    if (into!.mergedInto !== null)
      throw memberProblems.mergeUndoLaterFirst({ values: { name: into!.nickname } })
    const left: Said[] = []
    for (const data of declared.personal().toReversed())
      await data.unmerge(tx, doubleId, intoId, merge.moved[data.name] ?? {}, (said) => left.push(said))
    await sql`
      with recursive back (id) as (
        select ${doubleId}::bigint
        union select merge.double_id from member_merge as merge join back on merge.into_id = back.id
         where merge.undone_at is null)
      update member set merged_into = nullif(${doubleId}::bigint, id) where id in (select id from back)`.execute(
      tx.db,
    )
    await tx.db
      .updateTable('member_merge')
      .set({ undone_at: ctx.now, undone_by: describeActor(ctx.actor) })
      .where('id', '=', id)
      .execute()
    await announce(tx, memberUnmerged, { doubleId }, { memberId: intoId })
    await announce(tx, memberParted, { intoId }, { memberId: doubleId })
    await audit(
      tx,
      'member.unmerged',
      { kind: 'member', id: intoId },
      { double: doubleId, left: left.length },
    )
    return { merge: await getMerge(tx, id), left }
  })
}

/** Locks in the order of ids; answers in the order asked. Throws `member_not_found`. */
async function lockBoth(ctx: Ctx, doubleId: Id, intoId: Id) {
  const { rows } = await sql<{ id: Id; nickname: string; mergedInto: Id | null }>`
    select id, nickname, merged_into as "mergedInto" from member
     where id = any(array[${doubleId}, ${intoId}]::bigint[]) order by id for update`.execute(ctx.db)
  return [doubleId, intoId].map((id) => {
    const row = rows.find((each) => each.id === id)
    if (!row) throw memberProblems.memberNotFound()
    return row
  })
}
