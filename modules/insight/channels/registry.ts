/** The register of channels: what kind each is, whose it is, and at which of them fans are gathered (粉丝阵地). */
import { type RawBuilder, sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { requireColleagues } from '#modules/team/api.ts'
import { channelKeys, findChannels, mostChannels } from '../attribution/channels.ts'
import { channelChanged } from '../facts.ts'
import { insightProblems } from '../problems.ts'
import { type ChannelType, kindOf, type TrafficKind } from './types.ts'

export interface Channel {
  readonly id: Id
  readonly channel: string
  /** Empty: as it is called anyway. */
  readonly name: string
  readonly type: ChannelType
  readonly kind: TrafficKind
  readonly ownerId: Id | null
  readonly ownerName: string | null
  readonly note: string
  readonly classifiedAt: Date
  readonly classifiedByName: string | null
  readonly base: { readonly at: Date; readonly byName: string | null; readonly reason: string } | null
  readonly retiredAt: Date | null
}

const nameOfActor = (actor: RawBuilder<string | null>) => sql<string | null>`(
  select account.name from account where account.id = substring(${actor} from '^account:(\\d+)$')::bigint)`

const channels = (ctx: Ctx) =>
  ctx.db
    .selectFrom('channel as c')
    .leftJoin('account as a', 'a.id', 'c.owner_id')
    .select([
      'c.id',
      'c.channel',
      'c.name',
      sql<ChannelType>`c.type`.as('type'),
      'c.owner_id as ownerId',
      'a.name as ownerName',
      'c.note',
      'c.classified_at as classifiedAt',
      nameOfActor(sql`c.classified_by`).as('classifiedByName'),
      'c.base_at as baseAt',
      nameOfActor(sql`c.base_by`).as('baseByName'),
      'c.base_reason as baseReason',
      'c.retired_at as retiredAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof channels>['executeTakeFirstOrThrow']>>

const asChannel = ({ baseAt, baseByName, baseReason, ...row }: Row): Channel => ({
  ...row,
  kind: kindOf(row.type),
  base: baseAt && { at: baseAt, byName: baseByName, reason: baseReason ?? '' },
})

/** All of them: bases first, then as they were classified. */
export async function findRegister(ctx: Ctx): Promise<Channel[]> {
  const rows = await channels(ctx)
    .orderBy(sql`c.retired_at is not null`)
    .orderBy(sql`c.base_at is null`)
    .orderBy('c.id')
    .limit(mostChannels)
    .execute()
  return rows.map(asChannel)
}

/** Throws `channel_not_found`. */
export async function getChannel(ctx: Ctx, id: Id): Promise<Channel> {
  const row = await channels(ctx).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw insightProblems.channelNotFound()
  return asChannel(row)
}

/** What is said of a channel; what is left out stays as it is. */
export interface ChannelEntry {
  readonly channel: string
  readonly type: ChannelType
  readonly name?: string | undefined
  readonly ownerId?: Id | null | undefined
  readonly note?: string | undefined
}

/**
 * Classifies channels, those that figures know and those that are yet to bring somebody: all of them or none. Throws
 * `owner_unknown`, `channel_name_taken`, `too_many_channels`.
 */
export async function classifyChannels(ctx: Ctx, entries: readonly ChannelEntry[]): Promise<Channel[]> {
  return await transact(ctx, async (tx) => {
    await sql`lock table channel in share row exclusive mode`.execute(tx.db)
    await requireColleagues(
      tx,
      entries.flatMap(({ ownerId }) => ownerId ?? []),
    )
    for (const { channel, type, name, ownerId, note } of entries) {
      if (name) await requireFreeName(tx, channel, name)
      const said = {
        type,
        ...(name === undefined ? {} : { name }),
        ...(ownerId === undefined ? {} : { owner_id: ownerId }),
        ...(note === undefined ? {} : { note }),
        changed_at: tx.now,
      }
      await tx.db
        .insertInto('channel')
        .values({ channel, ...said, classified_at: tx.now, classified_by: describeActor(tx.actor) })
        .onConflict((conflict) => conflict.column('channel').doUpdateSet(said))
        .execute()
    }
    const { count } = await tx.db
      .selectFrom('channel')
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
    if (count > mostChannels) throw insightProblems.tooManyChannels({ values: { most: mostChannels } })
    const keys = entries.map(({ channel }) => channel)
    const kept = (await channels(tx).where('c.channel', 'in', keys).orderBy('c.id').execute()).map(asChannel)
    for (const { id } of kept)
      await announce(tx, channelChanged, { how: 'classified' }, { object: { kind: 'channel', id } })
    await audit(tx, 'channel.classified', undefined, { channels: entries })
    return kept
  })
}

/** No two channels are called the same: costs and plans are pasted by name. */
async function requireFreeName(tx: Ctx, channel: string, name: string): Promise<void> {
  const known = await findChannels(tx)
  for (const [called, key] of channelKeys(known))
    if (key !== channel && called.toLowerCase() === name.toLowerCase())
      throw insightProblems.channelNameTaken({ values: { name } })
}

async function change(
  ctx: Ctx,
  id: Id,
  how: 'base_chosen' | 'base_ended' | 'retired' | 'brought_back',
  to: (channel: Channel, tx: Ctx) => object,
  payload: Record<string, unknown> = {},
): Promise<Channel> {
  return await transact(ctx, async (tx) => {
    await tx.db.selectFrom('channel').select('id').where('id', '=', id).forUpdate().execute()
    const before = await getChannel(tx, id)
    await tx.db
      .updateTable('channel')
      .set({ ...to(before, tx), changed_at: tx.now })
      .where('id', '=', id)
      .execute()
    await announce(tx, channelChanged, { how }, { object: { kind: 'channel', id } })
    await audit(tx, `channel.${how}`, { kind: 'channel', id }, { channel: before.channel, ...payload })
    return await getChannel(tx, id)
  })
}

const noBase = { base_at: null, base_by: null, base_reason: null }

/** Fans are to be gathered here, and why; said again, the reason is the new one. Throws `channel_not_found`, `channel_is_retired`. */
export const chooseBase = (ctx: Ctx, id: Id, reason: string): Promise<Channel> =>
  change(
    ctx,
    id,
    'base_chosen',
    ({ retiredAt }, tx) => {
      if (retiredAt) throw insightProblems.channelIsRetired()
      return { base_at: tx.now, base_by: describeActor(tx.actor), base_reason: reason }
    },
    { reason },
  )

/** Throws `channel_not_found`. */
export const endBase = (ctx: Ctx, id: Id): Promise<Channel> => change(ctx, id, 'base_ended', () => noBase)

/** Nobody works on it any more; figures know it as before, and a base it is no longer. Throws `channel_not_found`. */
export const retireChannel = (ctx: Ctx, id: Id): Promise<Channel> =>
  change(ctx, id, 'retired', (_, tx) => ({
    ...noBase,
    retired_at: tx.now,
    retired_by: describeActor(tx.actor),
  }))

/** Throws `channel_not_found`. */
export const bringChannelBack = (ctx: Ctx, id: Id): Promise<Channel> =>
  change(ctx, id, 'brought_back', () => ({ retired_at: null, retired_by: null }))
