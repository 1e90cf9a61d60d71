/** Counts of calls that all processes share, in PostgreSQL (`rate_window`). */
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { CallWindow } from './window.ts'

/** One counted thing of one call: an account, an address, or everybody, on one route. */
export interface Share {
  readonly key: string
  readonly max: number
}

/** Counts one call for all shares at once or for none. `wait` is 0 when it may pass, else seconds until it could. */
export async function takeExactly(
  db: Database,
  shares: readonly Share[],
  perSeconds: number,
): Promise<{ readonly wait: number; readonly remaining: number }> {
  // Sorted, so that two calls lock rows in the same order.
  const sorted = [...shares].sort((a, b) => (a.key < b.key ? -1 : 1))
  const keys = sorted.map((share) => share.key)
  const maxima = sorted.map((share) => share.max)
  const { rows } = await sql<{ wait: number; remaining: number }>`
    select wait, remaining from rate_take(${keys}::text[], ${maxima}::int[], ${perSeconds}::int)`.execute(db)
  return rows[0]!
}

/** A window whose calls the other processes do not know of yet. */
export interface Unsettled {
  readonly key: string
  readonly perSeconds: number
  readonly window: CallWindow
}

/** Tells PostgreSQL the calls since the last time, and learns those of the other processes. */
export async function settleCounts(db: Database, batch: readonly Unsettled[]): Promise<void> {
  const told = batch
    .map(({ key, perSeconds, window }) => {
      const calls = window.unsettled
      window.unsettled = 0
      return { key, perSeconds, window, calls, slot: window.slot, own: window.own }
    })
    .filter((each) => each.calls > 0)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  if (told.length === 0) return
  try {
    const { rows } = await sql<{ key: string; count: number }>`
      insert into rate_window as w (key, slot, count, expires_at)
      select key, slot, calls, now() + make_interval(secs => 2 * period)
        from unnest(${told.map((each) => each.key)}::text[], ${told.map((each) => each.slot)}::bigint[],
                    ${told.map((each) => each.calls)}::int[], ${told.map((each) => each.perSeconds)}::int[])
          as t (key, slot, calls, period)
      on conflict (key, slot) do update set count = w.count + excluded.count
      returning key, count`.execute(db)
    const totals = new Map(rows.map((row) => [row.key, row.count]))
    for (const { key, window, slot, own } of told) {
      const total = totals.get(key) ?? own
      if (window.slot === slot) window.others = Math.max(0, total - own)
      else if (window.slot === slot + 1) window.previous = Math.max(window.previous, total)
    }
  } catch (error) {
    for (const { window, slot, calls } of told) if (window.slot === slot) window.unsettled += calls
    throw error
  }
}

export async function forgetOldCounts(db: Database): Promise<void> {
  await sql`delete from rate_window where expires_at < now()`.execute(db)
}
