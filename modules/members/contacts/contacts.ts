/** Contact points of members: adding, checking off, removing, showing, and finding people by them. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { memberContactsChanged } from '../facts.ts'
import type { Origin, SourceKind } from '../origin.ts'
import { memberProblems } from '../problems.ts'
import type { Vault } from '../vault.ts'
import { type ContactKind, type ContactPoint, type ContactWords, contactKey, readContact } from './contact.ts'

export interface Contact {
  readonly id: Id
  readonly memberId: Id
  readonly kind: ContactKind
  readonly system: string
  readonly masked: string
  readonly sealed: string
  readonly verifiedAt: Date | null
  readonly source: SourceKind
  readonly addedBy: string
  readonly addedAt: Date
}

export const mostContacts = 20

/**
 * Adds a contact point; one that the member has already stays as it is. Throws `contact_invalid`,
 * `too_many_contacts`, and `contact_taken` when it is somebody else's (that is a double to be merged).
 */
export async function addContact(
  ctx: Ctx,
  vault: Vault,
  memberId: Id,
  words: ContactWords,
  { verified = false, ...origin }: Origin & { readonly verified?: boolean },
): Promise<Contact> {
  const point = readContact(words)
  if (!point) throw memberProblems.contactInvalid()
  return await transact(ctx, async (tx) => {
    const member = await tx.db
      .selectFrom('member')
      .select('id')
      .where('id', '=', memberId)
      .forUpdate()
      .executeTakeFirst()
    if (!member) throw memberProblems.memberNotFound()
    const held = await findContacts(tx, [memberId])
    if (held.length >= mostContacts) throw memberProblems.tooManyContacts({ values: { limit: mostContacts } })
    const made = await tx.db
      .insertInto('member_contact')
      .values({
        member_id: memberId,
        ...rowOf(vault, point),
        verified_at: verified ? ctx.now : null,
        source: origin.source,
        source_id: origin.sourceId ?? null,
        added_by: describeActor(ctx.actor),
        added_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['kind', 'system', 'hash']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) {
      const holder = (await findContactHolders(tx, vault, [point])).get(contactKey(point))
      if (holder === memberId) return held.find((each) => isPoint(vault, each, point))!
      const { nickname } = await tx.db
        .selectFrom('member')
        .select('nickname')
        .where('id', '=', holder!)
        .executeTakeFirstOrThrow()
      throw memberProblems.contactTaken({ values: { name: nickname } })
    }
    await announce(tx, memberContactsChanged, { kinds: [point.kind], source: origin.source }, { memberId })
    if (origin.source === 'operator')
      await audit(
        tx,
        'member.contact_added',
        { kind: 'member', id: memberId },
        { contact: point.masked, of: point.kind },
      )
    return (await findContacts(tx, [memberId])).find((each) => each.id === made.id)!
  })
}

/** Marks a contact point as checked, or not any more. Throws `contact_not_found`. */
export async function checkContact(ctx: Ctx, memberId: Id, id: Id, verified: boolean): Promise<Contact> {
  return await transact(ctx, async (tx) => {
    const row = await tx.db
      .updateTable('member_contact')
      .set({ verified_at: verified ? ctx.now : null })
      .where('id', '=', id)
      .where('member_id', '=', memberId)
      .returning(['kind', 'masked'])
      .executeTakeFirst()
    if (!row) throw memberProblems.contactNotFound()
    await announce(tx, memberContactsChanged, { kinds: [row.kind], source: 'operator' }, { memberId })
    await audit(
      tx,
      'member.contact_checked',
      { kind: 'member', id: memberId },
      { contact: row.masked, verified },
    )
    return (await findContacts(tx, [memberId])).find((each) => each.id === id)!
  })
}

/** Takes a contact point away. Throws `contact_not_found`. */
export async function removeContact(ctx: Ctx, memberId: Id, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const row = await tx.db
      .deleteFrom('member_contact')
      .where('id', '=', id)
      .where('member_id', '=', memberId)
      .returning(['kind', 'masked'])
      .executeTakeFirst()
    if (!row) throw memberProblems.contactNotFound()
    await announce(tx, memberContactsChanged, { kinds: [row.kind], source: 'operator' }, { memberId })
    await audit(tx, 'member.contact_removed', { kind: 'member', id: memberId }, { contact: row.masked })
  })
}

/** A contact point in full; the audit log says who looked (L-15). Throws `contact_not_found`. */
export async function revealContact(ctx: Ctx, vault: Vault, memberId: Id, id: Id): Promise<string> {
  return await transact(ctx, async (tx) => {
    const contact = (await findContacts(tx, [memberId])).find((each) => each.id === id)
    if (!contact) throw memberProblems.contactNotFound()
    await audit(
      tx,
      'member.contact_revealed',
      { kind: 'member', id: memberId },
      { contact: contact.masked, of: contact.kind },
    )
    return vault.open(contact.sealed)
  })
}

/** Contact points of these members, by kind and age. */
export async function findContacts(ctx: Ctx, memberIds: readonly Id[]): Promise<Contact[]> {
  const rows = await ctx.db
    .selectFrom('member_contact')
    .select([
      'id',
      'member_id as memberId',
      'kind',
      'system',
      'masked',
      'sealed',
      'verified_at as verifiedAt',
      'source',
      'added_by as addedBy',
      'added_at as addedAt',
    ])
    .where('member_id', '=', sql<string>`any(${[...memberIds]}::bigint[])`)
    .orderBy('member_id')
    .orderBy('kind')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as ContactKind,
    source: row.source as SourceKind,
  }))
}

/** Whose these contact points are: member ids by `contactKey`. One query for as many as there are. */
export async function findContactHolders(
  ctx: Ctx,
  vault: Vault,
  points: readonly Pick<ContactPoint, 'kind' | 'system' | 'value'>[],
): Promise<Map<string, Id>> {
  if (points.length === 0) return new Map()
  const keys = points.map(contactKey)
  const hashes = keys.map((key) => vault.hash(key))
  const { rows } = await sql<{ at: string; memberId: Id }>`
    select wanted.at, member_contact.member_id as "memberId"
      from unnest(${points.map(({ kind }) => kind)}::text[], ${points.map(({ system }) => system)}::text[],
                  ${hashes}::text[]) with ordinality as wanted (kind, system, hash, at)
      join member_contact using (kind, system, hash)`.execute(ctx.db)
  return new Map(rows.map(({ at, memberId }) => [keys[Number(at) - 1]!, memberId]))
}

const isPoint = (vault: Vault, held: Contact, { kind, system, value }: ContactPoint): boolean =>
  held.kind === kind && held.system === system && vault.open(held.sealed) === value

/** The columns that a contact point takes in its row. */
export const rowOf = (vault: Vault, point: ContactPoint) => ({
  kind: point.kind,
  system: point.system,
  sealed: vault.seal(point.value),
  hash: vault.hash(contactKey(point)),
  masked: point.masked,
})
