/**
 * Telling: from an event to the notices of its recipients. In pieces, each in one transaction with the place it
 * has reached: killed at any point, it goes on behind the last piece, and nobody is told or counted twice.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { NoticeChannel, NoticeSource } from '#base/declarations/notices.ts'
import type { LoggedEvent } from '#base/facts/consumer.ts'
import { declareFailpoints } from '#base/testing/failpoint.ts'
import type { EngageParts } from '../parts.ts'
import { endOfQuiet } from '../quiet.ts'
import { findPeople, type Person } from './people.sql.ts'

const failpoint = declareFailpoints('engage.piece.written', 'engage.piece.told')

/** Recipients that one piece reaches. */
export const pieceSize = 500
/** What is older when its turn comes wakes nobody any more: it stands in the inbox. */
const stillNewsMs = 6 * 3_600_000
/** For how long after a push the same unread bundle is not pushed again. */
const againMinutes = 30

export interface Piece {
  /** Nobody is left to be told. */
  readonly done: boolean
  /** How many recipients were looked at so far. */
  readonly told: number
  /** Some of it waits to be pushed at once. */
  readonly pushes: boolean
}

type TellParts = Pick<EngageParts, 'live'>

/** Tells the next recipients of an event. Two callers at once: the second waits and goes on where the first ended. */
export async function tellPiece(
  ctx: Ctx,
  { live }: TellParts,
  source: NoticeSource,
  event: LoggedEvent,
  limit = pieceSize,
): Promise<Piece> {
  return await transact(ctx, async (tx) => {
    const key = { tx: event.tx, seq: event.seq, source: source.name }
    await tx.db
      .insertInto('notice_fanout')
      .values({ ...key, begun_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const place = await tx.db
      .selectFrom('notice_fanout')
      .select(['after_id', 'told', 'done_at'])
      .where('tx', '=', key.tx)
      .where('seq', '=', key.seq)
      .where('source', '=', key.source)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (place.done_at) return { done: true, told: place.told, pushes: false }

    const ids = await source.recipients(tx, event, { after: place.after_id, limit })
    const people = await findPeople(
      tx,
      ids.filter((id) => source.tellsDoer || id !== event.memberId),
      source.name,
    )
    const reached = await writeNotices(tx, source, event, people)
    await failpoint('engage.piece.written')
    if (reached.inbox.length > 0)
      await live.publish(
        tx,
        reached.inbox.map((id) => ['member', id, 'inbox']),
      )
    const done = ids.length < limit
    await tx.db
      .updateTable('notice_fanout')
      .set({
        after_id: ids.at(-1) ?? place.after_id,
        told: place.told + ids.length,
        done_at: done ? ctx.now : null,
      })
      .where('tx', '=', key.tx)
      .where('seq', '=', key.seq)
      .where('source', '=', key.source)
      .execute()
    await failpoint('engage.piece.told')
    return { done, told: place.told + ids.length, pushes: reached.pushes }
  })
}

/** Whether a member wants news of a source by a channel. */
export function wants(
  source: Pick<NoticeSource, 'usually' | 'always'>,
  wishes: Readonly<Record<string, boolean>>,
  channel: NoticeChannel,
): boolean {
  if (channel === 'inbox' && source.always) return true
  return wishes[channel] ?? source.usually.includes(channel)
}

async function writeNotices(
  tx: Ctx,
  source: NoticeSource,
  event: LoggedEvent,
  people: readonly Person[],
): Promise<{ inbox: readonly Id[]; pushes: boolean }> {
  const fresh = tx.now.getTime() - event.recordedAt.getTime() < stillNewsMs
  const told = people
    .map((person) => ({
      person,
      inbox: wants(source, person.wishes, 'inbox'),
      mail: wants(source, person.wishes, 'mail'),
      push: fresh && person.pushable && !isPaused(person, tx.now) && wants(source, person.wishes, 'push'),
    }))
    .filter(({ inbox, mail, push }) => inbox || mail || push)
  if (told.length === 0) return { inbox: [], pushes: false }
  const ids = told.map(({ person }) => person.memberId)
  const doer = source.tellsDoer ? null : event.memberId
  const about = source.about?.(event) ?? {
    objectKind: event.objectKind,
    objectId: event.objectId,
    props: event.props,
  }
  const { rows } = await sql<{ id: Id; memberId: Id }>`
    insert into notice (member_id, source, tab, bundle, object_kind, object_id, group_id, actor_ids, props, in_inbox,
                        by_mail, created_at, latest_at)
    select r.member_id, ${source.name}, ${source.tab}, ${source.together(event)}, ${about.objectKind},
           ${about.objectId}::bigint, ${event.groupId}::bigint, ${doer ? [doer] : []}::bigint[],
           ${JSON.stringify(about.props ?? {})}::jsonb, r.in_inbox, r.by_mail, ${tx.now}::timestamptz,
           ${event.occurredAt}::timestamptz
      from unnest(${ids}::bigint[], ${told.map((each) => each.inbox)}::boolean[],
                  ${told.map((each) => each.mail)}::boolean[]) as r (member_id, in_inbox, by_mail)
     order by r.member_id
    on conflict (member_id, source, bundle) where read_at is null and archived_at is null do update set
      count = notice.count + 1,
      actor_ids = (excluded.actor_ids || array(select each from unnest(notice.actor_ids) with ordinality as a (each, at)
                     where each <> all (excluded.actor_ids) order by at))[1:50],
      object_kind = excluded.object_kind, object_id = excluded.object_id, group_id = excluded.group_id,
      props = excluded.props,
      in_inbox = notice.in_inbox or excluded.in_inbox,
      by_mail = notice.by_mail or excluded.by_mail,
      latest_at = greatest(notice.latest_at, excluded.latest_at)
    returning id, member_id as "memberId"`.execute(tx.db)
  const noticeOf = new Map(rows.map((row) => [row.memberId, row.id]))
  const pushed = told.filter(({ push }) => push)
  await askForPushes(
    tx,
    source,
    pushed.map(({ person }) => ({
      noticeId: noticeOf.get(person.memberId)!,
      memberId: person.memberId,
      dueAt: (source.urgent ? undefined : endOfQuiet(tx.now, person)) ?? tx.now,
    })),
  )
  return {
    inbox: told.filter(({ inbox }) => inbox).map(({ person }) => person.memberId),
    pushes: pushed.length > 0,
  }
}

const isPaused = ({ pausedUntil }: Pick<Person, 'pausedUntil'>, now: Date): boolean =>
  pausedUntil !== null && pausedUntil > now

interface Asked {
  readonly noticeId: Id
  readonly memberId: Id
  readonly dueAt: Date
}

/** One waiting push for each notice; a bundle that was pushed a moment ago waits before it is pushed again. */
async function askForPushes(tx: Ctx, source: NoticeSource, asked: readonly Asked[]): Promise<void> {
  if (asked.length === 0) return
  await sql`
    insert into push_delivery (notice_id, member_id, source, urgent, due_at, created_at)
    select r.notice_id, r.member_id, ${source.name}, ${source.urgent ?? false},
           greatest(r.due_at, (select max(d.ended_at) + make_interval(mins => ${source.urgent ? 0 : againMinutes})
                                 from push_delivery d where d.notice_id = r.notice_id and d.state = 'sent')),
           ${tx.now}::timestamptz
      from unnest(${asked.map((each) => each.noticeId)}::bigint[], ${asked.map((each) => each.memberId)}::bigint[],
                  ${asked.map((each) => each.dueAt)}::timestamptz[]) as r (notice_id, member_id, due_at)
    on conflict (notice_id) where state = 'waiting' do nothing`.execute(tx.db)
}
