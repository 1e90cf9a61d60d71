/**
 * Customers of shops, and which members they are. What a shop tells to know somebody by is compared with what is
 * certain about members: their token, contact points that were checked or that the team brought in, and the
 * address of an account that was proven. A contact point that a member only typed in decides nothing: by the
 * number of somebody else he would come to see what that person bought.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { contactKey, readContact, type Vault } from '#modules/members/api.ts'
import type { GivenCustomer } from './given.ts'

export type MatchedBy = 'token' | 'external' | 'phone' | 'email'

/** A customer as a shop named him, in the form that is kept. */
export interface Known {
  readonly key: string
  readonly name: string
  readonly token: string | undefined
  /** Of an external id: the key of the source. */
  readonly system: string
  readonly external: Point | undefined
  readonly phone: Point | undefined
  readonly email: (Point & { readonly address: string }) | undefined
}
interface Point {
  readonly hash: string
  readonly masked: string
}

/** Reads what a shop says of a customer; undefined when it says nothing. Contact points that are none are left out. */
export function readCustomer(
  vault: Vault,
  source: string,
  orderId: string,
  given: GivenCustomer | undefined,
): Known | undefined {
  if (!given) return undefined
  const point = (kind: 'external' | 'phone' | 'email', value: string | undefined) => {
    const read = value ? readContact({ kind, value, system: source }) : undefined
    return read && { hash: vault.hash(contactKey(read)), masked: read.masked, address: read.value }
  }
  const [external, phone, email] = [
    point('external', given.id),
    point('phone', given.phone),
    point('email', given.email),
  ]
  const token = given.token || undefined
  if (!external && !phone && !email && !token && !given.name) return undefined
  const key = external
    ? `id:${external.hash}`
    : phone
      ? `phone:${phone.hash}`
      : email
        ? `email:${email.hash}`
        : token
          ? `token:${token}`
          : `order:${orderId}`
  return { key, name: given.name, token, system: source, external, phone, email }
}

export interface Matched {
  readonly memberId: Id
  readonly by: MatchedBy
}

/** Who they are, in the order of `known`; `several` where the keys point at different members. */
export async function matchCustomers(
  tx: Ctx,
  known: readonly Known[],
): Promise<(Matched | 'several' | undefined)[]> {
  const found = known.map(() => new Map<MatchedBy, Set<Id>>())
  const put = (at: number, by: MatchedBy, memberId: Id) => {
    const held = found[at]!.get(by) ?? new Set()
    found[at]!.set(by, held.add(memberId))
  }
  const points = known.flatMap((each, at) =>
    (['external', 'phone', 'email'] as const).flatMap((by) => {
      const point = each[by]
      return point ? [{ at, by, system: by === 'external' ? each.system : '', hash: point.hash }] : []
    }),
  )
  for (const { place, memberId } of await byContact(tx, points))
    put(points[place]!.at, points[place]!.by, memberId)
  const mails = known.flatMap(({ email }, at) => (email?.address ? [{ at, address: email.address }] : []))
  for (const { place, memberId } of await byAccount(
    tx,
    mails.map(({ address }) => address),
  ))
    put(mails[place]!.at, 'email', memberId)
  const tokens = known.flatMap(({ token }, at) => (token ? [{ at, token }] : []))
  for (const { place, memberId } of await byToken(
    tx,
    tokens.map(({ token }) => token),
  ))
    put(tokens[place]!.at, 'token', memberId)
  return found.map(decide)
}

/** A token or the shop's own number decides alone; a phone and an address must agree. */
export function decide(found: ReadonlyMap<MatchedBy, ReadonlySet<Id>>): Matched | 'several' | undefined {
  for (const by of ['token', 'external'] as const) {
    const [memberId] = found.get(by) ?? []
    if (memberId) return { memberId, by }
  }
  const ids = new Set([...(found.get('phone') ?? []), ...(found.get('email') ?? [])])
  const [memberId] = ids
  if (!memberId) return undefined
  if (ids.size > 1) return 'several'
  return { memberId, by: found.has('phone') ? 'phone' : 'email' }
}

