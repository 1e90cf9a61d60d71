/** Stopping a subscription over HTTP: a small page of our own with one button, and the one click of mail programs. */
import { z } from 'zod'
import { bearerOf } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { html } from '#base/html/safe.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { render } from '#base/i18n/messages.ts'
import type { InsightParts } from '../parts.ts'
import { insightProblems } from '../problems.ts'
import { nameOfThing } from './kinds.ts'
import { readStopToken, stopSealer } from './stop.ts'
import { stopStyle } from './stop-style.ts'
import { subscriptionWords as words } from './subscriptions.messages.ts'
import { getSubscription, stopReading } from './subscriptions.ts'

const tag = 'insight'
const access = bearerOf('a link from a letter')
const params = z.object({ token: z.string().regex(/^[\w-]{40,200}$/) })
const limit = { max: 60, perSeconds: 60 }

export const stopLetterRoutes = (parts: InsightParts): AnyRoute[] => {
  const sealer = stopSealer(parts)
  const path = '/unsubscribe/letter/{token}'
  return [
    route(
      {
        method: 'get',
        path,
        summary: 'The page on which a reader stops a subscription',
        tag,
        access,
        limit,
        hidden: true,
        params,
      },
      async (ctx, { params: { token } }) => {
        const { subscription } = readStopToken(sealer, token)
        return await page(ctx, subscription, false)
      },
    ),
    route(
      {
        method: 'post',
        path,
        summary: 'Stop a subscription with one click (RFC 8058)',
        tag,
        access,
        limit,
        idempotency: 'none',
        hidden: true,
        params,
      },
      async (ctx, { params: { token } }) => {
        const { subscription, reader } = readStopToken(sealer, token)
        if (!(await stopReading(ctx, subscription, reader))) throw insightProblems.letterLinkInvalid()
        return await page(ctx, subscription, true)
      },
    ),
  ]
}

async function page(ctx: Ctx, id: string, stopped: boolean): Promise<Response> {
  const { locale } = ctx
  const found = await getSubscription(ctx, id).catch(() => undefined)
  if (!found) throw insightProblems.letterLinkInvalid()
  // The name of what is there no more is no secret of the reader's, only unknown.
  const name = await nameOfThing(ctx, found.kind, found.thing).catch(() => found.thing)
  const title = stopped ? render(words.stopped, locale) : render(words.stopTitle, locale, { name })
  const text = render(stopped ? words.stoppedSaid : words.stopAsk, locale, { name })
  const form = html`<form method="post"><button type="submit">${render(words.stopVerb, locale)}</button></form>`
  const { markup } = html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${title}</title><style>${stopStyle}</style></head>
<body><main><h1>${title}</h1><p>${text}</p>${!stopped && form}</main></body></html>
`
  return new Response(markup, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    },
  })
}
