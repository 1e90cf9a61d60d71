/** Reports over HTTP. */
import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { findCommunity } from '#modules/identity/api.ts'
import type { InsightParts } from '../parts.ts'
import { inLocale } from './body.ts'
import { reportKinds, sectionNames } from './kinds.ts'
import { askReport } from './make.ts'
import { findChromium } from './pdf.ts'
import { sectionLabels } from './reports.messages.ts'
import { findBody, findReports, findVersions, getReport, type Report, writeNotes } from './reports.ts'
import { reportAnswer, reportHead, reportKind, templateAnswer } from './shapes.ts'
import { shareReport } from './share.ts'
import { changeSections, findSections } from './templates.ts'
import { madeWords, titleOf } from './text.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')

const stateOf = ({ madeAt, failedAt }: Report) => (madeAt ? 'ready' : failedAt ? 'failed' : 'making')

const headOf = (
  ctx: Ctx,
  report: Report,
  brand: string,
  says: string | null,
): z.input<typeof reportHead> => ({
  id: report.id,
  kind: report.kind,
  title: titleOf(report, ctx.locale, brand),
  from: report.from,
  to: report.to,
  groupId: report.groupId,
  groupName: report.groupName,
  version: report.version,
  state: stateOf(report),
  jobId: report.madeAt || report.failedAt ? null : report.jobId,
  madeAt: report.madeAt?.toISOString() ?? null,
  freshTo: report.freshTo?.toISOString() ?? null,
  problem: report.problem,
  says,
})

const brandOf = async (ctx: Ctx) => (await findCommunity(ctx))?.name ?? 'Juluo'

/** The first sentence of each report: that of its first part. */
async function firstSentences(ctx: Ctx, reports: readonly Report[]): Promise<ReadonlyMap<Id, string>> {
  if (reports.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('report_section as s')
    .innerJoin('report as r', 'r.id', 's.report_id')
    .select(['s.report_id as id', sql<{ zh: string; en: string }>`s.body -> 'title'`.as('title')])
    .where(
      's.report_id',
      'in',
      reports.map((report) => report.id),
    )
    .where(sql<boolean>`s.name = r.sections ->> 0`)
    .execute()
  return new Map(rows.map((row) => [row.id, inLocale(row.title, ctx.locale)]))
}

async function present(ctx: Ctx, parts: InsightParts, report: Report): Promise<z.input<typeof reportAnswer>> {
  const [sections, versions, brand, chromium] = await Promise.all([
    findBody(ctx, report),
    findVersions(ctx, report),
    brandOf(ctx),
    findChromium(parts.config),
  ])
  const ready = report.madeAt !== null
  const mayEdit = may(ctx.actor, 'insight.edit')
  return {
    ...headOf(ctx, report, brand, sections[0] ? inLocale(sections[0].title, ctx.locale) : null),
    zone: report.zone,
    made: ready ? madeWords(report, ctx.locale) : '',
    summary: report.summary,
    nextSteps: report.nextSteps,
    notesVersion: report.notesVersion,
    notesAt: report.notesAt?.toISOString() ?? null,
    notesByName: report.notesByName,
    sections,
    versions: versions.map(({ madeAt, ...rest }) => ({ ...rest, madeAt: madeAt?.toISOString() ?? null })),
    can: {
      write: mayEdit && ready,
      makeAgain: mayEdit && stateOf(report) !== 'making',
      share: mayEdit && ready,
      pdf: ready && chromium !== undefined,
    },
  }
}

const template = async (
  ctx: Ctx,
  kind: z.output<typeof reportKind>,
): Promise<z.input<typeof templateAnswer>> => ({
  kind,
  sections: [...(await findSections(ctx, kind))],
  all: sectionNames.map((name) => ({ name, label: render(sectionLabels[name], ctx.locale) })),
  can: { change: may(ctx.actor, 'insight.edit') },
})

export const reportRoutes = (parts: InsightParts) => [
  route(
    {
      method: 'get',
      path: '/api/insight/reports',
      summary: 'List reports, the latest days first',
      tag,
      access: read,
      query: pageQuery.extend({ kind: reportKind.optional(), group: id.optional() }),
      answer: pageOf(reportHead),
    },
    async (ctx, { query: { cursor, limit, ...filter } }) => {
      const page = await findReports(ctx, filter, { after: readCursor('reports', cursor), limit })
      const [brand, says] = await Promise.all([brandOf(ctx), firstSentences(ctx, page.items)])
      return {
        items: page.items.map((report) => headOf(ctx, report, brand, says.get(report.id) ?? null)),
        next: writeCursor('reports', page.next),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/reports',
      summary: 'Have the report of a day, a week or a month: the one there is, or a new one',
      tag,
      access: edit,
      limit: { max: 20, perSeconds: 60 },
      body: z.object({
        kind: reportKind,
        day: day.optional().describe('A day that it is about; left out: the latest that is over'),
        group: id.optional(),
        again: z.boolean().default(false).describe('Make a new version although there is one'),
      }),
      answer: reportHead,
      status: 201,
    },
    async (ctx, { body }) => {
      const report = await askReport(ctx, parts, body)
      return headOf(ctx, report, await brandOf(ctx), null)
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/insight/reports/{id}',
      summary: 'See a report',
      tag,
      access: read,
      params: idParams,
      answer: reportAnswer,
    },
    async (ctx, { params }) => await present(ctx, parts, await getReport(ctx, params.id)),
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/reports/{id}/notes',
      summary: 'Write what was learned and what comes next into a report',
      tag,
      access: edit,
      params: idParams,
      body: z.object({
        version: z.int().min(0).describe('Of what the writer saw'),
        summary: z.string().max(4_000),
        nextSteps: z.string().max(4_000),
      }),
      answer: z.object({ version: z.int() }),
    },
    async (ctx, { params, body }) => ({ version: (await writeNotes(ctx, params.id, body)).notesVersion }),
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/reports/{id}/share',
      summary: 'Share a report with colleagues and chats now',
      tag,
      access: edit,
      limit: { max: 10, perSeconds: 60 },
      params: idParams,
      body: z.object({
        readers: z.array(id).max(50).default([]),
        robots: z.array(id).max(10).default([]),
      }),
    },
    async (ctx, { params, body }) => {
      await shareReport(ctx, parts, params.id, body)
      return undefined
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/insight/report-templates',
      summary: 'List what each kind of report holds',
      tag,
      access: read,
      answer: z.object({ items: z.array(templateAnswer) }),
    },
    async (ctx) => ({ items: await Promise.all(reportKinds.map((kind) => template(ctx, kind))) }),
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/report-templates/{kind}',
      summary: 'Choose what a kind of report holds, and in which order',
      tag,
      access: edit,
      params: z.object({ kind: reportKind }),
      body: z.object({
        sections: z
          .array(z.enum(sectionNames))
          .min(1)
          .refine((names) => new Set(names).size === names.length),
      }),
      answer: templateAnswer,
    },
    async (ctx, { params, body }) => {
      await changeSections(ctx, params.kind, body.sections)
      return await template(ctx, params.kind)
    },
  ),
]
