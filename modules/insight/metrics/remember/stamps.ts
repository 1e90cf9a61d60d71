/**
 * What the warehouse had when a figure was worked out. Events are only ever added, so how many there are of a name on
 * some days says whether a figure over those days is still right: a late event is counted on the day on which it
 * happened. What changes without that (a browser whose owner becomes known, members merged, the tables made anew) is
 * looked at beside it. See docs/decisions/metrics.md.
 */
import type { Ctx } from '#base/context.ts'
import type { Day } from '#base/time/calendar.ts'

/** How many events of each name there are, day by day, and what else figures depend on. */
export interface Stamps {
  /** Of all of them together that happened on the days, both included; `*` is any. */
  count(names: readonly string[], from: Day, to: Day): bigint
  readonly generation: string
  readonly proofs: bigint
  readonly lastProof: bigint
  readonly moves: bigint
  readonly copies: string
  /** Every row there is. */
  readonly log: bigint
}

export interface SinkState {
  /** Rows that are in the warehouse for good. */
  readonly rows: bigint
  /** Whether a batch is on its way, so that part of it may be seen already and part not. */
  readonly busy: boolean
}

export async function readSink(ctx: Ctx): Promise<SinkState> {
  const row = await ctx.db.selectFrom('warehouse_sink').select(['rows', 'plan_tx']).executeTakeFirst()
  return { rows: BigInt(row?.rows ?? 0), busy: row?.plan_tx !== null }
}

/**
 * What is found while nothing or something is on its way: `busy` when a batch may have been half there. What comes
 * after the stamps were found is not in them, so it is seen by the next ones.
 */
export async function whileSinking<T>(
  ctx: Ctx,
  find: () => Promise<T>,
): Promise<SinkState & { readonly found: T }> {
  const before = await readSink(ctx)
  const found = await find()
  const after = await readSink(ctx)
  return { rows: after.rows, busy: before.busy || after.busy || before.rows !== after.rows, found }
}

const moving = ['member.merged_away', 'member.parted']

/** A query of `name`, `day` and `n`; names that begin with @ are no events. */
export const stampsSql = `
  SELECT name, toString(day) AS day, toString(sum(events) + sum(excluded)) AS n FROM event_day
   WHERE name IN {names:Array(String)} GROUP BY name, day
  UNION ALL SELECT '*' AS name, toString(day) AS day, toString(sum(events) + sum(excluded)) AS n FROM event_day
   WHERE {any:Bool} GROUP BY day
  UNION ALL SELECT '@log' AS name, '' AS day, toString(sum(events) + sum(excluded)) AS n FROM event_day
  UNION ALL SELECT '@moves' AS name, '' AS day, toString(sum(events) + sum(excluded)) AS n FROM event_day AS e
   WHERE e.name IN {moving:Array(String)}
  UNION ALL SELECT '@proofs' AS name, toString(max(seq)) AS day, toString(count()) AS n FROM identity
  UNION ALL SELECT '@copies' AS name, toString(max(version)) AS day, toString(count()) AS n FROM member
  UNION ALL SELECT '@generation' AS name, toString(any(generation)) AS day, '0' AS n FROM warehouse_state`

/** A row of `stampsSql`. */
export interface StampRow {
  readonly name: string
  readonly day: string
  readonly n: string
}

export const stampsParams = (names: readonly string[]) => ({
  names: names.filter((name) => name !== '*'),
  any: names.includes('*'),
  moving,
})

export function stampsOf(rows: readonly StampRow[]): Stamps {
  const days = new Map<string, { readonly days: Day[]; readonly upTo: bigint[] }>()
  const others = new Map<string, StampRow>()
  for (const row of [...rows].sort((one, other) => (one.day < other.day ? -1 : 1))) {
    if (row.name.startsWith('@')) {
      others.set(row.name, row)
      continue
    }
    const known = days.get(row.name) ?? { days: [], upTo: [] }
    known.days.push(row.day)
    known.upTo.push((known.upTo.at(-1) ?? 0n) + BigInt(row.n))
    days.set(row.name, known)
  }
  /** Events of a name before a day, or up to it. */
  const before = (name: string, day: Day, included: boolean): bigint => {
    const known = days.get(name)
    if (!known) return 0n
    let low = 0
    let high = known.days.length
    while (low < high) {
      const middle = (low + high) >> 1
      const at = known.days[middle]!
      if (at < day || (included && at === day)) low = middle + 1
      else high = middle
    }
    return low === 0 ? 0n : known.upTo[low - 1]!
  }
  const other = (name: string) => others.get(name)
  return {
    count: (names, from, to) =>
      from > to
        ? 0n
        : names.reduce((sum, name) => sum + before(name, to, true) - before(name, from, false), 0n),
    generation: other('@generation')?.day ?? '',
    proofs: BigInt(other('@proofs')?.n ?? 0),
    lastProof: BigInt(other('@proofs')?.day || 0),
    moves: BigInt(other('@moves')?.n ?? 0),
    copies: `${other('@copies')?.day}.${other('@copies')?.n}`,
    log: BigInt(other('@log')?.n ?? 0),
  }
}

/** Days on which browsers were busy whose owners became known since: their figures of members may have grown. */
export const provedDaysSql = `
  SELECT DISTINCT toString(day) AS day FROM event
   WHERE person AND member_id = 0
     AND anonymous_id GLOBAL IN (SELECT anonymous_id FROM identity WHERE seq > {after:UInt64})`

export const provedCountSql = 'SELECT toString(count()) AS n FROM identity WHERE seq > {after:UInt64}'
