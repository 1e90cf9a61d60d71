/** Who fits which stages, in one query: the conditions of all of them side by side, a bit each. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience, BoundSql } from '../audience.ts'
import { apart } from '../conditions/set/apart.ts'
import type { LifeDefinition } from './model.ts'

/** Everybody of the type of user: ids ascending, and for each a bit per stage that he fits. */
export interface Fitting {
  readonly ids: Float64Array
  readonly masks: Uint16Array
}

export async function fittingSql(
  ctx: Ctx,
  audience: Pick<Audience, 'sql'>,
  definition: LifeDefinition,
): Promise<BoundSql> {
  const asked = [definition.who, ...definition.stages.map((stage) => stage.when)]
  const branches: string[] = []
  const params: Record<string, unknown> = {}
  for (const [place, condition] of asked.entries()) {
    // Each condition numbers its parameters from the start; side by side they need names of their own.
    const bound = apart(await audience.sql(ctx, condition), `c${place}`)
    branches.push(`SELECT toUInt64(member_id) AS member, toUInt16(${2 ** place}) AS bit FROM (${bound.sql})`)
    Object.assign(params, bound.params)
  }
  return {
    sql: `SELECT mask, arraySort(groupArray(toFloat64(member))) AS members
      FROM (SELECT member, groupBitOr(bit) AS mask FROM (${branches.join('\n UNION ALL ')}) GROUP BY member)
     WHERE bitAnd(mask, 1) = 1 GROUP BY mask`,
    params,
  }
}

/** Throws what the warehouse throws. About ten bytes a member. */
export async function findFitting(
  ctx: Ctx,
  { query }: Pick<Parts['warehouse'], 'query'>,
  audience: Pick<Audience, 'sql'>,
  definition: LifeDefinition,
): Promise<Fitting> {
  const { sql, params } = await fittingSql(ctx, audience, definition)
  const rows = await query<{ mask: number; members: number[] }>(sql, params, { maxSeconds: 120 })
  const ids = new Float64Array(rows.reduce((sum, row) => sum + row.members.length, 0))
  const masks = new Uint16Array(ids.length)
  // The lists are sorted; the smallest head goes next.
  const heads = rows.map(() => 0)
  for (let at = 0; at < ids.length; at++) {
    let next = -1
    for (let list = 0; list < rows.length; list++) {
      const head = rows[list]!.members[heads[list]!]
      if (head !== undefined && (next < 0 || head < rows[next]!.members[heads[next]!]!)) next = list
    }
    ids[at] = rows[next]!.members[heads[next]!++]!
    masks[at] = Number(rows[next]!.mask) >> 1
  }
  return { ids, masks }
}

/** Those with ids from `low` to `high`, as `[id, mask]`. */
export function between({ ids, masks }: Fitting, low: Id, high: Id): (readonly [Id, number])[] {
  const found: (readonly [Id, number])[] = []
  for (let at = firstNotBelow(ids, Number(low)); at < ids.length && ids[at]! <= Number(high); at++)
    found.push([String(ids[at]), masks[at]!])
  return found
}

function firstNotBelow(ids: Float64Array, wanted: number): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ids[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
