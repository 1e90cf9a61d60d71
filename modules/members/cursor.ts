/** A place in a list as a client carries it: opaque, and only good for the order it was made in. */
import { z } from 'zod'
import { memberProblems } from './problems.ts'

const form = z.tuple([z.string(), z.string().nullable(), z.string().regex(/^[1-9]\d{0,18}$/)])

export interface CursorPlace {
  readonly value: string | null
  readonly id: string
}

export const writeCursor = (order: string, place: CursorPlace | null): string | null =>
  place && Buffer.from(JSON.stringify([order, place.value, place.id])).toString('base64url')

/** Throws `cursor_invalid` for a cursor of another order, or one that we never made. */
export function readCursor(order: string, cursor: string | undefined): CursorPlace | undefined {
  if (cursor === undefined) return undefined
  try {
    const [made, value, id] = form.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    if (made === order) return { value, id }
  } catch {
    // Falls through: whatever is wrong with it, the remedy is the same.
  }
  throw memberProblems.cursorInvalid()
}
