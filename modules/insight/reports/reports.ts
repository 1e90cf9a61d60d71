/**
 * Reports: asked for once for a kind, a time and a group; made by a job; frozen. Made again it is another version, and
 * the one before stays. What operators write into it is theirs: saved while they type, never over what somebody else
 * wrote meanwhile.
 */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { cutPage, type Place } from '#base/http/cursor.ts'
import type { Day } from '#base/time/calendar.ts'
import { readClock } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import { reportWritten } from '../facts.ts'
import { insightProblems } from '../problems.ts'
import type { Days } from '../shapes.ts'
import type { ReportSection } from './body.ts'
import { lastWhole, periodOf, type ReportKind, type SectionName } from './kinds.ts'
import { retell } from './retold.ts'
import { findSections } from './templates.ts'

export interface Report {
  readonly id: Id
  readonly kind: ReportKind
  readonly from: Day
  readonly to: Day
  readonly zone: string
  readonly groupId: Id | null
  readonly groupName: string | null
  readonly version: number
  readonly sections: readonly SectionName[]
  readonly jobId: string | null
  readonly askedAt: Date
  readonly askedBy: string
  readonly madeAt: Date | null
  readonly freshTo: Date | null
  readonly failedAt: Date | null
  readonly problem: string | null
  readonly summary: string
  readonly nextSteps: string
  readonly notesVersion: number
  readonly notesAt: Date | null
  readonly notesByName: string | null
}

const reports = (ctx: Ctx) =>
  ctx.db.selectFrom('report as r').select([
    'r.id',
    sql<ReportKind>`r.kind`.as('kind'),
    sql<Day>`r.first_day::text`.as('from'),
    sql<Day>`r.last_day::text`.as('to'),
    'r.zone',
    'r.group_id as groupId',
    'r.group_name as groupName',
    'r.version',
    sql<readonly SectionName[]>`r.sections`.as('sections'),
    'r.job_id as jobId',
    'r.asked_at as askedAt',
    'r.asked_by as askedBy',
    'r.made_at as madeAt',
    'r.fresh_to as freshTo',
    'r.failed_at as failedAt',
    'r.problem',
    'r.summary',
    'r.next_steps as nextSteps',
    'r.notes_version as notesVersion',
    'r.notes_at as notesAt',
    sql<string | null>`(select name from account
        where id = substring(r.notes_by from '^account:(\\d+)$')::bigint)`.as('notesByName'),
  ])

/** Throws `report_not_found`. */
export async function getReport(ctx: Ctx, id: Id): Promise<Report> {
  const report = await reports(ctx).where('r.id', '=', id).executeTakeFirst()
  if (!report) throw insightProblems.reportNotFound()
  return report
}

/** What it says, in the order of its template; parts that are not made yet are missing. */
export async function findBody(ctx: Ctx, { id, sections }: Report): Promise<ReportSection[]> {
  const rows = await ctx.db
    .selectFrom('report_section')
    .select(['name', sql<ReportSection>`body`.as('body')])
    .where('report_id', '=', id)
    .execute()
  const made = new Map(rows.map(({ name, body }) => [name, body]))
  return await retell(
    ctx,
    sections.flatMap((name) => made.get(name) ?? []),
  )
}

