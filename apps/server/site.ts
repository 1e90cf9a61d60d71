/**
 * The web apps as files and pages: the console under `/console/`, the member site everywhere else.
 * Scripts and styles come from `dist/`; HTML is filled per answer with its nonce, language and words.
 */
import type { Context } from 'hono'
import { anyone } from '#base/access/access.ts'
import { acceptedEncoding, hasTag, textAnswer } from '#base/http/answer.ts'
import { type Folder, openFolder } from '#base/http/folder.ts'
import { assetHeaders, newNonce, pageHeaders } from '#base/http/headers.ts'
import type { Incoming } from '#base/http/incoming.ts'
import type { Machine, NodeEnv } from '#base/http/machine.ts'
import { escapeHtml, fillPage, joinMeta, type Page, type PageMeta } from '#base/http/page.ts'
import { problems } from '#base/http/problem.ts'
import { localeOf, problemAnswer, receive } from '#base/http/reception.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { findBrand } from './brand.ts'
import { type FirstAnswers, openFirstAnswers } from './first.ts'
import { openScripts } from './scripts.ts'
import { siteMessages as say } from './site.messages.ts'

/** Addresses that are never pages. */
const machineAddress = /^\/(api|v1|files|docs|openapi\.json|metrics|healthz|readyz|csp-report)(\/|$)/

export interface Site {
  /** Answers what no route took: a file, a page, or not found. */
  answer(c: Context<NodeEnv>): Promise<Response>
  /** An HTML answer with the headers of pages. */
  html(
    c: Context<NodeEnv>,
    make: (nonce: string, locale: Locale) => string,
    status?: number,
  ): Promise<Response>
}

export interface SiteContent {
  readonly pages: readonly Page[]
  /** The API, for what travels in pages. */
  readonly routes: readonly AnyRoute[]
}

/** Pages read more than a call of the API does. Over this, one gets the page without its content. */
const pageLimit = { max: 240, perSeconds: 60 }