interface Hit {
  readonly place: number
  readonly memberId: Id
}
const hits = (rows: readonly { at: string; memberId: Id }[]): Hit[] =>
  rows.map(({ at, memberId }) => ({ place: Number(at) - 1, memberId }))

/** Members are held until the end, so that none is merged away or leaves while his orders are written. */
async function byContact(
  tx: Ctx,
  points: readonly { readonly by: string; readonly system: string; readonly hash: string }[],
): Promise<Hit[]> {
  if (points.length === 0) return []
  const { rows } = await sql<{ at: string; memberId: Id }>`
    with hit as materialized (
      select wanted.at, held.member_id
        from unnest(${points.map(({ by }) => by)}::text[], ${points.map(({ system }) => system)}::text[],
                    ${points.map(({ hash }) => hash)}::text[]) with ordinality as wanted (kind, system, hash, at)
        join member_contact as held using (kind, system, hash)
       where held.verified_at is not null or held.source <> 'member'),
    kept as materialized (
      select id, merged_into from member
       where id in (select member_id from hit) order by id for share)
    select hit.at, coalesce(kept.merged_into, kept.id) as "memberId"
      from hit join kept on kept.id = hit.member_id`.execute(tx.db)
  return hits(rows)
}

/** Who members are now, after any merge; held until the end. */
async function holdMembers(tx: Ctx, ids: readonly Id[]): Promise<ReadonlyMap<Id, Id>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: Id; now: Id }>`
    select id, coalesce(merged_into, id) as now from member
     where id = any(${[...new Set(ids)]}::bigint[]) order by id for share`.execute(tx.db)
  return new Map(rows.map(({ id, now }) => [id, now]))
}

async function byAccount(tx: Ctx, addresses: readonly string[]): Promise<Hit[]> {
  if (addresses.length === 0) return []
  const { rows } = await sql<{ at: string; memberId: Id }>`
    with kept as materialized (
      select member.id, member.merged_into, account.email from member
        join account on account.id = member.account_id and account.email_verified
       where account.email = any(${[...addresses]}::text[]) order by member.id for share of member)
    select wanted.at, coalesce(kept.merged_into, kept.id) as "memberId"
      from unnest(${[...addresses]}::text[]) with ordinality as wanted (email, at)
      join kept using (email)`.execute(tx.db)
  return hits(rows)
}

async function byToken(tx: Ctx, tokens: readonly string[]): Promise<Hit[]> {
  if (tokens.length === 0) return []
  const { rows } = await sql<{ at: string; memberId: Id }>`
    with kept as materialized (
      select id, merged_into, token from member where token = any(${[...tokens]}::text[]) order by id for share)
    select wanted.at, coalesce(kept.merged_into, kept.id) as "memberId"
      from unnest(${[...tokens]}::text[]) with ordinality as wanted (token, at)
      join kept using (token)`.execute(tx.db)
  return hits(rows)
}

export interface KeptCustomer {
  readonly id: Id
  readonly memberId: Id | null
  /** He was there without a member, and has one now: his earlier orders are his as well. */
  readonly found: boolean
}

interface Held {
  readonly key: string
  readonly id: Id
  readonly memberId: Id | null
  readonly name: string
  readonly external: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly several: boolean
}

/**
 * Orders and customers of a source are written by one at a time. Taken before members are held, always: merging holds
 * members first and then changes what is theirs.
 */
export async function lockSources(tx: Ctx, sourceIds: readonly Id[]): Promise<void> {
  for (const id of [...new Set(sourceIds)].sort((a, b) => Number(a) - Number(b)))
    await sql`select pg_advisory_xact_lock(hashtext('commerce.orders'), ${id}::bigint::int)`.execute(tx.db)
}

/**
 * Rows for these customers, made or completed; by key. Who is matched already stays so, the others are looked for.
 * The caller holds the lock of the source.
 */
