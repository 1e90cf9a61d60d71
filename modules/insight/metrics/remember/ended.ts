/**
 * What was worked out of days that are over, kept whole as long as the log says that nothing came to these days or to
 * earlier ones since. Each process keeps its own, a little of it; what it forgets is worked out again.
 */
import { amending } from '#base/facts/amending.ts'
import type { Day } from '#base/time/calendar.ts'
import type { Asking } from '../../asking.ts'
import { firstDay } from '../spans.ts'
import { type StampRow, stampsOf, stampsParams, stampsSql, whileSinking } from './stamps.ts'

/** Most that is kept: an overview is some ten kilobytes. */
const mostKept = 200
const memories = new WeakMap<object, Map<string, { readonly stamp: string; readonly found: unknown }>>()

/**
 * Works something out, or remembers it. `what` names it with all that is asked; `members`: it also rests on how
 * members are now. It must read the warehouse only, and nothing that happened after the day.
 */
export type Ended = <T>(what: string, work: () => Promise<T>, members?: boolean) => Promise<T>

/** Reads once, in one query, what came up to a day. */
export async function openEnded(asking: Asking, to: Day): Promise<Ended> {
  const { warehouse } = asking.parts
  const facts = Object.keys(amending)
  const { busy, found } = await whileSinking(asking.ctx, () =>
    asking.once<StampRow>(stampsSql, stampsParams(['*', ...facts])),
  )
  const stamps = stampsOf(found)
  // Amounts that are put right, browsers whose owner becomes known and members merged change days to which nothing comes.
  const stamp = [
    stamps.generation,
    stamps.count(['*'], firstDay, to),
    stamps.count(facts, firstDay, '9999-12-31'),
    stamps.proofs,
    stamps.lastProof,
    stamps.moves,
  ].join('|')
  const memory = memories.get(warehouse) ?? new Map()
  memories.set(warehouse, memory)
  return async (what, work, members = false) => {
    const key = `${what} ${to} ${asking.clock.zone}`
    const its = members ? `${stamp}|${stamps.copies}` : stamp
    const kept = memory.get(key)
    if (kept?.stamp === its) return kept.found
    const found = await work()
    memory.delete(key)
    // What was half there while it was counted is counted again.
    if (!busy) memory.set(key, { stamp: its, found })
    while (memory.size > mostKept) memory.delete(memory.keys().next().value!)
    return found
  }
}
