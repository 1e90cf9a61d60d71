/** Fits that were kept: the one in force is the newest that says something. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Day } from '#base/time/calendar.ts'
import type { Fit } from './fit.ts'
import { type Fitted, isFitted, type ValueDefinition, valueDefinition } from './model.ts'

export interface ValueVersion {
  readonly id: Id
  readonly asOf: Day
  readonly madeAt: Date
  readonly outcome: Fit['outcome']
  readonly buyers: number
  readonly repeaters: number
  readonly definition: ValueDefinition
}

const versions = (ctx: Ctx) =>
  ctx.db
    .selectFrom('value_model')
    .select([
      'id',
      sql<Day>`as_of::text`.as('asOf'),
      'made_at as madeAt',
      sql<Fit['outcome']>`outcome`.as('outcome'),
      sql<number>`buyers::float8`.as('buyers'),
      sql<number>`repeaters::float8`.as('repeaters'),
      sql<unknown>`definition`.as('definition'),
    ])
    .orderBy('id', 'desc')

const read = (row: Omit<ValueVersion, 'definition'> & { readonly definition: unknown }): ValueVersion => ({
  ...row,
  definition: valueDefinition.parse(row.definition),
})

/** The newest, whatever came of it. */
export async function findNewest(ctx: Ctx): Promise<ValueVersion | undefined> {
  const row = await versions(ctx).limit(1).executeTakeFirst()
  return row && read(row)
}

/** The newest that could be fitted. */
export async function findInForce(
  ctx: Ctx,
): Promise<(ValueVersion & { readonly definition: Fitted }) | undefined> {
  const row = await versions(ctx).where('outcome', '=', 'fitted').limit(1).executeTakeFirst()
  const found = row && read(row)
  return found && isFitted(found.definition) ? { ...found, definition: found.definition } : undefined
}

/** Newest first, at most fifty. */
export async function findVersions(ctx: Ctx): Promise<ValueVersion[]> {
  return (await versions(ctx).limit(50).execute()).map(read)
}

/** The rate that was asked for last. */
export const getDiscount = async (ctx: Ctx): Promise<number | undefined> =>
  (await findNewest(ctx))?.definition.discountPerYear
