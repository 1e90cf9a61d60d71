/** Taking a request in, and turning it away: what also those answers need that no route gives. */
import type { IncomingMessage } from 'node:http'
import { type Locale, negotiateLocale } from '../i18n/messages.ts'
import type { Addresses } from './address.ts'
import { Incoming } from './incoming.ts'
import type { Problem } from './problem.ts'
import { newRequestId, usableRequestId } from './request-id.ts'

/** Takes in a request: its address and its id, both believed from trusted proxies only. */
export function receive(raw: Request, node: IncomingMessage | undefined, addresses: Addresses): Incoming {
  const peer = node?.socket.remoteAddress
  const forwarded = node ? node.headers['x-forwarded-for'] : (raw.headers.get('x-forwarded-for') ?? undefined)
  const ip = addresses.callerOf(peer, Array.isArray(forwarded) ? forwarded.join(',') : forwarded)
  const given = peer && addresses.isTrusted(peer) ? node?.headers['x-request-id'] : undefined
  return new Incoming(raw, node, ip, usableRequestId(given) ?? newRequestId())
}

/** The language of an answer when no account says otherwise. */
const spoken = new Map<string | undefined, Locale>()
export function localeOf(incoming: Incoming): Locale {
  const header = incoming.header('accept-language')
  let locale = spoken.get(header)
  if (locale === undefined) {
    if (spoken.size > 1_000) spoken.clear()
    locale = negotiateLocale(header)
    spoken.set(header, locale)
  }
  return locale
}

/** A problem as an answer. */
export function problemAnswer(
  incoming: Incoming,
  problem: Problem,
  locale: Locale,
  base: Readonly<Record<string, string>>,
): Response {
  const { retryAfter } = problem.options
  return new Response(JSON.stringify(problem.toJSON(locale, incoming.id)), {
    status: problem.kind.status,
    headers: {
      ...base,
      'content-type': 'application/problem+json',
      'content-language': locale,
      'x-request-id': incoming.id,
      ...(retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter)) }),
      // The rest of an unread body is not worth waiting for.
      ...(problem.kind.status === 413 || problem.kind.status === 408 ? { connection: 'close' } : {}),
    },
  })
}
