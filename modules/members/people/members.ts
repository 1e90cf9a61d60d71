/** Members: how one comes to be, what one changes about oneself, and what the product notes by itself. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { announce } from '#base/facts/fact.ts'
import { requireOwnPicture } from '#base/files/own-picture.ts'
import { audit } from '#modules/identity/api.ts'
import { memberJoined, memberLeft, memberProfileChanged } from '../facts.ts'
import { memberProblems } from '../problems.ts'

/** First touch, as the log of visits tells it: channel, utm, referrer, landing page. */
export interface Source {
  readonly channel: string
  readonly utm?: Readonly<Record<string, string>>
  readonly referrer?: string
  readonly landing?: string
  readonly at?: string
}

/** What may stand in public addresses instead of the id: 96 random bits. */
export const newToken = () => randomBytes(12).toString('base64url')

/**
 * Makes a member; for an account that is one already, returns that member and changes nothing.
 * `joinedAt` is for people who come from elsewhere with a history.
 */
export async function joinCommunity(
  ctx: Ctx,
  person: {
    readonly accountId: Id | null
    readonly nickname: string
    readonly city?: string
    readonly bio?: string
    readonly source?: Source
    readonly joinedAt?: Date
  },
): Promise<Id> {
  return await transact(ctx, async (tx) => {
    const made = await tx.db
      .insertInto('member')
      .values({
        token: newToken(),
        account_id: person.accountId,
        nickname: person.nickname,
        city: person.city ?? '',
        bio: person.bio ?? '',
        joined_at: person.joinedAt ?? ctx.now,
        source: JSON.stringify(person.source ?? {}),
      })
      .onConflict((conflict) => conflict.column('account_id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) {
      const held = await tx.db
        .selectFrom('member')
        .select('id')
        .where('account_id', '=', person.accountId)
        .executeTakeFirstOrThrow()
      return held.id
    }
    await announce(
      tx,
      memberJoined,
      { channel: person.source?.channel ?? 'direct' },
      { memberId: made.id, occurredAt: person.joinedAt },
    )
    return made.id
  })
}

export interface ProfileChange {
  readonly nickname?: string
  readonly avatarFileId?: Id | null
  readonly city?: string
  readonly bio?: string
}

/** Changes one's own profile. Says nothing and does nothing when all fields are as they were. Throws `not_found` for a picture of somebody else. */
export async function editOwnProfile(ctx: Ctx, memberId: Id, change: ProfileChange): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await tx.db
      .selectFrom('member')
      .select(['nickname', 'avatar_file_id', 'city', 'bio'])
      .where('id', '=', memberId)
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw memberProblems.memberNotFound()
    const now = { ...before, avatarFileId: before.avatar_file_id }
    const fields = (['nickname', 'avatarFileId', 'city', 'bio'] as const).filter(
      (field) => change[field] !== undefined && change[field] !== now[field],
    )
    if (fields.length === 0) return
    if (change.avatarFileId && fields.includes('avatarFileId'))
      await requireOwnPicture(tx, change.avatarFileId)
    await tx.db
      .updateTable('member')
      .set({
        nickname: change.nickname ?? before.nickname,
        avatar_file_id: change.avatarFileId === undefined ? before.avatar_file_id : change.avatarFileId,
        city: change.city ?? before.city,
        bio: change.bio ?? before.bio,
      })
      .where('id', '=', memberId)
      .execute()
    await announce(tx, memberProfileChanged, { fields }, { memberId })
  })
}

/** Corrects what a member's profile says, as an operator. Throws `member_not_found`. */
export async function editMember(
  ctx: Ctx,
  memberId: Id,
  change: Pick<ProfileChange, 'nickname' | 'city' | 'bio'>,
): Promise<void> {
  await transact(ctx, async (tx) => {
    await editOwnProfile(tx, memberId, change)
    await audit(
      tx,
      'member.corrected',
      { kind: 'member', id: memberId },
      { fields: Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field])) },
    )
  })
}

/** The address of a member's account in full; the audit log says who looked (L-15). Throws `contact_not_found`. */
export async function revealEmail(ctx: Ctx, memberId: Id): Promise<string> {
  return await transact(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('member')
      .innerJoin('account', 'account.id', 'member.account_id')
      .select('account.email')
      .where('member.id', '=', memberId)
      .executeTakeFirst()
    if (!row) throw memberProblems.contactNotFound()
    await audit(tx, 'member.contact_revealed', { kind: 'member', id: memberId }, { of: 'account' })
    return row.email
  })
}

/** The row stays without name or face, since the log points at it. Idempotent. */
export async function eraseProfile(ctx: Ctx, memberId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    await tx.db
      .updateTable('member')
      .set({ nickname: '已注销用户', avatar_file_id: null, city: '', bio: '', source: '{}' })
      .where('id', '=', memberId)
      .execute()
    await announce(
      tx,
      memberProfileChanged,
      { fields: ['nickname', 'avatarFileId', 'city', 'bio'] },
      { memberId },
    )
  })
}

/**
 * Erases what every module keeps about the person of a closed account, in the order of the modules and in
 * one transaction: all of it, or, when one cannot, nothing yet. A double whose person goes on with another
 * account loses what is its own, and the account.
 */
export async function forgetPerson(
  ctx: Ctx,
  accountId: Id,
  declared: Pick<Declared, 'personal'>,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const leaving = await findLeaving(tx, accountId)
    for (const { id } of leaving) for (const data of declared.personal()) await data.erase(tx, id)
    // The log keeps that somebody was here: figures of the time before stay as they were.
    for (const { id, double } of leaving)
      if (!double) await announce(tx, memberLeft, { how: 'account_closed' }, { memberId: id })
    await sql`update member set account_id = null where account_id = ${accountId} and merged_into is not null`.execute(
      tx.db,
    )
    await tx.db.deleteFrom('saved_view').where('account_id', '=', accountId).execute()
  })
}

/** The profiles that go with an account, locked: as a rule the person's own and all doubles of it. */
async function findLeaving(tx: Ctx, accountId: Id): Promise<{ readonly id: Id; readonly double: boolean }[]> {
  const { rows } = await sql<{ id: Id; accountId: Id | null; double: boolean; stays: boolean }>`
    with own as (select coalesce(merged_into, id) as root from member where account_id = ${accountId})
    select member.id, account_id as "accountId", merged_into is not null as double,
           account_id is distinct from ${accountId}::bigint and account_id is not null
             and not exists (select from account_closure c where c.account_id = member.account_id) as stays
      from member join own on own.root in (member.id, member.merged_into)
     order by member.id for update of member`.execute(tx.db)
  const own = rows.find((row) => row.accountId === accountId)
  const goesOn = own?.double && rows.some(({ stays }) => stays)
  return goesOn ? [own] : rows
}

/** Writes how a member first came, unless it is known. */
export async function keepFirstTouch(ctx: Ctx, memberId: Id, source: Source): Promise<void> {
  await ctx.db
    .updateTable('member')
    .set({ source: JSON.stringify(source) })
    .where('id', '=', memberId)
    .where('source', '=', '{}')
    .execute()
}

/** Notes that a member is here; finer than five minutes would be a write for each batch. */
export async function noteSeen(ctx: Ctx, memberId: Id): Promise<void> {
  await ctx.db
    .updateTable('member')
    .set({ last_seen_at: ctx.now })
    .where('id', '=', memberId)
    .where((where) =>
      where.or([
        where('last_seen_at', 'is', null),
        where('last_seen_at', '<', sql<Date>`${ctx.now}::timestamptz - interval '5 minutes'`),
      ]),
    )
    .execute()
}
