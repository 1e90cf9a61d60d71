/** Why posts and topics are hot, in words: so many people in so many hours, and how much faster than usual. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import { reasons } from './reasons.messages.ts'

export interface Heat {
  readonly people: number
  readonly hours: number
  readonly burst: number
}

/** From this many times as fast as usual it is said. */
const remarkable = 2

/** The sentence; null when too few took part for one. */
export function heatReason(ctx: Ctx, { people, hours, burst }: Heat): string | null {
  if (people < 2) return null
  if (hours <= 6 && burst >= remarkable)
    return render(reasons.burst, ctx.locale, { hours, people, times: Math.round(burst) })
  return hours < 48
    ? render(reasons.people, ctx.locale, { hours, people })
    : render(reasons.peopleDays, ctx.locale, { days: Math.round(hours / 24), people })
}

/** Of these posts, those that have one. */
export async function findHeatReasons(
  ctx: Ctx,
  postIds: readonly Id[],
  wanted = true,
): Promise<ReadonlyMap<Id, string>> {
  if (!wanted || postIds.length === 0) return new Map()
  const { rows } = await sql<Heat & { id: Id; reads: number }>`
    select post_id as id, people, hours, burst, reads from post_heat
     where post_id = any(${[...postIds]}::bigint[])`.execute(ctx.db)
  return new Map(
    rows.flatMap((row) => {
      const words =
        heatReason(ctx, row) ??
        (row.reads >= 5 ? render(reasons.readers, ctx.locale, { people: row.reads }) : null)
      return words === null ? [] : [[row.id, words] as const]
    }),
  )
}
