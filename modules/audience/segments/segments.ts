/** Segments: made, changed in versions, copied, removed. Who is in them is computed (`compute.ts`). */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Tx } from '#base/db/database.ts'
import { announce } from '#base/facts/fact.ts'
import { canonical } from '#base/text/canonical.ts'
import { audit } from '#modules/identity/api.ts'
import type { Audience } from '../audience.ts'
import type { Definition } from '../conditions/condition.ts'
import { segmentChanged } from '../facts.ts'
import { audienceProblems } from '../problems.ts'
import { keepSegmentUses, refuseWhileUsed } from './references.ts'
import { findVersions, getSegment, type Segment } from './segments.sql.ts'

/** More than these nobody looks after, and each is computed every hour. */
export const mostSegments = 500

export interface NewSegment {
  readonly name: string
  readonly note?: string
  readonly kind: 'dynamic' | 'static'
  /** What it is computed from; for a list, what it is filled from once. Left out: a list picked by hand. */
  readonly definition?: Definition
}

/**
 * Makes a segment; it is computed as soon as a worker hears of it (`effects.ts`). Throws `segment_name_taken`, `too_many_segments`,
 * `segment_not_found` for a segment in the definition that is not there, and what `check` throws.
 */
export async function createSegment(
  ctx: Ctx,
  audience: Pick<Audience, 'check'>,
  wanted: NewSegment,
): Promise<Segment> {
  if (wanted.definition) await audience.check(ctx, wanted.definition, ['body', 'definition'])
  return await transact(ctx, async (tx) => {
    await onlyOneWriter(tx)
    await refuseTooMany(tx)
    const made = await tx.db
      .insertInto('segment')
      .values({
        name: wanted.name,
        note: wanted.note ?? '',
        kind: wanted.kind,
        version: wanted.definition ? 1 : null,
        created_at: ctx.now,
        created_by: describeActor(ctx.actor),
        changed_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw audienceProblems.segmentNameTaken({ values: { name: wanted.name } })
    if (wanted.definition) await writeVersion(tx, { id: made.id, name: wanted.name }, wanted.definition, 1)
    await announce(tx, segmentChanged, { segmentId: made.id, change: 'made' })
    await audit(tx, 'segment.made', { kind: 'segment', id: made.id }, { ...wanted })
    return await getSegment(tx, made.id)
  })
}

export interface SegmentChange {
  readonly name?: string
  readonly note?: string
  readonly definition?: Definition
  /** The version that the changer saw: when it is another by now, nothing is changed. */
  readonly seenVersion?: number | null
}

/**
 * Changes name, note or definition; another definition is another version. Throws `segment_changed_meanwhile`,
 * `segment_name_taken`, `segment_is_static` for a definition of a list, `segment_circle`, and what `check` throws.
 */
export async function changeSegment(
  ctx: Ctx,
  audience: Pick<Audience, 'check'>,
  id: Id,
  change: SegmentChange,
): Promise<Segment> {
  return await transact(ctx, async (tx) => {
    await onlyOneWriter(tx)
    const before = await getSegment(tx, id)
    if (change.definition)
      await audience.check(tx, change.definition, ['body', 'definition'], { ofSegment: id })
    if (change.seenVersion !== undefined && change.seenVersion !== before.version)
      throw audienceProblems.segmentChangedMeanwhile({ values: { version: before.version ?? 0 } })
    const redefined = change.definition !== undefined && !same(change.definition, before.definition)
    if (redefined && before.kind === 'static') throw audienceProblems.segmentIsStatic()
    const name = change.name ?? before.name
    const note = change.note ?? before.note
    if (!redefined && name === before.name && note === before.note) return before
    await refuseTakenName(tx, name, id)
    await tx.db.updateTable('segment').set({ name, note, changed_at: ctx.now }).where('id', '=', id).execute()
    if (redefined && change.definition) await redefine(tx, { ...before, name }, change.definition)
    else if (name !== before.name)
      await tx.db
        .updateTable('segment_use')
        .set({ name })
        .where('used_by', '=', 'segment')
        .where('object_id', '=', id)
        .execute()
    await announce(tx, segmentChanged, { segmentId: id, change: redefined ? 'redefined' : 'changed' })
    await audit(tx, 'segment.changed', { kind: 'segment', id }, { ...change, name, note })
    return await getSegment(tx, id)
  })
}

/** Makes an earlier definition the current one again, as a version of its own. Throws `segment_version_not_found`. */
export async function restoreVersion(
  ctx: Ctx,
  audience: Pick<Audience, 'check'>,
  id: Id,
  number: number,
): Promise<Segment> {
  return await transact(ctx, async (tx) => {
    await onlyOneWriter(tx)
    const segment = await getSegment(tx, id)
    if (segment.kind === 'static') throw audienceProblems.segmentIsStatic()
    const version = (await findVersions(tx, id)).find((each) => each.number === number)
    if (!version) throw audienceProblems.segmentVersionNotFound()
    // What could be asked then may be gone by now: a field removed, a group closed.
    await audience.check(tx, version.definition, ['definition'], { ofSegment: id })
    if (same(version.definition, segment.definition)) return segment
    await redefine(tx, segment, version.definition, number)
    await announce(tx, segmentChanged, { segmentId: id, change: 'redefined' })
    await audit(tx, 'segment.restored', { kind: 'segment', id }, { version: number })
    return await getSegment(tx, id)
  })
}

/** Removes a segment with its members and history. Throws `segment_in_use`. */
export async function removeSegment(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    await onlyOneWriter(tx)
    const segment = await getSegment(tx, id)
    await refuseWhileUsed(tx, id)
    await keepSegmentUses(tx, { by: 'segment', id, name: segment.name, path: pathOf(id) }, undefined)
    await tx.db.deleteFrom('segment').where('id', '=', id).execute()
    await announce(tx, segmentChanged, { segmentId: id, change: 'removed' })
    await audit(
      tx,
      'segment.removed',
      { kind: 'segment', id },
      { name: segment.name, members: segment.members },
    )
  })
}