export async function keepCustomers(
  tx: Ctx,
  sourceId: Id,
  known: readonly Known[],
): Promise<ReadonlyMap<string, KeptCustomer>> {
  const unique = [...new Map(known.map((each) => [each.key, each])).values()]
  if (unique.length === 0) return new Map()
  const { rows } = await sql<Held>`
    select key, id, member_id as "memberId", name, external_hash as external, phone_hash as phone, email_hash as email, several
      from order_customer
     where source_id = ${sourceId} and key = any(${unique.map(({ key }) => key)}::text[])`.execute(tx.db)
  const held = new Map(rows.map((row) => [row.key, row]))
  const asked = unique.filter(({ key }) => !held.get(key)?.memberId)
  const matches = new Map(
    (await matchCustomers(tx, asked)).map((match, at) => [asked[at]!.key, match] as const),
  )
  const present = await holdMembers(
    tx,
    rows.flatMap(({ memberId }) => memberId ?? []),
  )
  const kept = new Map<string, KeptCustomer>()
  for (const { key, id, memberId } of rows)
    kept.set(key, { id, memberId: (memberId && present.get(memberId)) ?? null, found: false })
  const written = unique.filter((each) => saysMore(each, held.get(each.key), matches.get(each.key)))
  for (const { key, id, memberId } of await writeCustomers(tx, sourceId, written, matches))
    kept.set(key, { id, memberId, found: held.has(key) && !held.get(key)!.memberId && memberId !== null })
  return kept
}

function saysMore(given: Known, held: Held | undefined, match: Matched | 'several' | undefined): boolean {
  if (!held || typeof match === 'object' || (match === 'several') !== held.several) return true
  if (given.name !== '' && given.name !== held.name) return true
  return (['external', 'phone', 'email'] as const).some(
    (kind) => given[kind] !== undefined && given[kind].hash !== held[kind],
  )
}

async function writeCustomers(
  tx: Ctx,
  sourceId: Id,
  customers: readonly Known[],
  matches: ReadonlyMap<string, Matched | 'several' | undefined>,
): Promise<readonly { key: string; id: Id; memberId: Id | null }[]> {
  if (customers.length === 0) return []
  const list = (of: (each: Known) => string | null) => customers.map(of)
  const match = ({ key }: Known) => {
    const found = matches.get(key)
    return typeof found === 'object' ? found : undefined
  }
  const { rows } = await sql<{ key: string; id: Id; memberId: Id | null }>`
    insert into order_customer as c (source_id, key, name, external_hash, external_masked, phone_hash, phone_masked,
        email_hash, email_masked, member_id, matched_by, several, matched_at, created_at)
    select ${sourceId}::bigint, given.*, case when given.member_id is not null then ${tx.now}::timestamptz end, ${tx.now}::timestamptz
      from unnest(${list(({ key }) => key)}::text[], ${list(({ name }) => name)}::text[],
          ${list(({ external }) => external?.hash ?? null)}::text[], ${list(({ external }) => external?.masked ?? null)}::text[],
          ${list(({ phone }) => phone?.hash ?? null)}::text[], ${list(({ phone }) => phone?.masked ?? null)}::text[],
          ${list(({ email }) => email?.hash ?? null)}::text[], ${list(({ email }) => email?.masked ?? null)}::text[],
          ${list((each) => match(each)?.memberId ?? null)}::bigint[], ${list((each) => match(each)?.by ?? null)}::text[],
          ${customers.map(({ key }) => matches.get(key) === 'several')}::boolean[])
        as given (key, name, external_hash, external_masked, phone_hash, phone_masked, email_hash, email_masked, member_id, matched_by, several)
    on conflict (source_id, key) do update set
      name = coalesce(nullif(excluded.name, ''), c.name),
      external_hash = coalesce(excluded.external_hash, c.external_hash),
      external_masked = coalesce(excluded.external_masked, c.external_masked),
      phone_hash = coalesce(excluded.phone_hash, c.phone_hash),
      phone_masked = coalesce(excluded.phone_masked, c.phone_masked),
      email_hash = coalesce(excluded.email_hash, c.email_hash),
      email_masked = coalesce(excluded.email_masked, c.email_masked),
      member_id = coalesce(c.member_id, excluded.member_id),
      matched_by = coalesce(c.matched_by, excluded.matched_by),
      matched_at = coalesce(c.matched_at, excluded.matched_at),
      several = excluded.several and c.member_id is null
    returning c.key, c.id, c.member_id as "memberId"`.execute(tx.db)
  return rows
}
