/** The community's zone, and which day it is there. */
import type { Ctx } from '#base/context.ts'
import { type Day, dayOf } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'

export const zoneOf = async (ctx: Ctx): Promise<string> =>
  (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'

export const today = async (ctx: Ctx): Promise<Day> => dayOf(ctx.now, await zoneOf(ctx))
