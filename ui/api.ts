/**
 * The client of the API that both faces use: the generated types over `fetch`. Calls resolve to
 * `{ data }` or `{ error }`, where `error` is a problem of RFC 9457; screens turn that into words.
 */
import createClient from 'openapi-fetch'
import type { paths } from './api.generated.ts'
import { firstAnswer } from './first.ts'

/** Fired on `window` when a call was answered 401: nobody is signed in any more. */
export const signedOutEvent = 'juluo:signed-out'

export const api = createClient<paths>({
  baseUrl: '/',
  fetch: async (request) => firstAnswer(request) ?? (await fetch(request)),
})

api.use({
  onRequest({ request }) {
    request.headers.set('accept-language', document.documentElement.lang)
    // One key per call: when the network swallows the answer, the same call may be sent again safely.
    if (request.method === 'POST' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', newKey())
    return request
  },
  onResponse({ response }) {
    if (response.status === 401) window.dispatchEvent(new Event(signedOutEvent))
    return response
  },
})

/** For callers who repeat a call by themselves and must send the same key. */
export function newKey(): string {
  // `randomUUID` exists only on https and localhost.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