export function openSite(
  parts: Parts,
  machine: Machine,
  { pages, routes }: SiteContent,
  dist = 'dist',
): Site {
  const { config, connection } = parts
  const first: FirstAnswers = openFirstAnswers(routes, machine)
  const scripts = openScripts(`${dist}/member`)
  const counted = machine.limiter.count(
    route(
      {
        method: 'get',
        path: '(page)',
        summary: 'Open a page',
        tag: 'pages',
        access: anyone,
        limit: pageLimit,
      },
      async () => undefined,
    ),
  )
  const console = openFolder(`${dist}/console`)
  const member = openFolder(`${dist}/member`)
  const assets = assetHeaders(config)
  const pageTimer = machine.durations.of('get', '(page)')
  const fileTimer = machine.durations.of('get', '(file)')
  const known = pages.map((page) => ({ page, matches: matcher(page.path) }))

  const notFound = (incoming: Incoming) =>
    problemAnswer(incoming, problems.notFound(), localeOf(incoming), machine.headers)

  const file = async (incoming: Incoming, folder: Folder, path: string): Promise<Response | undefined> => {
    const found = folder.find(path)
    if (!found) return undefined
    const headers: Record<string, string> = {
      // A page that a build brings along (what the service worker shows offline) is a page like any other.
      ...(found.type.startsWith('text/html') ? pageHeaders(config, newNonce()) : assets),
      'content-type': found.type,
      'cache-control': found.immutable
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=0, must-revalidate',
      etag: found.tag,
      vary: 'accept-encoding',
    }
    if (hasTag(incoming.header('if-none-match'), found.tag))
      return new Response(null, { status: 304, headers })
    const { bytes, encoding } = await found.read(acceptedEncoding(incoming.header('accept-encoding')))
    if (encoding) headers['content-encoding'] = encoding
    return new Response(bytes as BodyInit, { headers })
  }

  const send = (incoming: Incoming, html: string, nonce: string, locale: Locale, status: number) =>
    textAnswer(incoming, status, html, {
      ...pageHeaders(config, nonce),
      // Who opens a link to a dashboard leaves no trace of it elsewhere.
      ...(incoming.url.pathname === '/console/shared'
        ? { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' }
        : {}),
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'x-request-id': incoming.id,
    })

  const callerOf = async (incoming: Incoming) => {
    try {
      return await machine.authorise(incoming)
    } catch {
      // PostgreSQL is away; the page still comes, and says so by itself.
      return { actor: { kind: 'anonymous' as const }, locale: undefined, byCookie: false }
    }
  }

  const shell = async (incoming: Incoming, path: string): Promise<Response> => {
    const inConsole = path.startsWith('/console/')
    const template = (inConsole ? console : member).page()
    const [caller, brand] = await Promise.all([callerOf(incoming), findBrand(connection.db)])
    const locale = caller.locale ?? localeOf(incoming)
    const nonce = newNonce()
    if (!template) return await send(incoming, notBuiltPage(locale), nonce, locale, 503)
    const name = brand?.name ?? (locale === 'en' ? 'Juluo' : '聚落')
    let meta: PageMeta = inConsole
      ? { title: render(say.console, locale, { name }) }
      : { title: name, description: brand?.slogan ?? '', listed: path === '/' }
    const spoken = inConsole
      ? []
      : known.flatMap(({ page, matches }) => {
          const params = matches(path)
          return params ? [{ page, params }] : []
        })
    const ctx = {
      actor: caller.actor,
      db: connection.db,
      now: machine.clock(),
      locale,
      requestId: incoming.id,
    }
    const verdict = inConsole ? undefined : await machine.limiter.take(counted, caller.actor, incoming.ip)
    const rich = verdict?.passes === true
    let status = 200
    let answers: Record<string, unknown> = {}
    if (rich) {
      if (spoken.length > 0) {
        const said = await Promise.all(spoken.map(({ page, params }) => page.meta(ctx, params)))
          .then(joinMeta)
          .catch((error: unknown) => {
            // The page comes without its words, and its screen says what is wrong.
            machine.log.error({ request: incoming.id, path, err: String(error) }, 'a page has no words')
            return meta
          })
        if (said?.movedTo) return moved(incoming, said.movedTo)
        if (said) meta = said
        else status = 404
      }
      if (brand)
        answers = await first.answer(ctx, incoming, ['/api/session', ...(meta.first ?? [])], meta.answers)
    }
    const html = fillPage(template, {
      nonce,
      locale,
      siteName: inConsole ? meta.title : name,
      meta,
      ...(inConsole
        ? {}
        : {
            canonical: `${config.baseUrl}${meta.canonical ?? path}`,
            baseUrl: config.baseUrl,
            first: answers,
            preloads: meta.screen ? scripts.of(meta.screen) : [],
          }),
    })
    return await send(incoming, html, nonce, locale, status)
  }

  const moved = (incoming: Incoming, to: string) =>
    new Response(null, {
      status: 301,
      headers: { ...assets, location: to, 'cache-control': 'no-store', 'x-request-id': incoming.id },
    })

  const timed = async (incoming: Incoming, timer: typeof pageTimer, work: Promise<Response>) => {
    const response = await work
    timer.observe(response.status, performance.now() - incoming.startedAt)
    return response
  }

  return {
    async html(c, make, status = 200) {
      const incoming = receive(c.req.raw, c.env?.incoming, machine.addresses)
      const caller = await callerOf(incoming)
      const locale = caller.locale ?? localeOf(incoming)
      const nonce = newNonce()
      return await send(incoming, make(nonce, locale), nonce, locale, status)
    },
    async answer(c) {
      const incoming = receive(c.req.raw, c.env?.incoming, machine.addresses)
      const { method } = incoming
      const path = c.req.path
      if ((method !== 'GET' && method !== 'HEAD') || machineAddress.test(path) || !isPlain(path))
        return notFound(incoming)
      if (path === '/console')
        return new Response(null, { status: 308, headers: { ...assets, location: '/console/' } })
      const inConsole = path.startsWith('/console/')
      const name = path.slice(inConsole ? '/console/'.length : 1)
      const asset = await file(incoming, inConsole ? console : member, name)
      if (asset) return await timed(incoming, fileTimer, Promise.resolve(asset))
      // A file that is not there is not a page: a stale tab asking for an old script must not get HTML.
      if (/\.\w{1,11}$/.test(path)) return notFound(incoming)
      return await timed(incoming, pageTimer, shell(incoming, path))
    },
  }
}

/** Spellings of addresses that we never produce: doubled slashes, encoded slashes and dots, parameters. */
const isPlain = (path: string): boolean => !/\/\/|\\|;|%2f|%5c|%2e|%00/i.test(path)

function matcher(path: string): (actual: string) => Record<string, string> | undefined {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const pattern = new RegExp(`^${path.replace(/[.*+?^$|()[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '([^/]+)')}$`)
  return (actual) => {
    const match = pattern.exec(actual)
    return match ? Object.fromEntries(names.map((name, at) => [name, match[at + 1]!])) : undefined
  }
}

function notBuiltPage(locale: Locale): string {
  const title = escapeHtml(render(say.notBuilt, locale))
  return `<!doctype html>
<html lang="${locale}">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>${title}</title></head>
  <body><main><h1>${title}</h1><p>${escapeHtml(render(say.notBuiltRemedy, locale))}</p></main></body>
</html>
`
}
