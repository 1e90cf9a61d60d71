/** A report with all that drawing it needs: what it says, and how the community is called. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { insightProblems } from '../problems.ts'
import type { ReportSection } from './body.ts'
import { findBody, getReport, type Report } from './reports.ts'

export interface WholeReport {
  readonly report: Report
  readonly body: readonly ReportSection[]
  readonly brand: string
}

/** Throws `report_not_found`, and `report_not_ready` while it is being made. */
export async function readReport(ctx: Ctx, id: Id): Promise<WholeReport> {
  const report = await getReport(ctx, id)
  if (!report.madeAt) throw insightProblems.reportNotReady()
  const [body, community] = await Promise.all([findBody(ctx, report), findCommunity(ctx)])
  return { report, body, brand: community?.name ?? 'Juluo' }
}
