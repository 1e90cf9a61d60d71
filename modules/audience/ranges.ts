/** What computations over all members share: the day that it is, and ids cut into ranges. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { dayOf } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'

/** Ids from the first to the second, both included. */
export type Range = readonly [Id, Id]

/** The day that it is where the community lives. */
export async function findToday(ctx: Ctx): Promise<string> {
  return dayOf(ctx.now, (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai')
}

/** Ids of members, all or those within a range, cut into ranges of `size` of them. */
export async function* rangesOf(ctx: Ctx, size: number, within?: Range): AsyncGenerator<Range> {
  let low: Id = within?.[0] ?? '1'
  for (;;) {
    const { rows } = await sql<{ last: Id | null }>`
      select max(id)::text as last
        from (select id from member where id >= ${low}::bigint and id <= ${within?.[1] ?? mostId}::bigint
               order by id limit ${size}) as next`.execute(ctx.db)
    const last = rows[0]?.last
    if (!last) return
    yield [low, last]
    low = String(BigInt(last) + 1n)
  }
}

const mostId: Id = '9223372036854775807'

/** Members of one transaction where who is kept is compared with who fits. */
export const sliceSize = 10_000

/**
 * Where the next slice of a comparison ends, so that no more than `size` come and no more than `size` go: the
 * id up to which both lists are complete. Undefined when what is left is one slice. Both lists ascend.
 */
export function endOfSlice(fits: readonly Id[], kept: readonly Id[], size = sliceSize): Id | undefined {
  const ends = [
    ...(fits.length > size ? [fits[size - 1]!] : []),
    ...(kept.length >= size ? [kept[size - 1]!] : []),
  ]
  return ends.sort((a, b) => Number(a) - Number(b))[0]
}

/** The ids of an ascending list that are not above another. */
export const upTo = (ids: readonly Id[], end: Id | undefined): readonly Id[] => {
  if (end === undefined) return ids
  const first = ids.findIndex((id) => Number(id) > Number(end))
  return first < 0 ? ids : ids.slice(0, first)
}
