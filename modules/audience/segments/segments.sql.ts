/** Reads of segments. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Definition } from '../conditions/condition.ts'
import { audienceProblems } from '../problems.ts'

export interface Segment {
  readonly id: Id
  readonly name: string
  readonly note: string
  readonly kind: 'dynamic' | 'static'
  readonly version: number | null
  /** Null for a list that was picked by hand. */
  readonly definition: Definition | null
  readonly createdAt: Date
  readonly createdBy: string
  /** Name of the account that made it. */
  readonly createdByName: string | null
  readonly changedAt: Date
  readonly computedAt: Date | null
  readonly computedVersion: number | null
  readonly computedMs: number | null
  readonly members: number
  /** Code of the problem that the last computation met. */
  readonly failure: string | null
  /** Sizes at the end of the last 14 days on which it was computed, oldest first. */
  readonly trend: readonly number[]
}

const nameOfActor = (actor: RawBuilder<string>) => sql<string | null>`(
  select account.name from account where account.id = substring(${actor} from '^account:(\\d+)$')::bigint)`

const segments = (ctx: Ctx) =>
  ctx.db
    .selectFrom('segment')
    .leftJoin('segment_version', (join) =>
      join
        .onRef('segment_version.segment_id', '=', 'segment.id')
        .onRef('segment_version.number', '=', 'segment.version'),
    )
    .select([
      'segment.id',
      'segment.name',
      'segment.note',
      sql<'dynamic' | 'static'>`segment.kind`.as('kind'),
      'segment.version',
      sql<Definition | null>`segment_version.definition`.as('definition'),
      'segment.created_at as createdAt',
      'segment.created_by as createdBy',
      nameOfActor(sql`segment.created_by`).as('createdByName'),
      'segment.changed_at as changedAt',
      'segment.computed_at as computedAt',
      'segment.computed_version as computedVersion',
      'segment.computed_ms as computedMs',
      'segment.members',
      'segment.failure',
      sql<number[]>`array(select members from (
          select members, day from segment_size where segment_id = segment.id order by day desc limit 14) as recent
        order by day)`.as('trend'),
    ])

export const findSegment = async (ctx: Ctx, id: Id): Promise<Segment | undefined> =>
  await segments(ctx).where('segment.id', '=', id).executeTakeFirst()

/** Throws `segment_not_found`. */
export async function getSegment(ctx: Ctx, id: Id): Promise<Segment> {
  const segment = await findSegment(ctx, id)
  if (!segment) throw audienceProblems.segmentNotFound()
  return segment
}

export interface SegmentFilter {
  /** Part of the name. */
  readonly q?: string
  readonly kind?: 'dynamic' | 'static'
}

export interface Place {
  readonly value: string | null
  readonly id: Id
}

/** One page, most recently changed first. */
export async function findSegments(
  ctx: Ctx,
  filter: SegmentFilter,
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: Segment[]; next: Place | null }> {
  const rows = await segments(ctx)
    .select(sql<string>`segment.changed_at::text`.as('place'))
    .$if(filter.kind !== undefined, (query) => query.where('segment.kind', '=', filter.kind ?? ''))
    .$if(filter.q !== undefined, (query) =>
      query.where(sql<boolean>`strpos(lower(segment.name), lower(${filter.q})) > 0`),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(segment.changed_at, segment.id) < (${after?.value}::timestamptz, ${after?.id}::bigint)`,
      ),
    )
    .orderBy('segment.changed_at', 'desc')
    .orderBy('segment.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: last.place, id: last.id } : null }
}

export const countSegments = async (ctx: Ctx, { q, kind }: SegmentFilter): Promise<number> => {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from segment
     where (${kind ?? null}::text is null or kind = ${kind ?? null})
       and (${q ?? null}::text is null or strpos(lower(name), lower(${q ?? null})) > 0)`.execute(ctx.db)
  return Number(rows[0]?.count ?? 0)
}

export interface SegmentVersion {
  readonly number: number
  readonly definition: Definition
  readonly madeAt: Date
  readonly madeBy: string
  readonly madeByName: string | null
  readonly restoredFrom: number | null
}

/** Its definitions, latest first; at most two hundred. */
export const findVersions = async (ctx: Ctx, segmentId: Id): Promise<SegmentVersion[]> =>
  await ctx.db
    .selectFrom('segment_version')
    .select([
      'number',
      sql<Definition>`definition`.as('definition'),
      'made_at as madeAt',
      'made_by as madeBy',
      nameOfActor(sql`segment_version.made_by`).as('madeByName'),
      'restored_from as restoredFrom',
    ])
    .where('segment_id', '=', segmentId)
    .orderBy('number', 'desc')
    .limit(200)
    .execute()

export interface SizeOfDay {
  readonly day: string
  readonly members: number
  readonly entered: number
  readonly left: number
}

/** How big it was at the end of each of the last so many days on which it was computed, oldest first. */
export async function findSizes(ctx: Ctx, segmentId: Id, days: number): Promise<SizeOfDay[]> {
  const { rows } = await sql<SizeOfDay>`
    select day::text, members, entered, went as "left" from (
      select * from segment_size where segment_id = ${segmentId}::bigint order by day desc limit ${days}) as recent
     order by recent.day`.execute(ctx.db)
  return rows
}
