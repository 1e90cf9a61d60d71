/** What a member wants to hear of, by which channel and at which hours. */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import {
  type NoticeChannel,
  type NoticeSource,
  noticeChannels,
  noticeTabs,
} from '#base/declarations/notices.ts'
import type { Message } from '#base/i18n/messages.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { wants } from '../inbox/telling.ts'
import type { EngageParts } from '../parts.ts'
import { engageProblems } from '../problems.ts'
import type { Sources } from '../sources.ts'

export const digestWays = ['off', 'daily', 'weekly'] as const
export type DigestWay = (typeof digestWays)[number]

export interface KindWishes {
  readonly source: NoticeSource
  readonly section: Message
  readonly channels: Readonly<Record<NoticeChannel, boolean>>
}

/** Every kind of notice with what holds for the member: what people say to him first, decisions last. */
export async function findWishes(ctx: Ctx, sources: Sources, memberId: Id): Promise<readonly KindWishes[]> {
  const rows = await ctx.db
    .selectFrom('notice_wish')
    .select(['source', 'channel', 'wanted'])
    .where('member_id', '=', memberId)
    .execute()
  const chosen = Map.groupBy(rows, (row) => row.source)
  const order = (source: NoticeSource) => noticeTabs.indexOf(source.tab)
  const all = sources.all().toSorted((a, b) => order(a) - order(b))
  return all.map((source) => {
    const wishes = Object.fromEntries((chosen.get(source.name) ?? []).map((row) => [row.channel, row.wanted]))
    const channels = Object.fromEntries(
      noticeChannels.map((channel) => [channel, wants(source, wishes, channel)]),
    ) as Record<NoticeChannel, boolean>
    return { source, section: source.section, channels }
  })
}

/**
 * Sets one wish. Throws `kind_unknown`, and `kind_always` when a decision about oneself should leave the inbox.
 */
export async function setWish(
  ctx: Ctx,
  parts: Pick<EngageParts, 'live' | 'sources'>,
  memberId: Id,
  {
    kind,
    channel,
    wanted,
  }: { readonly kind: string; readonly channel: NoticeChannel; readonly wanted: boolean },
): Promise<void> {
  const source = parts.sources.find(kind)
  if (!source) throw engageProblems.kindUnknown()
  if (source.always && channel === 'inbox' && !wanted) throw engageProblems.kindAlways()
  await transact(ctx, async (tx) => {
    const values = { wanted, changed_at: ctx.now }
    await tx.db
      .insertInto('notice_wish')
      .values({ member_id: memberId, source: kind, channel, ...values })
      .onConflict((conflict) => conflict.columns(['member_id', 'source', 'channel']).doUpdateSet(values))
      .execute()
    await tellSettings(tx, parts, memberId)
  })
}

export interface Times {
  readonly pausedUntil: Date | null
  readonly quiet: boolean
  /** Minutes of the day in his own time zone. */
  readonly quietFrom: number
  readonly quietTo: number
  readonly digest: DigestWay
  readonly digestHour: number
  /** 1 Monday … 7 Sunday. */
  readonly digestDay: number
}

export const usualTimes: Times = {
  pausedUntil: null,
  quiet: true,
  quietFrom: 22 * 60,
  quietTo: 8 * 60,
  digest: 'daily',
  digestHour: 8,
  digestDay: 1,
}

/** The hours of the member, and the time zone that they are told in. */
export async function findTimes(ctx: Ctx, memberId: Id): Promise<Times & { readonly zone: string }> {
  const row = await ctx.db
    .selectFrom('member as m')
    .leftJoin('account as a', 'a.id', 'm.account_id')
    .leftJoin('notice_time as t', 't.member_id', 'm.id')
    .select([
      'a.time_zone as zone',
      't.paused_until as pausedUntil',
      't.quiet',
      't.quiet_from as quietFrom',
      't.quiet_to as quietTo',
      't.digest',
      't.digest_hour as digestHour',
      't.digest_day as digestDay',
    ])
    .where('m.id', '=', memberId)
    .executeTakeFirstOrThrow()
  const zone = row.zone ?? (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
  return {
    zone,
    pausedUntil: row.pausedUntil,
    quiet: row.quiet ?? usualTimes.quiet,
    quietFrom: row.quietFrom ?? usualTimes.quietFrom,
    quietTo: row.quietTo ?? usualTimes.quietTo,
    digest: (row.digest as DigestWay | null) ?? usualTimes.digest,
    digestHour: row.digestHour ?? usualTimes.digestHour,
    digestDay: row.digestDay ?? usualTimes.digestDay,
  }
}

/** Changes what is named, and leaves the rest as it is. */
export async function setTimes(
  ctx: Ctx,
  parts: Pick<EngageParts, 'live'>,
  memberId: Id,
  change: Partial<Times>,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const named = {
      ...(change.pausedUntil === undefined ? {} : { paused_until: change.pausedUntil }),
      ...(change.quiet === undefined ? {} : { quiet: change.quiet }),
      ...(change.quietFrom === undefined ? {} : { quiet_from: change.quietFrom }),
      ...(change.quietTo === undefined ? {} : { quiet_to: change.quietTo }),
      ...(change.digest === undefined ? {} : { digest: change.digest }),
      ...(change.digestHour === undefined ? {} : { digest_hour: change.digestHour }),
      ...(change.digestDay === undefined ? {} : { digest_day: change.digestDay }),
      changed_at: ctx.now,
    }
    await tx.db
      .insertInto('notice_time')
      .values({ member_id: memberId, ...named })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet(named))
      .execute()
    await tellSettings(tx, parts, memberId)
  })
}

const tellSettings = (tx: Ctx, { live }: Pick<EngageParts, 'live'>, memberId: Id) =>
  live.publish(tx, [['member', memberId, 'notice-settings']])
