/** Groups: how one is made, changed, closed and opened again. */
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { requireOwnPicture } from '#base/files/own-picture.ts'
import { slugify } from '#base/text/slug.ts'
import { audit } from '#modules/identity/api.ts'
import { groupArchived, groupChanged, groupCreated, groupReopened } from '../facts.ts'
import { giveFirstSteps } from '../greetings/steps.ts'
import { groupProblems } from '../problems.ts'
import { type Group, getGroup } from './groups.sql.ts'
import { lockGroup, lockOpenGroup } from './lock.ts'
import { colours, type GroupFields } from './shapes.ts'

export type NewGroup = Pick<GroupFields, 'name' | 'kind'> & Partial<GroupFields>

/** Makes a group. What is left out is chosen. Throws `slug_taken`, `tier_unknown`. */
export async function createGroup(ctx: Ctx, wanted: NewGroup): Promise<Group> {
  return await transact(ctx, async (tx) => {
    const tierId = await communityTier(tx, wanted.tierId)
    const taken = await tx.db
      .selectFrom('community_group')
      .select((row) => row.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    const row = {
      ...columnsOf(wanted),
      interest_tag_id: await tagOf(tx, wanted.interestTag),
      slug: wanted.slug ?? (await freeSlug(tx, wanted.name)),
      name: wanted.name,
      kind: wanted.kind,
      glyph: wanted.glyph ?? [...wanted.name][0]!,
      colour: wanted.colour ?? colours[Number(taken.count) % colours.length]!,
      visibility: wanted.visibility ?? 'public',
      tier_id: tierId,
      created_at: ctx.now,
      created_by: describeActor(ctx.actor),
    }
    await ownPictures(tx, wanted)
    const made = await tx.db
      .insertInto('community_group')
      .values(row)
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw groupProblems.slugTaken({ values: { slug: row.slug } })
    await giveFirstSteps(tx, made.id)
    await announce(tx, groupCreated, { kind: wanted.kind }, { groupId: made.id })
    const group = await getGroup(tx, made.id)
    await audit(tx, 'group.created', { kind: 'group', id: made.id }, { name: group.name })
    return group
  })
}

/** Changes what is given. Throws `capacity_too_small`, `slug_taken`, `tier_unknown`, `group_archived`. */
export async function changeGroup(ctx: Ctx, id: Id, change: Partial<GroupFields>): Promise<Group> {
  return await transact(ctx, async (tx) => {
    await lockOpenGroup(tx, id)
    const before = await getGroup(tx, id)
    const now: Partial<GroupFields> = { ...before, tierId: before.tier.id }
    const fields = (Object.keys(change) as (keyof GroupFields)[]).filter(
      (field) => change[field] !== undefined && change[field] !== now[field],
    )
    if (fields.length === 0) return before
    if (change.capacity !== undefined && change.capacity !== null && change.capacity < before.memberCount)
      throw groupProblems.capacityTooSmall({ values: { members: before.memberCount } })
    if (change.tierId !== undefined) await communityTier(tx, change.tierId)
    await ownPictures(tx, change)
    if (change.slug !== undefined && change.slug !== before.slug) await requireFreeSlug(tx, change.slug)
    await tx.db
      .updateTable('community_group')
      .set({
        ...columnsOf(change),
        ...(change.interestTag === undefined ? {} : { interest_tag_id: await tagOf(tx, change.interestTag) }),
      })
      .where('id', '=', id)
      .execute()
    await announce(tx, groupChanged, { fields }, { groupId: id })
    const after = await getGroup(tx, id)
    await audit(
      tx,
      'group.changed',
      { kind: 'group', id },
      Object.fromEntries(fields.map((field) => [field, [now[field] ?? null, change[field] ?? null]])),
    )
    return after
  })
}

/** Nobody comes in any more; what is there stays. */
export async function archiveGroup(ctx: Ctx, id: Id, reason: string): Promise<Group> {
  return await transact(ctx, async (tx) => {
    await lockOpenGroup(tx, id)
    await tx.db
      .updateTable('community_group')
      .set({ archived_at: ctx.now, archived_by: describeActor(ctx.actor), archive_reason: reason })
      .where('id', '=', id)
      .execute()
    await announce(tx, groupArchived, {}, { groupId: id })
    await audit(tx, 'group.archived', { kind: 'group', id }, { reason })
    return await getGroup(tx, id)
  })
}

export async function reopenGroup(ctx: Ctx, id: Id): Promise<Group> {
  return await transact(ctx, async (tx) => {
    const { archived } = await lockGroup(tx, id)
    if (archived) {
      await tx.db
        .updateTable('community_group')
        .set({ archived_at: null, archived_by: null, archive_reason: null })
        .where('id', '=', id)
        .execute()
      await announce(tx, groupReopened, {}, { groupId: id })
      await audit(tx, 'group.reopened', { kind: 'group', id })
    }
    return await getGroup(tx, id)
  })
}

const columnsOf = (fields: Partial<GroupFields>) => ({
  slug: fields.slug,
  name: fields.name,
  summary: fields.summary,
  glyph: fields.glyph,
  colour: fields.colour,
  picture_file_id: fields.pictureFileId,
  cover_file_id: fields.coverFileId,
  kind: fields.kind,
  template: fields.template,
  tier_id: fields.tierId,
  for_whom: fields.forWhom,
  situation: fields.situation,
  core_value: fields.coreValue,
  value_promise: fields.valuePromise,
  connection: fields.connection,
  brand_scenario: fields.brandScenario,
  industry: fields.industry,
  city: fields.city,
  visibility: fields.visibility,
  capacity: fields.capacity,
})

async function ownPictures(tx: Ctx, fields: Partial<GroupFields>): Promise<void> {
  if (fields.pictureFileId) await requireOwnPicture(tx, fields.pictureFileId)
  if (fields.coverFileId) await requireOwnPicture(tx, fields.coverFileId)
}

/** The tier of the community that was asked for, or the lowest. */
async function communityTier(tx: Ctx, id: Id | undefined): Promise<Id> {
  let query = tx.db.selectFrom('group_tier').select('id').where('group_id', 'is', null).orderBy('rank')
  if (id !== undefined) query = query.where('id', '=', id)
  const tier = await query.executeTakeFirst()
  if (!tier) throw groupProblems.tierUnknown()
  return tier.id
}

async function tagOf(tx: Ctx, name: string | null | undefined): Promise<Id | null> {
  if (!name) return null
  await tx.db
    .insertInto('tag')
    .values({ name, created_at: tx.now })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return (await tx.db.selectFrom('tag').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
}

async function requireFreeSlug(tx: Ctx, slug: string): Promise<void> {
  const other = await tx.db
    .selectFrom('community_group')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (other) throw groupProblems.slugTaken({ values: { slug } })
}

/** An address from the Latin part of the name, or `group-7`; with a number behind it where one is taken. */
async function freeSlug(tx: Ctx, name: string): Promise<string> {
  const latin = slugify(name.replaceAll(/\P{ASCII}/gu, ' '), 30)
  const base = /^[a-z0-9](-?[a-z0-9])+$/.test(latin) ? latin : 'group'
  const rows = await tx.db
    .selectFrom('community_group')
    .select('slug')
    .where((where) => where.or([where('slug', '=', base), where('slug', 'like', `${base}-%`)]))
    .execute()
  const taken = new Set(rows.map((row) => row.slug))
  if (!taken.has(base) && base !== 'group') return base
  for (let at = base === 'group' ? 1 : 2; ; at++) if (!taken.has(`${base}-${at}`)) return `${base}-${at}`
}
