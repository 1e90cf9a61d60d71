/** The register of channels over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, moment } from '#base/http/schemas.ts'
import { channelKey, channelNames, findChannels } from '../attribution/channels.ts'
import {
  bringChannelBack,
  type Channel,
  chooseBase,
  classifyChannels,
  endBase,
  findRegister,
  retireChannel,
} from './registry.ts'
import { channelTypes, trafficKinds, typeName } from './types.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')

const channelAnswer = z.object({
  id: z.string(),
  channel: z.string(),
  name: z.string().describe('As people call it'),
  ownName: z.string().describe('The name that somebody gave it; empty: none'),
  type: z.enum(channelTypes),
  typeName: z.string(),
  kind: z.enum(trafficKinds),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  note: z.string(),
  classifiedAt: moment,
  classifiedByName: z.string().nullable(),
  base: z.object({ at: moment, byName: z.string().nullable(), reason: z.string() }).nullable(),
  retiredAt: moment.nullable(),
  can: z.object({ change: z.boolean() }),
})

const present = async (ctx: Ctx, channels: readonly Channel[]): Promise<z.input<typeof channelAnswer>[]> => {
  const nameOf = channelNames(ctx.locale, await findChannels(ctx))
  const change = may(ctx.actor, 'insight.edit')
  return channels.map(({ name, base, classifiedAt, retiredAt, ...rest }) => ({
    ...rest,
    name: nameOf(rest.channel),
    ownName: name,
    typeName: typeName(rest.type, ctx.locale),
    classifiedAt: classifiedAt.toISOString(),
    base: base && { ...base, at: base.at.toISOString() },
    retiredAt: retiredAt?.toISOString() ?? null,
    can: { change },
  }))
}
const presentOne = async (ctx: Ctx, channel: Channel) => (await present(ctx, [channel]))[0]!

const path = '/api/insight/channel-register'
const register = z.object({ items: z.array(channelAnswer), can: z.object({ change: z.boolean() }) })

const reason = z.object({ reason: z.string().trim().min(1).max(300) })
const answer = channelAnswer

export const channelRoutes = [
  route(
    {
      method: 'get',
      path,
      summary: 'List the channels that were classified',
      tag,
      access: read,
      answer: register,
    },
    async (ctx) => ({
      items: await present(ctx, await findRegister(ctx)),
      can: { change: may(ctx.actor, 'insight.edit') },
    }),
  ),
  route(
    {
      method: 'put',
      path,
      summary: 'Classify channels, or change what is said of them',
      tag,
      access: edit,
      body: z.object({
        channels: z
          .array(
            z.object({
              channel: channelKey,
              type: z.enum(channelTypes),
              name: z.string().trim().max(40).optional(),
              ownerId: id.nullable().optional(),
              note: z.string().trim().max(300).optional(),
            }),
          )
          .min(1)
          .max(60),
      }),
      answer: z.object({ items: z.array(channelAnswer) }),
    },
    async (ctx, { body }) => ({ items: await present(ctx, await classifyChannels(ctx, body.channels)) }),
  ),
  route(
    {
      method: 'put',
      path: `${path}/{id}/base`,
      summary: 'Make a channel a base of fans, and say why',
      tag,
      access: edit,
      params: idParams,
      body: reason,
      answer,
    },
    async (ctx, { params, body }) => presentOne(ctx, await chooseBase(ctx, params.id, body.reason)),
  ),
  route(
    {
      method: 'delete',
      path: `${path}/{id}/base`,
      summary: 'Let a channel be a base no longer',
      tag,
      access: edit,
      params: idParams,
      answer,
    },
    async (ctx, { params }) => presentOne(ctx, await endBase(ctx, params.id)),
  ),
  route(
    {
      method: 'put',
      path: `${path}/{id}/retired`,
      summary: 'Retire a channel, or bring it back',
      tag,
      access: edit,
      params: idParams,
      body: z.object({ retired: z.boolean() }),
      answer,
    },
    async (ctx, { params, body }) =>
      presentOne(ctx, await (body.retired ? retireChannel : bringChannelBack)(ctx, params.id)),
  ),
]
