/** What notices keep about a member, and what becomes of it. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { defineMessages } from '#base/i18n/messages.ts'

const words = defineMessages({
  notices: { zh: '收到的通知与通知设置', en: 'Notices and what you chose about them' },
  noticesKept: {
    zh: '已读通知保留 90 天，未读保留 180 天，送达记录保留 30 天；注销时全部删除',
    en: 'Read notices are kept 90 days, unread ones 180, the record of deliveries 30; all go with the account',
  },
})

const tables = [
  'notice',
  'notice_wish',
  'notice_time',
  'push_subscription',
  'push_delivery',
  'digest_mail',
] as const

export const noticeData: PersonalData = {
  name: 'engage.notices',
  label: words.notices,
  kept: words.noticesKept,
  tables,
  copy: async (ctx, memberId) => {
    const of = async (query: RawBuilder<unknown>) => (await query.execute(ctx.db)).rows
    return {
      notices: await of(sql`
        select source, latest_at as at, count, read_at as "readAt", archived_at as "archivedAt" from notice
         where member_id = ${memberId}::bigint order by latest_at desc limit 10000`),
      wishes: await of(sql`
        select source, channel, wanted, changed_at as "changedAt" from notice_wish
         where member_id = ${memberId}::bigint order by source, channel limit 1000`),
      times: await of(sql`
        select paused_until as "pausedUntil", quiet, quiet_from as "quietFrom", quiet_to as "quietTo", digest,
               digest_hour as "digestHour", digest_day as "digestDay"
          from notice_time where member_id = ${memberId}::bigint`),
      browsers: await of(sql`
        select device, service, created_at as "createdAt", used_at as "usedAt" from push_subscription
         where member_id = ${memberId}::bigint order by id limit 100`),
      pushes: await of(sql`
        select source, state, reason, created_at as at from push_delivery
         where member_id = ${memberId}::bigint order by id desc limit 10000`),
      digests: await of(sql`
        select day::text as day, notices from digest_mail where member_id = ${memberId}::bigint order by id desc limit 1000`),
    }
  },
  erase: async (ctx, memberId) => {
    for (const table of tables)
      await sql`delete from ${sql.table(table)} where member_id = ${memberId}::bigint`.execute(ctx.db)
    // Others' notices go on counting him; who he was stands in them no more.
    await sql`
      update notice set actor_ids = array_remove(actor_ids, ${memberId}::bigint)
       where actor_ids @> array[${memberId}::bigint]`.execute(ctx.db)
  },
  merge: async (ctx, from, into) => ({
    notices: await move(
      ctx,
      from,
      into,
      'notice',
      sql`exists (select from notice o where o.member_id = ${into}::bigint and o.source = mine.source
        and o.bundle = mine.bundle and o.read_at is null and o.archived_at is null)
        and mine.read_at is null and mine.archived_at is null`,
    ),
    browsers: await move(ctx, from, into, 'push_subscription', sql`false`),
    pushes: await move(ctx, from, into, 'push_delivery', sql`false`),
    digests: await move(
      ctx,
      from,
      into,
      'digest_mail',
      sql`exists (select from digest_mail o where o.member_id = ${into}::bigint and o.day = mine.day)`,
    ),
    wishes: await moveWishes(ctx, from, into),
    times: await moveTimes(ctx, from, into),
  }),
  unmerge: async (ctx, from, into, moved) => {
    const back = async (table: string, name: string) =>
      await sql`update ${sql.table(table)} set member_id = ${from}::bigint
        where member_id = ${into}::bigint and id = any(${listOf(moved[name])}::bigint[])`.execute(ctx.db)
    // An unread bundle that both have by now stays where it is.
    await sql`update notice as mine set member_id = ${from}::bigint
      where mine.member_id = ${into}::bigint and mine.id = any(${listOf(moved.notices)}::bigint[])
        and (mine.read_at is not null or mine.archived_at is not null or not exists (select from notice o
          where o.member_id = ${from}::bigint and o.source = mine.source and o.bundle = mine.bundle
            and o.read_at is null and o.archived_at is null))`.execute(ctx.db)
    await back('push_subscription', 'browsers')
    await back('push_delivery', 'pushes')
    await sql`update digest_mail as mine set member_id = ${from}::bigint
      where mine.member_id = ${into}::bigint and mine.id = any(${listOf(moved.digests)}::bigint[])
        and not exists (select from digest_mail o where o.member_id = ${from}::bigint and o.day = mine.day)`.execute(
      ctx.db,
    )
    for (const key of listOf(moved.wishes)) {
      const [source, channel] = key.split(' ')
      await sql`update notice_wish set member_id = ${from}::bigint where member_id = ${into}::bigint
        and source = ${source} and channel = ${channel}
        and not exists (select from notice_wish o where o.member_id = ${from}::bigint and o.source = ${source}
          and o.channel = ${channel})`.execute(ctx.db)
    }
    if (moved.times === true)
      await sql`update notice_time set member_id = ${from}::bigint where member_id = ${into}::bigint
        and not exists (select from notice_time o where o.member_id = ${from}::bigint)`.execute(ctx.db)
  },
}

const listOf = (kept: unknown): string[] =>
  Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string') : []

async function move(ctx: Ctx, from: Id, into: Id, table: string, unless: RawBuilder<unknown>): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    update ${sql.table(table)} as mine set member_id = ${into}::bigint
     where mine.member_id = ${from}::bigint and not (${unless}) returning mine.id::text as id`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** Where both chose, the one who remains keeps his choice. */
async function moveWishes(ctx: Ctx, from: Id, into: Id): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    update notice_wish as mine set member_id = ${into}::bigint
     where mine.member_id = ${from}::bigint and not exists (select from notice_wish o
       where o.member_id = ${into}::bigint and o.source = mine.source and o.channel = mine.channel)
    returning mine.source || ' ' || mine.channel as key`.execute(ctx.db)
  return rows.map((row) => row.key)
}

async function moveTimes(ctx: Ctx, from: Id, into: Id): Promise<boolean> {
  const moved = await sql`
    update notice_time as mine set member_id = ${into}::bigint
     where mine.member_id = ${from}::bigint
       and not exists (select from notice_time o where o.member_id = ${into}::bigint)`.execute(ctx.db)
  return moved.numAffectedRows === 1n
}
