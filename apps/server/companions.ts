/** Small addresses beside the pages: the manifest of the installable member site, robots, reports of the CSP. */
import { z } from 'zod'
import { anyone } from '#base/access/access.ts'
import { parseJson, readBytes } from '#base/http/body.ts'
import { assetHeaders } from '#base/http/headers.ts'
import type { App } from '#base/http/machine.ts'
import type { Metrics } from '#base/http/metrics.ts'
import { problems } from '#base/http/problem.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import type { Parts } from '#base/parts.ts'
import { findBrand } from './brand.ts'

export function addCompanions(hono: App, { config, connection }: Parts): void {
  const headers = { ...assetHeaders(config), 'cache-control': 'public, max-age=300' }
  hono.get('/manifest.webmanifest', async (c) => {
    const brand = await findBrand(connection.db)
    const manifest = {
      name: brand?.name ?? '聚落',
      short_name: (brand?.name ?? '聚落').slice(0, 12),
      description: brand?.slogan ?? '',
      lang: brand?.locale ?? 'zh-CN',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#faf8f4',
      theme_color: '#faf8f4',
      icons: [
        { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    }
    return c.body(JSON.stringify(manifest), 200, { ...headers, 'content-type': 'application/manifest+json' })
  })
  // Asked for by browsers on pages that name no icon.
  hono.get(
    '/favicon.ico',
    () => new Response(null, { status: 308, headers: { ...headers, location: '/favicon.svg' } }),
  )
  hono.get('/robots.txt', (c) =>
    c.text(
      // Pictures are not forbidden: previews in chats show them. What is private asks who looks.
      `User-agent: *\nDisallow: /api/\nDisallow: /console/\nDisallow: /docs\nSitemap: ${config.baseUrl}/sitemap.xml\n`,
      200,
      headers,
    ),
  )
}

const report = z.object({ 'csp-report': z.looseObject({}) })
const longestReport = 32 * 1024

/** Browsers tell here what the Content-Security-Policy blocked; the end-to-end tests expect none. */
export function cspReports({ log }: Pick<Parts, 'log'>, metrics: Metrics): AnyRoute {
  return route(
    {
      method: 'post',
      path: '/csp-report',
      summary: 'Report blocked content',
      tag: 'machine',
      access: anyone,
      limit: { max: 30, perSeconds: 60, globalMax: 600 },
      idempotency: 'none',
      types: ['application/csp-report'],
      maxBody: longestReport,
      hidden: true,
    },
    async (_ctx, { request }) => {
      const bytes = await readBytes(
        request.raw,
        request.headers.get('content-length') ?? undefined,
        longestReport,
      )
      const parsed = report.safeParse(parseJson(bytes))
      if (!parsed.success) throw problems.invalidInput({ values: { count: 1 } })
      metrics.cspReports.inc()
      log.warn(summary(parsed.data['csp-report']), 'content blocked by the policy')
      return undefined
    },
  )
}

/** What helps to find the cause; addresses without their query. */
function summary(said: Record<string, unknown>) {
  const bare = (value: unknown) =>
    typeof value === 'string' ? value.split(/[?#]/)[0]?.slice(0, 200) : undefined
  return {
    directive: bare(said['effective-directive']),
    blocked: bare(said['blocked-uri']),
    page: bare(said['document-uri']),
    source: bare(said['source-file']),
    line: Number(said['line-number']) || undefined,
  }
}
