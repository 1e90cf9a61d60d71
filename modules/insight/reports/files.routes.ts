/** A report as a file: Markdown, PDF, and the page that a browser prints. */
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import type { InsightParts } from '../parts.ts'
import { reportMarkdown } from './markdown.ts'
import { reportPage } from './page-html.ts'
import { printPdf } from './pdf.ts'
import { readReport } from './reading.ts'
import type { Report } from './reports.ts'

const tag = 'insight'
const read = permitted('insight.read')
const limit = { max: 30, perSeconds: 60 }

const fileName = ({ kind, from, version }: Report, ending: string) =>
  `report-${kind}-${from}-v${version}.${ending}`
const attached = (name: string, type: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
})

export const reportFileRoutes = (parts: InsightParts) => {
  const { baseUrl } = parts.config
  return [
    route(
      {
        method: 'get',
        path: '/api/insight/reports/{id}/markdown',
        summary: 'A report as Markdown',
        tag,
        access: read,
        limit,
        params: idParams,
      },
      async (ctx, { params }) => {
        const { report, body, brand } = await readReport(ctx, params.id)
        const text = reportMarkdown(report, body, { locale: ctx.locale, brand, baseUrl })
        return new Response(text, {
          headers: attached(fileName(report, 'md'), 'text/markdown; charset=utf-8'),
        })
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/reports/{id}/pdf',
        summary: 'A report as PDF, where the server has a Chromium',
        tag,
        access: read,
        limit: { max: 6, perSeconds: 60 },
        seconds: 180,
        params: idParams,
      },
      async (ctx, { params, request: { signal } }) => {
        const { report, body, brand } = await readReport(ctx, params.id)
        const page = reportPage(report, body, { locale: ctx.locale, brand, baseUrl })
        const pdf = await printPdf(page, parts.config, { signal })
        return new Response(new Uint8Array(pdf), {
          headers: attached(fileName(report, 'pdf'), 'application/pdf'),
        })
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/insight/reports/{id}/print',
        summary: 'A report as a page to print',
        tag,
        access: read,
        limit,
        params: idParams,
        hidden: true,
      },
      async (ctx, { params }) => {
        const { report, body, brand } = await readReport(ctx, params.id)
        return new Response(reportPage(report, body, { locale: ctx.locale, brand, baseUrl }), {
          headers: printHeaders,
        })
      },
    ),
  ]
}

/** Runs nothing and fetches nothing; only our own console may open and print it. */
const printHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
  'cross-origin-resource-policy': 'same-origin',
}
