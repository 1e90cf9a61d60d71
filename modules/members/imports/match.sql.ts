/** Who of a batch is here already: by what only one person has, or by name where a list knows nothing else. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type ContactPoint, contactKey } from '../contacts/contact.ts'
import type { Vault } from '../vault.ts'
import type { Person } from './read-row.ts'

/** Nobody (new), one member, or several: then the keys of one row belong to different people. */
export interface Match {
  readonly memberIds: readonly Id[]
  /** Which key found which member, for the doubles that a row reveals. */
  readonly by: ReadonlyMap<Id, ContactPoint['kind'] | 'name'>
}

/** In the order of `people`; two or three statements for as many as there are. */
export async function matchPeople(ctx: Ctx, vault: Vault, people: readonly Person[]): Promise<Match[]> {
  const found = people.map(() => new Map<Id, ContactPoint['kind'] | 'name'>())
  const wanted = people.flatMap((person, at) => person.contacts.map((point) => ({ at, point })))
  for (const { at, memberId } of await byContact(
    ctx,
    vault,
    wanted.map(({ point }) => point),
  ))
    found[wanted[at]!.at]!.set(memberId, wanted[at]!.point.kind)
  // An account is found by its address, whether it was written down as a contact point or not.
  const mails = wanted.filter(({ point }) => point.kind === 'email')
  for (const { at, memberId } of await byAccount(
    ctx,
    mails.map(({ point }) => point.value),
  ))
    found[mails[at]!.at]!.set(memberId, 'email')
  const nameless = people
    .map((person, at) => ({ at, person }))
    .filter(({ person }) => person.contacts.length === 0)
  for (const { at, memberId } of await byName(
    ctx,
    nameless.map(({ person }) => person.nickname ?? ''),
  ))
    found[nameless[at]!.at]!.set(memberId, 'name')
  return found.map((by) => ({ memberIds: [...by.keys()], by }))
}

interface Hit {
  readonly at: number
  readonly memberId: Id
}
type Row = { readonly at: string; readonly memberId: Id }
const hits = (rows: readonly Row[]): Hit[] =>
  rows.map(({ at, memberId }) => ({ at: Number(at) - 1, memberId }))

async function byContact(ctx: Ctx, vault: Vault, points: readonly ContactPoint[]): Promise<Hit[]> {
  if (points.length === 0) return []
  const { rows } = await sql<Row>`
    select wanted.at, coalesce(member.merged_into, member.id) as "memberId"
      from unnest(${points.map(({ kind }) => kind)}::text[], ${points.map(({ system }) => system)}::text[],
                  ${points.map((point) => vault.hash(contactKey(point)))}::text[])
           with ordinality as wanted (kind, system, hash, at)
      join member_contact using (kind, system, hash)
      join member on member.id = member_contact.member_id`.execute(ctx.db)
  return hits(rows)
}

async function byAccount(ctx: Ctx, addresses: readonly string[]): Promise<Hit[]> {
  if (addresses.length === 0) return []
  const { rows } = await sql<Row>`
    select wanted.at, coalesce(member.merged_into, member.id) as "memberId"
      from unnest(${[...addresses]}::text[]) with ordinality as wanted (email, at)
      join account on account.email = wanted.email and account.email_verified
      join member on member.account_id = account.id`.execute(ctx.db)
  return hits(rows)
}

async function byName(ctx: Ctx, names: readonly string[]): Promise<Hit[]> {
  if (names.length === 0) return []
  const { rows } = await sql<Row>`
    select wanted.at, member.id as "memberId"
      from unnest(${[...names]}::text[]) with ordinality as wanted (name, at)
      join lateral (select id from member
                     where lower(nickname) collate "C" = lower(wanted.name) and merged_into is null limit 3) as member
        on wanted.name <> ''`.execute(ctx.db)
  return hits(rows)
}
