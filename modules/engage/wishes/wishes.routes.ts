/** A member's wishes over HTTP. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { noticeChannels } from '#base/declarations/notices.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { moment } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { asker } from '../inbox/inbox.routes.ts'
import type { EngageParts } from '../parts.ts'
import { digestWays, findTimes, findWishes, setTimes, setWish } from './wishes.ts'

const tag = 'Notices'
const minutes = z.int().min(0).max(1_439)
const times = z.object({
  pausedUntil: moment.nullable().describe('No push and no mail until then; the inbox goes on'),
  quiet: z.boolean(),
  quietFrom: minutes.describe('Minutes of the day'),
  quietTo: minutes,
  digest: z.enum(digestWays),
  digestHour: z.int().min(0).max(23),
  digestDay: z.int().min(1).max(7).describe('1 Monday … 7 Sunday, for weekly'),
})

const settings = times.extend({
  zone: z.string(),
  kinds: z.array(
    z.object({
      kind: z.string(),
      label: z.string(),
      because: z.string(),
      section: z.string(),
      always: z.boolean().describe('Cannot leave the inbox'),
      channels: z.object({ inbox: z.boolean(), push: z.boolean(), mail: z.boolean() }),
    }),
  ),
})

async function present(ctx: Ctx, { sources }: EngageParts): Promise<z.input<typeof settings>> {
  const memberId = asker(ctx)
  const { pausedUntil, ...held } = await findTimes(ctx, memberId)
  const say = (message: { zh: string; en: string }) => render(message, ctx.locale)
  return {
    ...held,
    pausedUntil: pausedUntil && pausedUntil > ctx.now ? pausedUntil.toISOString() : null,
    kinds: (await findWishes(ctx, sources, memberId)).map(({ source, channels }) => ({
      kind: source.name,
      label: say(source.label),
      because: say(source.because),
      section: say(source.section),
      always: source.always ?? false,
      channels,
    })),
  }
}

export const wishesRoutes = (parts: EngageParts): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/member/notice-settings',
      summary: 'Read what one wants to hear of, where and when',
      tag,
      access: member,
      answer: settings,
    },
    async (ctx) => await present(ctx, parts),
  ),
  route(
    {
      method: 'patch',
      path: '/api/member/notice-settings',
      summary: 'Change the hours of rest, the pause or the digest',
      tag,
      access: member,
      body: times.partial(),
      answer: settings,
    },
    async (ctx, { body: { pausedUntil, ...change } }) => {
      await setTimes(ctx, parts, asker(ctx), {
        ...change,
        ...(pausedUntil === undefined
          ? {}
          : { pausedUntil: pausedUntil === null ? null : new Date(pausedUntil) }),
      })
      return await present(ctx, parts)
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/member/notice-settings/kinds/{kind}',
      summary: 'Choose a channel for a kind of notice',
      tag,
      access: member,
      params: z.object({ kind: z.string().regex(/^[a-z_]{1,30}\.[a-z_]{1,29}$/) }),
      body: z.object({ channel: z.enum(noticeChannels), wanted: z.boolean() }),
      answer: settings,
    },
    async (ctx, { params, body }) => {
      await setWish(ctx, parts, asker(ctx), { ...params, ...body })
      return await present(ctx, parts)
    },
  ),
]
