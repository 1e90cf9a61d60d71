/**
 * Who is in a segment, brought up to date: the members that fit come from the warehouse in ascending batches,
 * each batch is compared with what is kept and only the difference is written, with a fact for everyone who
 * entered or left. A slice of a batch is one transaction; killed anywhere, the next computation finds the rest to do.
 * Whoever begins later takes over: an earlier computation that still runs stops at its next slice.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announceMany } from '#base/facts/announce-many.ts'
import { announce } from '#base/facts/fact.ts'
import { Problem } from '#base/http/problem.ts'
import type { JobRun } from '#base/jobs/job.ts'
import { dayOf } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'
import type { Audience } from '../audience.ts'
import { segmentComputed, segmentEntered, segmentLeft } from '../facts.ts'
import { endOfSlice, sliceSize, upTo } from '../ranges.ts'
import { findSegment, type Segment } from './segments.sql.ts'

export interface Computed {
  readonly members: number
  readonly entered: number
  readonly left: number
}

/** Why somebody entered or left, as the facts say it. */
type Because = 'behaviour' | 'definition' | 'hand'

/**
 * Computes a segment; undefined when it is gone, is a list that was filled already, or somebody else took over.
 * Throws what the warehouse throws, and keeps the reason on the segment.
 */
export async function computeSegment(
  ctx: Ctx,
  audience: Pick<Audience, 'members'>,
  id: Id,
  run?: Pick<JobRun, 'signal' | 'progress'>,
): Promise<Computed | undefined> {
  const segment = await findSegment(ctx, id)
  if (!segment?.definition || (segment.kind === 'static' && segment.computedAt !== null)) return undefined
  const begun = performance.now()
  const writer = randomUUID()
  await ctx.db.updateTable('segment').set({ run: writer }).where('id', '=', id).execute()
  try {
    const moved = await compare(ctx, audience, segment, writer, run)
    return moved && (await conclude(ctx, segment, writer, moved, performance.now() - begun))
  } catch (error) {
    await ctx.db
      .updateTable('segment')
      .set({ failure: error instanceof Problem ? error.code : 'internal' })
      .where('id', '=', id)
      .where('run', '=', writer)
      .execute()
    throw error
  }
}

interface Moved {
  readonly entered: number
  readonly left: number
}

