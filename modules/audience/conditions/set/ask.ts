/** Questions to the warehouse about a compiled condition, each within limits of time and memory. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import type { Warehouse } from '#base/parts.ts'
import type { Copies } from '../../copies/copies.ts'
import type { Resolved } from '../resolve.ts'
import { compile, type Statement } from './compile.ts'

/** The most that a question about all members may take; a million of them need a tenth of the memory. */
const guard = { maxSeconds: 25, maxMemoryMiB: 2_048 } as const
/** Most members of one batch, and of one answer: half a million ids are ten megabytes. */
export const mostOfBatch = 10_000
export const mostOfPage = 500_000

/** Throws `warehouse_unavailable` while the warehouse is not whole: a figure that is wrong is worse than none. */
export async function prepare(
  ctx: Ctx,
  copies: Pick<Copies, 'areWhole'>,
  resolved: Resolved,
): Promise<Statement> {
  if (!(await copies.areWhole(ctx))) throw problems.warehouseUnavailable({ retryAfter: 5 })
  return compile(resolved)
}

export const bitmapOf = (statement: Statement, path = 'who'): string =>
  statement.nodes.get(path) ?? statement.everybody

export const membersSql = (statement: Statement): string =>
  `${statement.prelude()}SELECT arrayJoin(bitmapToArray(${bitmapOf(statement)})) AS member_id`

/** One row of figures over the bitmaps of a statement. Throws `timeout` for what takes too long, or too much. */
export async function ask<Row>(
  warehouse: Pick<Warehouse, 'query'>,
  statement: Statement,
  select: string,
  params: Record<string, unknown> = {},
  signal?: AbortSignal,
): Promise<Row> {
  const [row] = await warehouse.query<Row>(
    `${statement.prelude()}SELECT ${select}`,
    { ...statement.params, ...params },
    { ...guard, ...(signal ? { signal } : {}) },
  )
  return row!
}

/** Ids of a bitmap, ascending, after an id. */
export async function idsAfter(
  warehouse: Pick<Warehouse, 'query'>,
  statement: Statement,
  bitmap: string,
  after: Id,
  limit: number,
  signal?: AbortSignal,
): Promise<Id[]> {
  const { ids } = await ask<{ ids: Id[] }>(
    warehouse,
    statement,
    `${listOf(`bitmapSubsetLimit(${bitmap}, {after:UInt64} + 1, {most:UInt64})`)} AS ids`,
    { after, most: limit },
    signal,
  )
  return ids
}

/** The ids of a bitmap, ascending: small ones keep the order in which they were filled. */
export const listOf = (bitmap: string): string => `arraySort(bitmapToArray(${bitmap}))`

/** Some ids at random; the same seed picks the same. */
export const sampleSql = (bitmap: string): string =>
  `arraySlice(arrayPartialShuffle(${listOf(bitmap)}, {most:UInt64}, {seed:UInt64}), 1, {most:UInt64})`
