/** `/docs`: the reference of the API, with Swagger UI served by us under our own Content-Security-Policy. */
import { readFile } from 'node:fs/promises'
import { assetHeaders } from '#base/http/headers.ts'
import type { App } from '#base/http/machine.ts'
import { escapeHtml } from '#base/http/page.ts'
import { render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { siteMessages as say } from './site.messages.ts'
import type { Site } from './site.ts'

const files = [
  {
    name: 'swagger-ui.css',
    type: 'text/css; charset=utf-8',
    at: import.meta.resolve('swagger-ui-dist/swagger-ui.css'),
  },
  {
    name: 'swagger-ui-bundle.js',
    type: 'text/javascript; charset=utf-8',
    at: import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js'),
  },
]

const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, docExpansion: 'none', filter: true, validatorUrl: null })
`

export function addReference(hono: App, parts: Parts, site: Site): void {
  const headers = { ...assetHeaders(parts.config), 'cache-control': 'public, max-age=86400' }
  for (const { name, type, at } of files)
    hono.get(`/docs/${name}`, async () => {
      const bytes = await readFile(new URL(at))
      return new Response(bytes as BodyInit, { headers: { ...headers, 'content-type': type } })
    })
  hono.get(
    '/docs/start.js',
    () => new Response(start, { headers: { ...headers, 'content-type': 'text/javascript; charset=utf-8' } }),
  )
  hono.get('/docs', (c) =>
    site.html(c, (nonce, locale) => {
      const title = escapeHtml(`${render(say.docs, locale)} · Juluo`)
      return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${title}</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <main id="reference"><h1>${title}</h1></main>
    <script src="/docs/swagger-ui-bundle.js" nonce="${nonce}"></script>
    <script src="/docs/start.js" nonce="${nonce}"></script>
  </body>
</html>
`
    }),
  )
}