/** The latest days first, and of each the newest version only. */
export async function findReports(
  ctx: Ctx,
  { kind, group }: { readonly kind?: ReportKind | undefined; readonly group?: Id | undefined },
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: Report[]; next: Place | null }> {
  let query = reports(ctx).where(
    sql<boolean>`not exists (select from report n where n.kind = r.kind and n.first_day = r.first_day
      and coalesce(n.group_id, 0) = coalesce(r.group_id, 0) and n.version > r.version)`,
  )
  if (kind) query = query.where('r.kind', '=', kind)
  if (group) query = query.where('r.group_id', '=', group)
  if (after)
    query = query.where(sql<boolean>`(r.last_day, r.id) < (${after.value}::date, ${after.id}::bigint)`)
  const rows = await query
    .orderBy('r.last_day', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute()
  return cutPage(rows, limit, ({ to, id }) => ({ value: to, id }))
}

/** Other versions of the same, the newest first. */
export const findVersions = (ctx: Ctx, { kind, from, groupId }: Report) =>
  ctx.db
    .selectFrom('report')
    .select(['id', 'version', 'made_at as madeAt'])
    .where('kind', '=', kind)
    .where(sql<boolean>`first_day = ${from}::date and coalesce(group_id, 0) = ${groupId ?? '0'}::bigint`)
    .orderBy('version', 'desc')
    .limit(20)
    .execute()

export interface Wish {
  readonly kind: ReportKind
  /** A day that it is about; left out: the latest whole day, week or month. */
  readonly day?: Day | undefined
  readonly group?: Id | undefined
  /** Make it again although there is one. */
  readonly again?: boolean | undefined
  /** Leave one that failed within the hour as it is: nobody looks who could mend it, and all readers wish the same. */
  readonly patient?: boolean | undefined
}

const patienceMs = 3_600_000

/**
 * The report of a time: the newest there is, or a new one that is yet to be made (`fresh`). What failed is tried as a
 * version of its own. Throws `report_too_early` for a time that is not over, `group_not_found`.
 */
export async function claimReport(
  ctx: Ctx,
  wish: Wish,
): Promise<{ readonly report: Report; readonly fresh: boolean }> {
  const { kind } = wish
  return await transact(ctx, async (tx) => {
    const { today, zone } = await readClock(tx)
    const period: Days = wish.day ? periodOf(kind, wish.day) : lastWhole(kind, today)
    if (period.to >= today) throw insightProblems.reportTooEarly()
    const group = wish.group ? await getGroup(tx, wish.group) : null
    const key = `report:${kind}:${period.from}:${group?.id ?? '0'}`
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db)
    const last = await reports(tx)
      .where('r.kind', '=', kind)
      .where(
        sql<boolean>`r.first_day = ${period.from}::date and coalesce(r.group_id, 0) = ${group?.id ?? '0'}::bigint`,
      )
      .orderBy('r.version', 'desc')
      .limit(1)
      .executeTakeFirst()
    const failedLately =
      last?.failedAt && last.failedAt.getTime() > tx.now.getTime() - patienceMs && wish.patient
    if (last && failedLately) return { report: last, fresh: false }
    // One that is on its way is the one that was asked for.
    if (last && last.failedAt === null && (last.madeAt === null || !wish.again))
      return { report: last, fresh: false }
    const { id } = await tx.db
      .insertInto('report')
      .values({
        kind,
        first_day: sql<Date>`${period.from}::date`,
        last_day: sql<Date>`${period.to}::date`,
        zone,
        group_id: group?.id ?? null,
        group_name: group?.name ?? null,
        version: (last?.version ?? 0) + 1,
        sections: JSON.stringify(await findSections(tx, kind)),
        asked_at: tx.now,
        asked_by: describeActor(tx.actor),
        // What was written about that time holds for its new figures too.
        summary: last?.summary ?? '',
        next_steps: last?.nextSteps ?? '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(tx, 'report.asked', { kind: 'report', id }, { of: kind, ...period, group: group?.id ?? null })
    return { report: await getReport(tx, id), fresh: true }
  })
}

async function getGroup(ctx: Ctx, id: Id): Promise<{ id: Id; name: string }> {
  const group = await ctx.db
    .selectFrom('community_group')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!group) throw insightProblems.reportGroupGone()
  return group
}

/**
 * Writes what was learned and what comes next. `version` is that of what the writer saw: when somebody wrote since, it
 * is refused and nothing is lost. Throws `report_not_found`, `report_written_meanwhile`.
 */
export async function writeNotes(
  ctx: Ctx,
  id: Id,
  { version, ...notes }: { readonly version: number; readonly summary: string; readonly nextSteps: string },
): Promise<Report> {
  return await transact(ctx, async (tx) => {
    const held = await tx.db
      .selectFrom('report')
      .select('notes_version')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!held) throw insightProblems.reportNotFound()
    if (held.notes_version !== version) throw insightProblems.reportWrittenMeanwhile()
    await tx.db
      .updateTable('report')
      .set({
        summary: notes.summary,
        next_steps: notes.nextSteps,
        notes_version: version + 1,
        notes_at: tx.now,
        notes_by: describeActor(tx.actor),
      })
      .where('id', '=', id)
      .execute()
    await announce(tx, reportWritten, { version: version + 1 }, { object: { kind: 'report', id } })
    // Saved while somebody types: how much, and not each draft of it.
    await audit(
      tx,
      'report.written',
      { kind: 'report', id },
      { version: version + 1, summary: notes.summary.length, nextSteps: notes.nextSteps.length },
    )
    return await getReport(tx, id)
  })
}
