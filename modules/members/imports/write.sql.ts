/** Writing a batch: new members and what changes about others, each kind of row in one statement. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { announceMany } from '#base/facts/announce-many.ts'
import type { ContactPoint } from '../contacts/contact.ts'
import { rowOf } from '../contacts/contacts.ts'
import { writeValues } from '../fields/set-values.ts'
import { newToken } from '../people/members.ts'
import type { Vault } from '../vault.ts'
import type { Change } from './change.ts'
import type { Held } from './held.sql.ts'
import { memberImported } from './import.facts.ts'
import type { Person } from './read-row.ts'

export interface Newcomer {
  readonly row: number
  readonly person: Person
}

export interface Changed {
  readonly row: number
  readonly held: Held
  readonly change: Change
}

/** Makes members of these people, with everything the list says of them. */
export async function writeNewcomers(
  ctx: Ctx,
  vault: Vault,
  importId: Id,
  newcomers: readonly Newcomer[],
): Promise<void> {
  if (newcomers.length === 0) return
  const ids = await takeIds(ctx, newcomers.length)
  const people = newcomers.map(({ person }) => person)
  const tokens = people.map(newToken)
  await sql`
    insert into member (id, token, nickname, city, bio, joined_at, source)
    select id, token, nickname, city, bio, joined_at, source::jsonb
      from unnest(${ids}::bigint[], ${tokens}::text[],
                  ${people.map((person, at) => person.nickname ?? nameless(tokens[at]!))}::text[],
                  ${people.map((person) => person.city ?? '')}::text[], ${people.map((person) => person.bio ?? '')}::text[],
                  ${people.map((person) => person.joinedAt ?? ctx.now)}::timestamptz[],
                  ${people.map((person) => JSON.stringify({ channel: person.channel ?? 'import' }))}::text[])
        as given (id, token, nickname, city, bio, joined_at, source)`.execute(ctx.db)
  const each = people.map((person, at) => ({ memberId: ids[at]!, person }))
  await writeContacts(
    ctx,
    vault,
    importId,
    each.flatMap(({ memberId, person }) => person.contacts.map((point) => ({ memberId, point }))),
  )
  await writeTags(
    ctx,
    importId,
    each.flatMap(({ memberId, person }) => person.tags.map((tag) => ({ memberId, tag }))),
  )
  await writeValues(
    ctx,
    vault,
    each.flatMap(({ memberId, person }) => person.fields.map((held) => ({ memberId, ...held }))),
    { source: 'import', sourceId: importId },
  )
  await sql`
    insert into member_import_change (import_id, row, member_id, created)
    select ${importId}, row, member_id, true
      from unnest(${newcomers.map(({ row }) => row)}::bigint[], ${ids}::bigint[]) as done (row, member_id)`.execute(
    ctx.db,
  )
  await announceMany(ctx, memberImported, { importId, created: true }, ids)
}

/** A name for somebody of whom a list knows only a number: never a part of the number. */
const nameless = (token: string) =>
  `新成员${token
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 4)
    .toUpperCase()}`

