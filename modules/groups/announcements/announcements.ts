/** Announcements: pinned, must-read, and who has read them. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Place } from '#base/http/cursor.ts'
import { audit } from '#modules/identity/api.ts'
import { groupAnnounced, groupAnnouncementChanged, groupAnnouncementRead } from '../facts.ts'
import { lockOpenGroup } from '../groups/lock.ts'
import type { Person } from '../memberships/memberships.sql.ts'
import { groupProblems } from '../problems.ts'

export interface AnnouncementWords {
  readonly title: string
  readonly body: string
  readonly pinned: boolean
  readonly mustRead: boolean
}

export interface Announcement extends AnnouncementWords {
  readonly id: Id
  readonly groupId: Id
  readonly publishedAt: Date
  readonly editedAt: Date | null
  /** Name of who wrote it; empty when the account is gone. */
  readonly author: string
  readonly withdrawnAt: Date | null
  /** Present members who have read it, and how many there are. */
  readonly read: number
  readonly members: number
  readonly readByAsker: boolean
}

const announcements = (ctx: Ctx, asker: Id | undefined) =>
  ctx.db
    .selectFrom('announcement as a')
    .innerJoin('community_group as g', 'g.id', 'a.group_id')
    .leftJoin('account', 'account.id', 'a.author_id')
    .select([
      'a.id',
      'a.group_id as groupId',
      'a.title',
      'a.body',
      'a.pinned',
      'a.must_read as mustRead',
      'a.published_at as publishedAt',
      'a.edited_at as editedAt',
      sql<string>`coalesce(account.name, '')`.as('author'),
      'a.withdrawn_at as withdrawnAt',
      sql<number>`(select count(*)::int from announcement_receipt r
        join group_membership s on s.group_id = a.group_id and s.member_id = r.member_id and s.left_at is null
       where r.announcement_id = a.id)`.as('read'),
      'g.member_count as members',
      sql<boolean>`exists (select from announcement_receipt r
        where r.announcement_id = a.id and r.member_id = ${asker ?? null}::bigint)`.as('readByAsker'),
    ])
    .where('a.withdrawn_at', 'is', null)

/** Pinned ones first, then the newest. */
export async function findAnnouncements(
  ctx: Ctx,
  groupId: Id,
  { after, limit, asker }: { after: Place | undefined; limit: number; asker?: Id | undefined },
): Promise<{ items: readonly Announcement[]; next: Place | null }> {
  const place = sql<string>`(case when a.pinned then '1 ' else '0 ' end) || a.published_at::text`
  let query = announcements(ctx, asker).where('a.group_id', '=', groupId).select(place.as('place'))
  if (after) {
    const [pinned, at] = [after.value?.startsWith('1 ') ?? false, after.value?.slice(2) ?? '']
    query = query.where(
      sql<boolean>`(a.pinned, a.published_at, a.id) < (${pinned}, ${at}::timestamptz, ${after.id}::bigint)`,
    )
  }
  const rows = await query
    .orderBy('a.pinned', 'desc')
    .orderBy('a.published_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { value: last.place, id: last.id } : null,
  }
}

/** Throws `announcement_not_found`, also for one that was withdrawn. */
export async function getAnnouncement(ctx: Ctx, id: Id): Promise<Announcement> {
  const found = await announcements(ctx, undefined).where('a.id', '=', id).executeTakeFirst()
  if (!found) throw groupProblems.announcementNotFound()
  return found
}

