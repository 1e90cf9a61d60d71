import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { cutPage, readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { day, idParams, moment, pageOf, pageQuery, refusal } from '#base/http/schemas.ts'
import { insightProblems } from '../problems.ts'
import { attributionWords as words } from './attribution.messages.ts'
import {
  arrangeChannels,
  channelKey,
  channelKeys,
  channelNames,
  channelRules,
  findChannels,
  presetRules,
} from './channels.ts'
import { type Cost, enterCosts, findCosts, removeCost } from './costs.ts'
import { readPasted } from './paste.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')
const amount = z.int().min(1).max(1_000_000_000_000).describe('Minor units')
const purpose = z.enum(['winning', 'keeping'])

const channelsAnswer = z.object({
  rules: channelRules,
  /** Null: they are those that come with the product. */
  changedAt: moment.nullable(),
  can: z.object({ change: z.boolean() }),
})
const presentChannels = async (ctx: Ctx): Promise<z.input<typeof channelsAnswer>> => {
  const { rules, changed } = await findChannels(ctx)
  return {
    rules: [...rules],
    changedAt: changed?.at.toISOString() ?? null,
    can: { change: may(ctx.actor, 'insight.edit') },
  }
}

const costAnswer = z.object({
  id: z.string(),
  channel: z.string(),
  name: z.string(),
  firstDay: day,
  lastDay: day,
  amount,
  purpose,
  note: z.string(),
  enteredAt: moment,
  can: z.object({ remove: z.boolean() }),
})
const presentCost =
  (ctx: Ctx, nameOf: (channel: string) => string) =>
  ({ enteredAt, enteredBy: _, ...cost }: Cost): z.input<typeof costAnswer> => ({
    ...cost,
    name: nameOf(cost.channel),
    enteredAt: enteredAt.toISOString(),
    can: { remove: may(ctx.actor, 'insight.edit') },
  })

const namesOf = async (ctx: Ctx) => channelNames(ctx.locale, await findChannels(ctx))

export const attributionRoutes = [
  route(
    {
      method: 'get',
      path: '/api/insight/channels',
      summary: 'See which sources are one channel',
      tag,
      access: read,
      answer: channelsAnswer,
    },
    presentChannels,
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/channels',
      summary: 'Say which sources are one channel',
      tag,
      access: edit,
      body: z.object({ rules: channelRules }),
      answer: channelsAnswer,
    },
    async (ctx, { body }) => {
      await arrangeChannels(ctx, body.rules)
      return await presentChannels(ctx)
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/insight/channels/presets',
      summary: 'See the channels that come with the product',
      tag,
      access: read,
      answer: z.object({ rules: channelRules }),
    },
    async (ctx) => ({ rules: presetRules(ctx.locale) }),
  ),
  route(
    {
      method: 'get',
      path: '/api/insight/channel-costs',
      summary: 'List what was spent on channels',
      tag,
      access: read,
      query: pageQuery,
      answer: pageOf(costAnswer),
    },
    async (ctx, { query: { cursor, limit } }) => {
      const before = readCursor('insight.costs', cursor)?.id
      const found = await findCosts(ctx, { before, limit })
      const { items, next } = cutPage(found, limit, ({ id }) => ({ value: '', id }))
      return {
        items: items.map(presentCost(ctx, await namesOf(ctx))),
        next: writeCursor('insight.costs', next),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/channel-costs',
      summary: 'Enter what was spent on a channel',
      tag,
      access: edit,
      idempotency: 'required',
      body: z
        .object({
          channel: channelKey,
          firstDay: day,
          lastDay: day,
          amount,
          purpose: purpose.default('winning'),
          note: z.string().trim().max(200).default(''),
        })
        .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
          ...refusal(words.backwards),
          path: ['lastDay'],
        }),
      status: 201,
      answer: costAnswer,
    },
    async (ctx, { body }) => {
      const [cost] = await enterCosts(ctx, [body])
      return presentCost(ctx, await namesOf(ctx))(cost!)
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/channel-costs/pasted',
      summary: 'Enter what was spent on channels from a spreadsheet',
      tag,
      access: edit,
      idempotency: 'required',
      body: z.object({ text: z.string().min(1).max(100_000) }),
      status: 201,
      answer: z.object({ entered: z.int() }),
    },
    async (ctx, { body }) => {
      const { costs, wrong } = await readPasted(body.text, channelKeys(await findChannels(ctx)), ctx.locale)
      if (wrong.length > 0)
        throw insightProblems.costsUnreadable({
          values: { count: wrong.length },
          fields: wrong.map((message) => ({ path: 'body.text', message })),
        })
      if (costs.length > 0) await enterCosts(ctx, costs)
      return { entered: costs.length }
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/insight/channel-costs/{id}',
      summary: 'Remove what was spent on a channel',
      tag,
      access: edit,
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeCost(ctx, params.id)
      return undefined
    },
  ),
]
