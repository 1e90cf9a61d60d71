/**
 * Making a report, part by part. Every part is kept when it is worked out, so that a job that was killed goes on behind
 * it; two at once keep the first. What is made is never worked out again.
 */
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { Problem } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import { defineJob, type JobRun } from '#base/jobs/job.ts'
import { declareFailpoints } from '#base/testing/failpoint.ts'
import { openAsking } from '../asking.ts'
import { reportMade } from '../facts.ts'
import { findFreshness } from '../freshness.ts'
import type { InsightParts } from '../parts.ts'
import { whenWhole } from '../whole.ts'
import { section } from './body.ts'
import { gather } from './material.ts'
import { sectionLabels, reportWords as words } from './reports.messages.ts'
import { claimReport, getReport, type Report, type Wish } from './reports.ts'
import { sections } from './sections/sections.ts'

const failpoint = declareFailpoints('insight.report.section')

/** Longest that a part may ask the warehouse, in seconds. */
const patience = 60

export const makeReportJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.make_report',
    label: words.make,
    input: z.object({ reportId: z.string() }),
    keepDays: 7,
    run: async (ctx, { reportId }, run) => {
      const made = await makeReport(ctx, parts, reportId, run)
      return { report: made.id, kind: made.kind }
    },
  })

/** Asks for a report over HTTP: the newest of that time, or a job that makes it. */
export async function askReport(ctx: Ctx, parts: InsightParts, wish: Wish): Promise<Report> {
  return await transact(ctx, async (tx) => {
    const { report, fresh } = await claimReport(tx, wish)
    if (!fresh) return report
    const jobId = await parts.jobs.enqueue(tx, makeReportJob(parts), { reportId: report.id })
    await tx.db.updateTable('report').set({ job_id: jobId }).where('id', '=', report.id).execute()
    return { ...report, jobId }
  })
}

/**
 * Makes what is missing of a report. Throws `warehouse_unavailable` while figures would be wrong, so that the job tries
 * again; whatever else a part refuses ends the report with that reason.
 */
export async function makeReport(
  ctx: Ctx,
  parts: InsightParts,
  id: Id,
  run: Pick<JobRun, 'signal' | 'progress'>,
): Promise<Report> {
  const report = await getReport(ctx, id)
  if (report.madeAt || report.failedAt) return report
  const whole = await whenWhole(ctx, parts, run.signal)
  // Asked first: a figure may hold more than it says, never less.
  const { freshTo } = await findFreshness(parts.warehouse)
  const asking = await openAsking({ ...ctx, locale: 'zh-CN' }, parts, run.signal, patience)
  const material = gather(asking, {
    kind: report.kind,
    period: { from: report.from, to: report.to },
    group: report.groupId,
    zone: report.zone,
  })
  const rows = await ctx.db.selectFrom('report_section').select('name').where('report_id', '=', id).execute()
  const there = new Set(rows.map(({ name }) => name))
  try {
    for (const [at, name] of report.sections.entries()) {
      run.signal.throwIfAborted()
      await run.progress(at, report.sections.length, render(sectionLabels[name], ctx.locale))
      if (there.has(name)) continue
      const body = section.parse(await sections[name](material))
      // What was worked out while the tables were filled again is not kept.
      await whole.stillWhole(ctx)
      await ctx.db
        .insertInto('report_section')
        .values({ report_id: id, name, body: JSON.stringify(body), made_at: ctx.now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await failpoint('insight.report.section')
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.kind.status === 503 || error.code === 'timeout') throw error
    await finish(ctx, id, {
      failed_at: ctx.now,
      problem: render(error.kind.message, 'zh-CN', error.options.values).slice(0, 300),
    })
    return await getReport(ctx, id)
  }
  await finish(ctx, id, { made_at: ctx.now, fresh_to: freshTo === null ? null : new Date(freshTo) })
  await run.progress(report.sections.length, report.sections.length)
  return await getReport(ctx, id)
}

type End =
  | { readonly made_at: Date; readonly fresh_to: Date | null }
  | { readonly failed_at: Date; readonly problem: string }

async function finish(ctx: Ctx, id: Id, end: End): Promise<void> {
  await transact(ctx, async (tx) => {
    const ended = await tx.db
      .updateTable('report')
      .set(end)
      .where('id', '=', id)
      .where('made_at', 'is', null)
      .where('failed_at', 'is', null)
      .returning(['id', 'kind', 'group_id as groupId'])
      .executeTakeFirst()
    if (ended && 'made_at' in end)
      await announce(
        tx,
        reportMade,
        { kind: ended.kind },
        { object: { kind: 'report', id }, ...(ended.groupId ? { groupId: ended.groupId } : {}) },
      )
  })
}