export const pathOf = (id: Id) => `/segments/${id}`

async function redefine(
  ctx: Ctx & { readonly db: Tx },
  segment: Pick<Segment, 'id' | 'name' | 'version'>,
  definition: Definition,
  restoredFrom: number | null = null,
): Promise<void> {
  const version = (segment.version ?? 0) + 1
  await writeVersion(ctx, segment, definition, version, restoredFrom)
  await ctx.db
    .updateTable('segment')
    .set({ version, changed_at: ctx.now, failure: null })
    .where('id', '=', segment.id)
    .execute()
}

async function writeVersion(
  ctx: Ctx,
  { id, name }: Pick<Segment, 'id' | 'name'>,
  definition: Definition,
  number: number,
  restoredFrom: number | null = null,
): Promise<void> {
  await ctx.db
    .insertInto('segment_version')
    .values({
      segment_id: id,
      number,
      definition: JSON.stringify(definition),
      restored_from: restoredFrom,
      made_at: ctx.now,
      made_by: describeActor(ctx.actor),
    })
    .execute()
  await keepSegmentUses(ctx, { by: 'segment', id, name, path: pathOf(id) }, definition)
}

/** Writers wait for each other: circles and the limit are about all segments together, and changes are rare. */
const onlyOneWriter = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtext('audience.segments'))`.execute(ctx.db)

async function refuseTooMany(ctx: Ctx): Promise<void> {
  const { count } = await ctx.db
    .selectFrom('segment')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostSegments)
    throw audienceProblems.tooManySegments({ values: { limit: mostSegments } })
}

async function refuseTakenName(ctx: Ctx, name: string, id: Id): Promise<void> {
  const other = await ctx.db
    .selectFrom('segment')
    .select('id')
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (other) throw audienceProblems.segmentNameTaken({ values: { name } })
}

/** Equal as conditions. */
const same = (a: Definition, b: Definition | null): boolean => b !== null && canonical(a) === canonical(b)
