/** About whom and cut by what, ready to stand in statements. */
import { createHash } from 'node:crypto'
import type { Binder } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import type { BrokenDown } from '../breakdown.ts'
import type { Breakdown, Scope } from '../shapes.ts'
import { type Cut, keySql } from './sql/asked.ts'

export interface PreparedScope {
  readonly group?: string
  /** A scalar: a bitmap. */
  readonly who?: string
  readonly cut?: (bind: Binder) => Cut
  /** Most cells of a span. */
  readonly cells?: number
  readonly params: Record<string, unknown>
  /** Equal for equal questions. */
  readonly key: string
  /** Whether it asks for members as they are now. */
  readonly aboutMembers: boolean
}

/** Throws `condition_invalid` for what is there no more, or not for the reader to ask. */
export async function prepareScope({ ctx, parts }: Asking, { group, who }: Scope): Promise<PreparedScope> {
  if (!who) return { ...(group ? { group } : {}), params: {}, key: group ?? '', aboutMembers: false }
  await parts.audience.check(ctx, who, ['question', 'scope', 'who'])
  const { sql, params } = await parts.audience.sql(ctx, who)
  return {
    ...(group ? { group } : {}),
    who: `(SELECT groupBitmapState(toUInt64(member_id)) FROM (${sql}))`,
    params,
    key: print([group, sql, params]),
    aboutMembers: true,
  }
}

/** The same scope, cut, when it is known which values stand by themselves. */
export const cutScope = (
  scope: PreparedScope,
  breakdown: Breakdown,
  { of, sql, params }: BrokenDown,
  tops: readonly string[],
): PreparedScope => ({
  ...scope,
  cut: (bind) =>
    of === 'row'
      ? { of, key: keySql(sql, tops, { bind }), byGroup: breakdown.by === 'group' }
      : { of, pairs: `SELECT m, ${keySql('value', tops, { bind })} AS key FROM (${sql})` },
  cells: tops.length + 2,
  params: { ...scope.params, ...params },
  key: print([scope.key, sql, params, tops]),
  aboutMembers: scope.aboutMembers || of === 'member',
})

const print = (what: unknown) => createHash('sha256').update(JSON.stringify(what)).digest('base64')