async function compare(
  ctx: Ctx,
  audience: Pick<Audience, 'members'>,
  segment: Segment,
  writer: string,
  run?: Pick<JobRun, 'signal' | 'progress'>,
): Promise<Moved | undefined> {
  if (!segment.definition) return undefined
  const because = whyMoved(segment)
  const day = dayOf(ctx.now, (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai')
  let entered = 0
  let left = 0
  let seen = 0
  let from: Id = '0'
  const step = async (ids: readonly Id[], to: Id | null) => {
    for (let fits = ids, low = from; ; ) {
      run?.signal.throwIfAborted()
      const moved = await writeSlice(ctx, { segment, writer, because, day, from: low, to, ids: fits })
      if (!moved) return false
      entered += moved.entered
      left += moved.left
      seen += moved.taken
      await run?.progress(seen)
      if (moved.end === undefined) return true
      fits = fits.slice(moved.taken)
      low = moved.end
    }
  }
  for await (const ids of audience.members(ctx, segment.definition)) {
    const last = ids.at(-1)
    if (last === undefined) continue
    if (!(await step(ids, last))) return undefined
    from = last
  }
  return (await step([], null)) ? { entered, left } : undefined
}

/** The first computation of a dynamic segment is silent: nobody moved, it was only looked for the first time. */
function whyMoved(segment: Segment): Because | undefined {
  if (segment.kind === 'static') return 'hand'
  if (segment.computedAt === null) return undefined
  return segment.computedVersion === segment.version ? 'behaviour' : 'definition'
}

interface Slice {
  readonly segment: Segment
  readonly writer: string
  readonly because: Because | undefined
  readonly day: string
  /** Members above `from` up to `to` are those of `ids`; without `to`, there are none above the last of them. */
  readonly from: Id
  readonly to: Id | null
  readonly ids: readonly Id[]
}

/**
 * Writes as much of it as one transaction should: `taken` of the ids, up to `end` (undefined: all of it).
 * Undefined when somebody took over or the definition is another by now.
 */
async function writeSlice(
  ctx: Ctx,
  { segment, writer, because, day, from, to, ids }: Slice,
): Promise<(Moved & { readonly taken: number; readonly end: Id | undefined }) | undefined> {
  return await transact(ctx, async (tx) => {
    const held = await tx.db
      .selectFrom('segment')
      .select('id')
      .where('id', '=', segment.id)
      .where('run', '=', writer)
      .where('version', '=', segment.version)
      .forUpdate()
      .executeTakeFirst()
    if (!held) return undefined
    // Most slices change nothing: comparing here costs less than asking the table to refuse each row.
    const { rows } = await sql<{ ids: Id[] | null }>`
      select array_agg(member_id order by member_id)::text[] as ids from (
        select member_id from segment_member
         where segment_id = ${segment.id}::bigint and member_id > ${from}::bigint
           and (${to}::bigint is null or member_id <= ${to}::bigint)
         order by member_id limit ${sliceSize}) as next`.execute(tx.db)
    const listed = rows[0]?.ids ?? []
    const end = endOfSlice(ids, listed)
    const fits = upTo(ids, end)
    const kept = upTo(listed, end)
    const [fitting, known] = [new Set(fits), new Set(kept)]
    // Who is on a list by hand before it is filled stays on it.
    const out = segment.kind === 'static' ? [] : kept.filter((id) => !fitting.has(id))
    const gone = await takeOff(tx, segment.id, out)
    const come = await putOn(tx, segment.id, fits.filter((id) => !known.has(id))) // biome-ignore format: one line
    const moved = { entered: come.length, left: gone.length }
    if (because) {
      const payload = { segmentId: segment.id, because }
      await announceMany(tx, segmentLeft, payload, gone)
      await announceMany(tx, segmentEntered, payload, come)
      await noteMoves(tx, segment.id, day, moved)
    }
    return { ...moved, taken: fits.length, end }
  })
}

async function takeOff(ctx: Ctx, segmentId: Id, ids: readonly Id[]): Promise<Id[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: Id }>`
    delete from segment_member
     where segment_id = ${segmentId}::bigint and member_id = any(${[...ids]}::bigint[])
    returning member_id as id`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** Who is a member no more is left out. */
async function putOn(ctx: Ctx, segmentId: Id, ids: readonly Id[]): Promise<Id[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: Id }>`
    insert into segment_member (segment_id, member_id, since)
    select ${segmentId}::bigint, member.id, ${ctx.now}
      from unnest(${[...ids]}::bigint[]) as fits join member on member.id = fits
    on conflict do nothing
    returning member_id as id`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** Adds to the day's comings and goings; the size is written at the end. */
async function noteMoves(ctx: Ctx, id: Id, day: string, { entered, left }: Moved): Promise<void> {
  if (entered + left === 0) return
  await sql`
    insert into segment_size (segment_id, day, members, entered, went)
    select id, ${day}::date, members, ${entered}, ${left} from segment where id = ${id}::bigint
    on conflict (segment_id, day) do update
      set entered = segment_size.entered + excluded.entered, went = segment_size.went + excluded.went`.execute(
    ctx.db,
  )
}

async function conclude(
  ctx: Ctx,
  segment: Segment,
  writer: string,
  moved: Moved,
  ms: number,
): Promise<Computed | undefined> {
  return await transact(ctx, async (tx) => {
    const members = await countListed(tx, segment.id)
    const done = await tx.db
      .updateTable('segment')
      .set({
        run: null,
        computed_at: ctx.now,
        computed_version: segment.version,
        computed_ms: Math.round(ms),
        members,
        failure: null,
      })
      .where('id', '=', segment.id)
      .where('run', '=', writer)
      .returning('id')
      .executeTakeFirst()
    if (!done) return undefined
    await noteSize(tx, segment.id, members)
    if (segment.computedAt === null || segment.failure !== null || moved.entered + moved.left > 0)
      await announce(tx, segmentComputed, { segmentId: segment.id, members, ...moved })
    return { members, ...moved }
  })
}

/** How many are in it, counted. */
export async function countListed(ctx: Ctx, id: Id): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from segment_member where segment_id = ${id}::bigint`.execute(ctx.db)
  return Number(rows[0]?.count ?? 0)
}

/** Writes the size of the day. */
export async function noteSize(ctx: Ctx, id: Id, members: number, moved: Moved = { entered: 0, left: 0 }) {
  const day = dayOf(ctx.now, (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai')
  await sql`
    insert into segment_size (segment_id, day, members, entered, went)
    values (${id}::bigint, ${day}::date, ${members}, ${moved.entered}, ${moved.left})
    on conflict (segment_id, day) do update
      set members = excluded.members, entered = segment_size.entered + excluded.entered,
          went = segment_size.went + excluded.went`.execute(ctx.db)
}
