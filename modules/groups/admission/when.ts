/** A moment in words of the reader, in the community's zone. */
import type { Ctx } from '#base/context.ts'
import { findCommunity } from '#modules/identity/api.ts'

export async function whenSaid(ctx: Ctx, moment: Date): Promise<string> {
  const community = await findCommunity(ctx)
  return new Intl.DateTimeFormat(ctx.locale, {
    timeZone: community?.time_zone ?? 'UTC',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment)
}
