/**
 * A place in a list as a caller carries it: opaque, good only for the order it was made in, and checked
 * before it reaches SQL. Lists are keyset-paged: the next page begins after the value and the id.
 */
import { z } from 'zod'
import { problems } from './problem.ts'
import { id } from './schemas.ts'

export interface Place {
  /** Value of the column that orders, as PostgreSQL wrote it (all digits of a time); null sorts last. */
  readonly value: string | null
  readonly id: string
}

/**
 * A page of rows that were asked for with one too many: at most `limit` of them, and the place of the last when more
 * come after it.
 */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (last: Row) => Place,
): { items: Row[]; next: Place | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? placeOf(last) : null }
}

const form = z.tuple([z.string(), z.string().max(200).nullable(), id])

/** `order` names list and order: `members by joinedAt`. */
export const writeCursor = (order: string, place: Place | null): string | null =>
  place && Buffer.from(JSON.stringify([order, place.value, place.id])).toString('base64url')

/** Throws `cursor_invalid` for the cursor of another order, or one that we never made. */
export function readCursor(order: string, cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined
  try {
    const [made, value, rowId] = form.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    if (made === order) return { value, id: rowId }
  } catch {
    // Whatever is wrong with it, the remedy is the same.
  }
  throw problems.cursorInvalid()
}