/** Ids are taken beforehand, so that every row of the batch knows its own. */
async function takeIds(ctx: Ctx, count: number): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select nextval(pg_get_serial_sequence('member', 'id')) as id from generate_series(1, ${count}::int)`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}

/** Writes what lists say about members who are here, and keeps what was there before. */
export async function writeChanges(
  ctx: Ctx,
  vault: Vault,
  importId: Id,
  changes: readonly Changed[],
): Promise<void> {
  if (changes.length === 0) return
  const profiles = changes.filter(({ change }) => Object.keys(change.profile).length > 0 || change.channel)
  if (profiles.length > 0)
    await sql`
      update member set nickname = coalesce(given.nickname, member.nickname), city = coalesce(given.city, member.city),
             bio = coalesce(given.bio, member.bio),
             source = case when given.channel is null then member.source else jsonb_build_object('channel', given.channel) end
        from unnest(${profiles.map(({ held }) => held.id)}::bigint[],
                    ${profiles.map(({ change }) => change.profile.nickname ?? null)}::text[],
                    ${profiles.map(({ change }) => change.profile.city ?? null)}::text[],
                    ${profiles.map(({ change }) => change.profile.bio ?? null)}::text[],
                    ${profiles.map(({ change }) => change.channel ?? null)}::text[])
          as given (id, nickname, city, bio, channel)
       where member.id = given.id`.execute(ctx.db)
  const pairs = <T>(of: (change: Change) => readonly T[]) =>
    changes.flatMap(({ held, change }) => of(change).map((each) => [held.id, each] as const))
  await writeContacts(
    ctx,
    vault,
    importId,
    pairs(({ contacts }) => contacts).map(([memberId, point]) => ({ memberId, point })),
  )
  await writeTags(
    ctx,
    importId,
    pairs(({ tags }) => tags).map(([memberId, tag]) => ({ memberId, tag })),
  )
  await keepBefore(ctx, importId, changes)
  await writeValues(
    ctx,
    vault,
    pairs(({ fields }) => fields).map(([memberId, held]) => ({ memberId, ...held })),
    { source: 'import', sourceId: importId },
  )
  await announceMany(
    ctx,
    memberImported,
    { importId, created: false },
    changes.map(({ held }) => held.id),
  )
}

/**
 * Beside each changed row, what taking it back needs: what was written and what was there, fields with who
 * said so. Contact points and tags carry the import themselves.
 */
async function keepBefore(ctx: Ctx, importId: Id, changes: readonly Changed[]): Promise<void> {
  const rows = changes.map(({ row, held, change }) => {
    const written = Object.keys(change.profile) as (keyof Change['profile'])[]
    return {
      row,
      member_id: held.id,
      before: {
        profile: Object.fromEntries(written.map((field) => [field, held[field]])),
        channel: change.channel !== undefined,
      },
      after: { profile: change.profile, fields: change.fields.map(({ field }) => field.id) },
    }
  })
  await sql`
    insert into member_import_change (import_id, row, member_id, created, before, after)
    select ${importId}, given.row, given.member_id, false,
           given.before || jsonb_build_object('fields', coalesce((
             select jsonb_object_agg(held.field_id, to_jsonb(held) - 'tokens' - 'number')
               from member_field_value as held
              where held.member_id = given.member_id
                and held.field_id in (select jsonb_array_elements_text(given.after->'fields')::bigint)), '{}')),
           given.after
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (row bigint, member_id bigint, before jsonb, after jsonb)`.execute(ctx.db)
}

async function writeContacts(
  ctx: Ctx,
  vault: Vault,
  importId: Id,
  contacts: readonly { readonly memberId: Id; readonly point: ContactPoint }[],
): Promise<void> {
  if (contacts.length === 0) return
  const rows = contacts.map(({ point }) => rowOf(vault, point))
  await sql`
    insert into member_contact (member_id, kind, system, sealed, hash, masked, source, source_id, added_by, added_at)
    select member_id, kind, system, sealed, hash, masked, 'import', ${importId}, ${describeActor(ctx.actor)}, ${ctx.now}
      from unnest(${contacts.map(({ memberId }) => memberId)}::bigint[], ${rows.map(({ kind }) => kind)}::text[],
                  ${rows.map(({ system }) => system)}::text[], ${rows.map(({ sealed }) => sealed)}::text[],
                  ${rows.map(({ hash }) => hash)}::text[], ${rows.map(({ masked }) => masked)}::text[])
        as given (member_id, kind, system, sealed, hash, masked)
    on conflict (kind, system, hash) do nothing`.execute(ctx.db)
}

async function writeTags(
  ctx: Ctx,
  importId: Id,
  tags: readonly { readonly memberId: Id; readonly tag: string }[],
): Promise<void> {
  if (tags.length === 0) return
  const names = [...new Set(tags.map(({ tag }) => tag))].sort()
  await sql`insert into tag (name, created_at) select unnest(${names}::text[]), ${ctx.now}
            on conflict (name) do nothing`.execute(ctx.db)
  await sql`
    insert into member_tag (member_id, tag_id, added_at, added_by, source, source_id)
    select given.member_id, tag.id, ${ctx.now}, ${describeActor(ctx.actor)}, 'import', ${importId}
      from unnest(${tags.map(({ memberId }) => memberId)}::bigint[], ${tags.map(({ tag }) => tag)}::text[])
        as given (member_id, name)
      join tag on tag.name = given.name
     where not exists (select from tag_refusal as refusal
                        where refusal.member_id = given.member_id and refusal.tag_id = tag.id)
     order by given.member_id, tag.id
    on conflict do nothing`.execute(ctx.db)
}
