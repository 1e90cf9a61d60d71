/**
 * Versions of an RFM model: one draft at most, and published ones of which the highest is in force.
 * Until somebody publishes, what we ship is in force; it becomes version 1 when it is first computed with.
 */
import { type RawBuilder, sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { contributionPreset } from '../contribution/preset.ts'
import { type Kind, purchasePreset, type RfmDefinition, rfmDefinition } from './model.ts'
import { rfmModelChanged } from './rfm.facts.ts'
import { rfmProblems } from './rfm.problems.ts'

export interface RfmVersion {
  /** Null: shipped, and not computed with yet. */
  readonly id: Id | null
  /** Null: the draft. */
  readonly number: number | null
  readonly definition: RfmDefinition
  readonly note: string
  readonly at: Date | null
  /** As the log names actors. */
  readonly by: string
}

export const presetOf = (kind: Kind): RfmDefinition =>
  kind === 'purchase' ? purchasePreset : contributionPreset

const versionsOf = (ctx: Ctx, kind: Kind) =>
  ctx.db
    .selectFrom('rfm_version')
    .select([
      'id',
      'number',
      sql<unknown>`definition`.as('definition'),
      'note',
      sql<Date>`coalesce(published_at, saved_at)`.as('at'),
      sql<string>`coalesce(published_by, saved_by)`.as('by'),
    ])
    .where('kind', '=', kind)

const read = (row: Omit<RfmVersion, 'definition'> & { definition: unknown }): RfmVersion => ({
  ...row,
  definition: rfmDefinition.parse(row.definition),
})

/** The version in force. */
export async function getInForce(ctx: Ctx, kind: Kind): Promise<RfmVersion> {
  const row = await versionsOf(ctx, kind)
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row) return read(row)
  return { id: null, number: 1, definition: presetOf(kind), note: '', at: null, by: 'system:setup' }
}

export async function findDraft(ctx: Ctx, kind: Kind): Promise<RfmVersion | undefined> {
  const row = await versionsOf(ctx, kind).where('number', 'is', null).executeTakeFirst()
  return row && read(row)
}

/** Published versions, newest first, at most a hundred. */
export async function findVersions(ctx: Ctx, kind: Kind): Promise<RfmVersion[]> {
  const rows = await versionsOf(ctx, kind)
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
  return rows.length > 0 ? rows.map(read) : [await getInForce(ctx, kind)]
}

/** The version in force as a row, for what is computed with it to point at. */
export async function keepInForce(ctx: Ctx, kind: Kind): Promise<RfmVersion & { readonly id: Id }> {
  const version = await getInForce(ctx, kind)
  if (version.id !== null) return { ...version, id: version.id }
  const by = 'system:setup'
  await ctx.db
    .insertInto('rfm_version')
    .values({ ...savedBy(kind, version.definition, by, ctx.now), number: 1, ...publishedBy(by, ctx.now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return await keepInForce(ctx, kind)
}

const savedBy = (kind: Kind, definition: RfmDefinition, by: string, at: Date) => ({
  kind,
  definition: JSON.stringify(definition),
  saved_at: at,
  saved_by: by,
})
const publishedBy = (by: string, at: Date) => ({ published_at: at, published_by: by })

/** Keeps a draft, in place of the one there was. */
export const saveDraft = (ctx: Ctx, kind: Kind, definition: RfmDefinition): Promise<void> =>
  transact(ctx, async (tx) => {
    const saved = savedBy(kind, definition, describeActor(ctx.actor), ctx.now)
    await tx.db
      .insertInto('rfm_version')
      .values(saved)
      .onConflict((conflict) =>
        conflict.column('kind').where('number', 'is', null).doUpdateSet(withoutKind(saved)),
      )
      .execute()
    await announce(tx, rfmModelChanged, { kind, change: 'drafted' })
    await audit(tx, 'rfm.drafted', { kind: 'rfm', id: kind })
  })

const withoutKind = ({ kind: _, ...rest }: ReturnType<typeof savedBy>) => rest

/** Throws the draft away. */
export const discardDraft = (ctx: Ctx, kind: Kind): Promise<void> =>
  transact(ctx, async (tx) => {
    const gone = await tx.db
      .deleteFrom('rfm_version')
      .where('kind', '=', kind)
      .where('number', 'is', null)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw rfmProblems.noDraft()
    await announce(tx, rfmModelChanged, { kind, change: 'discarded' })
    await audit(tx, 'rfm.draft_discarded', { kind: 'rfm', id: kind })
  })

/** Puts the draft in force. Resolves to its number; computing with it is a job of its own. */
export const publishDraft = (ctx: Ctx, kind: Kind, note: string): Promise<number> =>
  transact(ctx, async (tx) => {
    // What was in force without a row gets one first, so that the draft is not taken for the first.
    const before = await keepInForce(tx, kind)
    const next: RawBuilder<number> = sql`(select max(number) + 1 from rfm_version where kind = ${kind})`
    const published = await tx.db
      .updateTable('rfm_version')
      .set({ number: next, note, ...publishedBy(describeActor(ctx.actor), ctx.now) })
      .where('kind', '=', kind)
      .where('number', 'is', null)
      .returning('number')
      .executeTakeFirst()
    if (!published?.number) throw rfmProblems.noDraft()
    await announce(tx, rfmModelChanged, { kind, change: 'published' })
    await audit(
      tx,
      'rfm.published',
      { kind: 'rfm', id: kind },
      { number: [before.number, published.number], note },
    )
    return published.number
  })