export async function makeAnnouncement(
  ctx: Ctx,
  groupId: Id,
  words: AnnouncementWords,
): Promise<Announcement> {
  return await transact(ctx, async (tx) => {
    await lockOpenGroup(tx, groupId)
    const { id } = await tx.db
      .insertInto('announcement')
      .values({
        group_id: groupId,
        title: words.title,
        body: words.body,
        pinned: words.pinned,
        must_read: words.mustRead,
        published_at: tx.now,
        published_by: describeActor(tx.actor),
        author_id: tx.actor.kind === 'account' ? tx.actor.accountId : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await announce(tx, groupAnnounced, { announcementId: id, mustRead: words.mustRead }, { groupId })
    await audit(tx, 'group.announced', { kind: 'group', id: groupId }, { title: words.title })
    return await getAnnouncement(tx, id)
  })
}

/** Other words make it unread again for everybody when it must be read. */
export async function changeAnnouncement(
  ctx: Ctx,
  id: Id,
  change: Partial<AnnouncementWords>,
): Promise<Announcement> {
  return await transact(ctx, async (tx) => {
    const before = await lockAnnouncement(tx, id)
    const after = { ...before, ...change }
    const reworded = after.title !== before.title || after.body !== before.body
    await tx.db
      .updateTable('announcement')
      .set({
        title: after.title,
        body: after.body,
        pinned: after.pinned,
        must_read: after.mustRead,
        ...(reworded ? { edited_at: tx.now } : {}),
      })
      .where('id', '=', id)
      .execute()
    if (reworded && after.mustRead)
      await tx.db.deleteFrom('announcement_receipt').where('announcement_id', '=', id).execute()
    await announce(
      tx,
      groupAnnouncementChanged,
      { announcementId: id, withdrawn: false },
      { groupId: before.groupId },
    )
    await audit(
      tx,
      'group.announcement_changed',
      { kind: 'group', id: before.groupId },
      { announcementId: id, reworded },
    )
    return await getAnnouncement(tx, id)
  })
}

export async function withdrawAnnouncement(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await lockAnnouncement(tx, id)
    await tx.db
      .updateTable('announcement')
      .set({ withdrawn_at: tx.now, withdrawn_by: describeActor(tx.actor) })
      .where('id', '=', id)
      .execute()
    await announce(
      tx,
      groupAnnouncementChanged,
      { announcementId: id, withdrawn: true },
      { groupId: before.groupId },
    )
    await audit(
      tx,
      'group.announcement_withdrawn',
      { kind: 'group', id: before.groupId },
      { announcementId: id, title: before.title },
    )
  })
}

async function lockAnnouncement(tx: Ctx, id: Id): Promise<Announcement> {
  const locked = await tx.db
    .selectFrom('announcement')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!locked) throw groupProblems.announcementNotFound()
  return await getAnnouncement(tx, id)
}

/** Keeps that a member has read it; again is no news. Throws `announcement_not_found` for another group's. */
export async function confirmRead(ctx: Ctx, groupId: Id, id: Id, memberId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const found = await getAnnouncement(tx, id)
    if (found.groupId !== groupId) throw groupProblems.announcementNotFound()
    const made = await tx.db
      .insertInto('announcement_receipt')
      .values({ announcement_id: id, member_id: memberId, read_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('member_id')
      .executeTakeFirst()
    if (made) await announce(tx, groupAnnouncementRead, { announcementId: id }, { groupId, memberId })
  })
}

export interface Reader extends Person {
  readonly readAt: Date | null
}

/** Present members who have read it, or who have not; in the order in which they came. */
export async function findReaders(
  ctx: Ctx,
  { id, groupId }: Pick<Announcement, 'id' | 'groupId'>,
  read: boolean,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Reader[]; next: Place | null }> {
  let query = ctx.db
    .selectFrom('group_membership as s')
    .innerJoin('member as m', 'm.id', 's.member_id')
    .leftJoin('file as face', 'face.id', 'm.avatar_file_id')
    .leftJoin('announcement_receipt as r', (join) =>
      join.onRef('r.member_id', '=', 's.member_id').on('r.announcement_id', '=', id),
    )
    .select([
      's.id',
      's.member_id as memberId',
      'm.token',
      'm.nickname',
      'face.token as avatarToken',
      'm.city',
      'r.read_at as readAt',
    ])
    .where('s.group_id', '=', groupId)
    .where('s.left_at', 'is', null)
    .where('r.read_at', read ? 'is not' : 'is', null)
  if (after) query = query.where('s.id', '>', after.id)
  const rows = await query
    .orderBy('s.id')
    .limit(limit + 1)
    .execute()
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { value: null, id: last.id } : null,
  }
}
