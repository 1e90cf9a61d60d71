/**
 * Digests: to each member, at the hour he chose, what he has not read and may see now. Once for a day of his
 * calendar, whatever is killed in between; nothing when there is nothing to say.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import { declareFailpoints } from '#base/testing/failpoint.ts'
import { findPeople, type Person, readerCtx } from '../inbox/people.sql.ts'
import { type NoticeRow, type Shown, showNotices } from '../inbox/showing.ts'
import type { EngageParts } from '../parts.ts'
import type { Sources } from '../sources.ts'
import { findTimes } from '../wishes/wishes.ts'
import { type DigestValues, digestMail } from './digest.mail.ts'
import { type Due, findDue } from './due.sql.ts'
import { stopMailAddress, stopMailSealer } from './stop-mail.ts'

const failpoint = declareFailpoints('engage.digest.queued')

type DigestParts = Pick<EngageParts, 'config' | 'mail' | 'secrets' | 'sources'>

/** What a mail lists at most. */
const mostLines = 30
const page = 200
/** After a longer stop nobody wants the mail of that morning any more. */
const longestStopMs = 6 * 3_600_000
const clock = 'digest'

/** Sends what has come due since the last run. Resolves to how many mails were queued. */
export async function sendDigests(
  ctx: Ctx,
  parts: DigestParts,
  { signal, progress }: { signal?: AbortSignal; progress?: (done: number) => Promise<void> } = {},
): Promise<number> {
  const from = await reachedAt(ctx)
  let after = '0'
  let sent = 0
  for (;;) {
    signal?.throwIfAborted()
    const due = await findDue(ctx, { from, to: ctx.now, after, limit: page })
    for (const each of due) if (await sendDigest(ctx, parts, each)) sent += 1
    await progress?.(sent)
    if (due.length < page) break
    after = due.at(-1)!.memberId
  }
  await ctx.db
    .insertInto('engage_clock')
    .values({ name: clock, reached_at: ctx.now })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ reached_at: sql`greatest(engage_clock.reached_at, ${ctx.now}::timestamptz)` }),
    )
    .execute()
  return sent
}

/** Up to when the last run looked; an hour back in a new installation. */
async function reachedAt(ctx: Ctx): Promise<Date> {
  const row = await ctx.db
    .selectFrom('engage_clock')
    .select('reached_at')
    .where('name', '=', clock)
    .executeTakeFirst()
  const now = ctx.now.getTime()
  const reached = row?.reached_at.getTime() ?? now - 3_600_000
  return new Date(Math.max(reached, now - longestStopMs))
}

/** One member's mail, with the note that it left, in one transaction. False when there was nothing to say. */
export async function sendDigest(ctx: Ctx, parts: DigestParts, { memberId, day }: Due): Promise<boolean> {
  return await transact(ctx, async (tx) => {
    const [person] = await findPeople(tx, [memberId])
    if (!person) return false
    const key = `digest:${memberId}:${day}`
    const rows = await lockNews(tx, memberId)
    if (rows.length === 0) return false
    // He had one for this day already, and has moved his hour since: the next one tells him.
    if (await hasMail(tx, memberId, day)) return false
    const shown = await showNotices(readerCtx(tx, person), parts.sources, rows)
    await tx.db
      .updateTable('notice')
      .set((set) => ({ mailed_count: set.ref('count') }))
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .execute()
    // Whatever he may not see any more is not mentioned, not even by its number.
    if (shown.length === 0) return false
    await tx.db
      .insertInto('digest_mail')
      .values({ member_id: memberId, day, mail_key: key, notices: shown.length, created_at: ctx.now })
      .execute()
    await parts.mail.send(tx, {
      to: person.email,
      template: digestMail,
      locale: person.locale,
      values: await valuesOf(tx, parts.sources, person, shown),
      key,
      later: true,
      unsubscribeUrl: stopMailAddress(parts.config.baseUrl, stopMailSealer(parts.secrets), memberId),
    })
    await failpoint('engage.digest.queued')
    return true
  })
}

/** Asked under the lock of his news: two runs at once do not both find none. */
const hasMail = async (tx: Ctx, memberId: Id, day: string): Promise<boolean> =>
  (await tx.db
    .selectFrom('digest_mail')
    .select('id')
    .where('member_id', '=', memberId)
    .where('day', '=', sql<Date>`${day}::date`)
    .executeTakeFirst()) !== undefined

/** The newest that were not mailed in this state; a second run waits, and then finds nothing. */
async function lockNews(tx: Ctx, memberId: Id): Promise<readonly NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select n.id, n.source, n.actor_ids[1:5] as "actorIds", n.actor_ids as "allActors", n.count,
           n.object_kind as "objectKind", n.object_id as "objectId", n.group_id as "groupId", n.props
      from notice n
     where n.member_id = ${memberId}::bigint and n.by_mail and n.read_at is null and n.archived_at is null
       and n.count > n.mailed_count
     order by n.latest_at desc, n.id desc limit 200 for update`.execute(tx.db)
  return rows
}

async function valuesOf(
  tx: Ctx,
  sources: Sources,
  person: Person,
  shown: readonly Shown<NoticeRow>[],
): Promise<DigestValues> {
  const { digest } = await findTimes(tx, person.memberId)
  const listed = shown.slice(0, mostLines)
  const bySection = Map.groupBy(listed, ({ row }) => {
    const section = sources.find(row.source)?.section
    return section ? render(section, person.locale) : ''
  })
  return {
    name: person.name,
    how: digest === 'weekly' ? 'weekly' : 'daily',
    count: shown.length,
    more: shown.length - listed.length,
    sections: [...bySection].map(([label, inside]) => ({
      label,
      lines: inside.map(({ text, quote }) => ({ text, quote: shorten(quote) })),
    })),
  }
}

const shorten = (text: string): string =>
  [...text].length > 60 ? `${[...text].slice(0, 59).join('')}…` : text
