/** Reads of care: who is looked after, by whom, and what was said. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import type { Day } from '#base/time/calendar.ts'
import { pairs } from '../people/filter.ts'
import { memberProblems } from '../problems.ts'
import type { Program, purposes, Stage, ways } from './programs.ts'

export interface Care {
  readonly id: Id
  readonly memberId: Id
  readonly nickname: string
  readonly avatarFileId: Id | null
  readonly program: Program
  readonly stage: Stage
  readonly ownerId: Id | null
  readonly ownerName: string | null
  readonly cadenceDays: number | null
  /** Days, not moments: what the calendar on the wall says. */
  readonly nextOn: Day | null
  readonly lastVisitOn: Day | null
  readonly visits: number
  readonly needs: string
  readonly why: string
  readonly startedAt: Date
  readonly endedAt: Date | null
}

export interface CareFilter {
  readonly program?: Program | undefined
  readonly stage?: Stage | undefined
  readonly owner?: Id | undefined
  /** Next visit on this day or before. */
  readonly dueBy?: Day | undefined
  readonly q?: string | undefined
}

const columns = sql`
  care.id, care.member_id as "memberId", member.nickname, member.avatar_file_id as "avatarFileId",
  care.program, care.stage, care.owner_id as "ownerId", account.name as "ownerName",
  care.cadence_days as "cadenceDays", care.next_on::text as "nextOn", care.needs, care.why,
  care.started_at as "startedAt", care.ended_at as "endedAt",
  seen.last::text as "lastVisitOn", seen.visits::int as visits`

const tables = sql`
  care join member on member.id = care.member_id
  left join account on account.id = care.owner_id
  left join lateral (
    select max(visited_on) as last, count(*) as visits from care_visit where care_visit.care_id = care.id
  ) as seen on true`

/** Those in care, the next visit first; people without a date come last. */
export async function findCare(
  ctx: Ctx,
  filter: CareFilter,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Care[]; next: Place | null }> {
  const grams = filter.q ? pairs(filter.q) : []
  const { rows } = await sql<Care & { place: string }>`
    select ${columns}, coalesce(care.next_on, 'infinity'::date)::text as place
      from ${tables}
     where care.ended_at is null
       ${filter.program ? sql`and care.program = ${filter.program}` : sql``}
       ${filter.stage ? sql`and care.stage = ${filter.stage}` : sql``}
       ${filter.owner ? sql`and care.owner_id = ${filter.owner}` : sql``}
       ${filter.dueBy ? sql`and care.next_on <= ${filter.dueBy}::date` : sql``}
       ${filter.q ? sql`and position(${filter.q.toLowerCase()} in lower(member.nickname)) > 0` : sql``}
       ${grams.length > 0 ? sql`and member.grams @> ${grams}::text[]` : sql``}
       ${after ? sql`and (coalesce(care.next_on, 'infinity'::date), care.id) > (${after.value}::date, ${after.id}::bigint)` : sql``}
     order by coalesce(care.next_on, 'infinity'::date), care.id
     limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: last.place, id: last.id } : null }
}

/** All programmes a member is or was in, the running ones first. */
export async function findCareOfMember(ctx: Ctx, memberId: Id): Promise<readonly Care[]> {
  const { rows } = await sql<Care>`
    select ${columns} from ${tables} where care.member_id = ${memberId}
     order by (care.ended_at is null) desc, care.id desc limit 20`.execute(ctx.db)
  return rows
}

/** Throws `care_not_found`; one that ended counts as gone. */
export async function getCare(ctx: Ctx, id: Id): Promise<Care> {
  const { rows } = await sql<Care>`
    select ${columns} from ${tables} where care.id = ${id} and care.ended_at is null`.execute(ctx.db)
  if (!rows[0]) throw memberProblems.careNotFound()
  return rows[0]
}

/** How many are in each stage of each programme, and how many visits are overdue. */
export async function countCare(
  ctx: Ctx,
  today: Day,
): Promise<readonly { program: Program; stage: Stage; members: number; overdue: number }[]> {
  const { rows } = await sql<{ program: Program; stage: Stage; members: number; overdue: number }>`
    select program, stage, count(*)::int as members,
           (count(*) filter (where next_on < ${today}::date))::int as overdue
      from care where ended_at is null group by program, stage`.execute(ctx.db)
  return rows
}

export interface Visit {
  readonly id: Id
  readonly careId: Id | null
  readonly program: Program | null
  readonly purpose: (typeof purposes)[number]
  readonly way: (typeof ways)[number]
  readonly summary: string
  readonly found: string
  readonly given: string
  readonly visitedOn: Day
  readonly by: string | null
}

/** Visits to a member, newest first. */
export async function findVisits(
  ctx: Ctx,
  memberId: Id,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Visit[]; next: Place | null }> {
  const { rows } = await sql<Visit>`
    select care_visit.id, care_id as "careId", care.program, purpose, way, summary, found, given,
           visited_on::text as "visitedOn", account.name as by
      from care_visit
      left join care on care.id = care_visit.care_id
      left join account on account.id = care_visit.noted_by_account
     where care_visit.member_id = ${memberId}
       ${after ? sql`and (visited_on, care_visit.id) < (${after.value}::date, ${after.id}::bigint)` : sql``}
     order by visited_on desc, care_visit.id desc limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: last.visitedOn, id: last.id } : null }
}

/** Steps of one care, newest first. */
export async function findSteps(
  ctx: Ctx,
  careId: Id,
): Promise<readonly { from: Stage; to: Stage; why: string; movedAt: Date }[]> {
  const { rows } = await sql<{ from: Stage; to: Stage; why: string; movedAt: Date }>`
    select from_stage as "from", to_stage as "to", why, moved_at as "movedAt"
      from care_step where care_id = ${careId} order by id desc limit 50`.execute(ctx.db)
  return rows
}
