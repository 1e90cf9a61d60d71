/**
 * The client of the API that both faces use: the generated types over `fetch`. Calls resolve to
 * `{ data }` or `{ error }`, where `error` is a problem of RFC 9457; screens turn that into words.
 *
 * openapi-fetch says the types; what it would do at run time is these few lines, which are part of what a
 * phone loads before it sees anything.
 */
import type { Client } from 'openapi-fetch'
import type { paths } from './api.generated.ts'
import { firstAnswer } from './first.ts'

/** Fired on `window` when a call was answered 401: nobody is signed in any more. */
export const signedOutEvent = 'juluo:signed-out'

interface Options extends Omit<RequestInit, 'body'> {
  readonly params?: {
    readonly path?: Readonly<Record<string, unknown>>
    readonly query?: Readonly<Record<string, unknown>>
    readonly header?: Readonly<Record<string, unknown>>
  }
  readonly body?: unknown
}

const sending =
  (method: string) =>
  async (path: string, { params = {}, body, headers, ...init }: Options = {}) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(params.query ?? {}))
      for (const each of Array.isArray(value) ? value : [value])
        if (each !== undefined && each !== null) query.append(name, String(each))
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(params.path?.[name])))
    const request = new Request(query.size > 0 ? `${filled}?${query}` : filled, {
      ...init,
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'accept-language': document.documentElement.lang,
        // One key per call: when the network swallows the answer, the same call may be sent again safely.
        ...(method === 'POST' ? { 'idempotency-key': newKey() } : {}),
        ...(params.header as Record<string, string>),
        ...(headers as Record<string, string>),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const response = firstAnswer(request) ?? (await fetch(request))
    if (response.status === 401) window.dispatchEvent(new Event(signedOutEvent))
    const text = await response.text()
    if (response.ok) return { data: text === '' ? undefined : JSON.parse(text), response }
    return { error: readOr(text), response }
  }

/** Problems are JSON; what a proxy in between says may be anything. */
function readOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export const api = {
  GET: sending('GET'),
  POST: sending('POST'),
  PUT: sending('PUT'),
  PATCH: sending('PATCH'),
  DELETE: sending('DELETE'),
} as unknown as Pick<Client<paths>, 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'>

/** For callers who repeat a call by themselves and must send the same key. */
export function newKey(): string {
  // `randomUUID` exists only on https and localhost.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
