/** Charters: drafted with the wizard, kept with the group that is made of them. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { type Place, writeCursor } from '#base/http/cursor.ts'
import { audit } from '#modules/identity/api.ts'
import { courseProblems } from '../course.problems.ts'
import type { Group } from '../groups/groups.sql.ts'
import { createGroup, type NewGroup } from '../groups/groups.ts'
import { type CharterAnswers, charterAnswers, judgeCharter } from './charter.ts'

export interface Charter {
  readonly id: Id
  readonly groupId: Id | null
  readonly groupName: string | null
  readonly title: string
  readonly answers: CharterAnswers
  readonly revision: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly updatedBy: string
  readonly despite: string | null
}

const charters = (ctx: Ctx) =>
  ctx.db
    .selectFrom('group_charter as c')
    .leftJoin('community_group as g', 'g.id', 'c.group_id')
    .where('c.discarded_at', 'is', null)
    .select([
      'c.id',
      'c.group_id as groupId',
      'g.name as groupName',
      'c.title',
      'c.answers',
      'c.revision',
      'c.created_at as createdAt',
      'c.updated_at as updatedAt',
      'c.despite',
      // Accounts by name; programs as the log calls them.
      sql<string>`coalesce((select name from account where 'account:' || account.id = c.updated_by), c.updated_by)`.as(
        'updatedBy',
      ),
      sql<string>`c.updated_at::text`.as('place'),
    ])

const read = <Row extends { answers: unknown; place: string }>({ place: _, ...row }: Row) => ({
  ...row,
  answers: charterAnswers.parse(row.answers),
})

/** Throws `charter_not_found`. */
export async function getCharter(ctx: Ctx, id: Id): Promise<Charter> {
  const row = await charters(ctx).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw courseProblems.charterNotFound()
  return read(row)
}

export async function findCharterOfGroup(ctx: Ctx, groupId: Id): Promise<Charter | undefined> {
  const row = await charters(ctx).where('c.group_id', '=', groupId).executeTakeFirst()
  return row && read(row)
}

/** Drafts (`open`) or charters of groups, last changed first. */
export async function findCharters(
  ctx: Ctx,
  { state, after, limit }: { state: 'draft' | 'used'; after: Place | undefined; limit: number },
): Promise<{ items: Charter[]; next: string | null }> {
  let query = charters(ctx)
    .where('c.group_id', state === 'draft' ? 'is' : 'is not', null)
    .orderBy('c.updated_at', 'desc')
    .orderBy('c.id', 'desc')
  if (after)
    query = query.where(
      sql<boolean>`(c.updated_at, c.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
    )
  const rows = await query.limit(limit + 1).execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(read),
    next: writeCursor('charters', rows.length > limit && last ? { value: last.place, id: last.id } : null),
  }
}

export async function draftCharter(
  ctx: Ctx,
  { title, answers }: { readonly title: string; readonly answers: CharterAnswers },
): Promise<Charter> {
  return await transact(ctx, async (tx) => {
    const by = describeActor(ctx.actor)
    const { id } = await tx.db
      .insertInto('group_charter')
      .values({
        title,
        answers: JSON.stringify(answers),
        created_at: ctx.now,
        created_by: by,
        updated_at: ctx.now,
        updated_by: by,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(tx, 'group_charter.drafted', { kind: 'group_charter', id }, { title })
    return await getCharter(tx, id)
  })
}

/** Saves a charter over the revision that was seen. Throws `charter_changed` when somebody saved in between. */
export async function reviseCharter(
  ctx: Ctx,
  id: Id,
  change: { readonly revision: number; readonly title?: string; readonly answers?: CharterAnswers },
): Promise<Charter> {
  return await transact(ctx, async (tx) => {
    const held = await lockCharter(tx, id)
    if (held.revision !== change.revision)
      throw courseProblems.charterChanged({ values: { name: (await getCharter(tx, id)).updatedBy } })
    await tx.db
      .updateTable('group_charter')
      .set({
        ...(change.title === undefined ? {} : { title: change.title }),
        ...(change.answers === undefined ? {} : { answers: JSON.stringify(change.answers) }),
        revision: held.revision + 1,
        updated_at: ctx.now,
        updated_by: describeActor(ctx.actor),
      })
      .where('id', '=', id)
      .execute()
    await audit(tx, 'group_charter.revised', { kind: 'group_charter', id }, { revision: held.revision + 1 })
    return await getCharter(tx, id)
  })
}

/** Throws `charter_used` for the charter of a group. */
export async function discardCharter(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const { group_id: groupId } = await lockCharter(tx, id)
    if (groupId) throw courseProblems.charterUsed()
    await tx.db
      .updateTable('group_charter')
      .set({ discarded_at: ctx.now, discarded_by: describeActor(ctx.actor) })
      .where('id', '=', id)
      .execute()
    await audit(tx, 'group_charter.discarded', { kind: 'group_charter', id })
  })
}

/**
 * Makes the group that a charter describes, with its positioning and, when all four parts are written,
 * its rules. Throws `charter_not_ready` without a reason when something speaks against it; a charter
 * that has a group already answers with `charter_used`.
 */
export async function foundGroup(
  ctx: Ctx,
  id: Id,
  { despite, ...wanted }: NewGroup & { readonly despite?: string | undefined },
): Promise<Group> {
  return await transact(ctx, async (tx) => {
    const held = await lockCharter(tx, id)
    if (held.group_id) throw courseProblems.charterUsed()
    const { answers } = await getCharter(tx, id)
    if (!judgeCharter(answers).ready && !despite) throw courseProblems.charterNotReady()
    const { position, fit } = answers
    const group = await createGroup(tx, {
      template: fit.product,
      forWhom: position.forWhom,
      situation: position.situation,
      coreValue: position.valueKind,
      valuePromise: position.value,
      connection: position.connection,
      ...wanted,
    })
    await tx.db
      .updateTable('group_charter')
      .set({
        group_id: group.id,
        despite: despite ?? null,
        updated_at: ctx.now,
        updated_by: describeActor(ctx.actor),
      })
      .where('id', '=', id)
      .execute()
    await audit(tx, 'group_charter.founded', { kind: 'group_charter', id }, { groupId: group.id, despite })
    return group
  })
}

async function lockCharter(tx: Ctx, id: Id) {
  const row = await tx.db
    .selectFrom('group_charter')
    .select(['revision', 'group_id'])
    .where('id', '=', id)
    .where('discarded_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw courseProblems.charterNotFound()
  return row
}
