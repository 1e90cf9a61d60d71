/** Headings of tags; of an exclusive one a member carries one tag. And tags that members refuse. */
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { memberUntagged } from '../facts.ts'
import type { SourceKind } from '../origin.ts'
import { memberProblems } from '../problems.ts'

export interface TagGroup {
  readonly id: Id
  readonly name: string
  readonly exclusive: boolean
}

export const mostTagGroups = 100

export const findTagGroups = (ctx: Ctx): Promise<TagGroup[]> =>
  ctx.db
    .selectFrom('tag_group')
    .select(['id', 'name', 'exclusive'])
    .orderBy('position')
    .orderBy('id')
    .limit(mostTagGroups)
    .execute()

/** Makes a heading, or changes one. Throws `tag_group_name_taken`, `tag_group_not_found`. */
export async function saveTagGroup(
  ctx: Ctx,
  id: Id | undefined,
  given: { readonly name: string; readonly exclusive: boolean },
): Promise<TagGroup> {
  return await transact(ctx, async (tx) => {
    const taken = await tx.db
      .selectFrom('tag_group')
      .select('id')
      .where('name', '=', given.name)
      .executeTakeFirst()
    if (taken && taken.id !== id) throw memberProblems.tagGroupNameTaken({ values: { name: given.name } })
    const saved =
      id === undefined
        ? await tx.db
            .insertInto('tag_group')
            .values({ ...given, created_at: ctx.now, created_by: describeActor(ctx.actor) })
            .onConflict((conflict) => conflict.column('name').doNothing())
            .returning(['id', 'name', 'exclusive'])
            .executeTakeFirst()
        : await tx.db
            .updateTable('tag_group')
            .set(given)
            .where('id', '=', id)
            .returning(['id', 'name', 'exclusive'])
            .executeTakeFirst()
    if (!saved)
      throw id === undefined
        ? memberProblems.tagGroupNameTaken({ values: { name: given.name } })
        : memberProblems.tagGroupNotFound()
    await audit(tx, 'tag_group.saved', { kind: 'tag_group', id: saved.id }, given)
    return saved
  })
}

/** Removes a heading; its tags stay, under none. */
export async function removeTagGroup(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const gone = await tx.db.deleteFrom('tag_group').where('id', '=', id).returning('name').executeTakeFirst()
    if (!gone) throw memberProblems.tagGroupNotFound()
    await audit(tx, 'tag_group.removed', { kind: 'tag_group', id }, { name: gone.name })
  })
}

/** Puts a tag under a heading, or under none, and says what it means. Throws `tag_not_found`, `tag_group_not_found`. */
export async function describeTag(
  ctx: Ctx,
  id: Id,
  given: { readonly groupId?: Id | null; readonly note?: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    if (given.groupId) {
      const group = await tx.db
        .selectFrom('tag_group')
        .select('id')
        .where('id', '=', given.groupId)
        .executeTakeFirst()
      if (!group) throw memberProblems.tagGroupNotFound()
    }
    const tag = await tx.db
      .updateTable('tag')
      .set((row) => ({
        tag_group_id: given.groupId === undefined ? row.ref('tag_group_id') : given.groupId,
        note: given.note ?? row.ref('note'),
      }))
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst()
    if (!tag) throw memberProblems.tagNotFound()
    await audit(tx, 'tag.described', { kind: 'tag', id }, { name: tag.name, ...given })
  })
}

export interface CarriedTag {
  readonly id: Id
  readonly name: string
  readonly note: string
  readonly group: string | null
  readonly source: SourceKind
  readonly sourceId: Id | null
  readonly addedBy: string
  readonly addedAt: Date
}

/** What one member is tagged with, and where each tag comes from. */
export async function findTagsOf(ctx: Ctx, memberId: Id): Promise<CarriedTag[]> {
  const rows = await ctx.db
    .selectFrom('member_tag')
    .innerJoin('tag', 'tag.id', 'member_tag.tag_id')
    .leftJoin('tag_group', 'tag_group.id', 'tag.tag_group_id')
    .select([
      'tag.id',
      'tag.name',
      'tag.note',
      'tag_group.name as group',
      'member_tag.source',
      'member_tag.source_id as sourceId',
      'member_tag.added_by as addedBy',
      'member_tag.added_at as addedAt',
    ])
    .where('member_tag.member_id', '=', memberId)
    .orderBy('tag_group.position')
    .orderBy('tag_group.id')
    .orderBy('tag.name')
    .execute()
  return rows.map((row) => ({ ...row, source: row.source as SourceKind }))
}

/**
 * A member does not want to carry a tag: it goes, and nobody and no rule gives it to him again (算法推荐规定 17).
 * Refusing what one does not carry is the same wish said earlier. Throws `tag_not_found`.
 */
export async function refuseTag(ctx: Ctx, memberId: Id, tagId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const tag = await tx.db.selectFrom('tag').select('name').where('id', '=', tagId).executeTakeFirst()
    if (!tag) throw memberProblems.tagNotFound()
    await tx.db
      .insertInto('tag_refusal')
      .values({ member_id: memberId, tag_id: tagId, refused_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const gone = await tx.db
      .deleteFrom('member_tag')
      .where('member_id', '=', memberId)
      .where('tag_id', '=', tagId)
      .returning('tag_id')
      .executeTakeFirst()
    if (gone) await announce(tx, memberUntagged, { tag: tag.name, source: 'member' }, { memberId })
  })
}
