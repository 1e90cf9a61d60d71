/** The inbox of one member: what it holds, how much of it is new, reading, putting away, deleting. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { NoticeTab } from '#base/declarations/notices.ts'
import type { Place } from '#base/http/cursor.ts'
import type { EngageParts } from '../parts.ts'
import { engageProblems } from '../problems.ts'
import type { Sources } from '../sources.ts'
import { type NoticeRow, type Shown, showNotices } from './showing.ts'

export interface InboxRow extends NoticeRow {
  readonly tab: NoticeTab
  readonly latestAt: Date
  readonly readAt: Date | null
  readonly archivedAt: Date | null
  /** The moment with all its digits, for the cursor. */
  readonly place: string
}

export type InboxShown = Shown<InboxRow>

export interface InboxFilter {
  readonly tab?: NoticeTab | undefined
  readonly unread?: boolean
  /** Those that were put away instead of the others. */
  readonly archived?: boolean
  readonly after?: Place | undefined
  readonly limit: number
}

/** The most that a badge counts: beyond it one has stopped counting too. */
export const badgeMost = 99

const columns = sql`n.id, n.source, n.tab, n.actor_ids[1:5] as "actorIds", n.actor_ids as "allActors", n.count,
  n.object_kind as "objectKind", n.object_id as "objectId", n.group_id as "groupId", n.props,
  n.latest_at as "latestAt", n.latest_at::text as place, n.read_at as "readAt", n.archived_at as "archivedAt"`

async function readRows(ctx: Ctx, memberId: Id, filter: InboxFilter): Promise<readonly InboxRow[]> {
  const { tab, unread = false, archived = false, after, limit } = filter
  const conditions = [
    sql`n.member_id = ${memberId}::bigint and n.in_inbox`,
    archived ? sql`n.archived_at is not null` : sql`n.archived_at is null`,
    ...(unread ? [sql`n.read_at is null`] : []),
    ...(tab ? [sql`n.tab = ${tab}`] : []),
    ...(after ? [sql`(n.latest_at, n.id) < (${after.value}::timestamptz, ${after.id}::bigint)`] : []),
  ]
  const { rows } = await sql<InboxRow>`
    select ${columns} from notice n where ${sql.join(conditions, sql` and `)}
     order by n.latest_at desc, n.id desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** A page, newest first. It may be shorter than asked for: what one may not see any more is left out. */
export async function findInbox(
  ctx: Ctx,
  sources: Sources,
  memberId: Id,
  filter: InboxFilter,
): Promise<{ readonly items: readonly InboxShown[]; readonly next: Place | null }> {
  const rows = await readRows(ctx, memberId, { ...filter, limit: filter.limit + 1 })
  const page = rows.slice(0, filter.limit)
  const last = rows.length > filter.limit ? page.at(-1) : undefined
  return {
    items: await showNotices(ctx, sources, page),
    next: last ? { value: last.place, id: last.id } : null,
  }
}

export interface Unread {
  /** At most `badgeMost`. */
  readonly count: number
  readonly more: boolean
  readonly tabs: Readonly<Record<NoticeTab, number>>
}

/** How much is new, of what he may see: a badge never counts what the list does not show. */
export async function countUnread(ctx: Ctx, sources: Sources, memberId: Id): Promise<Unread> {
  const rows = await readRows(ctx, memberId, { unread: true, limit: badgeMost + 1 })
  const shown = await showNotices(ctx, sources, rows)
  const tabs: Record<NoticeTab, number> = { reply: 0, mention: 0, like: 0, follow: 0, system: 0 }
  for (const { row } of shown.slice(0, badgeMost)) tabs[row.tab]++
  return { count: Math.min(shown.length, badgeMost), more: shown.length > badgeMost, tabs }
}

type Told = Pick<EngageParts, 'live'>

/** Tells the member's other screens. */
const tell = (tx: Ctx, { live }: Told, memberId: Id) => live.publish(tx, [['member', memberId, 'inbox']])

/** Marks one notice read, or puts it away or back; away is read. Throws `notice_not_found` for somebody else's. */
export async function changeNotice(
  ctx: Ctx,
  parts: Told,
  memberId: Id,
  id: Id,
  { archived }: { readonly archived?: boolean | undefined },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const changed = await tx.db
      .updateTable('notice')
      .set({
        read_at: sql<Date>`coalesce(read_at, ${ctx.now}::timestamptz)`,
        ...(archived === undefined ? {} : { archived_at: archived ? ctx.now : null }),
      })
      .where('id', '=', id)
      .where('member_id', '=', memberId)
      .where('in_inbox', '=', true)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw engageProblems.noticeNotFound()
    await tell(tx, parts, memberId)
  })
}

/** Marks everything read that had happened by `until`: what arrives meanwhile stays new. */
export async function readAll(
  ctx: Ctx,
  parts: Told,
  memberId: Id,
  { tab, until }: { readonly tab?: NoticeTab | undefined; readonly until: Date },
): Promise<number> {
  return await transact(ctx, async (tx) => {
    const read = await tx.db
      .updateTable('notice')
      .set({ read_at: ctx.now })
      .where('member_id', '=', memberId)
      .where('in_inbox', '=', true)
      .where('read_at', 'is', null)
      .where('archived_at', 'is', null)
      .where('latest_at', '<=', until)
      .$if(tab !== undefined, (query) => query.where('tab', '=', tab as NoticeTab))
      .executeTakeFirst()
    await tell(tx, parts, memberId)
    return Number(read.numUpdatedRows)
  })
}

/** Throws `notice_not_found` for somebody else's. */
export async function removeNotice(ctx: Ctx, parts: Told, memberId: Id, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const gone = await tx.db
      .deleteFrom('notice')
      .where('id', '=', id)
      .where('member_id', '=', memberId)
      .where('in_inbox', '=', true)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw engageProblems.noticeNotFound()
    await tell(tx, parts, memberId)
  })
}
