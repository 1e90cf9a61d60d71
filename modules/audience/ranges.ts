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

/** All ids of members, cut into ranges of `size` of them. */
export async function* rangesOf(ctx: Ctx, size: number): AsyncGenerator<Range> {
  let low: Id = '1'
  for (;;) {
    const { rows } = await sql<{ last: Id | null }>`
      select max(id)::text as last
        from (select id from member where id >= ${low}::bigint order by id limit ${size}) as next`.execute(
      ctx.db,
    )
    const last = rows[0]?.last
    if (!last) return
    yield [low, last]
    low = String(BigInt(last) + 1n)
  }
}
