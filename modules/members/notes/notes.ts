/** Notes that operators write about a member. Everyone of the team reads them; each changes his own. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Place } from '#base/http/cursor.ts'
import { audit } from '#modules/identity/api.ts'
import { memberNoted } from '../facts.ts'
import { memberProblems } from '../problems.ts'

export interface Note {
  readonly id: Id
  readonly memberId: Id
  readonly body: string
  readonly pinned: boolean
  /** Account of the author and the name it has now; null when the account is gone. */
  readonly writtenBy: Id | null
  readonly authorName: string | null
  readonly writtenAt: Date
  readonly editedAt: Date | null
}

const accountOf = (ctx: Ctx): Id | undefined =>
  ctx.actor.kind === 'account' ? ctx.actor.accountId : undefined

/** Writes a note about a member. */
export async function noteMember(
  ctx: Ctx,
  memberId: Id,
  { body, pinned = false }: { readonly body: string; readonly pinned?: boolean },
): Promise<Note> {
  return await transact(ctx, async (tx) => {
    const { id } = await tx.db
      .insertInto('member_note')
      .values({
        member_id: memberId,
        body,
        pinned,
        written_by: accountOf(ctx) ?? null,
        written_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await announce(tx, memberNoted, { noteId: id, change: 'written' }, { memberId })
    await audit(tx, 'member.noted', { kind: 'member', id: memberId }, { note: id })
    return await getNote(tx, memberId, id)
  })
}

/** Changes a note, or pins it. Words only by who wrote them; pinning by everyone. Throws `note_not_found`, `note_not_yours`. */
export async function changeNote(
  ctx: Ctx,
  memberId: Id,
  id: Id,
  change: { readonly body?: string; readonly pinned?: boolean },
): Promise<Note> {
  return await transact(ctx, async (tx) => {
    const before = await getNote(tx, memberId, id)
    const rewrites = change.body !== undefined && change.body !== before.body
    if (rewrites && !canRewriteNote(ctx, before)) throw memberProblems.noteNotYours()
    await tx.db
      .updateTable('member_note')
      .set({
        body: change.body ?? before.body,
        pinned: change.pinned ?? before.pinned,
        ...(rewrites ? { edited_at: ctx.now } : {}),
      })
      .where('id', '=', id)
      .execute()
    await announce(tx, memberNoted, { noteId: id, change: 'changed' }, { memberId })
    await audit(
      tx,
      'member.note_changed',
      { kind: 'member', id: memberId },
      { note: id, rewritten: rewrites, pinned: change.pinned ?? before.pinned },
    )
    return await getNote(tx, memberId, id)
  })
}

/** Removes one's own note. Throws `note_not_found`, `note_not_yours`. */
export async function removeNote(ctx: Ctx, memberId: Id, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    if (!canRewriteNote(ctx, await getNote(tx, memberId, id))) throw memberProblems.noteNotYours()
    await tx.db.deleteFrom('member_note').where('id', '=', id).execute()
    await announce(tx, memberNoted, { noteId: id, change: 'removed' }, { memberId })
    await audit(tx, 'member.note_removed', { kind: 'member', id: memberId }, { note: id })
  })
}

/** Its author; the owner of the community, who answers for what is kept, may as well. */
export const canRewriteNote = ({ actor }: Ctx, note: Note): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'account' && (actor.accountId === note.writtenBy || actor.operator?.role === 'owner'))

const notes = (ctx: Ctx) =>
  ctx.db
    .selectFrom('member_note as note')
    .leftJoin('account as author', 'author.id', 'note.written_by')
    .select([
      'note.id',
      'note.member_id as memberId',
      'note.body',
      'note.pinned',
      'note.written_by as writtenBy',
      'author.name as authorName',
      'note.written_at as writtenAt',
      'note.edited_at as editedAt',
    ])

async function getNote(ctx: Ctx, memberId: Id, id: Id): Promise<Note> {
  const note = await notes(ctx)
    .where('note.id', '=', id)
    .where('note.member_id', '=', memberId)
    .executeTakeFirst()
  if (!note) throw memberProblems.noteNotFound()
  return note
}

/** Notes about a member: pinned ones first, then the newest. */
export async function findNotes(
  ctx: Ctx,
  memberId: Id,
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ readonly items: readonly Note[]; readonly next: Place | null }> {
  const rows = await notes(ctx)
    .select(sql<string>`note.pinned::int || ' ' || note.written_at::text`.as('place'))
    .where('note.member_id', '=', memberId)
    .$if(after !== undefined, (query) => {
      const [pinned, at] = [after!.value?.slice(0, 1) === '1', after!.value?.slice(2)]
      return query.where(
        sql<boolean>`(note.pinned, note.written_at, note.id) < (${pinned}, ${at}::timestamptz, ${after!.id}::bigint)`,
      )
    })
    .orderBy('note.pinned', 'desc')
    .orderBy('note.written_at', 'desc')
    .orderBy('note.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: last.place, id: last.id } : null }
}
