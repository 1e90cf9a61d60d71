/** One question to the warehouse: by whom, at which moment, within which limits. Made for a request or a job. */
import type { Ctx } from '#base/context.ts'
import { type BoundSql, type Clock, readClock } from '#modules/audience/api.ts'
import { askOnce } from './metrics/remember/share.ts'
import type { InsightParts } from './parts.ts'
import type { Scope } from './shapes.ts'

/** Longest that a person waits for a figure, in seconds; and the most that one query may take in memory. */
const patience = 15
const mostMemoryMiB = 2_048

export interface Asking {
  readonly ctx: Ctx
  readonly clock: Clock
  readonly parts: InsightParts
  /**
   * Rows of a query, cancelled in the warehouse when nobody waits any more. Throws `timeout` for what takes too
   * long, `too_much` for what takes too much memory or has too many rows, `warehouse_unavailable` when it is away.
   */
  query<Row>(
    sql: string,
    params?: Record<string, unknown>,
    /** Most rows of the answer, where more than a hundred thousand are expected. */
    options?: { readonly maxRows?: number },
  ): Promise<Row[]>
  /** The same for figures that many look at: identical questions of the same moment run once, for all who wait. */
  once<Row>(sql: string, params?: Record<string, unknown>): Promise<Row[]>
}

export async function openAsking(
  ctx: Ctx,
  parts: InsightParts,
  signal?: AbortSignal,
  maxSeconds = patience,
): Promise<Asking> {
  const limits = { maxSeconds, maxMemoryMiB: mostMemoryMiB, ...(signal ? { signal } : {}) }
  return {
    ctx,
    clock: await readClock(ctx),
    parts,
    query: (sql, params = {}, options = {}) => parts.warehouse.query(sql, params, { ...limits, ...options }),
    once: (sql, params = {}) => askOnce(parts.warehouse, sql, params, limits),
  }
}

/**
 * Conditions on rows of behaviour (`rowsSql`: each has the columns of `event`) that keep to a scope; `m` is who a row
 * counts for. Throws `condition_invalid` when the scope asks for what is there no more.
 */
export async function scopeSql({ ctx, parts }: Asking, { group, who }: Scope): Promise<Scoped> {
  // To ask is to see: what the reader may not see he may not narrow by.
  if (who) await parts.audience.check(ctx, who, ['question', 'scope', 'who'])
  const members = who ? await parts.audience.sql(ctx, who) : undefined
  return {
    rows: group ? ['group_id = {scope_group:UInt64}'] : [],
    people: members ? [`m IN (SELECT member_id FROM (${members.sql}))`] : [],
    params: { ...(group ? { scope_group: group } : {}), ...(members?.params ?? {}) },
  }
}

export interface Scoped {
  /** Conditions that stand where events are read (columns of `event`). */
  readonly rows: readonly string[]
  /** Conditions that stand around `rowsSql`, where `m` is known. */
  readonly people: readonly string[]
  readonly params: BoundSql['params']
}
