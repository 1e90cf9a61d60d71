/** Lists: members of a static segment by hand, and who is in a segment. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announceMany } from '#base/facts/announce-many.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import type { Audience } from '../audience.ts'
import { segmentComputed, segmentEntered, segmentLeft } from '../facts.ts'
import { audienceProblems } from '../problems.ts'
import { countListed, noteSize } from './compute.ts'
import type { Place, Segment } from './segments.sql.ts'
import { getSegment } from './segments.sql.ts'
import { createSegment } from './segments.ts'

/** Puts members on a static list and takes others off. Throws `segment_is_dynamic`. Ids that are no members are left out. */
export async function changeList(
  ctx: Ctx,
  id: Id,
  { add, remove }: { readonly add: readonly Id[]; readonly remove: readonly Id[] },
): Promise<{ added: number; removed: number }> {
  return await transact(ctx, async (tx) => {
    await tx.db.selectFrom('segment').select('id').where('id', '=', id).forUpdate().execute()
    const segment = await getSegment(tx, id)
    if (segment.kind === 'dynamic') throw audienceProblems.segmentIsDynamic()
    const gone = await sql<{ id: Id }>`
      delete from segment_member
       where segment_id = ${id}::bigint and member_id = any(${[...remove]}::bigint[])
      returning member_id as id`.execute(tx.db)
    const come = await putOn(tx, id, add)
    const moved = { entered: come.length, left: gone.rows.length }
    const because = { segmentId: id, because: 'hand' } as const
    await announceMany(tx, segmentLeft, because, gone.rows.map((row) => row.id)) // biome-ignore format: a pair
    await announceMany(tx, segmentEntered, because, come)
    const members = await countListed(tx, id)
    await tx.db
      .updateTable('segment')
      .set({ members, changed_at: ctx.now, ...(segment.definition ? {} : { computed_at: ctx.now }) })
      .where('id', '=', id)
      .execute()
    await noteSize(tx, id, members, moved)
    await announce(tx, segmentComputed, { segmentId: id, members, ...moved })
    await audit(
      tx,
      'segment.listed',
      { kind: 'segment', id },
      { added: moved.entered, removed: moved.left, members: [...add, ...remove].slice(0, 100) },
    )
    return { added: moved.entered, removed: moved.left }
  })
}

/** Members that are put down together. */
export const listedAtOnce = 10_000

/** Members of a list that is being made, so many at a time that a process bears them; read while it is made. */
export type Pages = (tx: Ctx) => AsyncIterable<readonly Id[]>

/**
 * Makes a list of members that somebody found (the people behind a figure), all of them or none, however many. Throws
 * what `createSegment` throws.
 */
export async function createList(
  ctx: Ctx,
  audience: Pick<Audience, 'check'>,
  { name, note }: { readonly name: string; readonly note: string },
  pages: Pages,
): Promise<Segment> {
  return await transact(ctx, async (tx) => {
    const { id } = await createSegment(tx, audience, { name, note, kind: 'static' })
    let members = 0
    const first: Id[] = []
    for await (const page of pages(tx))
      for (let at = 0; at < page.length; at += listedAtOnce) {
        const come = await putOn(tx, id, page.slice(at, at + listedAtOnce))
        await announceMany(tx, segmentEntered, { segmentId: id, because: 'hand' }, come)
        members += come.length
        first.push(...come.slice(0, 100 - first.length))
      }
    await tx.db
      .updateTable('segment')
      .set({ members, changed_at: tx.now, computed_at: tx.now })
      .where('id', '=', id)
      .execute()
    const moved = { entered: members, left: 0 }
    await noteSize(tx, id, members, moved)
    await announce(tx, segmentComputed, { segmentId: id, members, ...moved })
    await audit(tx, 'segment.listed', { kind: 'segment', id }, { added: members, removed: 0, members: first })
    return await getSegment(tx, id)
  })
}

/** Answers who was not on it yet; ids that are no members are left out. */
async function putOn(tx: Ctx, segmentId: Id, ids: readonly Id[]): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    insert into segment_member (segment_id, member_id, since)
    select ${segmentId}::bigint, member.id, ${tx.now} from member where member.id = any(${[...ids]}::bigint[])
    order by member.id
    on conflict do nothing
    returning member_id as id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

export interface Listed {
  readonly id: Id
  readonly nickname: string
  readonly avatarFileId: Id | null
  readonly city: string
  readonly joinedAt: Date
  readonly lastSeenAt: Date | null
  readonly since: Date
}

/** Who is in a segment, latest first. */
export async function findListed(
  ctx: Ctx,
  segmentId: Id,
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: Listed[]; next: Place | null }> {
  const { rows } = await sql<Listed & { place: string }>`
    select member.id, member.nickname, member.avatar_file_id as "avatarFileId", member.city,
           member.joined_at as "joinedAt", member.last_seen_at as "lastSeenAt", listed.since,
           listed.since::text as place
      from segment_member listed join member on member.id = listed.member_id
     where listed.segment_id = ${segmentId}::bigint
       and (${after === undefined} or (listed.since, listed.member_id) < (${after?.value ?? null}::timestamptz, ${after?.id ?? null}::bigint))
     order by listed.since desc, listed.member_id desc
     limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: last.place, id: last.id } : null }
}

export interface SegmentOfMember {
  readonly id: Id
  readonly name: string
  readonly kind: 'dynamic' | 'static'
  readonly since: Date
}

/** Segments that a member is in, latest entered first. */
export const findSegmentsOf = async (ctx: Ctx, memberId: Id): Promise<SegmentOfMember[]> =>
  await ctx.db
    .selectFrom('segment_member')
    .innerJoin('segment', 'segment.id', 'segment_member.segment_id')
    .select([
      'segment.id',
      'segment.name',
      sql<'dynamic' | 'static'>`segment.kind`.as('kind'),
      'segment_member.since',
    ])
    .where('segment_member.member_id', '=', memberId)
    .orderBy('segment_member.since', 'desc')
    .orderBy('segment.id')
    .limit(500)
    .execute()
